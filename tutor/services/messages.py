"""What was written for a relais: the draft that waits, the message that was sent."""

from dataclasses import replace
from datetime import timedelta

from tutor.domain.answer import AnswerGiven, Note, Record
from tutor.services.feedback import Feedback
from tutor.services.run import Run

AFTER = timedelta(minutes=1)
"""How long after its answer a message may still be put on the disk."""


def draft_of(run: Run, relay: str) -> str:
    """Return the words that wait to be gone on with.

    Args:
        run: the run they were written in.
        relay: the id of a relais; once it is answered nothing waits.
    """
    if relay in run.given:
        return ""
    return _clean(dict(run.started.drafts).get(relay, ""))


def keep_draft(run: Run, relay: str, text: str) -> None:
    """Put words among what the run keeps until they are sent.

    Args:
        run: the run; saving it saves them.
        relay: the id of the relais they are for.
        text: all of them; empty once they are sent or given up.
    """
    others = tuple(each for each in run.started.drafts if each[0] != relay)
    drafts = (*others, (relay, text)) if text else others
    run.started = run.started.model_copy(update={"drafts": drafts})


def with_message(feedback: Feedback, record: Record) -> Feedback:
    """Return what is said of a stored answer, with the message it was given by.

    Args:
        feedback: what is said; only that of a relais has a message.
        record: what the store knows.
    """
    if feedback.question.kind != "relais":
        return feedback
    return replace(feedback, typed=message_of(record, feedback.answer))


def message_of(record: Record, answer: AnswerGiven) -> str:
    """Return the message that an answer was given by, in the person's own words.

    Args:
        record: what the store knows.
        answer: the answer to a relais; without its run's name on a message, the one
            written in the time of that run is meant.
    """
    mine = [note for note in record.notes if note.subject == answer.question]
    named = [note for note in mine if note.run == answer.run]
    found = named or [note for note in mine if _is_of_time(note, record, answer)]
    return _clean(max(found, key=_written).text) if found else ""


def _is_of_time(note: Note, record: Record, answer: AnswerGiven) -> bool:
    """Return whether a note without a run was written on the way to an answer."""
    begun = [run.at for run in record.runs if run.id == answer.run]
    if note.run is not None or not begun:
        return False
    return begun[0] <= note.at <= answer.at + AFTER


def _written(note: Note) -> float:
    """Return when a note was written."""
    return note.at.timestamp()


def _clean(text: str) -> str:
    """Return words without signs that could drive a terminal, line by line."""
    lines = ("".join(map(_printable, line)) for line in text.splitlines())
    return "\n".join(lines)


def _printable(sign: str) -> str:
    """Return a sign, or a space in its place."""
    return sign if sign.isprintable() else " "
