"""The drawings of a report as SVG; each has a table that says the same.

Shapes carry classes and no colours: a page colours them by its own style, light or
dark, and paper by `PRINTED`.
"""

import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tutor.domain.figures import Cell, Column, Estimate, Table
from tutor.locale import say
from tutor.reports.cells import cell_text, clean, interval_text, number_text
from tutor.reports.views import OWN

PRINTED = """<style>
text { font-family: "Libertinus Serif"; font-size: 13px; fill: #1b1b1b; }
.soft { fill: #555; font-size: 11px; } .strong { font-weight: bold; }
.ring, .grid { fill: none; stroke: #ccc; stroke-width: 1; }
.outline { fill: none; stroke: #777; stroke-dasharray: 3 3; }
.wide { fill: #b9dcd7; } .petal { fill: #4d9d93; } .axis { stroke: #1b1b1b; }
.whisker { stroke: #1b1b1b; stroke-width: 1.5; fill: none; }
.dot { fill: #0b6b60; } .open { fill: #fff; stroke: #0b6b60; stroke-width: 2; }
</style>"""
_RADIUS, _CENTRE_X, _CENTRE_Y = 125, 330, 205
_WIDTH, _HEIGHT = 660, 410
_LABEL = 24
"""Characters of a petal's name in one line."""
_UPRIGHT = 0.1
"""How far from straight up or down a petal still counts as such, from 0 to 1."""
_SCALE, _WORDING = 5, 33
"""The usual end of a scale of the survey; characters of its wording in one line."""
_PLOT, _LEFT, _ROW = 660, 215, 38
_RIGHT = 470
"""Where the scale of a plot ends; its numbers stand beyond."""


def drawing_of(table: Table, least: int) -> str:
    """Return the drawing of a table, or an empty text where it has none.

    Args:
        table: any table of a report.
        least: the smallest group shown, in people.
    """
    draw = _DRAWN.get(table.id.removeprefix(OWN))
    return draw(table, least) if draw else ""


def flower(table: Table, least: int) -> str:
    """Return the marguerite of a group: a petal a competency.

    A petal is filled to the estimate, its interval is a line, a number that is not
    shown is an empty petal.

    Args:
        table: `competencies`.
        least: the smallest group shown, in people.

    Returns:
        An SVG, or an empty text where the table has no row.
    """
    ids = [column.id for column in table.columns]
    if not table.rows or not {"code", "title", "estimate"} <= set(ids):
        return ""
    code, title, estimate = map(ids.index, ("code", "title", "estimate"))
    column, step = table.columns[estimate], 360 / len(table.rows)
    rings = [_ring(share) for share in (0.25, 0.5, 0.75, 1.0)]
    petals = [
        _petal(row[estimate], -90 + number * step, min(step, 60))
        for number, row in enumerate(table.rows)
    ]
    labels = [
        _name(
            str(row[code]),
            str(row[title]),
            cell_text(row[estimate], column, least),
            -90 + number * step,
        )
        for number, row in enumerate(table.rows)
    ]
    said = say("faculty.flower"), say("faculty.flower.how")
    return _svg("flower", _WIDTH, _HEIGHT, said, [*rings, *petals, *labels])


def dots(table: Table, least: int) -> str:
    """Return how right a group is for each certainty, a dot and its interval a row.

    Args:
        table: `calibration`.
        least: the smallest group shown, in people.
    """
    ids = [column.id for column in table.columns]
    if not table.rows or not {"certainty", "right"} <= set(ids):
        return ""
    name, right = ids.index("certainty"), ids.index("right")
    height = _ROW * len(table.rows) + 44
    drawn = [_scale(0, 1, (0, 0.25, 0.5, 0.75, 1), height, table.columns[right])]
    for number, row in enumerate(table.rows):
        y = number * _ROW + 28
        cell = row[right]
        label = say("faculty.certainty", level=clean(str(row[name])))
        drawn.append(_words(0, y + 4, label))
        if isinstance(cell, Estimate):
            drawn.append(_whisker(cell, y, 0, 1))
            drawn.append(_mark("dot", _along(cell.value, 0, 1), y))
        drawn.append(
            _words(_RIGHT + 18, y + 4, _short(cell, table.columns[right], least))
        )
    said = say("faculty.dots"), say("faculty.dots.how")
    return _svg("dots", _PLOT, height, said, drawn)


def shifts(table: Table, least: int) -> str:
    """Return where a group placed itself before, and after.

    Args:
        table: `survey`.
        least: the smallest group shown, in people.
    """
    ids = [column.id for column in table.columns]
    wanted = ("wording", "before", "after", "shift")
    if not table.rows or not set(wanted) <= set(ids):
        return ""
    words, before, after, shift = map(ids.index, wanted)
    top = _top(cell for row in table.rows for cell in (row[before], row[after]))
    height = _ROW * len(table.rows) + 44
    drawn = [_scale(1, top, range(1, top + 1), height, None)]
    for number, row in enumerate(table.rows):
        y = number * _ROW + 28
        drawn += _wrapped(clean(str(row[words])), y)
        drawn += _dumbbell(row[before], row[after], y, top)
        text = _short(row[shift], table.columns[shift], least)
        drawn.append(_words(_RIGHT + 18, y + 4, text))
    said = say("faculty.shifts"), say("faculty.shifts.how")
    return _svg("shifts", _PLOT, height, said, drawn)


def _top(cells: Iterable[Cell]) -> int:
    """Return the end of a scale of the survey: 5, or more where answers go beyond."""
    highs = [cell.high for cell in cells if isinstance(cell, Estimate)]
    return max(_SCALE, math.ceil(max(highs, default=_SCALE)))


