"""Bundles of very many interns, made fast: as the tutor writes them, to the byte."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.cohort.samples import PROMOTIONS, Asked, any_response, asked_in
from tests.course.shipped import course
from tutor.assessment.grading import grade
from tutor.domain.bundle import SCHEMA
from tutor.domain.course import SelfRating
from tutor.domain.response import as_response

ANSWERS = 300
_START = datetime(2026, 1, 5, 8, tzinfo=UTC)
_VARIANTS = 12
"""Different answers to one question; interns draw from them."""
_HEX = 128


class _Variant(NamedTuple):
    """An answer to a question, but for who gave it and when."""

    before: str
    """From its certainty to what comes before its id."""
    middle: str
    """Between its id and its run."""
    after: str
    """After its seconds."""


def make_bundles(folder: Path, interns: int, answers: int = ANSWERS) -> None:
    """Write one bundle an intern to a folder.

    Args:
        folder: made where there is none.
        interns: how many; the first ones are the same whatever the number.
        answers: how many each gives.
    """
    folder.mkdir(parents=True)
    maker = _Maker(Random(7))
    for number in range(interns):
        text = maker.bundle(Random(number), answers)
        (folder / f"carnet-{number:05}.json").write_text(text, encoding="utf-8")


class _Maker:
    """Makes bundles of the course that travels with the tutor."""

    def __init__(self, chance: Random) -> None:
        self._course = course()
        units = [unit for unit in self._course.units if unit.kind != "survey"]
        self._pool = [
            [_variant(asked, chance) for _ in range(_VARIANTS)]
            for unit in units
            for asked in asked_in(unit)
        ]
        self._scales = [
            block.id
            for unit in self._course.units
            for block in unit.blocks
            if unit.kind == "survey" and isinstance(block, SelfRating)
        ]

    def bundle(self, chance: Random, answers: int) -> str:
        """Return the file of an intern."""
        head = self._course.head
        parts = ["answers", "lessons", "positionings", "survey"]
        consent = {
            "at": _at(400),
            "items": [],
            "parts": parts,
            "statement": "D'accord.",
        }
        said = {"id": head.id, "version": head.version, "hash": "0" * 64}
        fields = {
            "answers": _listed(self._answers(chance, answers)),
            "bundle_id": _dumped(_id(chance)),
            "consent": _dumped(consent),
            "course": _dumped(said),
            "disputes": "[]",
            "exported_at": _dumped(_at(400)),
            "learner": _dumped(f"interne {_id(chance)[:8]}"),
            "learner_id": _dumped(_id(chance)),
            "lessons": _listed(self._lessons(chance)),
            "notes": "[]",
            "positionings": _listed(self._positionings(chance)),
            "promotion": _dumped(chance.choice(PROMOTIONS)),
            "schema": _dumped(SCHEMA),
            "semester": str(chance.randint(1, 6)),
            "survey": _listed(self._survey(chance)),
        }
        lines = {name: f'"{name}":{value}' for name, value in fields.items()}
        whole = "{" + ",".join(lines.values()) + "}"
        digest = hashlib.sha256(whole.replace("\n", "").encode()).hexdigest()
        lines["digest"] = f'"digest":"{digest}"'
        ordered = (lines[name] for name in sorted(lines))
        return "{\n" + ",\n".join(ordered) + "\n}\n"

    def _answers(self, chance: Random, count: int) -> Iterator[str]:
        """Yield answers, oldest first, some questions a second time."""
        start, run = chance.randrange(len(self._pool)), _id(chance)
        for number in range(count):
            found = self._pool[(start + number) % len(self._pool)]
            one = found[int(chance.random() * _VARIANTS)]
            at = _at(number * 0.9)
            seconds = round(5 + chance.random() * 60, 1)
            yield (
                f'{{"at":"{at}",{one.before}"id":"{_id(chance)}",{one.middle}'
                f'"run":"{run}","seconds":{seconds},{one.after}}}'
            )

    def _lessons(self, chance: Random) -> Iterator[str]:
        """Yield how far each lesson is."""
        for unit in self._course.lessons:
            state = chance.choice(("new", "started", "done", "done"))
            yield _dumped({"id": unit.id, "state": state})

    def _positionings(self, chance: Random) -> Iterator[str]:
        """Yield where an intern places themself."""
        for code in sorted(self._course.framework.codes):
            value = str(chance.randint(1, 5))
            yield _dumped({"at": _at(10), "code": code, "value": value})
        for each in self._course.framework.competence:
            value = chance.choice("NIC")
            yield _dumped({"at": _at(10), "code": each.code, "value": value})

    def _survey(self, chance: Random) -> Iterator[str]:
        """Yield the survey, before and after."""
        for run, day in (("avant", 1), ("après", 390)):
            for scale in self._scales:
                value = chance.randint(1, 5)
                said = {"at": _at(day), "question": scale, "run": run, "value": value}
                yield _dumped(said)


def _variant(asked: Asked, chance: Random) -> _Variant:
    """Return an answer to a question."""
    question = asked.question
    response = any_response(question, 0.6, chance)
    credit = grade(question, as_response(question.kind, response)).credit
    certainty = chance.randint(1, 3) if question.asks_certainty else None
    fields = {
        "certainty": certainty,
        "credit": credit,
        "dossier": asked.dossier,
        "hints": 0,
        "items": list(question.items),
        "key_hash": asked.hash,
        "kind": question.kind,
        "question": question.id,
        "response": response,
        "self_marked": False,
        "step": asked.step,
    }
    pieces = {name: f'"{name}":{_dumped(value)}' for name, value in fields.items()}
    before = ("certainty", "credit", "dossier", "hints")
    after = ("self_marked", "step")
    middle = tuple(name for name in pieces if name not in {*before, *after})
    return _Variant(
        "".join(f"{pieces[name]}," for name in before),
        "".join(f"{pieces[name]}," for name in middle),
        ",".join(pieces[name] for name in after),
    )


@cache
def _at(hours: float) -> str:
    """Return a moment so many half days after the first."""
    return (_START + timedelta(hours=hours * 12)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(chance: Random) -> str:
    """Return a random id."""
    return f"{chance.getrandbits(_HEX):032x}"


def _dumped(value: object) -> str:
    """Return sorted compact JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _listed(entries: Iterator[str]) -> str:
    """Return a list with each entry on a line of its own."""
    return "[\n" + ",\n".join(entries) + "\n]"
