"""The error ledger: misconceptions met, until two different questions dispel them."""

from collections.abc import Iterable, Mapping

from tutor.domain.answer import AnswerGiven
from tutor.domain.value import Value

ENOUGH = 2
"""Different questions answered right before a misconception leaves the ledger."""


class Entry(Value):
    """A misconception that still holds."""

    code: str
    count: int
    """How many answers have shown it."""
    shown_by: str
    """The question whose answer showed it last."""
    dispelled_by: frozenset[str]
    """The questions on it answered right since; fewer than `ENOUGH`."""


def open_entries(
    answers: Iterable[AnswerGiven],
    shown: Mapping[str, tuple[str, ...]],
    probes: Mapping[str, frozenset[str]],
) -> list[Entry]:
    """Return the misconceptions that hold, the most frequent first.

    Args:
        answers: answers of one course, in any order.
        shown: for an answer id, the misconceptions its response shows.
        probes: for a question id, the misconceptions its distractors embody; the
            question dispels them when it is answered right.
    """
    counts: dict[str, int] = {}
    last: dict[str, str] = {}
    dispelled: dict[str, set[str]] = {}
    for answer in sorted(answers, key=lambda each: each.at):
        codes = shown.get(answer.id, ())
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
            last[code], dispelled[code] = answer.question, set()
        if answer.credit >= 1:
            for code in probes.get(answer.question, frozenset()) & counts.keys():
                dispelled[code].add(answer.question)
    entries = [
        Entry(
            code=code,
            count=count,
            shown_by=last[code],
            dispelled_by=frozenset(dispelled[code]),
        )
        for code, count in counts.items()
        if len(dispelled[code]) < ENOUGH
    ]
    return sorted(entries, key=lambda entry: (-entry.count, entry.code))
