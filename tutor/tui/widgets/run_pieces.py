"""What a run shows of a stop: its text, its question, one line once it is past."""

from textual.content import Content
from textual.widget import Widget

from tutor.domain.prose import plain
from tutor.domain.question import Question
from tutor.locale import credit_text, no_break, say
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on_stored
from tutor.services.messages import draft_of, with_message
from tutor.services.notes import note_lines
from tutor.services.run import Run, reading_of
from tutor.services.stops import Stop
from tutor.services.wording import kind_text
from tutor.tui.figures import verdict_mark
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.question_card import QuestionCard
from tutor.tui.widgets.text_line import TextLine


def reading_widgets(run: Run, desk: Desk, stop: Stop) -> list[Widget]:
    """Return the text that leads to a stop, and what the person noted on it.

    Args:
        run: the run.
        desk: knows the notes.
        stop: one of its stops.
    """
    widgets: list[Widget] = []
    reading = reading_of(run, stop)
    if reading and (stop.dossier is None or stop.question is None):
        widgets.append(Page(reading))
    notes = note_lines(stop, desk.record, desk.clock)
    return [*widgets, *(TextLine(line, classes="note") for line in notes)]


def past_widgets(run: Run, desk: Desk, stop: Stop) -> list[Widget]:
    """Return the widgets of a stop gone past: its text, its card folded.

    Args:
        run: the run.
        desk: the person's desk.
        stop: one of its stops.
    """
    widgets = reading_widgets(run, desk, stop)
    question = stop.question
    if question is None:
        return widgets
    card = question_card(run, stop, question, asks=False)
    answer = run.given.get(question.id)
    title = folded_title(run, stop)
    if answer is not None:
        order = run.order(question)
        said = feedback_on_stored(question, answer, order, desk.course)
        card.call_later(card.correct, with_message(said, desk.record))
    card.call_later(card.fold, title)
    card.add_class("-past", "-folded")
    return [*widgets, card]


def question_card(
    run: Run, stop: Stop, question: Question, *, asks: bool
) -> QuestionCard:
    """Return the card of a scored question.

    Args:
        run: the run.
        stop: one of its stops.
        question: what is asked there.
        asks: whether it takes an answer.
    """
    questions = run.questions
    number = next(i for i, q in enumerate(questions, 1) if q.id == question.id)
    head = say("play.question", number=number, total=len(questions))
    kind = kind_text(question)
    title = f"{head} {kind[:1].upper()}{kind[1:]}."
    order = run.order(question)
    reading = reading_of(run, stop) if stop.dossier else ()
    draft = draft_of(run, question.id) if asks else ""
    return QuestionCard(reading, question, title, order, asks=asks, draft=draft)


def folded_title(run: Run, stop: Stop) -> Content:
    """Return the line a past card is folded to.

    Args:
        run: the run.
        stop: one of its stops that asks a question.
    """
    question = stop.question
    ids = [each.id for each in run.questions]
    number = ids.index(question.id) + 1 if question else 0
    name = say("play.fold.question", number=number)
    if stop.dossier is not None and stop.step is not None:
        name = f"{no_break(plain(stop.dossier.steps[stop.step].title))} · {name}"
    answer = run.given.get(question.id) if question else None
    if answer is None:
        return Content(f"{name} · {say('play.fold.skipped')}")
    sign, style = verdict_mark(answer.credit)
    credit = Content.styled(f"  {sign} {credit_text(answer.credit)} / 1", style)
    return Content(name) + credit
