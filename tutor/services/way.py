"""The way through stops: which come up, and what earlier messages carried."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tutor.domain.answer import AnswerGiven
from tutor.domain.course import Callout, Passage
from tutor.services.conditions import carried
from tutor.services.stops import Stop

BACK = "reprise:"
"""Before the key of a stop, in what a run has gone past: it was taken up again."""


class Leg(NamedTuple):
    """One stop of a way."""

    stop: Stop
    present: frozenset[str]
    """The atoms handed over before it."""
    comes_up: bool
    """Whether a message rules it out or not; what was answered came up."""


def way(stops: Iterable[Stop], given: Mapping[str, AnswerGiven]) -> Iterator[Leg]:
    """Yield the legs of a way, in order.

    Args:
        stops: all stops.
        given: the answers of the run, by question id.
    """
    present: frozenset[str] = frozenset()
    for stop in stops:
        task, answer = stop.task, given.get(stop.key)
        comes_up = task is None or answer is not None or task.holds(present)
        yield Leg(stop, present, comes_up)
        present |= carried(task, answer)


def reading_before(
    stops: Iterable[Stop], given: Mapping[str, AnswerGiven], key: str
) -> tuple[Passage | Callout, ...]:
    """Return the text that leads to a stop.

    What follows from a message that was not sent is left out. Where a message rules
    a question out, its text leads to the stop after it.

    Args:
        stops: all stops.
        given: the answers of the run, by question id.
        key: the key of one of the stops.
    """
    parts: list[Passage | Callout] = []
    for leg in way(stops, given):
        parts.extend(
            part
            for part in leg.stop.reading
            if isinstance(part, Passage) or part.holds(leg.present)
        )
        if leg.stop.key == key:
            break
        if leg.comes_up:
            parts.clear()
    return tuple(parts)


def gone_past(passed: Iterable[str]) -> set[str]:
    """Return the stops gone past, without those taken up again since.

    Args:
        passed: what a run has gone past, in order; it only ever grows.
    """
    past: set[str] = set()
    for key in passed:
        if key.startswith(BACK):
            past.discard(key.removeprefix(BACK))
        else:
            past.add(key)
    return past
