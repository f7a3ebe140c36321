"""Read what was typed in plain mode, and refuse what does not fit a question."""

import re

from tutor.assessment.ordering import labels
from tutor.domain.errors import WrongUseError
from tutor.domain.folding import fold
from tutor.domain.question import Choice, Concordance, Question, ShortAnswer
from tutor.domain.response import Picked, Placed, Response, Typed

_LONGEST = 200
_SPLIT = re.compile(r"[\s,;]+")
_SCALE = {"-2": -2, "-1": -1, "0": 0, "+1": 1, "1": 1, "+2": 2, "2": 2}


def refuse_misfit(question: Question, response: Response) -> None:
    """Refuse a response that cannot be judged.

    Args:
        question: what was asked.
        response: what was answered.

    Raises:
        WrongUseError: nothing ticked, too many ticks, nothing typed.
    """
    match question, response:
        case Choice(), Picked():
            _refuse_ticks(question, response)
        case ShortAnswer(), Typed():
            if not fold(response.text):
                raise WrongUseError("answers.empty-text")
            if len(response.text) > _LONGEST:
                raise WrongUseError("answers.too-long", most=_LONGEST)
        case Concordance(), Placed():
            if len(response.values) != len(question.rows):
                raise WrongUseError("answers.rows", count=len(question.rows))
        case _:
            raise TypeError(f"{response.kind!r} does not answer {question.kind!r}")


def _refuse_ticks(question: Choice, response: Picked) -> None:
    """Refuse no tick, or more than allowed."""
    most = question.most_ticks
    if not response.options:
        raise WrongUseError("answers.nothing-ticked")
    if most is not None and len(response.options) > most:
        name = "answers.too-many" if most > 1 else "answers.too-many.one"
        raise WrongUseError(name, most=most)


def parse_response(question: Question, line: str, order: list[int]) -> Response:
    """Return what a typed line answers (rules, 4 and 17).

    Args:
        question: what was asked.
        line: what was typed.
        order: source positions of options in the order they were shown.

    Raises:
        WrongUseError: the line cannot be read as an answer, or does not fit.
    """
    response = _read(question, line, order)
    refuse_misfit(question, response)
    return response


def _read(question: Question, line: str, order: list[int]) -> Response:
    """Read a line as the kind of question wants it."""
    match question:
        case Choice():
            return _parse_ticks(line, order)
        case ShortAnswer():
            return Typed(text=line.strip())
        case Concordance():
            return _parse_values(line)


def _parse_ticks(line: str, order: list[int]) -> Picked:
    """Read letters, or numbers beyond eight options."""
    names = labels(len(order))
    ticked = set()
    for word in _SPLIT.split(line.strip().casefold()):
        if not word:
            continue
        if word not in names:
            raise WrongUseError(
                "answers.unknown-mark", mark=word, known=" ".join(names)
            )
        ticked.add(order[names.index(word)])
    return Picked(options=frozenset(ticked))


def _parse_values(line: str) -> Placed:
    """Read one value from −2 to +2 a row."""
    values = []
    for word in _SPLIT.split(line.strip().replace("−", "-")):
        if word and word not in _SCALE:
            raise WrongUseError("answers.unknown-value", mark=word)
        if word:
            values.append(_SCALE[word])
    return Placed(values=tuple(values))
