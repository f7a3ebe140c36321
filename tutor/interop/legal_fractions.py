"""The weights Moodle accepts for an answer, and those the tutor gives.

Moodle refuses a fraction that is not on its list (`question_bank::fraction_options`),
and a question with several right answers whose positive fractions do not sum to 100.
"""

from fractions import Fraction

_HUNDRED = Fraction(100)
LEGAL = frozenset(
    {
        *(_HUNDRED / part for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20)),
        *(Fraction(whole) for whole in (0, 30, 40, 60, 70, 75, 80, 90)),
        *(_HUNDRED * 2 / 3, _HUNDRED * 5 / 6),
    }
)
"""What an answer may be worth, in hundredths; each of them may be negative too."""
MOST_RIGHT = 20
"""Of more right answers, some would have to be worth less than the least there is."""
_TOLERANCE = Fraction(1, 1000)
_DIGITS = 5


def shares(right: int) -> list[Fraction] | None:
    """Return what each right answer of a question is worth; the sum is 100.

    They are equal, except where no legal fraction is that small: from 11 to 20 right
    answers the first are worth 10 and the last 5.

    Args:
        right: how many right answers there are, from 1.

    Returns:
        The fractions, or None where there are too many right answers.
    """
    if right > MOST_RIGHT:
        return None
    if _HUNDRED / right in LEGAL:
        return [_HUNDRED / right] * right
    tens = MOST_RIGHT - right
    return [Fraction(10)] * tens + [Fraction(5)] * (right - tens)


def legal(fraction: Fraction) -> Fraction | None:
    """Return the fraction of Moodle's list that a written one stands for, or None.

    Args:
        fraction: in hundredths, as a file wrote it: 33.33333 for a third.
    """
    size = abs(fraction)
    near = next((each for each in LEGAL if abs(each - size) <= _TOLERANCE), None)
    return near if near is None or fraction >= 0 else -near


def written(fraction: Fraction) -> str:
    """Return a fraction as Moodle writes it, with five decimals at most."""
    text = f"{float(fraction):.{_DIGITS}f}"
    return text.rstrip("0").rstrip(".")
