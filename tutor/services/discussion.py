"""What to talk over with one's supervisor, and whether one's certainty is right."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tutor.assessment.certainty import LEAST_RATED, Calibration
from tutor.domain.framework import Framework, Item
from tutor.locale import credit_text, say
from tutor.services.gap import gap_of
from tutor.services.standing import Standing

Why = Literal["higher", "a-travailler", "a-confirmer"]
URGENCY: tuple[Why, ...] = ("higher", "a-travailler", "a-confirmer")
"""The most urgent first: a position above what the answers show."""
MOST_TOPICS = 6


class Topic(NamedTuple):
    """An item to talk over."""

    item: Item
    why: Why


class Talk(NamedTuple):
    """The items to talk over that are evidenced the same way."""

    trace: str
    """The kind of trace the framework expects."""
    topics: tuple[Topic, ...]


def talks_of(framework: Framework, standing: Standing) -> tuple[Talk, ...]:
    """Return what to talk over, by kind of trace, the most urgent first.

    Only items whose trace the framework names, and on which the person has a position:
    before it nothing is said of their answers.

    Args:
        framework: the items.
        standing: where the person stands.
    """
    found = []
    for item in framework.items:
        own = standing.positionings.get(item.code)
        why = _why(own.value, item.code, standing) if own and item.trace else None
        if why is not None:
            found.append(Topic(item, why))
    urgent = sorted(found, key=lambda each: URGENCY.index(each.why))[:MOST_TOPICS]
    kinds = trace_kinds(item.trace for item in framework.items)
    talks: dict[str, list[Topic]] = {}
    for topic in urgent:
        talks.setdefault(kinds[topic.item.trace], []).append(topic)
    return tuple(Talk(kind, tuple(topics)) for kind, topics in talks.items())


def trace_kinds(traces: Iterable[str]) -> dict[str, str]:
    """Return the kind of each trace: the shortest one that it begins with.

    Args:
        traces: as the framework words them.
    """
    known = sorted({each for each in traces if each}, key=len)
    return {
        trace: next(kind for kind in known if f"{trace} ".startswith(f"{kind} "))
        for trace in known
    }


def topic_text(topic: Topic) -> str:
    """Return an item to talk over, and why."""
    word = "des.discuss.higher" if topic.why == "higher" else f"des.state.{topic.why}"
    item = topic.item
    return say("des.discuss.item", code=item.code, text=item.texte, why=say(word))


def calibration_lines(found: Calibration | None) -> list[str]:
    """Return what each certainty was worth, or from when on that is said.

    Args:
        found: how certainty and credit agree, if enough answers say so.
    """
    if found is None:
        return [say("des.calibration.none", least=LEAST_RATED)]
    return [
        say(
            "des.calibration",
            level=level,
            share=credit_text(round(mean * 10)),
            n=number,
        )
        for level, (number, mean) in sorted(found.by_level.items())
    ]


def _why(value: str, code: str, standing: Standing) -> Why | None:
    """Return why an item is to be talked over, or None."""
    found = standing.items[code]
    if gap_of(value, found) == "higher":
        return "higher"
    if found.state == "a-travailler" or found.state == "a-confirmer":  # noqa: PLR1714 - narrows the type
        return found.state
    return None
