"""Make a bundle of what an intern ticks: their facts of one course, and nothing else.

Words of theirs are masked here, whatever was kept of them. What a message was before it
was sent, the names of their directory and their bookmarks have no place in a bundle.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, get_args

from tutor.domain.answer import AnswerGiven, Dispute, Note, Record
from tutor.domain.bundle import (
    Bundle,
    HandedAnswer,
    HandedLesson,
    HandedPositioning,
    HandedSurvey,
    HandedWords,
    Part,
)
from tutor.domain.bundle_text import finished, printable
from tutor.domain.errors import TutorError, WrongUseError
from tutor.domain.framework import Framework
from tutor.locale import listed, say
from tutor.services.course_hash import course_hash
from tutor.services.desk import Desk
from tutor.services.identity_guard import masked
from tutor.services.run import new_id
from tutor.services.signing import Signature, learner_id_of

PARTS: tuple[Part, ...] = get_args(Part)
USUAL: tuple[Part, ...] = ("answers", "lessons", "positionings", "survey")
"""What is ticked at first: free texts leave only when somebody asks for it."""
MOST_WORDS = 20_000
"""Characters of a text that leaves; more is cut."""
_TENTH = 1


class Choices(NamedTuple):
    """What an intern ticked."""

    parts: frozenset[Part] = frozenset(USUAL)
    """The kinds of things; notes leave only where some are named."""
    items: frozenset[str] = frozenset()
    """Codes of items and competencies: the answers and positions about others stay.
    None: all leave."""
    notes: frozenset[str] = frozenset()
    """The ids of the notes that leave."""
    words: bool = True
    """Whether what was typed in short answers leaves, masked."""

    @property
    def handed(self) -> tuple[Part, ...]:
        """The parts that leave, in their order."""
        chosen = self.parts - {"notes"} | ({"notes"} if self.notes else set())
        return tuple(part for part in PARTS if part in chosen)


def bundle_of(desk: Desk, choices: Choices, signature: Signature) -> Bundle:
    """Return the bundle that choices make, its digest included.

    Args:
        desk: the intern's desk; nothing is written.
        choices: what they ticked.
        signature: how they sign, checked.

    Raises:
        TutorError: nothing that they ticked is there, or the course or the store
            cannot be read.
    """
    now, head = desk.clock.now(), desk.course.head
    parts = choices.handed
    kept = _Kept(desk, choices)
    made = {part: kept.rows(part) for part in parts}
    if not any(map(_tells, (row for rows in made.values() for row in rows))):
        raise TutorError("export.nothing")
    consent = {
        "at": now,
        "parts": parts,
        "items": sorted(choices.items),
        "statement": statement_of(parts),
    }
    course = {"id": head.id, "version": head.version}
    fields = {
        "bundle_id": new_id(desk.chance),
        "learner_id": learner_id_of(desk),
        "learner": signature.pseudonym,
        "promotion": signature.promotion,
        "semester": signature.semester,
        "exported_at": now,
        "course": {**course, "hash": course_hash(desk.library.root)},
        "consent": consent,
    }
    return finished(Bundle.model_validate({**fields, **made}))


def statement_of(parts: Iterable[Part]) -> str:
    """Return the sentence that an intern agrees to.

    Args:
        parts: what leaves.
    """
    return say("export.consent", parts=listed([part_text(part) for part in parts]))


def part_text(part: Part) -> str:
    """Return what people call a part."""
    return say(f"export.part.{part}")


def items_named(framework: Framework, names: Iterable[str]) -> frozenset[str]:
    """Return the codes that names stand for; a competency stands for its items too.

    Args:
        framework: the items.
        names: codes, in capitals or not.

    Raises:
        WrongUseError: the framework has no such code.
    """
    inside = {c.code: {c.code, *(i.code for i in c.item)} for c in framework.competence}
    known = {**{code: {code} for code in framework.codes}, **inside}
    found: set[str] = set()
    for name in names:
        code = name.strip().upper()
        if code not in known:
            raise WrongUseError("errors.unknown-item", item=name)
        found |= known[code]
    return frozenset(found)


def words_of(said: Note | Dispute) -> str:
    """Return what would leave of a note or an objection: masked, printable, bounded."""
    return _safe(said.shareable if isinstance(said, Note) else said.text)


class _Kept:
    """What leaves of a record, part by part."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        self._desk = desk
        self._record: Record = desk.record
        self._choices = choices
        framework = desk.course.framework
        self._keys = {framework.key_of(code) for code in choices.items}
        """What the positions that leave are stored under; none: all leave."""
        self._about = frozenset().union(*map(framework.feeds, choices.items))
        """The codes that an answer must carry one of to leave."""

    def rows(self, part: Part) -> tuple[object, ...]:
        """Return the rows of a part that leave, in the order they were written."""
        makers: dict[Part, Callable[[], Iterable[object]]] = {
            "answers": self._answers,
            "lessons": self._lessons,
            "positionings": self._positionings,
            "survey": self._survey,
            "notes": self._notes,
            "disputes": self._disputes,
        }
        return tuple(makers[part]())

    def _answers(self) -> Iterable[HandedAnswer]:
        """Yield the answers about the items that leave."""
        for answer in self._record.answers:
            if self._is_wanted(answer):
                yield handed_answer(answer, words=self._choices.words)

    def _lessons(self) -> Iterable[HandedLesson]:
        """Yield every lesson of the course with its state."""
        for name, state in self._desk.standing().lessons.items():
            yield HandedLesson(id=name, state=state)

    def _positionings(self) -> Iterable[HandedPositioning]:
        """Yield where the intern placed themself, each time."""
        for each in self._record.positionings:
            if not self._keys or each.code in self._keys:
                yield HandedPositioning(code=each.code, value=each.value, at=each.at)

    def _survey(self) -> Iterable[HandedSurvey]:
        """Yield the answers to the survey."""
        for each in self._record.survey:
            fields = each.model_dump(include={"question", "value", "run", "at"})
            yield HandedSurvey.model_validate(fields)

    def _notes(self) -> Iterable[HandedWords]:
        """Yield the notes that were named."""
        for note in self._record.notes:
            if note.id in self._choices.notes:
                text = words_of(note)
                yield HandedWords(subject=note.subject, text=text, at=note.at)

    def _disputes(self) -> Iterable[HandedWords]:
        """Yield what was said against the questions whose answers may leave."""
        wanted = {a.question for a in self._record.answers if self._is_wanted(a)}
        for each in self._record.disputes:
            if not self._choices.items or each.question in wanted:
                text = words_of(each)
                yield HandedWords(subject=each.question, text=text, at=each.at)

    def _is_wanted(self, answer: AnswerGiven) -> bool:
        """Return whether an answer is about an item that leaves."""
        return not self._choices.items or not self._about.isdisjoint(answer.items)


def handed_answer(answer: AnswerGiven, *, words: bool = True) -> HandedAnswer:
    """Return an answer as it leaves.

    Args:
        answer: as the store keeps it.
        words: whether words typed leave, masked; positions always do.
    """
    response: list[int] | str | None = answer.response
    if isinstance(response, str):
        response = _safe(response) if words else None
    fields = answer.model_dump(exclude={"course", "response", "seconds"})
    seconds = round(answer.seconds, _TENTH)
    return HandedAnswer.model_validate(
        {**fields, "response": response, "seconds": seconds}
    )


def _tells(row: object) -> bool:
    """Return whether a row says something the intern did."""
    return not (isinstance(row, HandedLesson) and row.state == "new")


def _safe(text: str) -> str:
    """Return words without what identifies or hides, and of a bounded length.

    What hides is taken away first: it would cut a name in two.
    """
    return masked(printable(text))[:MOST_WORDS]
