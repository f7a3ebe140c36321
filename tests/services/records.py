"""A person who did a little of everything in the small course, and wrote names."""

from datetime import timedelta
from pathlib import Path

from tests.factories import NOON, StoppedClock, answer
from tests.services.courses import desk_at
from tutor.domain.answer import (
    Bookmark,
    Dispute,
    LocalName,
    Note,
    Positioning,
    RunStarted,
    SurveyAnswer,
)
from tutor.services.desk import Desk
from tutor.services.pen import Saying

NAMED = "Vu Mme Dupont, 06 12 34 56 78."
MASKED = "Vu Mme [nom], [téléphone]."


def stamp(number: int) -> dict[str, object]:
    """Return what every fact carries."""
    at = NOON + timedelta(minutes=number)
    return {"id": f"{number:032x}", "course": "petit-cours", "at": at}


def note(number: int, text: str = NAMED, **more: object) -> Note:
    """Return a note on the card of the small lesson."""
    fields = {**stamp(number), "subject": "a-avant", "text": text}
    return Note.model_validate({**fields, **more})


def said_against(number: int, question: str, text: str = NAMED) -> Dispute:
    """Return an objection."""
    fields = {"question": question, "key_hash": "0" * 16, "answer": "0" * 32}
    return Dispute.model_validate({**stamp(number), **fields, "text": text})


def position(number: int, code: str, value: str) -> Positioning:
    """Return where the person placed themself."""
    return Positioning.model_validate({**stamp(number), "code": code, "value": value})


def a_little_of_everything(text: str = NAMED) -> list[Saying]:
    """Return what a person says of themself, a text wherever they write one."""
    survey = {**stamp(7), "question": "e-libre", "value": 2, "run": "1" * 32}
    named = {**stamp(8), "field": "coordo", "text": text}
    mark = {**stamp(9), "target": f"/home/{text}/f.md", "key": "a-avant"}
    return [
        position(1, "C5.N.1", "3"),
        position(2, "C6.N.1", "4"),
        position(3, "C5", "N"),
        note(4, text),
        note(5, "Rappeler lundi.", run="1" * 32),
        said_against(6, "a-qru", text),
        SurveyAnswer.model_validate(survey),
        LocalName.model_validate(named),
        Bookmark.model_validate(mark),
    ]


def full_desk(folder: Path, text: str = NAMED) -> Desk:
    """Return the desk of that person: two answers, the second one typed."""
    desk = desk_at(folder, StoppedClock(NOON + timedelta(days=1)))
    typed = {"kind": "qroc", "items": ("C5.N.2",), "response": text, "credit": 0.0}
    desk.store.add(
        answer(id="a" * 32, question="a-qru", items=("C5.N.1", "C5.C.1")),
        answer(id="b" * 32, question="a-mots", **typed),
    )
    started = {**stamp(10), "target": "alpha", "kind": "lesson", "seed": 1}
    more = {"touched": NOON, "drafts": (("r-1", text),), "path": f"/home/{text}/f.md"}
    desk.store.keep_run(RunStarted.model_validate({**started, **more}))
    desk.add(*a_little_of_everything(text))
    return desk
