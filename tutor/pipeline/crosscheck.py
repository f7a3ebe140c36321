"""Check course files against each other: ids, items, facts, misconceptions."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from tutor.domain.course import (
    MISSIONS,
    Callout,
    Course,
    Dossier,
    FrontMatter,
    Passage,
    SelfRating,
    Unit,
)
from tutor.domain.problem import Problem
from tutor.domain.question import Asked, Choice, ShortAnswer
from tutor.pipeline.findings import Findings
from tutor.pipeline.quality import QualityCheck
from tutor.pipeline.sequence import check_conditions, check_draws


def crosscheck(
    course: Course,
    units: tuple[Unit, ...],
    today: date,
    taken: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """Return what is wrong between files.

    Args:
        course: the course whose reference files rule.
        units: the lessons and banks to check, all of them for a whole course.
        today: the day on which dates are judged.
        taken: the ids of the files that are not checked, and where each stands.
    """
    known = frozenset(unit.id for unit in units) | taken.keys()
    banks = {unit.id: unit for unit in units if unit.kind == "bank"}
    check = _CrossCheck(course, today, taken, known)
    quality = QualityCheck(course, today)
    problems: list[Problem] = []
    for unit in units:
        findings = Findings(unit.path)
        check.unit(unit, findings)
        check_draws(unit, banks, taken, findings)
        check_conditions(unit, findings)
        quality.unit(unit, findings)
        problems.extend(findings.problems)
    return problems


class _CrossCheck:
    """One pass over the units, with the ids seen so far."""

    def __init__(
        self,
        course: Course,
        today: date,
        taken: Mapping[str, str],
        known: frozenset[str],
    ) -> None:
        self._course = course
        self._today = today
        self._codes = course.framework.codes
        self._dossier_codes = {
            code for fact in course.facts.values() for code in fact.dossier
        }
        self._seen = dict(taken)
        self._known = known

    def unit(self, unit: Unit, findings: Findings) -> None:
        """Check one file."""
        self._head(unit.head, findings)
        if unit.kind == "survey":
            _check_survey(unit, findings)
        for part in unit.parts:
            if isinstance(part, Dossier):
                self._one_of_a_kind(part.id, part.line, findings)
                self._items(part.items, part.line, findings)
                for inside in part.parts:
                    self._part(inside, findings)
            else:
                self._part(part, findings)

    def _head(self, head: FrontMatter, findings: Findings) -> None:
        """Check what the top of a file says."""
        self._one_of_a_kind(head.id, 1, findings)
        self._items(head.competences, 1, findings)
        for mission in head.missions:
            if mission not in MISSIONS:
                known = ", ".join(MISSIONS)
                findings.add("mission-inconnue", 1, mission=mission, known=known)
        for lesson in head.prerequis:
            if lesson not in self._known:
                findings.add("prerequis-inconnu", 1, lesson=lesson)
        expiry = head.valide_jusqu_au
        if expiry is not None and expiry < self._today:
            findings.add("date-depassee", 1, date=expiry.isoformat())

    def _part(self, part: object, findings: Findings) -> None:
        """Check one block."""
        if isinstance(part, Passage):
            return
        line = getattr(part, "line", 1)
        block_id = getattr(part, "id", None)
        if block_id is not None:
            self._one_of_a_kind(block_id, line, findings)
        self._items(getattr(part, "items", ()), line, findings)
        if isinstance(part, Asked | Callout):
            self._facts(part.facts, line, findings)
        if isinstance(part, Asked) and part.lesson not in {None, *self._known}:
            findings.add("question-lecon-inconnue", line, lesson=part.lesson)
        for code in _misconceptions(part):
            if code not in self._course.misconceptions:
                findings.add("idee-fausse-inconnue", line, err=code)

    def _one_of_a_kind(self, found: str, line: int, findings: Findings) -> None:
        """Note an id that another file of the course already uses."""
        place = f"{findings.path}:{line}"
        first = self._seen.setdefault(found, place)
        if first != place:
            findings.add("identifiant-double", line, id=found, first=first)

    def _items(self, codes: tuple[str, ...], line: int, findings: Findings) -> None:
        """Note codes the framework does not know."""
        for code in codes:
            if code not in self._codes:
                name = self._course.framework.id
                findings.add("item-inconnu", line, item=code, framework=name)

    def _facts(self, codes: tuple[str, ...], line: int, findings: Findings) -> None:
        """Note facts that `faits.toml` does not hold."""
        for code in codes:
            if code not in self._course.facts and code not in self._dossier_codes:
                findings.add("fait-inconnu", line, fact=code)


def _check_survey(unit: Unit, findings: Findings) -> None:
    """Note what a survey cannot hold: it asks for a degree, and scores nothing."""
    for part in unit.parts:
        if not isinstance(part, Passage | Callout | SelfRating):
            findings.add("enquete-bloc", part.line, kind=part.kind)


def _misconceptions(part: object) -> list[str]:
    """Return the misconception codes a block names."""
    if isinstance(part, Choice):
        codes = [option.misconception for option in part.options]
    elif isinstance(part, ShortAnswer):
        codes = [answer.misconception for answer in part.known]
    else:
        codes = []
    return [code for code in codes if code]


def check_references(course: Course) -> list[Problem]:
    """Return what is wrong between the reference files themselves.

    Args:
        course: the whole course.
    """
    findings = Findings("content/faits.toml")
    for key, fact in course.facts.items():
        if fact.source not in course.sources:
            findings.add("source-inconnue", 1, entry=key, source=fact.source)
    timeline = Findings("content/chronologie.md")
    for event in course.timeline:
        if event.fact not in course.facts:
            timeline.add("fait-inconnu", 1, fact=event.fact)
    return [
        *findings.problems,
        *timeline.problems,
        *_tracks(course),
        *_asked(course),
    ]


def _asked(course: Course) -> list[Problem]:
    """Return the lessons that the questions of interns name and nobody wrote."""
    findings = Findings("content/vos-questions.md")
    lessons = frozenset(unit.id for unit in course.lessons)
    for asked in course.asked:
        for lesson in asked.lessons:
            if lesson not in lessons:
                name = asked.id
                findings.add("vos-questions-lecon", asked.line, lesson=lesson, id=name)
    return findings.problems


def _tracks(course: Course) -> list[Problem]:
    """Return what the tracks name that the course does not have."""
    findings = Findings("content/cours.toml")
    lessons = frozenset(unit.id for unit in course.lessons)
    banks = frozenset(unit.id for unit in course.banks)
    for track in course.head.parcours:
        if track.test and track.test not in banks:
            findings.add("test-inconnu", 1, track=track.id, bank=track.test)
        for lesson in track.lecons:
            if lesson not in lessons:
                findings.add("lecon-inconnue", 1, track=track.id, lesson=lesson)
    return findings.problems
