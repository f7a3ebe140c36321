"""A question as lines: stem, then what there is to choose from."""

from tutor.assessment.ordering import labels
from tutor.cli.lines import line_of, lines_of
from tutor.domain.course import Course
from tutor.domain.prose import Text
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.locale import say
from tutor.services.stops import Stop
from tutor.services.terms import terms_at
from tutor.services.wording import votes_text


def question_lines(question: Question, order: list[int]) -> list[str]:
    """Return a question as lines.

    Args:
        question: what is asked.
        order: source positions in the order they are shown.
    """
    lines = lines_of(question.stem)
    match question:
        case Choice():
            texts = [question.options[i].text for i in order]
            return [*lines, *_labelled(texts)]
        case Matching():
            lefts = (line_of(pair.left) for pair in question.pairs)
            rights = [question.pairs[i].right for i in order]
            numbered = [f"{i}. {left}" for i, left in enumerate(lefts, 1)]
            return [*lines, *numbered, *_labelled(rights)]
        case Ordering():
            return [*lines, *_labelled([question.items_in_order[i] for i in order])]
        case Concordance():
            return [*lines, *row_lines(question)]
        case ShortAnswer() | Relay():
            return lines


def row_lines(question: Concordance) -> list[str]:
    """Return the rows of a TCS as lines."""
    lines = []
    for number, row in enumerate(question.rows, 1):
        hypothesis = say("play.table.hypothesis", text=line_of(row.hypothesis))
        news = say("play.table.news", text=line_of(row.news))
        lines.append(f"{number}. {hypothesis}, {news}")
    return lines


def undocumented_lines(question: Concordance) -> list[str]:
    """Return votes nobody vouches for, where there are any."""
    said = (votes_text(row.votes) for row in question.rows if row.votes)
    return [say("play.panel.undocumented", votes=votes) for votes in said]


def prompt_of(question: Question, order: list[int]) -> str:
    """Return the prompt of a question.

    Args:
        question: what is asked.
        order: source positions in the order they are shown.
    """
    names = labels(len(order))
    match question:
        case Choice():
            return say("play.prompt.letters", first=names[0], last=names[-1])
        case ShortAnswer():
            return say("play.prompt.text")
        case Concordance():
            return say("play.prompt.values")
        case Matching():
            return say("play.prompt.pairs", last=len(order), letter=names[-1])
        case Ordering():
            return say("play.prompt.order", first=names[0], last=names[-1])
        case Relay():
            return say("play.prompt.relay")


def help_text(question: Question | None) -> str:
    """Return how to answer a question, and the letters that do something else."""
    match question:
        case Matching():
            how = say("play.help.pairs")
        case Ordering():
            how = say("play.help.order")
        case Relay():
            how = say("play.help.relay")
        case _:
            return say("play.help")
    return f"{how} {say('play.help.letters')}"


def help_lines(stop: Stop, course: Course) -> list[str]:
    """Return how to answer at a stop, then the terms it uses and what they mean.

    Args:
        stop: where the run stands.
        course: the course, for its glossary.
    """
    terms = terms_at(stop, course)
    meanings = [say("play.term", name=t.name, meaning=t.meaning) for t in terms]
    return [help_text(stop.question), *meanings]


def _labelled(texts: list[Text]) -> list[str]:
    """Return texts behind their letters."""
    pairs = zip(labels(len(texts)), texts, strict=True)
    return [f"{label}. {line_of(text)}" for label, text in pairs]
