"""Local lessons laid over a course are played, counted and kept apart by their ids."""

from pathlib import Path
from random import Random

import pytest

from tests.factories import StoppedClock
from tests.services.courses import SMALL, case, front, qru, write_course
from tests.services.players import played
from tutor.domain.errors import WrongUseError
from tutor.services.checking import check_paths
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out
from tutor.services.outlook import read_outlook
from tutor.store.place import Place

LOCAL = {
    "01-chez-nous.md": front("chez-nous") + "Lire.\n\n" + qru("n-un"),
    "quizzes/ici.md": front("ici") + qru("i-un") + case("cas-ici"),
}
CLASH = {
    "01-prise.md": front("prise") + qru("a-qru") + qru("p-libre"),
    "02-alpha.md": front("alpha") + qru("a-neuve"),
    "03-encore.md": front("encore") + qru("p-libre"),
}


def added(folder: Path, files: dict[str, str]) -> Path:
    """Write a folder of local lessons."""
    for name, text in files.items():
        path = folder / "ici" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "ici"


def desk_with(folder: Path, *more: Path) -> Desk:
    """Return a desk at the small course with folders laid over it."""
    root = folder / "cours"
    if not root.exists():
        write_course(root, SMALL)
    place = Place(folder / "home")
    return Desk(root, place, StoppedClock(), Random(7), added=more)


def test_they_are_played_and_listed_after_the_course(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, added(tmp_path, LOCAL))
    played(desk, "chez-nous")
    played(desk, "cas-ici")

    standing = desk.standing()
    assert list(standing.lessons) == ["alpha", "beta", "chez-nous"]
    assert standing.lessons["chez-nous"] == "done"
    titles = [entry.id for entry in look_out(desk).entries]
    assert {"chez-nous", "ici", "cas-ici"} < set(titles)
    assert next(a.question for a in desk.record.answers) == "n-un"


def test_what_was_there_first_keeps_its_id(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, added(tmp_path, CLASH))
    units = {unit.id: unit for unit in desk.course.units}

    assert [q.id for q in units["prise"].questions] == ["p-libre"]
    assert "a-neuve" not in desk.library.index
    assert [q.id for q in units["encore"].questions] == []


def test_the_cache_of_one_set_of_folders_never_serves_another(tmp_path: Path) -> None:
    folder = added(tmp_path, LOCAL)
    assert "chez-nous" in desk_with(tmp_path, folder).library.index
    assert "chez-nous" not in desk_with(tmp_path).library.index
    (folder / "01-chez-nous.md").unlink()

    later = desk_with(tmp_path, folder)
    assert "chez-nous" not in later.library.index
    assert "ici" in later.library.index


def test_home_is_computed_again_for_other_folders(tmp_path: Path) -> None:
    folder = added(tmp_path, LOCAL)
    desk = desk_with(tmp_path, folder)
    look_out(desk)
    root, place = desk.library.root, desk.place

    assert read_outlook(root, place, desk.library.added) is not None
    assert read_outlook(root, place) is None


def test_a_run_whose_folder_has_gone_is_no_longer_suggested(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, added(tmp_path, LOCAL))
    run = desk.start("chez-nous")
    desk.save(run)
    suggestion = look_out(desk).suggestion
    assert suggestion is not None
    assert suggestion.target == "chez-nous"
    desk.close()

    suggestion = look_out(desk_with(tmp_path)).suggestion
    assert suggestion is not None
    assert suggestion.target == "alpha"


@pytest.mark.parametrize(
    ("name", "message"), [("absent", "errors.add-absent"), ("vide", "errors.add-empty")]
)
def test_a_folder_without_lessons_is_said(
    tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "vide").mkdir()
    (tmp_path / "vide" / "glossaire.md").write_text("# Glossaire\n", encoding="utf-8")
    with pytest.raises(WrongUseError) as caught:
        _ = desk_with(tmp_path, tmp_path / name).course

    assert caught.value.message_id == message


def test_check_names_ids_taken_on_either_side(tmp_path: Path) -> None:
    root = write_course(tmp_path / "cours")
    folder = added(tmp_path, CLASH)
    report = check_paths(root, (), StoppedClock(), [folder])
    doubles = [p for p in report.problems if p.code == "identifiant-double"]

    places = {(Path(p.path).name, p.values["id"]) for p in doubles}
    assert places == {
        ("01-prise.md", "a-qru"),
        ("02-alpha.md", "alpha"),
        ("03-encore.md", "p-libre"),
    }
    own = next(p for p in doubles if p.values["id"] == "a-qru")
    assert own.values["first"].startswith("content/01-alpha.md:")


def test_check_of_one_added_file_knows_the_others(tmp_path: Path) -> None:
    root = write_course(tmp_path / "cours")
    folder = added(tmp_path, CLASH)
    report = check_paths(
        root, (str(folder / "03-encore.md"),), StoppedClock(), [folder]
    )

    (double,) = [p for p in report.problems if p.code == "identifiant-double"]
    assert Path(double.values["first"].split(":")[0]).name == "01-prise.md"
