"""What an export could not say: for its header, and for stderr."""

from collections.abc import Iterable, Sequence

from tutor.interop.exchange import Entry, Loss
from tutor.locale import count, say

MOST_IDS = 8
"""How many questions a line names."""
_ORDER = (
    *("discordances", "announced", "indispensable", "uneven", "last", "folding"),
    *("neighbours", "looks", "relay", "panel", "arrow", "too-many-right", "hints"),
    "points",
    *("steps", "condition", "certainty", "facts", "text", "rating", "directory"),
    *("draw",),
)


def losses_of(
    entries: Sequence[Entry], left_out: Iterable[tuple[str, str]]
) -> list[Loss]:
    """Return what a form cannot say, the gravest first.

    Args:
        entries: what was written, each with its own losses.
        left_out: the code and the id of what was not written at all.
    """
    ids: dict[str, dict[str, None]] = {}
    for code, name in [*((c, e.id) for e in entries for c in e.lost), *left_out]:
        ids.setdefault(code, {})[name] = None
    asked = [
        entry for entry in entries if entry.kind in {"choice", "short", "matching"}
    ]
    for entry in asked:
        ids.setdefault("certainty", {})[entry.id] = None
    for entry in entries:
        if any(tag.startswith("fait:") for tag in entry.tags):
            ids.setdefault("facts", {})[entry.id] = None
    return [Loss(code, tuple(ids[code])) for code in _ORDER if code in ids]


def loss_line(loss: Loss) -> str:
    """Return one loss in words: what it is, how many it touches, the first of them."""
    named = ", ".join(loss.ids[:MOST_IDS])
    more = ", …" if len(loss.ids) > MOST_IDS else ""
    return count(f"exchange.lost.{loss.code}", len(loss.ids), ids=named + more)


def header(losses: Sequence[Loss]) -> list[str]:
    """Return the lines that open an exported file."""
    lines = [say("exchange.header")]
    if losses:
        lines.extend([say("exchange.header.lost"), *map(loss_line, losses)])
    return lines


def own_losses(entry: Entry) -> str:
    """Return what is lost of one question, in short, or an empty text."""
    said = [say(f"exchange.own.{code}") for code in entry.lost]
    return say("exchange.own", losses=", ".join(said)) if said else ""
