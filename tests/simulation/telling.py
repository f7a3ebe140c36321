"""Numbers as a French page tells them."""

from collections.abc import Iterable

from tests.simulation.proportions import Share


def decimal(value: float, places: int = 1) -> str:
    """Return a number with a comma."""
    return f"{value:.{places}f}".replace(".", ",")


def grouped(value: int) -> str:
    """Return a count, by thousands."""
    return f"{value:,}".replace(",", " ")


def percent(found: Share) -> str:
    """Return a share alone."""
    return f"{decimal(100 * found.value)} %"


def told(found: Share, unit: str) -> str:
    """Return a share, its interval and how many cases it comes from.

    Args:
        found: the share.
        unit: what the cases are, in the plural.
    """
    low, high = decimal(100 * found.low), decimal(100 * found.high)
    return f"{percent(found)} des cas ({low} à {high} ; {grouped(found.of)} {unit})"


def spanned(found: Share) -> str:
    """Return a share and its interval, for a cell."""
    low, high = decimal(100 * found.low), decimal(100 * found.high)
    return f"{percent(found)} ({low} à {high})"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of Markdown."""
    names = list(heads)
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
