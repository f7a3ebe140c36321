"""What is said after an answer, option by option; each face lays it out its way."""

from dataclasses import dataclass
from typing import Literal

from tutor.assessment.grading import grade, links_kept
from tutor.assessment.ordering import labels
from tutor.domain.answer import AnswerGiven
from tutor.domain.course import Course
from tutor.domain.prose import Text, plain
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    PanelReason,
    Question,
    Relay,
    ShortAnswer,
    Vignette,
    key_hash,
)
from tutor.domain.reference import Misconception
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Placed,
    Typed,
    as_response,
)
from tutor.domain.verdict import Verdict

Mark = Literal["right", "missed", "wrong", "left"]


@dataclass(frozen=True)
class OptionNote:
    """What is said of one option."""

    label: str
    text: Text
    feedback: Text
    mark: Mark
    chosen: bool
    gravity: Literal["", "indispensable", "inacceptable"]


@dataclass(frozen=True)
class RowNote:
    """What is said of one row of a TCS."""

    row: Vignette
    chosen: int


@dataclass(frozen=True)
class PartNote:
    """What is said of one pair, one rank or one piece of information."""

    text: Text
    answer: Text
    """What the learner put there; empty for a piece of information."""
    expected: Text
    feedback: Text
    is_right: bool
    is_indispensable: bool = False


@dataclass(frozen=True)
class Feedback:
    """Everything said of one answer."""

    question: Question
    answer: AnswerGiven
    verdict: Verdict
    options: tuple[OptionNote, ...] = ()
    typed: str = ""
    expected: tuple[str, ...] = ()
    said: Text = ()
    """What the author says of the wording typed."""
    rows: tuple[RowNote, ...] = ()
    reasons: tuple[PanelReason, ...] = ()
    parts: tuple[PartNote, ...] = ()
    links: int | None = None
    """For an ordre, how many things stand right after the one they follow."""
    misconceptions: tuple[Misconception, ...] = ()


def feedback_on(
    question: Question,
    answer: AnswerGiven,
    verdict: Verdict,
    order: list[int],
    course: Course,
) -> Feedback:
    """Return what to say of an answer.

    Args:
        question: what was asked.
        answer: the fact, as it is stored.
        verdict: how right it was.
        order: source positions of options in the order they were shown.
        course: names the misconceptions.
    """
    known = course.misconceptions
    beliefs = tuple(known[code] for code in verdict.misconceptions if code in known)
    shared = Feedback(question, answer, verdict, misconceptions=beliefs)
    response = as_response(answer.kind, answer.response)
    match question, response:
        case Choice(), Picked():
            return _on_choice(shared, question, response, order)
        case ShortAnswer(), Typed():
            return _on_short(shared, question, response)
        case Concordance(), Placed():
            return _on_concordance(shared, question, response)
        case Matching(), Paired():
            return _on_matching(shared, question, response)
        case Ordering(), Ordered():
            return _on_ordering(shared, question, response)
        case Relay(), Handed():
            return _on_relay(shared, question, response)
        case _:
            raise TypeError(f"{answer.kind!r} does not answer {question.kind!r}")


def feedback_on_stored(
    question: Question, answer: AnswerGiven, order: list[int], course: Course
) -> Feedback:
    """Return what to say of an answer read back from the store.

    Args:
        question: what was asked; where its key has changed since, or where the answer
            was tampered with, it cannot be judged again and only its credit is said.
        answer: the fact.
        order: source positions of options in the order they were shown.
        course: names the misconceptions.
    """
    if key_hash(question) == answer.key_hash:
        response = as_response(answer.kind, answer.response)
        try:
            verdict = grade(question, response, self_marked=answer.self_marked)
        except (TypeError, ValueError, LookupError):
            return _credit_alone(question, answer)
        return feedback_on(question, answer, verdict, order, course)
    return _credit_alone(question, answer)


def _credit_alone(question: Question, answer: AnswerGiven) -> Feedback:
    """Say the credit of an answer that cannot be judged again."""
    verdict = Verdict(credit=answer.credit, self_marked=answer.self_marked)
    expected = question.accepted if isinstance(question, ShortAnswer) else ()
    return Feedback(question, answer, verdict, expected=expected)


def _on_choice(
    shared: Feedback, question: Choice, response: Picked, order: list[int]
) -> Feedback:
    """Say something of each option, ticked or not."""
    notes = []
    for label, position in zip(labels(len(order)), order, strict=True):
        option = question.options[position]
        chosen = position in response.options
        gravity: Literal["", "indispensable", "inacceptable"] = ""
        if option.indispensable and not chosen:
            gravity = "indispensable"
        elif option.inacceptable and chosen:
            gravity = "inacceptable"
        note = OptionNote(
            label=label,
            text=option.text,
            feedback=option.feedback,
            mark=_mark(right=option.right, chosen=chosen),
            chosen=chosen,
            gravity=gravity,
        )
        notes.append(note)
    return _with(shared, options=tuple(notes))


def _mark(*, right: bool, chosen: bool) -> Mark:
    """Return the mark of an option."""
    if right:
        return "right" if chosen else "missed"
    return "wrong" if chosen else "left"


def _on_short(shared: Feedback, question: ShortAnswer, response: Typed) -> Feedback:
    """Say what was expected, and what the author says of the wording typed."""
    known = shared.verdict.known
    if known is None:
        said = () if shared.verdict.self_marked else question.other_feedback
    else:
        said = question.known[known].feedback
    return _with(shared, typed=response.text, expected=question.accepted, said=said)


def _on_concordance(
    shared: Feedback, question: Concordance, response: Placed
) -> Feedback:
    """Show the panel's votes beside each value."""
    pairs = zip(question.rows, response.values, strict=True)
    rows = tuple(RowNote(row, value) for row, value in pairs)
    return _with(shared, rows=rows, reasons=question.reasons)


def _on_matching(shared: Feedback, question: Matching, response: Paired) -> Feedback:
    """Say what goes with each left side."""
    notes = []
    for pair, choice in zip(question.pairs, response.choices, strict=True):
        chosen = question.pairs[choice].right
        right = plain(chosen) == plain(pair.right)
        notes.append(PartNote(pair.left, chosen, pair.right, (), right))
    return _with(shared, parts=tuple(notes))


def _on_ordering(shared: Feedback, question: Ordering, response: Ordered) -> Feedback:
    """Say the right order, and what the learner put at each rank."""
    texts = question.items_in_order
    notes = [
        PartNote(texts[rank], texts[given], texts[rank], (), given == rank)
        for rank, given in enumerate(response.positions)
    ]
    return _with(shared, parts=tuple(notes), links=links_kept(response))


def _on_relay(shared: Feedback, question: Relay, response: Handed) -> Feedback:
    """Say which information reached the other professional, and what gaps cost."""
    notes = []
    for number, atom in enumerate(question.atoms):
        present = number in response.atoms
        said = () if present else atom.feedback
        grave = atom.indispensable
        notes.append(PartNote(atom.text, (), (), said, present, grave))
    return _with(shared, parts=tuple(notes))


def _with(shared: Feedback, **changes: object) -> Feedback:
    """Return the feedback with more said."""
    return Feedback(**{**shared.__dict__, **changes})
