"""Judge a response: EDN scoring, one pure function and one `match`.

Rules of the French national exams (R2C 2023, UNESS) for QRU, QRM, QRP, QRPL and
QROC; aggregate scoring of CPASS for the TCS. Fractions inside, six decimals out.
"""

import re
from fractions import Fraction
from statistics import fmean

from tutor.domain.folding import fold
from tutor.domain.prose import plain
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
from tutor.domain.verdict import Verdict

DISCORDANCE_TABLE = {0: Fraction(1), 1: Fraction(1, 2), 2: Fraction(1, 5)}
"""Credit of a QRM by number of discordances; 0 from three on."""
DECIMALS = 6
SCALE = (-2, -1, 0, 1, 2)
_WORD = re.compile(r"\w+|[%+−]")
"""A word of a message; signs that carry meaning are words of their own."""


def grade(
    question: Question, response: Response, *, self_marked: bool = False
) -> Verdict:
    """Return how right a response is.

    Args:
        question: any scored question.
        response: what was answered; the faces refuse what does not fit.
        self_marked: the learner said « j'avais bon » of a QROC nobody foresaw.

    Raises:
        TypeError: the response is of another kind than the question.
        ValueError: there are more ticks than allowed; a TCS has no panel or other
            rows than the response; pairs, an order or atoms name what is not there,
            or do not name each thing once.
    """
    match question, response:
        case Choice(), Picked():
            return _grade_choice(question, response)
        case ShortAnswer(), Typed():
            return _grade_short(question, response, self_marked=self_marked)
        case Concordance(), Placed():
            return _grade_concordance(question, response)
        case Matching(), Paired():
            return _grade_matching(question, response)
        case Ordering(), Ordered():
            return _grade_ordering(question, response)
        case Relay(), Handed():
            return _grade_relay(question, response)
        case _:
            raise TypeError(f"{response.kind!r} does not answer {question.kind!r}")


def mean_credit(earned: list[float]) -> float:
    """Return the credit of a dossier or KFP: the mean of its questions.

    Args:
        earned: one for each question, from 0 to 1; at least one.
    """
    return round(fmean(earned), DECIMALS)


def match_known(question: ShortAnswer, text: str) -> int | None:
    """Return which foreseen wording a typed text is, accepted ones first.

    Args:
        question: the QROC.
        text: what was typed.
    """
    typed = fold(text)
    ranked = sorted(enumerate(question.known), key=lambda pair: not pair[1].right)
    return next((i for i, answer in ranked if fold(answer.text) == typed), None)


def _grade_choice(question: Choice, response: Picked) -> Verdict:
    """Judge ticks: grave marks first, then the scale of the kind."""
    ticked, expected = response.options, question.expected
    options = question.options
    unacceptable = any(options[i].inacceptable for i in ticked)
    missing = any(
        option.indispensable and i not in ticked for i, option in enumerate(options)
    )
    discordances = len(ticked ^ expected)
    credit = _choice_credit(question.kind, ticked, expected)
    shown = [options[i].misconception for i in sorted(ticked - expected)]
    return Verdict(
        credit=0.0 if unacceptable or missing else _rounded(credit),
        discordances=discordances if question.kind == "qrm" else None,
        unacceptable=unacceptable,
        missing=missing,
        misconceptions=tuple(dict.fromkeys(code for code in shown if code)),
    )


def _choice_credit(
    kind: str, ticked: frozenset[int], expected: frozenset[int]
) -> Fraction:
    """Return the credit of ticks before grave marks."""
    if kind == "qru":
        return Fraction(ticked == expected)
    if kind == "qrm":
        return DISCORDANCE_TABLE.get(len(ticked ^ expected), Fraction(0))
    if len(ticked) > len(expected):
        raise ValueError(f"{len(ticked)} ticks where {len(expected)} are allowed")
    return Fraction(len(ticked & expected), len(expected))


def _grade_short(
    question: ShortAnswer, response: Typed, *, self_marked: bool
) -> Verdict:
    """Judge typed words against the foreseen wordings."""
    known = match_known(question, response.text)
    if known is None:
        return Verdict(credit=float(self_marked), self_marked=self_marked)
    answer = question.known[known]
    code = answer.misconception
    return Verdict(
        credit=float(answer.right),
        known=known,
        misconceptions=(code,) if code and not answer.right else (),
    )


def _grade_concordance(question: Concordance, response: Placed) -> Verdict:
    """Judge a TCS: votes for the value over the votes of the modal value."""
    if not question.scored or len(response.values) != len(question.rows):
        raise ValueError("a TCS is scored against a panel, row by row")
    shares = []
    for row, value in zip(question.rows, response.values, strict=True):
        votes = dict(zip(SCALE, row.votes or (), strict=True))
        shares.append(Fraction(votes[value], max(votes.values())))
    return Verdict(credit=_rounded(sum(shares, Fraction(0)) / len(shares)))


def _grade_matching(question: Matching, response: Paired) -> Verdict:
    """Judge an appariement: right pairs over pairs."""
    count = len(question.pairs)
    if sorted(response.choices) != list(range(count)):
        raise ValueError("pairs take each right side once")
    rights = [plain(pair.right) for pair in question.pairs]
    chosen = [rights[choice] for choice in response.choices]
    right = sum(one == other for one, other in zip(rights, chosen, strict=True))
    return Verdict(credit=_rounded(Fraction(right, count)))


def _grade_ordering(question: Ordering, response: Ordered) -> Verdict:
    """Judge an ordre: neighbours that follow each other in the key over n − 1."""
    count = len(question.items_in_order)
    if sorted(response.positions) != list(range(count)):
        raise ValueError("an order names each item once")
    return Verdict(credit=_rounded(Fraction(links_kept(response), count - 1)))


def links_kept(response: Ordered) -> int:
    """Return how many things stand right after the one they follow in the key.

    Args:
        response: source positions, which are the key, in the learner's order.
    """
    pairs = zip(response.positions, response.positions[1:], strict=False)
    return sum(after == before + 1 for before, after in pairs)


def _grade_relay(question: Relay, response: Handed) -> Verdict:
    """Judge a relais: atoms present over atoms, 0 without an indispensable one."""
    if not response.atoms <= set(range(len(question.atoms))):
        raise ValueError("a message carries atoms of its own question")
    missing = any(
        atom.indispensable and i not in response.atoms
        for i, atom in enumerate(question.atoms)
    )
    share = Fraction(len(response.atoms), len(question.atoms))
    return Verdict(credit=0.0 if missing else _rounded(share), missing=missing)


def atoms_found(question: Relay, text: str) -> frozenset[int]:
    """Return the atoms one of whose wordings stands in a message.

    Args:
        question: the relais.
        text: the message; whole words are compared, whatever their case, accents and
            punctuation.
    """
    message = _spaced(text)
    return frozenset(
        number
        for number, atom in enumerate(question.atoms)
        if any(words.strip() and words in message for words in map(_spaced, atom.words))
    )


def _spaced(text: str) -> str:
    """Return the folded words of a text, a space before and after each."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _rounded(credit: Fraction) -> float:
    """Return a credit with the decimals the store keeps."""
    return round(float(credit), DECIMALS)
