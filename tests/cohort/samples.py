"""Plausible bundles of the shipped course, made with a seeded chance.

Interns differ in what they can do, in how far they went and in how sure they are; some
answer a question twice, some hand in a note or an objection, few say no promotion.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.course.shipped import course
from tests.factories import NOON
from tutor.assessment.grading import grade
from tutor.domain.bundle import Bundle
from tutor.domain.bundle_text import finished, written
from tutor.domain.course import Course, SelfRating, Unit
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
    key_hash,
)
from tutor.domain.response import as_response

PROMOTIONS = ("2024", "2025", "2026")
SECRET = "Confidence"
"""Stands in every free text and every pseudonym: no output about a group holds it."""
FIRST_DAY = NOON - timedelta(days=120)
_ELSEWHERE = 0.3
"""Share of those who begin further on than with the first lesson."""
HANDED = NOON - timedelta(days=1)


class Asked(NamedTuple):
    """A question of the course, and where it stands."""

    question: Question
    hash: str
    dossier: str | None
    step: int | None


def sample_bundles(
    count: int = 40,
    seed: int = 1,
    *,
    of: Course | None = None,
    answers: int = 120,
    promotions: tuple[str, ...] = PROMOTIONS,
) -> tuple[Bundle, ...]:
    """Return the bundles of so many interns.

    Args:
        count: how many interns.
        seed: the same seed makes the same bundles.
        of: a course; the shipped one unless told otherwise.
        answers: about how many each gives; at most one or two a question.
        promotions: those they say.
    """
    found = of or course()
    chance = Random(seed)
    return tuple(
        _Intern(found, chance, number, promotions).bundle(answers)
        for number in range(count)
    )


def sample_files(folder: Path, bundles: tuple[Bundle, ...]) -> list[Path]:
    """Write bundles to a folder, one file each, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, bundle in enumerate(bundles):
        path = folder / f"carnet-{number:05}.json"
        path.write_bytes(written(bundle))
        paths.append(path)
    return paths


def asked_in(unit: Unit) -> Iterator[Asked]:
    """Yield the scored questions of a file, with their place in a dossier."""
    inside: dict[str, tuple[str, int]] = {}
    for dossier in unit.dossiers:
        for number, step in enumerate(dossier.steps):
            for part in step.parts:
                inside[getattr(part, "id", "")] = (dossier.id, number)
    for question in unit.questions:
        dossier_id, step_number = inside.get(question.id, (None, None))
        yield Asked(question, _hash(question), dossier_id, step_number)


def any_response(question: Question, able: float, chance: Random) -> list[int] | str:
    """Return what somebody answers, the right thing with a probability of `able`."""
    knows = chance.random() < able
    match question:
        case Choice():
            return _ticks(question, knows, chance)
        case ShortAnswer():
            if knows:
                return question.accepted[0]
            wrong = [known.text for known in question.known if not known.right]
            return chance.choice([*wrong, f"{SECRET} libre"])
        case Matching():
            return _swapped(len(question.pairs), knows, chance)
        case Ordering():
            return _swapped(len(question.items_in_order), knows, chance)
        case Relay():
            atoms = range(len(question.atoms))
            return [n for n in atoms if knows or chance.random() < 0.5]
        case Concordance():
            return [chance.randint(-2, 2) for _ in question.rows]


@cache
def _known(question_id: str, kind: str) -> float:
    """Return how easy a question is, the same for everybody."""
    return Random(f"{question_id}{kind}").uniform(-1.2, 1.5)


_HASHES: dict[int, tuple[Question, str]] = {}


def _hash(question: Question) -> str:
    """Return the hash of a question's key, computed once."""
    if id(question) not in _HASHES:
        _HASHES[id(question)] = (question, key_hash(question))
    return _HASHES[id(question)][1]


def _ticks(question: Choice, knows: bool, chance: Random) -> list[int]:
    """Return ticks: the right ones, or those with some taken away and others put in.

    The last distractor of a question is hardly ever taken.
    """
    right = set(question.expected)
    if knows:
        return sorted(right)
    wrong = [i for i in range(len(question.options)) if i not in right]
    weights = [1 / (1 + 2 * rank) if rank < 3 else 0.01 for rank in range(len(wrong))]
    if not wrong:
        return sorted(right)[:1]
    taken = chance.choices(wrong, weights)[0]
    if question.kind == "qru":
        return [taken]
    right.discard(chance.choice(sorted(right)))
    return sorted({*right, taken})


def _swapped(count: int, knows: bool, chance: Random) -> list[int]:
    """Return positions in their order, two of them exchanged where not known."""
    found = list(range(count))
    if not knows:
        first, second = chance.sample(range(count), 2)
        found[first], found[second] = found[second], found[first]
    return found


