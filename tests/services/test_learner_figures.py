"""The report on one intern shows what their own tutor shows, to the last decimal."""

from pathlib import Path

import pytest

from tests.services.courses import desk_at
from tests.services.players import Certainty, finish, played
from tests.services.records import full_desk
from tutor.cohort.collect import collect
from tutor.domain.bundle_text import written
from tutor.domain.errors import WrongUseError
from tutor.domain.figures import Cell, Estimate, Figures
from tutor.locale import say
from tutor.services.bundling import USUAL, Choices, bundle_of
from tutor.services.desk import Desk
from tutor.services.gap import gap_of
from tutor.services.learner_figures import learner_figures
from tutor.services.positions import value_text
from tutor.services.signing import Signature

pytestmark = pytest.mark.no_cover

WREN = Signature("mésange", "2025", 3)


def handed(desk: Desk, folder: Path) -> Path:
    """Hand in what a desk has, and return the file."""
    path = folder / "carnet.json"
    choices = Choices(frozenset({*USUAL, "disputes"}))
    path.write_bytes(written(bundle_of(desk, choices, WREN)))
    return path


def figures(desk: Desk, folder: Path, learner: str = "mésange") -> Figures:
    """Return the figures of the person at a desk, by way of their bundle."""
    path = handed(desk, folder)
    with collect([path], course=desk.course) as collected:
        return learner_figures(collected, desk.course, learner, desk.clock)


def rows(found: Figures, table: str) -> list[dict[str, Cell]]:
    """Return the rows of a table by the ids of its columns."""
    ids = [column.id for column in found.table(table).columns]
    return [dict(zip(ids, each, strict=True)) for each in found.table(table).rows]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The desk of somebody who has done a lesson and a case, and placed themself."""
    desk = full_desk(tmp_path)
    for target in ("beta", "cas-1", "banque"):
        run = desk.start(target, seed=3)
        finish(run)
        desk.save(run)
    return desk


def test_items_and_competencies_are_those_of_the_tutor(
    desk: Desk, tmp_path: Path
) -> None:
    found, standing = figures(desk, tmp_path), desk.standing()
    told = {**standing.items, **standing.competencies}
    listed = [*rows(found, "own-items"), *rows(found, "own-competencies")]

    assert [row["code"] for row in listed] == list(told)
    assert any(row["estimate"] for row in listed)
    for row in listed:
        evidence = told[str(row["code"])]
        assert row["answers"] == evidence.n
        assert row["word"] == say(f"des.state.{evidence.state}")
        if evidence.estimate is None:
            assert row["estimate"] is None
        else:
            assert row["estimate"] == Estimate(
                n=evidence.n,
                value=evidence.estimate,
                low=evidence.low,
                high=evidence.high,
            )
        own = standing.positionings.get(evidence.code)
        assert row["own"] == (value_text(own.value) if own else None)
        gap = gap_of(own.value if own else None, evidence)
        assert row["gap"] == (say(f"report.gap.{gap}") if own else None)


def test_lessons_are_as_handed_in(desk: Desk, tmp_path: Path) -> None:
    found = {
        row["lesson"]: row["state"]
        for row in rows(figures(desk, tmp_path), "own-lessons")
    }

    standing = desk.standing()
    assert found == {
        name: say(f"home.state.{state}") for name, state in standing.lessons.items()
    }
    assert len(set(found.values())) > 1


def test_calibration_and_misconceptions_are_those_of_the_tutor(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    levels: tuple[Certainty, ...] = (1, 2, 3)
    for number in range(8):
        rightly, certainty = number % 3 > 0, levels[number % 3]
        played(desk, "banque", rightly=rightly, certainty=certainty)
    played(desk, "alpha", rightly=False, certainty=3)
    found, standing = figures(desk, tmp_path), desk.standing()

    assert standing.calibration is not None
    assert {
        int(str(row["certainty"])): (row["answers"], row["right"])
        for row in rows(found, "own-calibration")
    } == standing.calibration.by_level
    listed = rows(found, "own-misconceptions")
    assert listed
    assert [(row["code"], row["count"]) for row in listed] == [
        (entry.code, entry.count) for entry in standing.ledger
    ]


def test_the_head_is_about_one_person(desk: Desk, tmp_path: Path) -> None:
    found = figures(desk, tmp_path)

    assert (found.learner, found.people, found.bundles) == ("mésange", 1, 1)
    assert found.made_at == desk.clock.now()
    assert found.missing == ()


def test_words_that_stayed_at_home_do_not_matter(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "sans.json"
    path.write_bytes(written(bundle_of(desk, Choices(words=False), WREN)))
    with collect([path], course=desk.course) as collected:
        without = learner_figures(collected, desk.course, "mésange", desk.clock)

    assert without.tables[1:3] == figures(desk, tmp_path).tables[1:3]


def test_who_handed_in_nothing_has_no_figures(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError):
        figures(desk, tmp_path, "merle")
