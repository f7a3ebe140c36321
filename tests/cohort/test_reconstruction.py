"""Somebody with a pencil and the whole report cannot work out what a few people did.

What they know is taken for linear equations over people: each number shown is the sum,
over a group, of what each person did. No sum about fewer people than the least group
may follow from them, and no hidden number that counts so few.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cohort.cohorts import ParisClock, figures_from, rows_of, small_course
from tests.cohort.samples import SECRET, sample_bundles
from tutor.cohort.roster import folded
from tutor.domain.bundle import Bundle
from tutor.domain.course import Course
from tutor.domain.evidence import weigh
from tutor.domain.figures import Estimate, Figures
from tutor.domain.question import Choice
from tutor.domain.reference import Track
from tutor.services.learner_figures import record_of

pytestmark = pytest.mark.no_cover

LEAST = 5
COUNTS_OF_PEOPLE = {"people", "positioned", "above", "near", "below", "disputes"}
SHARES_OF_PEOPLE = {
    ("lessons", "started"),
    ("lessons", "done"),
    ("lessons-by-promotion", "done"),
    ("lessons-by-semester", "done"),
    ("misconceptions", "hold"),
    ("questions", "sure-wrong"),
    ("options", "chosen"),
}
Row = dict[object, Fraction]
COHORTS = st.tuples(
    st.integers(3, 18),
    st.integers(0, 10**6),
    st.sampled_from([("2024",), ("2024", "2025"), ("2023", "2024", "2025", "2026")]),
)


@cache
def tracked_course() -> Course:
    """Return the small course with two tracks that share a lesson."""
    course = small_course()
    tracks = (
        Track(id="tout", titre="Tout", lecons=("alpha", "beta")),
        Track(id="court", titre="Court", lecons=("beta",)),
    )
    head = course.head.model_copy(update={"parcours": tracks})
    return course.model_copy(update={"head": head})


def cohort(made: tuple[int, int, tuple[str, ...]]) -> tuple[Bundle, ...]:
    """Return the bundles of a random cohort that went far or hardly began."""
    count, seed, promotions = made
    return sample_bundles(
        count, seed, of=tracked_course(), answers=6, promotions=promotions
    )


def few(part: float) -> bool:
    """Return whether a number tells of a few people."""
    return 0 < part < LEAST


class Known:
    """What somebody knows: sums of unknowns, solved as far as they go."""

    def __init__(self, rows: Iterable[Iterable[object]]) -> None:
        self._rows: list[tuple[object, Row]] = []
        for each in rows:
            self.learn({key: Fraction(1) for key in each})

    def learn(self, row: Row) -> None:
        """Add a sum."""
        left = self._left(row)
        if left:
            pivot = next(iter(left))
            scaled = {key: value / left[pivot] for key, value in left.items()}
            self._rows.append((pivot, scaled))

    def tells(self, keys: Iterable[object]) -> bool:
        """Return whether the sum of some unknowns follows."""
        return not self._left({key: Fraction(1) for key in keys})

    def _left(self, row: Row) -> Row:
        """Return what remains of a sum once all that is known is taken away."""
        left = dict(row)
        for pivot, other in self._rows:
            times = left.get(pivot, Fraction(0))
            if times:
                for key, value in other.items():
                    left[key] = left.get(key, Fraction(0)) - times * value
        return {key: value for key, value in left.items() if value}


def members(
    bundles: Sequence[Bundle], found: Figures, kind: str
) -> dict[str, set[int]]:
    """Return who is in each promotion or semester that the report shows."""
    rows = rows_of(found.table(f"lessons-by-{kind}"))
    labels = {str(row[kind]) for row in rows}
    groups: dict[str, set[int]] = {label: set() for label in labels}
    rest = next((label for label in labels if label.startswith("autres")), None)
    for number, bundle in enumerate(bundles):
        said = bundle.promotion if kind == "promotion" else str(bundle.semester or "")
        label = next(
            (e for e in labels if folded(e) == folded(said or "non dit")), rest
        )
        assert label is not None
        groups[label].add(number)
    return groups


def done(bundle: Bundle, lesson: str) -> bool:
    """Return whether somebody has done a lesson."""
    return any(each.id == lesson and each.state == "done" for each in bundle.lessons)


@settings(max_examples=12)
@given(COHORTS)
def test_nobody_can_be_found_again(made: tuple[int, int, tuple[str, ...]]) -> None:
    bundles = cohort(made)
    found = figures_from(bundles, tracked_course(), LEAST)

    no_cell_tells_of_a_few(found)
    no_group_of_a_few_is_told(bundles, found)
    no_few_lessons_are_told(bundles, found)
    no_few_ticks_are_told(found)
    no_two_means_differ_by_a_few(bundles, found)
    no_text_of_anybody_is_there(bundles, found)


def no_cell_tells_of_a_few(found: Figures) -> None:
    """Look at each number by itself."""
    for table in found.tables:
        for row in rows_of(table):
            for column, cell in row.items():
                if isinstance(cell, Estimate):
                    assert cell.n >= LEAST, (table.id, column)
                    if (table.id, column) in SHARES_OF_PEOPLE:
                        part = round(cell.value * cell.n)
                        assert not few(part), (table.id, column)
                        assert not few(cell.n - part), (table.id, column)
                elif column in COUNTS_OF_PEOPLE and isinstance(cell, int):
                    assert not few(cell), (table.id, column)


def no_group_of_a_few_is_told(bundles: Sequence[Bundle], found: Figures) -> None:
    """Look for a sum of groups that leaves a few people over."""
    everyone = range(len(bundles))
    shown = [set(everyone)] if len(bundles) >= LEAST else []
    for kind in ("promotion", "semester"):
        groups = members(bundles, found, kind).values()
        shown += [group for group in groups if len(group) >= LEAST]
    known = Known(shown)
    for size in range(1, min(LEAST, len(bundles))):
        for some in combinations(everyone, size):
            assert not known.tells(some)


def no_few_lessons_are_told(bundles: Sequence[Bundle], found: Figures) -> None:
    """Look for a sum of lessons, tracks and groups that a few people make."""
    everyone = set(range(len(bundles)))
    cells = list(lesson_cells(bundles, found, everyone))
    known = Known(keys for keys, is_shown in cells if is_shown)
    for row in rows_of(found.table("tracks")):
        if isinstance(row["done"], Estimate):
            track = next(
                t for t in tracked_course().head.parcours if t.id == row["track"]
            )
            known.learn(
                {(p, each): Fraction(1) for p in everyone for each in track.lecons}
            )
    for keys, _ in cells:
        part = sum(done(bundles[person], lesson) for person, lesson in keys)
        if few(part) or few(len(keys) - part) or few(len(keys)):
            assert not known.tells(keys)


def lesson_cells(
    bundles: Sequence[Bundle], found: Figures, everyone: set[int]
) -> Iterator[tuple[set[tuple[int, str]], bool]]:
    """Yield whom and which lesson each number is about, and whether it is shown."""
    for row in rows_of(found.table("lessons")):
        lesson = str(row["lesson"])
        yield {(p, lesson) for p in everyone}, isinstance(row["done"], Estimate)
    for kind in ("promotion", "semester"):
        groups = members(bundles, found, kind)
        for row in rows_of(found.table(f"lessons-by-{kind}")):
            lesson, group = str(row["lesson"]), groups[str(row[kind])]
            yield {(p, lesson) for p in group}, isinstance(row["done"], Estimate)


def no_few_ticks_are_told(found: Figures) -> None:
    """Look for options of a QRU that a few people took, among those hidden."""
    qrus = {
        question.id: question
        for unit in tracked_course().units
        for question in unit.questions
        if isinstance(question, Choice) and question.kind == "qru"
    }
    earned = {
        row["question"]: row["difficulty"] for row in rows_of(found.table("questions"))
    }
    options: dict[object, list[object]] = {}
    for row in rows_of(found.table("options")):
        options.setdefault(row["question"], []).append(row["chosen"])
    for name, cells in options.items():
        if name not in qrus:
            continue
        known = Known([range(len(cells))])
        for position, cell in enumerate(cells):
            if isinstance(cell, Estimate):
                known.learn({position: Fraction(1)})
        if isinstance(earned[name], Estimate):
            known.learn(dict.fromkeys(qrus[str(name)].expected, Fraction(1)))
        hidden = [n for n, cell in enumerate(cells) if not isinstance(cell, Estimate)]
        assert len(hidden) != 1
        told = [n for n in hidden if known.tells([n])]
        assert len(told) == 0 or len(told) < len(hidden)


def no_two_means_differ_by_a_few(bundles: Sequence[Bundle], found: Figures) -> None:
    """Look for two means that are the same but for a few people."""
    framework = tracked_course().framework
    codes = {item.code: {item.code} for item in framework.items}
    codes |= {
        each.code: {item.code for item in each.item} for each in framework.competence
    }
    weighed = [weigh(record_of([bundle]).answers, ParisClock()) for bundle in bundles]
    values: dict[str, dict[int, float]] = {}
    for table in ("items", "competencies"):
        for row in rows_of(found.table(table)):
            if isinstance(row["estimate"], Estimate):
                code = str(row["code"])
                each = {
                    person: [a.credit for a, _ in rows if codes[code] & set(a.items)]
                    for person, rows in enumerate(weighed)
                }
                values[code] = {p: fmean(own) for p, own in each.items() if own}
    for one, other in combinations(values.values(), 2):
        people = one.keys() | other.keys()
        assert not few(sum(one.get(p) != other.get(p) for p in people))


def no_text_of_anybody_is_there(bundles: Sequence[Bundle], found: Figures) -> None:
    """Look for words, pseudonyms, ids, and promotions that few people wrote."""
    dumped = found.model_dump_json()
    assert SECRET not in dumped
    for bundle in bundles:
        assert bundle.learner_id not in dumped
        assert bundle.bundle_id not in dumped
    said = [bundle.promotion for bundle in bundles]
    groups = [str(row["group"]) for row in rows_of(found.table("handed-in"))]
    for promotion in set(said):
        if promotion and said.count(promotion) < LEAST:
            assert not any(promotion in group for group in groups)
