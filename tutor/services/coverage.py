"""What a course covers: items, missions, misconceptions, facts, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from tutor.domain.course import MISSIONS, Course, Unit
from tutor.domain.evidence import LEAST_QUESTIONS
from tutor.domain.framework import Framework
from tutor.domain.question import Choice, Question, ShortAnswer
from tutor.domain.value import Value
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.services.fact_use import FactUse, fact_use

KINDS = tuple(EXTRA_NAMES)
"""Every kind of question."""
FEWEST_NAMED = 2
"""Questions that must name a misconception for it to be met again."""
Lack = Literal["none", "few", "never-first"]


class Column(Value):
    """A lesson or a bank, its dossiers counted with it."""

    id: str
    title: str
    kind: Literal["lesson", "bank"]
    minutes: int | None
    questions: int
    items: int
    """How many items of the framework its questions evidence."""


class Tally(Value):
    """How many questions evidence an item, or any item of a competency."""

    code: str
    text: str
    is_competency: bool
    primary: tuple[int, ...]
    """Questions that name it first, one number a column."""
    secondary: tuple[int, ...]
    """Questions that name it after another, one number a column."""

    @property
    def first(self) -> int:
        """How many questions name it first."""
        return sum(self.primary)

    @property
    def questions(self) -> int:
        """How many questions name it at all."""
        return self.first + sum(self.secondary)

    @property
    def lack(self) -> Lack | None:
        """What it lacks most: questions at all, enough for « solide », a first place."""
        if not self.questions:
            return "none"
        if self.questions < LEAST_QUESTIONS:
            return "few"
        return None if self.first else "never-first"

    def lessons(self, columns: tuple[Column, ...]) -> int:
        """Return how many lessons evidence it.

        Args:
            columns: the columns of the coverage.
        """
        both = zip(columns, self.primary, self.secondary, strict=True)
        return sum(column.kind == "lesson" and a + b > 0 for column, a, b in both)


class Named(Value):
    """How many questions concern a mission, or name a misconception."""

    code: str
    title: str = ""
    questions: int


class Coverage(Value):
    """What a course covers on a given day."""

    title: str
    day: date
    columns: tuple[Column, ...]
    """Lessons first, then banks."""
    tallies: tuple[Tally, ...]
    """Each competency, then its items."""
    missions: tuple[Named, ...]
    misconceptions: tuple[Named, ...]
    use: FactUse
    kinds: dict[str, int]
    """Scored questions by kind."""
    dossiers: int
    """Cases told in steps, KFP included."""
    kfp: int
    in_dossiers: int
    """Questions asked inside them."""
    facts: int
    sources: int
    terms: int
    warnings: int
    """What `tutor check` gives."""

    @property
    def lessons(self) -> tuple[Column, ...]:
        """The columns that are lessons."""
        return tuple(each for each in self.columns if each.kind == "lesson")

    @property
    def minutes(self) -> int:
        """How long the lessons say they last."""
        return sum(each.minutes or 0 for each in self.lessons)

    @property
    def questions(self) -> int:
        """All scored questions, each once."""
        return sum(self.kinds.values())

    @property
    def totals(self) -> dict[str, int]:
        """What is counted once for the whole course."""
        return {
            "lessons": len(self.lessons),
            "minutes": self.minutes,
            "banks": len(self.columns) - len(self.lessons),
            "questions": self.questions,
            "in-dossiers": self.in_dossiers,
            "dossiers": self.dossiers - self.kfp,
            "kfp": self.kfp,
            "relais": self.kinds["relais"],
            "facts": self.facts,
            "sources": self.sources,
            "terms": self.terms,
            "warnings": self.warnings,
        }


def coverage_of(course: Course, today: date, warnings: int = 0) -> Coverage:
    """Return what a course covers.

    Only scored questions count: a TCS without a panel is a card.

    Args:
        course: the course.
        today: the day on which dates are judged.
        warnings: how many `tutor check` gives.
    """
    units = (*course.lessons, *course.banks)
    asked = [question for unit in units for question in unit.questions]
    cases = [dossier for unit in units for dossier in unit.dossiers]
    kinds = Counter[str](question.kind for question in asked)
    return Coverage(
        title=course.head.titre,
        day=today,
        columns=tuple(_column(unit, course.framework) for unit in units),
        tallies=tuple(_tallies(course, units)),
        missions=tuple(_missions(units)),
        misconceptions=tuple(_misconceptions(course, asked)),
        use=fact_use(course, today),
        kinds={kind: kinds[kind] for kind in KINDS},
        dossiers=len(cases),
        kfp=sum(dossier.kind == "kfp" for dossier in cases),
        in_dossiers=sum(len(dossier.questions) for dossier in cases),
        facts=len(course.facts),
        sources=len(course.sources),
        terms=len(course.glossary),
        warnings=warnings,
    )


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """Return a coverage in the shape of the contract.

    `items` and `primary` hold competencies beside items, each question once.

    Args:
        coverage: what the course covers.
    """
    return {
        "lessons": len(coverage.lessons),
        "minutes": coverage.minutes,
        "questions": coverage.kinds,
        "dossiers": coverage.dossiers,
        "items": {each.code: each.questions for each in coverage.tallies},
        "missions": {each.code: each.questions for each in coverage.missions},
        "misconceptions": {m.code: m.questions for m in coverage.misconceptions},
        "primary": {each.code: each.first for each in coverage.tallies},
        "warnings": coverage.warnings,
    }


def _column(unit: Unit, framework: Framework) -> Column:
    """Return a file as a column."""
    named = {code for question in unit.questions for code in question.items}
    met = [item for item in framework.items if not item.feeds.isdisjoint(named)]
    return Column(
        id=unit.id,
        title=unit.title,
        kind=unit.kind,
        minutes=unit.head.duree_min,
        questions=len(unit.questions),
        items=len(met),
    )


def _tallies(course: Course, units: tuple[Unit, ...]) -> Iterator[Tally]:
    """Count each competency and each of its items, file by file.

    A question may name the competency itself, as `C1`.
    """
    tagged = [[q.items for q in unit.questions if q.items] for unit in units]
    for one in course.framework.competence:
        whole = one.names | one.feeds
        yield _tally((one.code, one.nom), whole, tagged, is_competency=True)
        for item in one.item:
            yield _tally((item.code, item.texte), item.feeds, tagged)


def _tally(
    named: tuple[str, str],
    codes: frozenset[str],
    tagged: list[list[tuple[str, ...]]],
    *,
    is_competency: bool = False,
) -> Tally:
    """Count the questions that name one of some codes, first or only later."""
    primary = [sum(items[0] in codes for items in each) for each in tagged]
    named_at_all = [
        sum(not codes.isdisjoint(items) for items in each) for each in tagged
    ]
    both = zip(named_at_all, primary, strict=True)
    code, text = named
    return Tally(
        code=code,
        text=text,
        is_competency=is_competency,
        primary=tuple(primary),
        secondary=tuple(number - first for number, first in both),
    )


def _missions(units: tuple[Unit, ...]) -> Iterator[Named]:
    """Count the questions of each mission: their own, else those of their file."""
    found = Counter(
        mission
        for unit in units
        for question in unit.questions
        for mission in set(question.missions or unit.head.missions)
    )
    for mission in MISSIONS:
        yield Named(code=mission, questions=found[mission])


def _misconceptions(course: Course, asked: Iterable[Question]) -> Iterator[Named]:
    """Count the questions whose foreseen answers name each misconception."""
    found = Counter(code for question in asked for code in _errors(question))
    for code, belief in course.misconceptions.items():
        yield Named(code=code, title=belief.title, questions=found[code])


def _errors(question: Question) -> set[str]:
    """Return the misconceptions a question names, each once."""
    if isinstance(question, Choice):
        codes = {option.misconception for option in question.options}
    elif isinstance(question, ShortAnswer):
        codes = {answer.misconception for answer in question.known}
    else:
        codes = set()
    return {code for code in codes if code}
