"""The course reaches what its plan asks: size, variety, support, both sides."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from tests.course.shipped import ROOT, course, questions
from tutor.domain.course import Passage, Unit
from tutor.domain.prose import Heading, plain, texts_of
from tutor.domain.question import Choice, Question, Relay
from tutor.pipeline.courses import read_course
from tutor.services.checking import check_paths
from tutor.services.coverage import coverage_json, coverage_of
from tutor.services.system_clock import SystemClock

pytestmark = pytest.mark.no_cover

DAY = date(2026, 11, 22)
CLOSING = (
    "Erreur travaillée",
    "Ce que cela change pour le patient",
    "La contrepartie",
    "Sur le terrain",
)
"""Headings every lesson has (rules, 34)."""
TRACKS = {"bases": 1, "niveau-1": 8, "saspas": 10, "complet": 16}
"""How many lessons each track has."""
ON_A_RULE = frozenset({"T", "O"})
"""The levels of proof on which the key of a rule may rest."""


@cache
def reach() -> dict[str, dict[str, int]]:
    """Return what `tutor coverage --json` counts."""
    return coverage_json(coverage_of(course(), DAY))


def short(counts: dict[str, int], least: int, prefix: str = "") -> dict[str, int]:
    """Return the counts below a target."""
    return {k: n for k, n in counts.items() if k.startswith(prefix) and n < least}


def headings(unit: Unit) -> list[str]:
    """Return the titles in the running text of a lesson."""
    blocks = [
        b for part in unit.blocks if isinstance(part, Passage) for b in part.blocks
    ]
    return [plain(each.text) for each in blocks if isinstance(each, Heading)]


def test_the_plan_is_complete() -> None:
    dossiers = [dossier for unit in course().units for dossier in unit.dossiers]
    relays = [d for d in dossiers if any(isinstance(q, Relay) for q in d.questions)]
    tracks = {track.id: len(track.lecons) for track in course().head.parcours}

    assert len(course().lessons) == 16
    assert 240 <= sum(unit.head.duree_min or 0 for unit in course().lessons) <= 270
    assert len(questions()) >= 320
    assert len(dossiers) >= 16
    assert len(relays) >= 4
    assert tracks == TRACKS


def test_each_item_of_coordination_is_evidenced_often_enough() -> None:
    found = reach()
    items = [i.code for i in course().framework.items if i.code.startswith("C5.")]

    assert len(items) == 21
    assert short(found["items"], 12, "C5.") == {}
    assert short(found["primary"], 6, "C5.") == {}


@pytest.mark.parametrize("code", ["C1", "C2", "C3", "C4", "C6"])
def test_each_other_competency_is_evidenced_often_enough(code: str) -> None:
    assert reach()["items"][code] >= 12


def test_each_mission_and_each_misconception_is_met_often_enough() -> None:
    found = reach()

    assert short(found["missions"], 30) == {}
    assert short(found["misconceptions"], 2) == {}


def test_nothing_is_left_for_check_to_warn_of() -> None:
    problems = check_paths(ROOT, (), SystemClock()).problems
    expiring = {"fait-perime", "appui-perime", "date-depassee"}

    assert [p for p in problems if p.code not in expiring] == []


def test_each_lesson_has_its_four_closing_sections() -> None:
    titles = {unit.id: headings(unit) for unit in course().lessons}
    last = [*CLOSING[1:]]

    assert titles
    assert [name for name, said in titles.items() if CLOSING[0] not in said] == []
    assert {name: said[-3:] for name, said in titles.items() if said[-3:] != last} == {}


def test_every_question_names_its_facts_its_source_and_an_item() -> None:
    bare = [q.id for q in questions() if not (q.facts and q.source and q.items)]

    assert bare == []


def test_every_option_says_why() -> None:
    choices = [question for question in questions() if isinstance(question, Choice)]
    silent = [
        f"{question.id}: {plain(option.text)}"
        for question in choices
        for option in question.options
        if len(plain(option.feedback).split()) < 5
    ]

    assert silent == []


def test_no_rule_is_known_from_hearsay_alone() -> None:
    """A rule taught as such has a text or an official page behind it."""
    facts = course().facts
    weak = {key for key, fact in facts.items() if fact.statut == "règle"}
    weak -= {key for key in weak if facts[key].niveau in ON_A_RULE}
    keyed = {name for q in questions() for name in course().facts_named(q.facts)}

    assert weak & keyed == set()


def test_a_question_on_a_dated_rule_tells_its_date() -> None:
    """Where every fact of a question is a rule that can expire, a year is in sight."""
    dated = re.compile(r"\b(?:19|20)\d\d\b")
    undated = []
    for question, before in asked_after():
        facts = list(course().facts_named(question.facts).values())
        expiring = [each for each in facts if each.valide_jusqu_au is not None]
        said = " ".join((*texts_of(question.stem), *before))
        if facts and len(expiring) == len(facts) and not dated.search(said):
            undated.append(question.id)

    assert undated == []


def asked_after() -> Iterator[tuple[Question, tuple[str, ...]]]:
    """Yield each question with what its dossier says before its first step."""
    for unit in course().units:
        yield from ((question, ()) for question in unit.loose_questions)
        for dossier in unit.dossiers:
            parts = [p for p in dossier.opening if isinstance(p, Passage)]
            opening = tuple(text for part in parts for text in texts_of(part.blocks))
            yield from ((question, opening) for question in dossier.questions)


def test_reading_it_twice_gives_the_same() -> None:
    assert read_course(ROOT).course == course()
