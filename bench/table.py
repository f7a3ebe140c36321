"""The one table of the bench, for a terminal, for a page and for other programs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bench.figures import Row, State
from bench.registry import ELSEWHERE, names

HEADS = ("figure", "min", "median", "max", "n", "budget", "issue", "")
COLUMNS = ("figure", "what", "min", "median", "max", "n", "budget", "issue", "")
_WORDS = {"kept": "ok", "missed": "OVER", "shown": "", "failed": "FAILED"}


def as_text(rows: Sequence[Row]) -> str:
    """Return the table as lines: figures first, then what could not be measured.

    Args:
        rows: at least one.
    """
    told = [row for row in rows if row.ratios]
    cells = [HEADS, *(_cells(row) for row in told)]
    widths = [max(len(line[n]) for line in cells) for n in range(len(HEADS))]
    titles = ["value ÷ floor", *(row.figure.title for row in told)]
    lines = [
        f"{_aligned(line, widths)}  {title}".rstrip()
        for line, title in zip(cells, titles, strict=True)
    ]
    return "\n".join([*lines, *_told_apart(rows)])


def as_page(rows: Sequence[Row]) -> str:
    """Return the table as Markdown.

    Args:
        rows: at least one.
    """
    lines = [COLUMNS, ("---", "---", *["--:"] * 5, "---", "---")]
    for row in rows:
        if row.ratios:
            name, *rest = _cells(row)
            lines.append((f"`{name}`", row.figure.title, *rest))
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    apart = "\n".join(f"- {line}" for line in _told_apart(rows))
    return f"{table}\n\n{apart}" if apart else table


def as_json(row: Row) -> dict[str, object]:
    """Return a row for other programs.

    Args:
        row: any.
    """
    figure = row.figure
    return {
        "name": figure.name,
        "what": figure.what,
        "floor": figure.floor,
        "budget": figure.budget,
        "issue": figure.issue,
        "median": row.median if row.ratios else None,
        "ratios": row.ratios,
        "state": row.state,
        "reason": row.failure or row.absent,
    }


def verdict(rows: Sequence[Row]) -> str:
    """Return in one line how many budgets are kept.

    Args:
        rows: any.
    """
    states = Counter(row.state for row in rows)
    said: tuple[State, ...] = ("kept", "missed", "failed", "left out")
    return ", ".join(f"{states[name]} {name}" for name in said)


def _cells(row: Row) -> tuple[str, ...]:
    """Return what a measured row shows, but for what it is."""
    figure, low, high = row.figure, min(row.ratios), max(row.ratios)
    budget = "–" if figure.budget is None else f"≤ {figure.budget:g}"
    numbers = [_number(value) for value in (low, row.median, high)]
    word = _WORDS[row.state]
    return (figure.name, *numbers, str(len(row.ratios)), budget, figure.issue, word)


def _number(value: float) -> str:
    """Return a ratio with two decimals, three where two would say nothing."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    """Return cells in columns, the numbers to the right."""
    return "  ".join(
        f"{cell:>{width}}" if 0 < place < 6 else f"{cell:{width}}"
        for place, (cell, width) in enumerate(zip(line, widths, strict=True))
    )


def _told_apart(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each figure that has no value, and each budget not ours."""
    for row in rows:
        name, title = row.figure.name, row.figure.title
        if row.state == "failed":
            yield f"FAILED {name} ({title}): {row.failure or 'it gave no value'}"
        elif row.absent:
            yield f"left out {name} ({title}): {row.absent}"
    if {row.figure.name for row in rows} < set(names()):
        return
    for each in ELSEWHERE:
        yield f"not measured here (issue {each.issue}) {each.what}: {each.why}"
