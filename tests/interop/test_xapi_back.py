"""Statements give back the bundles they were made of, and the same report."""

import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cohort.cohorts import ParisClock
from tests.cohort.samples import sample_bundles, sample_files
from tests.course.shipped import course
from tests.examples import at_least
from tests.interop.handed import any_bundle, every_kind, one_of_everything
from tutor.cohort.collect import collect
from tutor.cohort.figures import cohort_figures
from tutor.domain.bundle import Bundle
from tutor.domain.figures import Figures
from tutor.interop.statement_files import bundles_among
from tutor.interop.statement_reading import bundles_from
from tutor.interop.statements import statement_lines, statements_of
from tutor.services.learner_figures import learner_figures

pytestmark = pytest.mark.no_cover

COURSE = every_kind()


def lines(*bundles: Bundle, of: Any = COURSE) -> list[bytes]:
    """Return the lines that bundles make."""
    return list(
        chain.from_iterable(statement_lines(statements_of(b, of)) for b in bundles)
    )


def later(bundle: Bundle, number: int) -> Bundle:
    """Return what the same person hands in later, having done less than before."""
    return bundle.model_copy(
        update={
            "bundle_id": f"{number:032x}",
            "exported_at": bundle.exported_at.replace(hour=13),
            "learner": f"{bundle.learner} bis",
            "answers": bundle.answers[: len(bundle.answers) // 2],
        }
    )


def test_everything_comes_back() -> None:
    bundle = one_of_everything()
    assert bundles_from(lines(bundle)) == ((bundle,), ())


@at_least(50)
@given(st.lists(any_bundle(), max_size=3, unique_by=lambda each: each.bundle_id))
def test_any_bundle_comes_back_exactly(bundles: list[Bundle]) -> None:
    assert bundles_from(lines(*bundles)) == (tuple(bundles), ())


@settings(max_examples=25)
@given(st.lists(any_bundle(), max_size=3), st.randoms(use_true_random=False))
def test_in_any_order_and_twice_the_same_comes_back(
    bundles: list[Bundle], chance: random.Random
) -> None:
    mixed = lines(*bundles) * 2
    chance.shuffle(mixed)
    found, refused = bundles_from(mixed)
    assert refused == ()
    assert {each.digest for each in found} == {each.digest for each in bundles}


def test_statements_as_a_record_store_gives_them_come_back() -> None:
    bundle = one_of_everything()
    added = {
        "stored": "2026-11-22T12:00:01.000Z",
        "timestamp": "2026-11-22T12:00:00.000Z",
        "version": "1.0.0",
        "authority": {"mbox": "mailto:lrs@example.org"},
    }
    said = [{**each, **added} for each in statements_of(bundle, COURSE)]
    assert bundles_from(said) == ((bundle,), ())


def figures_of(
    paths: Sequence[str], who: str | None = None, **more: Any
) -> tuple[Figures, Figures]:
    """Return the figures of a group and of one person, from any files."""
    with (
        bundles_among(paths) as among,
        collect(among.paths, course=course(), **more) as collected,
    ):
        assert among.refused == ()
        clock = ParisClock()
        whole = cohort_figures(collected, course(), least_group=3, clock=clock)
        name = who or collected.people[0].learner
        own = learner_figures(collected, course(), name, clock)
        told = among.all_refused(whole.refused)
        return whole.model_copy(update={"refused": told}), own


@pytest.fixture(scope="module")
def cohort() -> tuple[Bundle, ...]:
    """A group, some of whom handed in twice."""
    bundles = sample_bundles(12, seed=11, answers=50)
    return (*bundles, *(later(b, n) for n, b in enumerate(bundles[:4])))


@pytest.mark.parametrize("more", [{}, {"promotion": "2025"}])
def test_the_report_is_the_same_cell_by_cell(
    cohort: tuple[Bundle, ...], tmp_path: Path, more: dict[str, Any]
) -> None:
    sample_files(tmp_path / "files", cohort)
    told = tmp_path / "told"
    told.mkdir()
    for number, bundle in enumerate(cohort):
        (told / f"{number:02}.jsonl").write_bytes(b"".join(lines(bundle, of=course())))
    who = next(b.learner_id for b in cohort if b.promotion == "2025")
    by_files = figures_of([str(tmp_path / "files")], who, **more)
    by_statements = figures_of([str(told)], who, **more)
    for expected, found in zip(by_files, by_statements, strict=True):
        assert len(expected.tables) >= 5
        assert [t.id for t in expected.tables] == [t.id for t in found.tables]
        for table in expected.tables:
            assert found.table(table.id) == table
        assert (found.people, found.bundles) == (expected.people, expected.bundles)
        reasons = [(r.message_id, r.used) for r in expected.refused]
        assert [(r.message_id, r.used) for r in found.refused] == reasons
    assert by_files[0].people > 2


def test_one_file_of_everybody_gives_the_same_too(
    cohort: tuple[Bundle, ...], tmp_path: Path
) -> None:
    sample_files(tmp_path / "files", cohort)
    path = tmp_path / "lrs.jsonl"
    path.write_bytes(b"".join(lines(*cohort, of=course())))
    (expected, _), (found, _) = (
        figures_of([str(tmp_path / "files")]),
        figures_of([str(path)]),
    )
    assert found.tables == expected.tables
