"""A place of the course read again, one thing a line: text, question, answer, notes."""

from collections.abc import Mapping

from tutor.assessment.ordering import shown_order
from tutor.cli.lines import lines_of, lines_of_reading
from tutor.cli.plain_feedback import correction_lines
from tutor.cli.plain_question import question_lines
from tutor.domain.answer import AnswerGiven, Record
from tutor.domain.clock import Clock
from tutor.domain.course import is_scored
from tutor.domain.question import Question
from tutor.locale import no_break, numeric_date, say
from tutor.services.changes import latest_answers
from tutor.services.chapters import Chapter, Leaf, Reading, reached
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on_stored
from tutor.services.messages import with_message
from tutor.services.notes import notes_on
from tutor.services.run import Run
from tutor.services.stops import Task


def reading_lines(parts: Reading) -> list[str]:
    """Return what is read as lines.

    Args:
        parts: running text and callouts, in their order.
    """
    return [
        line
        for before, part in zip((None, *parts), parts, strict=False)
        for line in lines_of_reading(part, before)
    ]


def noted_lines(key: str, record: Record, clock: Clock) -> list[str]:
    """Return the notes on a stop as lines, the day before the words.

    Args:
        key: the key of the stop.
        record: what the store knows.
        clock: says on which local day each was written.
    """
    lines = []
    for note in notes_on(key, record):
        day = numeric_date(clock.local_day(note.at))
        first, *rest = [each for each in note.text.splitlines() if each.strip()] or [""]
        lines += [say("plain.note.yours", date=day, text=first), *rest]
    return lines


def chapter_lines(
    chapter: Chapter,
    desk: Desk,
    run: Run | None = None,
    secret: frozenset[str] = frozenset(),
) -> list[str]:
    """Return a chapter read again.

    Args:
        chapter: what stands under a heading.
        desk: knows the answers and the notes.
        run: the run it is read in; elsewhere the last answer to each question is shown.
        secret: the questions whose answer is not shown.
    """
    leaves = (leaf_lines(leaf, desk, run, secret) for leaf in chapter.leaves)
    return [line for lines in leaves for line in lines]


def leaf_lines(
    leaf: Leaf,
    desk: Desk,
    run: Run | None = None,
    secret: frozenset[str] = frozenset(),
) -> list[str]:
    """Return a text, what is asked after it, the answer if there is one, the notes.

    The key of a question is said only where it has been answered.

    Args:
        leaf: a text and what is asked.
        desk: knows the answers and the notes.
        run: the run it is read in.
        secret: the questions whose answer is not shown.
    """
    lines = reading_lines(leaf.parts)
    if leaf.task is not None:
        lines += _task_lines(leaf.task, desk, run, secret)
    if leaf.key and (run is None or leaf.key in reached(run)):
        lines += noted_lines(leaf.key, desk.record, desk.clock)
    return lines


def _task_lines(
    task: Task, desk: Desk, run: Run | None, secret: frozenset[str]
) -> list[str]:
    """Return what is asked, and the answer where it may be shown."""
    if not is_scored(task):
        return lines_of(task.stem)
    answer = None if task.id in secret else _given(desk, run).get(task.id)
    if answer is None:
        return _open_lines(task, run)
    return _answered_lines(task, answer, desk, run)


def _open_lines(question: Question, run: Run | None) -> list[str]:
    """Return a question that was not answered, without what there is to choose from."""
    here = run is not None and run.stop.key == question.id
    passed = run is not None and question.id in run.started.passed and not here
    word = "here" if here else "passed" if passed else "open"
    return [*lines_of(question.stem), say(f"plain.place.{word}")]


def _answered_lines(
    question: Question, answer: AnswerGiven, desk: Desk, run: Run | None
) -> list[str]:
    """Return a question, the answer to it and its correction."""
    order = shown_order(question, 0, shuffled=False)
    if run is not None:
        order = run.order(question)
    said = feedback_on_stored(question, answer, order, desk.course)
    day = numeric_date(desk.clock.local_day(answer.at))
    lines = question_lines(question, order)
    lines.append(say("reading.place.answered", date=day))
    message = with_message(said, desk.record)
    if question.kind == "relais" and message.typed:
        lines += [say("plain.place.message"), *map(no_break, message.typed.split("\n"))]
    return [*lines, *correction_lines(said)]


def _given(desk: Desk, run: Run | None) -> Mapping[str, AnswerGiven]:
    """Return the answers that are shown: those of a run, else the last ones."""
    return run.given if run is not None else latest_answers(desk.record.answers)
