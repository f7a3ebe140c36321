"""`tutor des` and `tutor tracks`: positions and tracks, without the full screen."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, eased
from tutor.cli.plain_des import own_text
from tutor.domain.answer import Positioning
from tutor.services.positions import Stand

SMALL = ("--course", str(COURSE))
TRACKS = """
[[parcours]]
id = "court"
titre = "Le plus court"
lecons = ["lecon"]

[[parcours]]
id = "long"
titre = "Le plus long"
lecons = ["lecon", "panel"]
"""


@pytest.fixture
def course(tmp_path: Path) -> str:
    """The small course, with two tracks."""
    root = tmp_path / "cours"
    shutil.copytree(COURSE, root)
    head = root / "content" / "cours.toml"
    head.write_text(head.read_text("utf-8") + TRACKS, encoding="utf-8")
    return str(root)


def test_the_estimate_of_an_item_is_hidden_before_its_position(tutor: Command) -> None:
    tutor.play("l-une", "b\n2\n")
    said = tutor(*SMALL, "des", "C5.N.1")
    assert said.out.startswith("C5.N.1, Revoit ses patients. Pas encore de position.\n")
    assert "Estimation" not in said.out
    assert "1. J'observe\n" in said.out
    said = tutor(*SMALL, "des", "c5.n.1", "4")
    assert said.out.startswith("Position enregistrée.\n")
    assert "Vous : Je fais seul, le " in said.out
    assert "Estimation 0,67, entre " in said.out
    assert "sur 1 réponse : données insuffisantes." in said.out
    assert tutor.rows("positionings")[0]["value"] == "4"


def test_a_competency_lists_its_items_under_their_levels(tutor: Command) -> None:
    out = tutor(*SMALL, "des", "C5").out
    assert out.index("Niveau Novice.") < out.index("C5.N.1") < out.index("C5.I.1")
    tutor(*SMALL, "des", "C5", "i")
    assert "C5, Continuité. Vous : intermédiaire, le " in tutor(*SMALL, "des", "C5").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("C9",), "pas d'item « C9 »"),
        (("C5.N.1", "6"), "« 6 » n'est pas une position sur un item"),
        (("C5.N.1", "n"), "« n » n'est pas une position sur un item"),
        (("C5", "3"), "« 3 » n'est pas une position sur une compétence"),
        (("C9", "3"), "pas d'item « C9 »"),
    ],
)
def test_what_is_no_code_or_no_position_is_refused(
    tutor: Command, words: tuple[str, ...], said: str
) -> None:
    found = tutor(*SMALL, "des", *words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
    assert tutor.rows("positionings") == []


def test_items_without_a_position_are_asked_one_after_the_other(
    tutor: Command,
) -> None:
    out = tutor(*SMALL, "des", "C5", "--place", typed="2\n?\n9\n\n5\n").out
    assert out.startswith("3 items sans position.")
    assert out.count("1. J'observe") == 2
    assert out.endswith("2 positions enregistrées.\n")
    values = {row["code"]: row["value"] for row in tutor.rows("positionings")}
    assert values == {"C5.N.1": "2", "C5.I.1": "5"}
    out = tutor(*SMALL, "des", "--place", typed="q\n").out
    assert out.startswith("2 items sans position.")
    assert out.endswith("0 position enregistrée.\n")


def test_all_placed_is_said(tutor: Command) -> None:
    tutor(*SMALL, "des", "--place", typed="1\n" * 9)
    assert tutor(*SMALL, "des", "--place").out.startswith("Vous avez une position")


def test_a_position_that_moved_says_the_first_and_the_last() -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC)
    stands = [
        Stand(day.date(), "1"),
        Stand((day + timedelta(days=30)).date(), "4"),
    ]
    fields = {"id": "p", "course": "c", "code": "C5.N.1", "value": "4", "at": day}
    said = own_text(Positioning.model_validate(fields), stands)
    assert (
        eased(said)
        == "Vous : J'observe le 01/03/2026, puis Je fais seul le 31/03/2026."
    )


def test_tracks_are_listed_and_one_is_followed(tutor: Command, course: str) -> None:
    one, two = tutor("--course", course, "tracks").out.splitlines()
    assert one.startswith("Le plus court (court) : 1 leçon, ")
    assert one.endswith("Pour le suivre : tutor tracks court")
    assert two.endswith("C'est le parcours suivi.")
    one, two = tutor("--course", course, "tracks", "court").out.splitlines()
    assert one.endswith("C'est le parcours suivi.")
    status = tutor("--course", course, "status").out
    assert "Parcours suivi : Le plus court, il reste 1 leçon, " in status


def test_a_track_nobody_knows_is_refused_and_a_course_may_have_none(
    tutor: Command, course: str
) -> None:
    said = tutor("--course", course, "tracks", "autre")
    assert (said.status, said.out) == (2, "")
    assert tutor(*SMALL, "tracks").out == "Ce cours n'a pas de parcours.\n"
