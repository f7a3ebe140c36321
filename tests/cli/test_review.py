"""`tutor review`: how long, what was sure and dangerous, when the next one is."""

import re

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep, long_ago

SMALL = ("--course", str(COURSE))
REVIEW = (*SMALL, "review")


def test_the_end_of_a_review_says_when_the_next_one_is(tutor: Command) -> None:
    keep(tutor.home, *long_ago("b-une"))
    said = tutor(*REVIEW, "--plain", typed="a\n1\n")

    assert said.status == 0
    assert "Fin de « Révision »." in said.out
    assert re.search(r"\nProchaine révision : [^,]+, 1 question\.\n$", said.out)


def test_where_nothing_is_due_the_next_day_is_said(tutor: Command) -> None:
    tutor.play("b-une", "b\n2\n")
    said = tutor(*REVIEW)

    lines = said.out.splitlines()
    assert lines[0] == "Rien n'est à revoir aujourd'hui."
    assert lines[1].startswith("Prochaine révision : ")
    assert said.status == 0


def test_a_time_begins_a_new_review_and_is_kept_where_asked(tutor: Command) -> None:
    keep(tutor.home, *long_ago("b-une", "l-sans"))
    tutor(*REVIEW, "--minutes", "5", typed="p\n")
    assert tutor.rows("preferences") == []
    assert len(tutor.rows("runs")) == 1

    said = tutor(*REVIEW, "--minutes", "20", "--keep", typed="p\n")
    assert said.out.startswith("Durée d'une révision : 20 minutes, gardée.\n")
    assert tutor.rows("preferences") == [{"review_minutes": 20}]
    assert len(tutor.rows("runs")) == 2


@pytest.mark.parametrize("minutes", ["4", "61", "0", "-15", "99999999999999999999"])
def test_a_time_no_review_can_take_is_refused(tutor: Command, minutes: str) -> None:
    said = tutor(*REVIEW, "--minutes", minutes, "--keep")

    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tutor : Une révision dure de 5 à 60 minutes.\n")
    assert tutor.rows("preferences") == []


def test_keeping_needs_a_time(tutor: Command) -> None:
    said = tutor(*REVIEW, "--keep")

    assert (said.status, said.out) == (2, "")
    assert "mais laquelle ?" in said.err


def test_what_was_sure_and_dangerous_is_listed_and_nothing_asked(
    tutor: Command,
) -> None:
    assert tutor(*REVIEW, "--list").out == "Aucune réponse sûre et dangereuse.\n"
    tutor.play("l-une", "a\n3\n")
    said = tutor(*REVIEW, "--list")

    assert said.status == 0
    assert said.out.startswith("Sûr et dangereux : 1 réponse.\n")
    assert "  vous : " in said.out
    assert "  attendu : " in said.out
    assert said.out.endswith("  pour y répondre : tutor play l-une\n")


def test_status_says_what_comes_back_besides_what_is_due(tutor: Command) -> None:
    tutor.play("l-une", "a\n3\n")
    said = tutor(*SMALL, "status")

    assert "0 question à revoir aujourd'hui." in said.out
    assert "1 réponse sûre et dangereuse : tutor review --list." in said.out
