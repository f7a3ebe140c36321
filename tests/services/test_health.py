"""What is told of a machine helps, and tells nothing of the person."""

from pathlib import Path

import pytest

from tests.factories import NOON
from tests.services.courses import desk_at, write_course
from tests.services.grids import desk_on_grid
from tests.services.players import played
from tests.store.homes import listing, opened, saved
from tutor.services.health import Report, Screen, masked, report_of
from tutor.services.profiles import place_of_profile
from tutor.store.health import health_of
from tutor.store.place import Place

WIDE = Screen(("utf-8",) * 3, (True,) * 3, (80, 24))
SECRET = "Mme Roussel, 4 rue des Lilas"


def said(report: Report) -> str:
    """Return everything a report says."""
    lines = [f"{n} {v}" for _, rows in report.parts for n, v in rows]
    return "\n".join([*lines, *report.problems]).replace("\u00a0", " ")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course."""
    return write_course(tmp_path / "cours")


def test_a_store_in_use_is_fine_and_its_rows_are_counted(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    played(desk, "alpha")
    desk.pen.note("a-avant", SECRET)
    desk.pen.name_locally({"coordo": SECRET})
    desk.close()
    with opened(desk.place, NOON):
        pass
    before = listing(desk.place.root)

    report = report_of(desk.place, desk.library.root, WIDE, environment={})

    assert report.problems == ()
    text = said(report)
    assert "answers 3" in text
    assert "petit-cours" in text
    assert "dernière copie 22/11/2026" in text
    assert "Roussel" not in text
    assert listing(desk.place.root) == before


def test_whether_a_grid_is_in_place_is_said_and_not_whose(tmp_path: Path) -> None:
    for open_at, told in ((desk_at, "non"), (desk_on_grid, "oui")):
        desk = open_at(tmp_path)
        report = report_of(desk.place, desk.library.root, WIDE, environment={})
        assert f"grille de la faculté {told}" in said(report)
        assert desk.course.framework.titre not in said(report)


def test_only_variables_of_the_terminal_are_told(course: Path, tmp_path: Path) -> None:
    environment = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SSH_TTY": "/dev/pts/7",
        "USER": "anne.dupont",
        "API_KEY": "secret",
    }
    text = said(report_of(Place(tmp_path), course, WIDE, environment=environment))

    assert "TERM xterm-256color" in text
    assert "COLORTERM truecolor" in text
    assert "SSH_TTY oui" in text
    for hidden in ("anne.dupont", "secret", "pts"):
        assert hidden not in text


def test_a_profile_is_not_named(course: Path, tmp_path: Path) -> None:
    place = place_of_profile(Place(tmp_path / "home"), "Anne Dupont")
    saved(place, 1)

    text = said(report_of(place, course, WIDE, environment={}))
    assert "profil oui" in text
    assert "anne" not in text


def test_a_path_does_not_tell_who_owns_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "anne.dupont"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))

    assert masked(home / "carnet") == str(Path("~") / "carnet")
    assert masked(Path("/usb/anne.dupont/carnet")) == str(Path("/usb/…/carnet"))
    assert masked(Path("/opt/tutor")) == str(Path("/opt/tutor"))


WRONG = [
    (b"{", "damaged", "abîmé"),
    (b'{"meta": {"1": {"format": 99}}}', "newer", "mettez le tuteur à jour"),
    (b'{"answers": {"1": {"id": "a"}}}', "strange", "table answers"),
    (b'{"answers": {}}', "old", ""),
    (b'{"meta": {"1": {"format": 1}}}', "fine", ""),
]


@pytest.mark.parametrize(("raw", "state", "problem"), WRONG)
def test_what_is_wrong_with_a_store_is_said_with_what_to_do(
    course: Path, tmp_path: Path, raw: bytes, state: str, problem: str
) -> None:
    place = Place(tmp_path / "home")
    place.root.mkdir()
    place.store.write_bytes(raw)

    assert health_of(place).state == state
    problems = report_of(place, course, WIDE, environment={}).problems
    assert bool(problems) == bool(problem)
    assert all(problem in each for each in problems)
    assert place.store.read_bytes() == raw


def test_a_folder_in_place_of_the_store_is_said(course: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    place.store.mkdir(parents=True)

    assert health_of(place).state == "unreadable"
    assert report_of(place, course, WIDE, environment={}).problems


def test_a_course_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    report = report_of(Place(tmp_path), tmp_path / "rien", WIDE, environment={})

    assert "tutor check" in report.problems[0]
    assert "Aucun cours" in said(report)


@pytest.mark.parametrize(
    ("screen", "problem"),
    [
        (WIDE._replace(size=(59, 24)), "trop petite"),
        (WIDE._replace(size=(80, 15)), "trop petite"),
        (WIDE._replace(encodings=("utf-8", "ANSI_X3.4-1968", "utf-8")), "UTF-8"),
    ],
)
def test_a_terminal_that_hinders_is_said(
    course: Path, tmp_path: Path, screen: Screen, problem: str
) -> None:
    (found,) = report_of(Place(tmp_path), course, screen, environment={}).problems
    assert problem in found


def test_nothing_is_made_where_nobody_was(course: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "jamais")

    assert health_of(place).state == "empty"
    text = said(report_of(place, course, WIDE, environment={}))
    assert "rien n'est encore enregistré" in text
    assert "pas encore créé" in text
    assert not place.store.exists()
