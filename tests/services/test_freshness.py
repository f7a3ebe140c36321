"""What rests on a fact whose date has passed says so, and gives nothing away."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.services.courses import desk_at
from tutor.domain.course import Course, FrontMatter
from tutor.domain.reference import Fact
from tutor.services.freshness import stale_facts, stale_file_text, stale_text

TODAY = date(2026, 11, 22)


def fact(until: date | None, *codes: str) -> Fact:
    """Return a fact that is sure until a day."""
    return Fact(
        enonce="La clé est B.",
        statut="règle",
        source="texte",
        lieu="art. 1",
        dossier=codes,
        au=date(2025, 1, 1),
        valide_jusqu_au=until,
    )


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with facts of every age."""
    facts = {
        "passe": fact(TODAY - timedelta(days=1), "L-1"),
        "ancien": fact(date(2025, 12, 31)),
        "jour": fact(TODAY, "L-2"),
        "sans": fact(None),
    }
    return desk_at(tmp_path).course.model_copy(update={"facts": facts})


@pytest.mark.parametrize(
    ("codes", "count"),
    [
        (("passe",), 1),
        (("L-1",), 1),
        (("passe", "L-1"), 1),
        (("jour", "L-2", "sans", "inconnu"), 0),
        ((), 0),
        (("passe", "ancien"), 2),
    ],
)
def test_facts_are_stale_the_day_after(
    course: Course, codes: tuple[str, ...], count: int
) -> None:
    assert len(stale_facts(course, codes, TODAY)) == count
    assert bool(stale_text(course, codes, TODAY)) == bool(count)


def test_the_earliest_day_is_said_and_not_the_fact(course: Course) -> None:
    said = stale_text(course, ("passe", "ancien"), TODAY)

    assert "31/12/2025" in said
    assert "clé" not in said


@pytest.mark.parametrize(("days", "said"), [(-1, True), (0, False), (1, False)])
def test_a_file_says_that_its_date_has_passed(days: int, said: bool) -> None:
    until = TODAY + timedelta(days=days)
    head = FrontMatter(id="x", titre="X", valide_jusqu_au=until)

    assert bool(stale_file_text(head, TODAY)) == said
    assert stale_file_text(FrontMatter(id="x", titre="X"), TODAY) == ""
