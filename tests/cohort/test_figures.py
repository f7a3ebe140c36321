"""The figures of a group are what the interns' own tutors would say, put together."""

from statistics import fmean

import pytest

from tests.cohort.cohorts import ParisClock, figures_from, row, rows_of, small_course
from tests.cohort.counted import SIDES, bundles, close, figures, means, shown, standings
from tests.cohort.samples import HANDED, SECRET
from tests.course.shipped import course
from tests.domain.bundles import handed_answer, handed_bundle
from tests.factories import NOON
from tests.reports.samples import figures as hand_made
from tutor.cohort.intervals import mean, moments, share
from tutor.domain.errors import WrongUseError
from tutor.domain.evidence import weigh
from tutor.domain.figures import Estimate, Hidden, Place
from tutor.reports.views import PARTS, parts_of
from tutor.services.gap import gap_of
from tutor.services.learner_figures import record_of

pytestmark = pytest.mark.no_cover


def test_items_are_means_over_people_of_the_answers_that_count() -> None:
    clock = ParisClock()
    weighed = [weigh(record_of([b]).answers, clock) for b in bundles()]
    for found in rows_of(figures().table("items")):
        code = found["code"]
        expected = means(
            [answer.credit for answer, _ in rows if code in answer.items]
            for rows in weighed
        )
        if expected is not None and found["estimate"] is not None:
            assert close(found["estimate"], expected)
            counted = sum(code in a.items for rows in weighed for a, _ in rows)
            assert found["answers"] == counted
    assert shown("items", "estimate") > 20


def test_competencies_count_each_answer_once() -> None:
    clock = ParisClock()
    weighed = [weigh(record_of([b]).answers, clock) for b in bundles()]
    for each in course().framework.competence:
        codes = {item.code for item in each.item}
        expected = means(
            [a.credit for a, _ in rows if not codes.isdisjoint(a.items)]
            for rows in weighed
        )
        assert expected is not None
        assert close(row(figures(), "competencies", each.code)["estimate"], expected)
    assert shown("competencies", "estimate") == len(course().framework.competence)


def test_positions_are_the_last_ones() -> None:
    for found in rows_of(figures().table("items")):
        own = [s.positionings.get(str(found["code"])) for s in standings()]
        values = [int(each.value) for each in own if each]
        if len(values) > 2:
            assert found["positioned"] == len(values)
            assert close(found["positioning"], mean(moments(values), 1, 5))
    assert shown("items", "positioning") > 20


def test_the_gap_follows_the_rule_of_the_interns_own_tutor() -> None:
    told = 0
    for each in course().framework.competence:
        sides = []
        for standing in standings():
            own = standing.positionings.get(each.code)
            gap = gap_of(own.value if own else None, standing.competencies[each.code])
            if gap != "none":
                sides.append(SIDES[gap])
        found = row(figures(), "gap", each.code)
        assert found["people"] in {len(sides), Hidden(hidden="few")}
        for side in ("above", "near", "below"):
            if not isinstance(found[side], Hidden):
                assert found[side] == sides.count(side)
                told += sides.count(side)
    assert told > 5


def test_calibration_counts_every_rated_answer() -> None:
    for level in (1, 2, 3):
        rated = [
            [a.credit for a in b.answers if a.certainty == level] for b in bundles()
        ]
        expected = means(rated)
        assert expected is not None
        found = row(figures(), "calibration", str(level))
        assert found["answers"] == sum(map(len, rated))
        assert close(found["right"], expected)


def test_misconceptions_hold_as_in_each_ledger() -> None:
    told = 0
    for found in rows_of(figures().table("misconceptions")):
        holders = [
            any(entry.code == found["code"] for entry in standing.ledger)
            for standing in standings()
        ]
        if isinstance(found["hold"], Estimate):
            assert round(found["hold"].value * found["hold"].n) == sum(holders)
            told += sum(holders)
        if isinstance(found["place"], Place):
            line = (found["place"].file, found["place"].line)
            assert line in {
                (unit.path, question.line)
                for unit in course().units
                for question in unit.questions
                if question.id == found["question"]
            }
    assert told > 20


