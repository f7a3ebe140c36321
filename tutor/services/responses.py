"""Read what was typed in plain mode, and refuse what does not fit a question."""

import re

from tutor.assessment.grading import atoms_found
from tutor.assessment.ordering import labels
from tutor.domain.errors import WrongUseError
from tutor.domain.folding import fold
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Placed,
    Response,
    Typed,
)

_LONGEST = 200
_SPLIT = re.compile(r"[\s,;]+")
_PAIR = re.compile(r"^(\d{1,2})([a-z]|\d{1,2})$")
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
            _refuse_text(response)
        case Concordance(), Placed():
            count = len(question.rows)
            _refuse_unless(len(response.values) == count, "answers.rows", count)
        case Matching(), Paired():
            count = len(question.pairs)
            fits = sorted(response.choices) == list(range(count))
            _refuse_unless(fits, "answers.pairs", count)
        case Ordering(), Ordered():
            count = len(question.items_in_order)
            fits = sorted(response.positions) == list(range(count))
            _refuse_unless(fits, "answers.order", count)
        case Relay(), Handed():
            pass
        case _:
            raise TypeError(f"{response.kind!r} does not answer {question.kind!r}")


def _refuse_unless(fits: bool, message_id: str, count: int) -> None:
    """Refuse a response that does not name each part once."""
    if not fits:
        raise WrongUseError(message_id, count=count)


def _refuse_text(response: Typed) -> None:
    """Refuse nothing typed, or far too much."""
    if not fold(response.text):
        raise WrongUseError("answers.empty-text")
    if len(response.text) > _LONGEST:
        raise WrongUseError("answers.too-long", most=_LONGEST)


def _refuse_ticks(question: Choice, response: Picked) -> None:
    """Refuse no tick, or more than allowed."""
    most = question.most_ticks
    if not response.options:
        raise WrongUseError("answers.nothing-ticked")
    if most is not None and len(response.options) > most:
        name = "answers.too-many" if most > 1 else "answers.only-one"
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
        case Matching():
            return _parse_pairs(line, order)
        case Ordering():
            return _parse_order(line, order)
        case Relay():
            return Handed(atoms=atoms_found(question, line))


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


def _parse_pairs(line: str, order: list[int]) -> Paired:
    """Read pairs such as `1b 2a`: a number on the left, a letter on the right."""
    names, pairs = labels(len(order)), []
    for word in filter(None, _SPLIT.split(line.strip().casefold())):
        found = _PAIR.match(word)
        if found is None or found[2] not in names:
            raise WrongUseError("answers.unknown-pair", mark=word)
        pairs.append((int(found[1]) - 1, order[names.index(found[2])]))
    if sorted(left for left, _ in pairs) != list(range(len(order))):
        raise WrongUseError("answers.pairs", count=len(order))
    return Paired(choices=tuple(right for _, right in sorted(pairs)))


def _parse_order(line: str, order: list[int]) -> Ordered:
    """Read letters in the order the learner gives."""
    names, positions = labels(len(order)), []
    for word in _SPLIT.split(line.strip().casefold()):
        if word and word not in names:
            raise WrongUseError(
                "answers.unknown-mark", mark=word, known=" ".join(names)
            )
        if word:
            positions.append(order[names.index(word)])
    return Ordered(positions=tuple(positions))


def _parse_values(line: str) -> Placed:
    """Read one value from −2 to +2 a row."""
    values = []
    for word in _SPLIT.split(line.strip().replace("−", "-")):
        if word and word not in _SCALE:
            raise WrongUseError("answers.unknown-value", mark=word)
        if word:
            values.append(_SCALE[word])
    return Placed(values=tuple(values))