def _wrapped(text: str, y: float) -> Iterator[str]:
    """Yield a text in two lines at most, beside a row of a plot."""
    lines = textwrap.wrap(
        text, _WORDING, max_lines=2, placeholder=" …", break_on_hyphens=False
    )
    for rank, line in enumerate(lines):
        yield _words(0, y + 4 + 13 * rank - 6 * (len(lines) - 1), line, "soft")


def _dumbbell(before: Cell, after: Cell, y: float, top: int) -> Iterator[str]:
    """Yield a line from an open dot to a full one, where both are shown."""
    if isinstance(before, Estimate) and isinstance(after, Estimate):
        first, last = _along(before.value, 1, top), _along(after.value, 1, top)
        yield f'<path class="whisker" d="M{first:.1f} {y}H{last:.1f}"/>'
        yield _mark("open", first, y)
        yield _mark("dot", last, y)


def _short(cell: Cell, column: Column, least: int) -> str:
    """Return a number and its interval, which stand beside its dot."""
    if isinstance(cell, Estimate):
        return f"{number_text(cell.value, column)} {interval_text(cell, column)}"
    return cell_text(cell, column, least)


def _scale(
    low: float,
    high: float,
    ticks: Sequence[float],
    height: float,
    column: Column | None,
) -> str:
    """Return the upright lines of a plot, with their numbers."""
    drawn = []
    for tick in ticks:
        x = _along(tick, low, high)
        text = f"{tick:g}" if column is None else number_text(tick, column)
        drawn.append(f'<path class="grid" d="M{x:.1f} 10V{height - 26}"/>')
        drawn.append(_words(x, height - 10, text, "soft", "middle"))
    return "".join(drawn)


def _whisker(cell: Estimate, y: float, low: float, high: float) -> str:
    """Return the interval of a number as a line with two ends."""
    first, last = _along(cell.low, low, high), _along(cell.high, low, high)
    ends = f"M{first:.1f} {y - 5}V{y + 5}M{last:.1f} {y - 5}V{y + 5}"
    return f'<path class="whisker" d="M{first:.1f} {y}H{last:.1f}{ends}"/>'


def _mark(kind: str, x: float, y: float) -> str:
    """Return a dot."""
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y}" r="5.5"/>'


def _along(value: float, low: float, high: float) -> float:
    """Return where a value stands on the scale of a plot."""
    share = (min(max(value, low), high) - low) / (high - low)
    return _LEFT + share * (_RIGHT - _LEFT)


def _ring(share: float) -> str:
    """Return a ring of the flower, one a quarter."""
    size = _RADIUS * share
    return f'<circle class="ring" cx="{_CENTRE_X}" cy="{_CENTRE_Y}" r="{size:.1f}"/>'


def _petal(cell: Cell, angle: float, width: float) -> str:
    """Return a petal, its tip in the direction of an angle."""
    turn = f'transform="translate({_CENTRE_X} {_CENTRE_Y}) rotate({angle + 90:.1f})"'
    whole = f'<path class="outline" d="{_leaf(1, width)}"/>'
    if not isinstance(cell, Estimate):
        return f"<g {turn}>{whole}</g>"
    low, high = -cell.low * _RADIUS, -cell.high * _RADIUS
    ends = f"M-5 {low:.1f}H5M-5 {high:.1f}H5"
    return (
        f'<g {turn}><path class="wide" d="{_leaf(1, width)}"/>'
        f'<path class="petal" d="{_leaf(cell.value, width)}"/>'
        f'<path class="whisker" d="M0 {low:.1f}V{high:.1f}{ends}"/></g>'
    )


def _leaf(share: float, width: float) -> str:
    """Return the outline of a petal that goes up from the centre."""
    tip = -_RADIUS * share
    side = _RADIUS * share * math.tan(math.radians(width / 2)) * 0.62
    return (
        f"M0 0C{side:.1f} {tip * 0.35:.1f} {side:.1f} {tip:.1f} 0 {tip:.1f}"
        f"C{-side:.1f} {tip:.1f} {-side:.1f} {tip * 0.35:.1f} 0 0Z"
    )


def _name(code: str, title: str, number: str, angle: float) -> str:
    """Return the words beside the tip of a petal."""
    across, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = _CENTRE_X + across * (_RADIUS + 14), _CENTRE_Y + down * (_RADIUS + 14)
    anchor = "middle" if abs(across) < _UPRIGHT else "start" if across > 0 else "end"
    lines = [f"{clean(code)} · {number}", *textwrap.wrap(clean(title), _LABEL)[:3]]
    start = (
        y
        - (15 * (len(lines) - 1) if down < -_UPRIGHT else 0)
        + (10 if down > _UPRIGHT else 4)
    )
    drawn = []
    for rank, line in enumerate(lines):
        kind = "soft" if rank else "strong"
        drawn.append(_words(x, start + 15 * rank, line, kind, anchor))
    return "".join(drawn)


def _words(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    """Return a text in a drawing."""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {place}>{escape(text)}</text>'


def _svg(
    name: str, width: int, height: float, said: tuple[str, str], drawn: Sequence[str]
) -> str:
    """Return a drawing that says what it is to who cannot see it."""
    title, how = map(escape, said)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc" class="{name}">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{how}</desc>'
        f"{''.join(drawn)}</svg>"
    )


_DRAWN = {"competencies": flower, "calibration": dots, "survey": shifts}