def test_the_survey_compares_those_who_took_it_twice() -> None:
    for found in rows_of(figures().table("survey")):
        pairs = [
            [s.value for s in bundle.survey if s.question == found["scale"]]
            for bundle in bundles()
        ]
        both = [pair for pair in pairs if len(pair) == 2]
        assert found["people"] == len(both) > 5
        assert close(found["before"], mean(moments(p[0] for p in both), 1, 5))
        assert close(found["after"], mean(moments(p[1] for p in both), 1, 5))
        assert close(found["shift"], mean(moments(p[1] - p[0] for p in both), -4, 4))
    assert shown("survey", "shift") > 5


def test_lessons_and_tracks_are_counted_as_handed_in() -> None:
    states = [{lesson.id: lesson.state for lesson in b.lessons} for b in bundles()]
    for found in rows_of(figures().table("lessons")):
        lesson = str(found["lesson"])
        done = sum(state[lesson] == "done" for state in states)
        begun = sum(state[lesson] != "new" for state in states)
        assert close(found["done"], share(done, len(states)))
        assert close(found["started"], share(begun, len(states)))
    for track in course().head.parcours:
        shares = [
            fmean(state[lesson] == "done" for lesson in track.lecons)
            for state in states
        ]
        found = row(figures(), "tracks", track.id)
        assert close(found["done"], mean(moments(shares), 0, 1))
    assert shown("tracks", "done") > 2
    assert shown("lessons", "done") > 8


def test_who_handed_in_is_told_by_group() -> None:
    rows = rows_of(figures().table("handed-in"))

    assert rows[0]["people"] == 14
    assert rows[0]["answers"] == sum(len(b.answers) for b in bundles())
    assert rows[0]["expected"] is None
    for kind in ("Promotion", "Semestre"):
        inside = [r for r in rows if str(r["group"]).startswith(kind)]
        assert sum(r["people"] for r in inside if isinstance(r["people"], int)) == 14
        assert (
            sum(r["answers"] for r in inside if isinstance(r["answers"], int))
            == (rows[0]["answers"])
        )


def test_an_answer_to_an_earlier_key_counts_for_items_and_not_for_the_question() -> (
    None
):
    old = [
        handed_bundle(
            bundle_id=f"{n:032x}",
            learner_id=f"{n:032x}",
            answers=(handed_answer(n, question="a-qru", items=("C5.N.1",)),),
        )
        for n in range(6)
    ]
    found = figures_from(old, small_course())

    assert row(found, "questions", "a-qru")["people"] == 0
    assert row(found, "items", "C5.N.1")["people"] == 6


def test_questions_say_where_they_stand() -> None:
    for found in rows_of(figures().table("questions")):
        assert isinstance(found["place"], Place)
        assert found["place"].file.endswith(".md")


def test_the_head_says_what_it_is_about() -> None:
    found = figures()

    assert (found.course, found.version) == (course().head.id, course().head.version)
    assert (found.people, found.bundles, found.least_group) == (14, 14, 2)
    assert found.made_at == NOON
    assert HANDED < NOON


def test_the_same_cohort_can_be_counted_twice() -> None:
    assert figures_from(bundles()[:6], least=2) == figures_from(bundles()[:6], least=2)


def test_a_group_of_one_is_refused() -> None:
    with pytest.raises(WrongUseError):
        figures_from(bundles()[:1], least=1)


def test_nobody_makes_tables_without_numbers() -> None:
    found = figures_from((), small_course())

    assert found.people == 0
    assert {table.id for table in found.tables} == {t.id for t in figures().tables}
    assert not any(
        isinstance(c, Estimate) for t in found.tables for r in t.rows for c in r
    )


def test_no_word_of_a_person_is_in_any_table() -> None:
    dumped = figures_from(bundles(), least=2).model_dump_json(exclude={"refused"})

    assert SECRET not in dumped
    assert not any(b.learner_id in dumped or b.bundle_id in dumped for b in bundles())


def test_every_table_has_its_words_its_part_and_its_like_in_the_samples() -> None:
    made = {grid.id for part in parts_of(figures()) for grid in part.grids}
    placed = {name for names in PARTS.values() for name in names}

    assert made <= placed, "name the new table in PARTS of tutor/reports/views.py"
    drawn = {table.id for table in hand_made().tables}
    assert made <= drawn, (
        "draw its like in tests/reports/samples.py: formats meet there"
    )