class _Intern:
    """One intern, who answers as well as they can."""

    def __init__(
        self, of: Course, chance: Random, number: int, promotions: tuple[str, ...]
    ) -> None:
        self._course, self._chance, self._number = of, chance, number
        self._able = chance.gauss(0.55, 0.15)
        self._bold = chance.gauss(0, 0.3)
        self._promotion = chance.choice([*promotions * 4, ""])
        self._semester = chance.choice([1, 2, 3, 4, 5, 6, None])
        self._units = [unit for unit in of.units if unit.kind != "survey"]
        self._answered: set[str] = set()

    def bundle(self, answers: int) -> Bundle:
        """Return what they hand in."""
        given = self._answers(answers)
        parts = ["answers", "lessons", "positionings", "survey", "notes", "disputes"]
        fields = {
            "bundle_id": self._id(),
            "learner_id": self._id(),
            "learner": f"{SECRET} {self._number}",
            "promotion": self._promotion,
            "semester": self._semester,
            "exported_at": HANDED,
            "course": {
                "id": self._course.head.id,
                "version": self._course.head.version,
                "hash": "0" * 64,
            },
            "consent": {"at": HANDED, "parts": parts, "statement": "D'accord."},
            "answers": given,
            "lessons": self._lessons(),
            "positionings": list(self._positionings()),
            "survey": list(self._survey()),
            "notes": self._notes(),
            "disputes": self._disputes(given),
        }
        return finished(Bundle.model_validate(fields))

    def _answers(self, count: int) -> list[dict[str, object]]:
        """Return their answers, file after file, some questions a second time."""
        asked = [each for unit in self._units for each in asked_in(unit)]
        start = self._chance.randrange(max(1, len(asked) // 3))
        start = start if self._chance.random() < _ELSEWHERE else 0
        most = round(count * self._chance.uniform(0.5, 1.5))
        mine = (asked[start:] + asked[:start])[:most]
        rows = []
        for number, each in enumerate(mine):
            at = FIRST_DAY + timedelta(hours=number * 2)
            rows.append(self._answer(each, at))
            if self._chance.random() < 0.05:
                rows.append(self._answer(each, at + timedelta(days=20)))
        return sorted(rows, key=lambda row: str(row["at"]))

    def _answer(self, asked: Asked, at: datetime) -> dict[str, object]:
        """Return one answer."""
        question, chance = asked.question, self._chance
        again = 0.25 if question.id in self._answered else 0.0
        able = self._able + 0.2 * _known(question.id, question.kind) + again
        response = any_response(question, able, chance)
        credit = grade(question, as_response(question.kind, response)).credit
        self._answered.add(question.id)
        sure = self._bold + able + chance.gauss(0, 0.3)
        certainty = 3 if sure > 0.85 else 2 if sure > 0.45 else 1
        return {
            "id": self._id(),
            "question": question.id,
            "key_hash": asked.hash,
            "kind": question.kind,
            "dossier": asked.dossier,
            "step": asked.step,
            "items": list(question.items),
            "response": response,
            "credit": credit,
            "certainty": certainty if question.asks_certainty else None,
            "at": at,
            "seconds": round(chance.lognormvariate(3.2, 0.6), 1),
            "run": f"{self._number:032x}",
        }

    def _lessons(self) -> list[dict[str, object]]:
        """Return how far each lesson is."""
        rows: list[dict[str, object]] = []
        for unit in self._course.lessons:
            mine = {question.id for question in unit.questions}
            done = mine & self._answered
            state = "done" if done == mine else "started" if done else "new"
            rows.append({"id": unit.id, "state": state})
        return rows

    def _positionings(self) -> Iterator[dict[str, object]]:
        """Yield where they place themself on items and competencies."""
        for code in sorted(self._course.framework.codes):
            if self._chance.random() < 0.6:
                value = min(5, max(1, round(self._able * 5 + self._bold * 3)))
                yield {"code": code, "value": str(value), "at": FIRST_DAY}
        for each in self._course.framework.competence:
            value_ = self._chance.choice("NIC")
            yield {"code": each.code, "value": value_, "at": FIRST_DAY}

    def _survey(self) -> Iterator[dict[str, object]]:
        """Yield the survey before and, for most, after."""
        scales = [b for u in self._course.units if u.kind == "survey" for b in u.blocks]
        after = self._chance.random() < 0.7
        for scale in scales:
            if isinstance(scale, SelfRating):
                most = len(scale.scale)
                first = self._chance.randint(1, most)
                yield _said(scale.id, first, "avant", FIRST_DAY)
                if after:
                    last = min(most, first + self._chance.choice((0, 0, 1)))
                    yield _said(scale.id, last, "après", HANDED)

    def _notes(self) -> list[dict[str, object]]:
        """Return a note, from some."""
        if self._chance.random() > 0.2:
            return []
        return [{"subject": "reflexion", "text": f"{SECRET} de note.", "at": HANDED}]

    def _disputes(self, given: list[dict[str, object]]) -> list[dict[str, object]]:
        """Return an objection, from some."""
        if not given or self._chance.random() > 0.3:
            return []
        about = self._chance.choice(given)["question"]
        return [{"subject": about, "text": f"{SECRET} : ambigu.", "at": HANDED}]

    def _id(self) -> str:
        """Return a random id."""
        return f"{self._chance.getrandbits(128):032x}"


def _said(scale: str, value: int, run: str, at: datetime) -> dict[str, object]:
    """Return one answer to the survey."""
    return {"question": scale, "value": value, "run": run, "at": at}
