"""Numbers as a person reads them: credits, bars with their interval."""

from textual.content import Content

CELLS = 20


def verdict_mark(credit: float) -> tuple[str, str]:
    """Return the sign and the colour of a credit; never the colour alone."""
    if credit >= 1:
        return "✓", "$success"
    return ("~", "$warning") if credit > 0 else ("✗", "$error")


def interval_bar(
    low: float, estimate: float, high: float, cells: int = CELLS
) -> Content:
    """Return a bar from 0 to 1: the interval thick, the estimate marked.

    Args:
        low: lower bound, from 0 to 1.
        estimate: from 0 to 1.
        high: upper bound, from 0 to 1.
        cells: how wide the bar is.
    """
    last = cells - 1
    start, middle, end = (round(value * last) for value in (low, estimate, high))
    pieces = []
    for cell in range(cells):
        if cell == middle:
            pieces.append(("◆", "bold $primary"))
        elif start <= cell <= end:
            pieces.append(("━", "$primary"))
        else:
            pieces.append(("─", "$rule"))
    return Content.assemble(*pieces)
