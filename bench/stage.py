"""What the measures are taken on: a course of their own, and people with answers."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from tutor.domain.answer import AnswerGiven
from tutor.domain.question import Concordance, Question, ShortAnswer, key_hash
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out
from tutor.services.outlook import read_outlook
from tutor.services.run import new_id
from tutor.services.system_clock import SystemClock
from tutor.store.place import Place

ROOT = Path(__file__).parent.parent
LONG = "longue"
"""The id of the generated lesson."""
SECTIONS = 60
MANY = 20_000
_HEAD_ID = re.compile(r"^id: *(\S+)$", re.MULTILINE)
_BLOCK_ID = re.compile(r"(\{[^{}\n]*#)([a-z0-9-]+)")
_PARAGRAPH = (
    "Une infirmière, un pharmacien et un médecin de la même ville conviennent d'une "
    "façon de faire : qui appelle, qui note, qui **vérifie**, et en combien de jours."
)


def make_course(folder: Path, sections: int = SECTIONS) -> Path:
    """Return a copy of the course with a long lesson in it; nobody edits this one.

    Args:
        folder: where to put it.
        sections: how many the long lesson has.
    """
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, folder / name)
    head = f'---\nid: {LONG}\ntitre: "Une longue leçon"\n---\n\n# Une longue leçon\n\n'
    section = f"\n\n{_PARAGRAPH}\n\n- un point ;\n- un autre.\n\n{_PARAGRAPH}\n\n"
    body = "".join(f"## Partie {n}{section}" for n in range(1, sections + 1))
    (folder / "content" / "99-longue.md").write_text(head + body, encoding="utf-8")
    return folder


def make_large_course(folder: Path, times: int) -> Path:
    """Return a course so many times as large as ours: copies, each with its own ids.

    Args:
        folder: where to put it.
        times: how many times.
    """
    make_course(folder)
    files = [*(ROOT / "content").glob("[0-9]*.md"), *(ROOT / "quizzes").glob("*.md")]
    for number in range(1, times):
        for file in files:
            text = file.read_text(encoding="utf-8")
            text = _HEAD_ID.sub(rf"id: \1-{number}", text, count=1)
            text = _BLOCK_ID.sub(rf"\1\2-{number}", text)
            path = folder / file.parent.name / f"{file.stem}-{number}.md"
            path.write_text(text, encoding="utf-8")
    return folder


def make_person(folder: Path, course: Path, answers: int) -> Place:
    """Return the folder of a person with answers and warm caches.

    Args:
        folder: where to put it.
        course: the folder of the course.
        answers: how many, spread over the questions and two years.
    """
    place = Place(folder)
    desk = Desk(course, place, SystemClock(), Random(answers))
    desk.store.add(*make_answers(desk, answers))
    look_out(desk)
    desk.close()
    assert read_outlook(course, place) is not None
    return place


def make_answers(desk: Desk, count: int) -> list[AnswerGiven]:
    """Return answers to the questions of a course, oldest first.

    Args:
        desk: where they were given.
        count: how many.
    """
    chance, questions = Random(count), list(desk.library.questions().values())
    first = datetime.now(UTC) - timedelta(days=730)
    return [
        AnswerGiven(
            id=new_id(chance),
            course=desk.course.head.id,
            question=question.id,
            key_hash=key_hash(question),
            kind=question.kind,
            items=question.items,
            response=_response(question),
            credit=chance.choice((0.0, 0.5, 1.0)),
            certainty=3,
            at=first + timedelta(days=730) * (number / count),
            seconds=20.0,
            run="banc",
        )
        for number in range(count)
        for question in [questions[number % len(questions)]]
    ]


def _response(question: Question) -> list[int] | str:
    """Return something that answers a question, as the store holds it."""
    if isinstance(question, ShortAnswer):
        return "une idée"
    return [0] * (len(question.rows) if isinstance(question, Concordance) else 1)
