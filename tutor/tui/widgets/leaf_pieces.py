"""A place of the course to be read: its text, its question, one's answer and notes."""

from textual.widget import Widget

from tutor.assessment.ordering import shown_order
from tutor.domain.course import Passage, is_scored
from tutor.domain.question import Question
from tutor.locale import numeric_date, say
from tutor.services.changes import latest_answers
from tutor.services.chapters import Leaf
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on_stored
from tutor.services.messages import with_message
from tutor.services.notes import note_text, notes_on
from tutor.tui.widgets.feedback_view import FeedbackView
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.text_line import TextLine


def leaf_widgets(leaf: Leaf, desk: Desk, *, is_secret: bool = False) -> list[Widget]:
    """Return what is read, what is asked and what the person said of it.

    The key of a question is shown only where it has been answered.

    Args:
        leaf: a text and what is asked after it.
        desk: knows the answers and the notes.
        is_secret: whether the answer is not shown even then.
    """
    widgets: list[Widget] = [Page(leaf.parts)] if leaf.parts else []
    task = leaf.task
    if task is not None:
        widgets.append(Page((Passage(blocks=task.stem),)))
        if is_scored(task) and not is_secret:
            widgets += answer_widgets(task, desk)
    notes = notes_on(leaf.key, desk.record) if leaf.key else []
    lines = (note_text(note, desk.clock) for note in notes)
    return [*widgets, *(TextLine(line, classes="note") for line in lines)]


def answer_widgets(question: Question, desk: Desk) -> list[Widget]:
    """Return the last answer to a question and its correction, if there is one.

    Args:
        question: what was asked.
        desk: knows the answers.
    """
    answer = latest_answers(desk.record.answers).get(question.id)
    if answer is None:
        return [TextLine(say("reading.place.unanswered"))]
    day = numeric_date(desk.clock.local_day(answer.at))
    order = shown_order(question, 0, shuffled=False)
    said = feedback_on_stored(question, answer, order, desk.course)
    line = TextLine(say("reading.place.answered", date=day))
    return [line, FeedbackView(with_message(said, desk.record))]
