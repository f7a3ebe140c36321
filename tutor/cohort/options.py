"""The options of a question: who ticks them, and whether those who do well do."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import sqrt

from tutor.cohort.intervals import Moments, correlation
from tutor.cohort.privacy import Counted, Why, hidden
from tutor.cohort.study import Study, shown, shown_share, table
from tutor.domain.figures import Cell, ColumnKind, Estimate, Table
from tutor.domain.prose import plain
from tutor.domain.question import Choice
from tutor.locale import say

_MOST_LETTERS = 8
_EARNED = -1
"""Stands for the difficulty among the options of a question."""
_NOTHING = 1e-9


class Ticks:
    """How often the options of a question were ticked, and by people who knew how much."""

    def __init__(self, options: int) -> None:
        self.people = 0
        """Whose ticks are known."""
        self.counts = [0] * options
        """How many of them ticked each option."""
        self.earned = 0.0
        """The sum of their credits."""
        self._all = [0.0, 0.0, 0.0]
        self._of = [[0.0, 0.0] for _ in range(options)]

    def count_in(
        self, ticked: int, n: int, earned: float, rest: tuple[int, float, float]
    ) -> None:
        """Add people who ticked the same options.

        Args:
            ticked: the options, a bit each.
            n: how many people.
            earned: the sum of their credits.
            rest: how many of them have a rest, its sum and that of its squares.
        """
        self.people += n
        self.earned += earned
        for place, value in enumerate(rest):
            self._all[place] += value
        for position in range(len(self.counts)):
            if ticked >> position & 1:
                self.counts[position] += n
                self._of[position][0] += rest[0]
                self._of[position][1] += rest[1]

    def correlation(self, position: int) -> Estimate | None:
        """Return the correlation between ticking an option and the rest, or None.

        Args:
            position: which option, from 0.
        """
        n, total, squares = self._all
        ones, inside = self._of[position]
        if not 0 < ones < n:
            return None
        spread = (squares - total * total / n) * (ones - ones * ones / n)
        if spread <= _NOTHING:
            return None
        return correlation(int(n), (inside - ones * total / n) / sqrt(spread))


def letter_of(position: int) -> str:
    """Return what an option is called in the order of its file, from a.

    Args:
        position: from 0.
    """
    return chr(ord("a") + position) if position < _MOST_LETTERS else str(position + 1)


def hidden_of(
    question: Choice,
    ticks: Ticks,
    earned: tuple[Why | None, int, int, Moments],
    study: Study,
) -> tuple[dict[int, Why], Why | None]:
    """Return which options of a question are not shown, and whether its difficulty is.

    Args:
        question: the question.
        ticks: who ticked what.
        earned: why the difficulty is hidden in any case, how many people earned
            something and everything, and the moments of what they earned.
        study: the cohort.
    """
    why, some, whole, moments = earned
    n = ticks.people
    cells = {position: Counted(count, n) for position, count in enumerate(ticks.counts)}
    few = min((c for c in (some, moments.n - whole) if c), default=0)
    cells[_EARNED] = Counted(few, moments.n)
    sums: list[dict[int, int]] = []
    if ticks.counts and n and sum(ticks.counts) % n == 0:
        sums.append(dict.fromkeys(range(len(ticks.counts)), 1))
    right = sorted(question.expected)
    if moments.n == n and _is_sum(ticks, right, question):
        sums.append({**dict.fromkeys(right, 1), _EARNED: -1})
    found = hidden(cells, sums, study.least, [] if why is None else [_EARNED])
    difficulty = found.pop(_EARNED, None)
    return found, why or difficulty


def _is_sum(ticks: Ticks, right: list[int], question: Choice) -> bool:
    """Return whether the difficulty is the sum of the right options that were ticked."""
    if question.kind == "qrm" or not right:
        return False
    said = Fraction(sum(ticks.counts[each] for each in right), len(right))
    return abs(float(said) - ticks.earned) < _NEAR * max(1, ticks.people)


_NEAR = 1e-5
"""Credits are kept with six decimals."""


def option_rows(
    study: Study, number: int, ticks: Ticks, why: Mapping[int, Why]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a question's options, in the order of its file.

    Args:
        study: the cohort.
        number: the question.
        ticks: who ticked what.
        why: which options are not shown.
    """
    question = study.contents.options(number)
    for position, option in enumerate(question.options if question else ()):
        hides = why.get(position) or study.why_few(ticks.people)
        count = ticks.counts[position]
        linked = ticks.correlation(position)
        yield (
            study.contents.placed[number].question.id,
            study.place(number),
            letter_of(position),
            plain(option.text),
            say("report.expected") if option.right else "",
            shown(study.why_few(ticks.people), ticks.people),
            shown_share(hides, count, ticks.people),
            shown(hides, linked),
            _remark(option.right, count, hides, linked),
        )


def _remark(
    is_right: bool, count: int, why: Why | None, linked: Estimate | None
) -> str:
    """Return what a teacher should see of an option, or nothing."""
    if why is not None:
        return ""
    if count == 0:
        return say("report.remark.nobody")
    if linked is not None and not is_right and linked.low > 0:
        return say("report.remark.tempting")
    if linked is not None and is_right and linked.high < 0:
        return say("report.remark.backwards")
    return ""


def options_table(rows: list[tuple[Cell, ...]]) -> Table:
    """Return the table of options.

    Args:
        rows: what `option_rows` yielded.
    """
    columns: dict[str, ColumnKind] = {
        "question": "text",
        "place": "place",
        "letter": "text",
        "text": "text",
        "expected": "text",
        "people": "count",
        "chosen": "share",
        "correlation": "number",
        "remark": "text",
    }
    return table("options", columns, rows)
