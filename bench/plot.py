"""Draw how cost grows: small panels side by side, both scales in doublings, as SVG."""

import math
import statistics
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

_ACROSS = 2
_WIDTH, _HEIGHT = 470, 340
"""Of a panel."""
_LEFT, _TOP, _PLOT_WIDTH, _PLOT_HEIGHT = 46, 44, 240, 240
_HEAD, _FOOT = 56, 34
_MOST, _LEAST = 6, -1
"""Powers of two at the ends of the scale of cost."""
_WIDEST = 5
"""The power of two at the end of the scale of size."""
_APART = 30
"""Between the names of two lines."""
_NAME = 22
"""Characters of a name in one line."""
_MARK = 4
_STYLE = """
text { font: 12px 'Inter', 'Helvetica Neue', Arial, sans-serif; fill: #1b2a2f; }
.title { font-size: 19px; font-weight: 600; } .head { font-size: 14px; font-weight: 600; }
.soft { fill: #566469; font-size: 11px; } .grid { stroke: #e4e8e8; }
.even { stroke: #8a969a; stroke-dasharray: 4 4; fill: none; }
.line { fill: none; stroke-width: 2; } .whisker { stroke-width: 1.2; }
"""
_SVG = "http://www.w3.org/2000/svg"
_READ = 'role="img" aria-labelledby="t d"'
_ABOVE = (
    "Cost ÷ cost at the smallest size, against size ÷ smallest size; "
    "both scales double at each line."
)
_BELOW = (
    "Dashed: twice the size, twice the cost. Marks: median of the rounds, from least to "
    "most. In brackets: fitted exponent."
)
_COLOURS = ("#0b6b60", "#a1450c", "#3b4fa0", "#6b5b00")
_SHAPES = ("circle", "square", "diamond", "triangle")


Place = tuple[float, float]
"""From the left and from the top."""


class Line(NamedTuple):
    """A curve to draw."""

    name: str
    sizes: tuple[float, ...]
    """Divided by the smallest."""
    ratios: tuple[tuple[float, ...], ...]
    """At each size, the cost of every round divided by that of the smallest size."""
    exponent: str


class Panel(NamedTuple):
    """What grows, and its curves: four at most."""

    title: str
    lines: tuple[Line, ...]


def drawn(panels: Sequence[Panel]) -> str:
    """Return panels as one SVG, which fetches nothing.

    A mark is the median of the rounds, its whisker goes from the least to the most,
    and the dashed line is what costs twice as much for twice the size.

    Args:
        panels: any number.
    """
    rows = math.ceil(len(panels) / _ACROSS)
    width, height = _ACROSS * _WIDTH, _HEAD + rows * _HEIGHT + _FOOT
    pieces = [
        f'<svg xmlns="{_SVG}" viewBox="0 0 {width} {height}" {_READ}>',
        '<title id="t">How cost grows with size</title>',
        f'<desc id="d">{escape(_described(panels))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        '<text class="title" x="16" y="30">How cost grows with size</text>',
        f'<text class="soft" x="16" y="48">{_ABOVE}</text>',
    ]
    for number, panel in enumerate(panels):
        x, y = number % _ACROSS * _WIDTH, _HEAD + number // _ACROSS * _HEIGHT
        pieces += [f'<g transform="translate({x} {y})">', *_panel(panel), "</g>"]
    pieces += [
        f'<text class="soft" x="16" y="{height - 14}">{_BELOW}</text>',
        "</svg>",
    ]
    return "\n".join(pieces) + "\n"


def _described(panels: Sequence[Panel]) -> str:
    """Return in words what is drawn, for those who do not see it."""
    return " ".join(
        f"{panel.title}: "
        + "; ".join(f"{line.name}, exponent {line.exponent}" for line in panel.lines)
        + "."
        for panel in panels
    )


def _panel(panel: Panel) -> Iterator[str]:
    """Yield the shapes of a panel."""
    yield f'<text class="head" x="16" y="24">{escape(panel.title)}</text>'
    for power in range(_LEAST, _MOST + 1):
        y = _y(2.0**power)
        yield _stroke("grid", (_x(1), y), (_x(2.0**_WIDEST), y))
        yield _label(_x(1) - 8, y + 4, f"×{2.0**power:g}", "end")
    for power in range(_WIDEST + 1):
        x = _x(2.0**power)
        yield _stroke("grid", (x, _y(2.0**_LEAST)), (x, _y(2.0**_MOST)))
        yield _label(x, _y(2.0**_LEAST) + 18, f"×{2**power}", "middle")
    yield _stroke("even", (_x(1), _y(1)), (_x(2.0**_WIDEST), _y(2.0**_WIDEST)))
    for number, line in enumerate(panel.lines):
        yield from _line(line, number)
    yield from _names(panel.lines)


def _line(line: Line, number: int) -> Iterator[str]:
    """Yield a curve with its marks and whiskers."""
    colour = _COLOURS[number]
    places = [
        (_x(size), _y(statistics.median(found)), _y(max(found)), _y(min(found)))
        for size, found in zip(line.sizes, line.ratios, strict=True)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in places)
    yield f'<polyline class="line" stroke="{colour}" points="{path}"/>'
    for x, y, most, least in places:
        yield _stroke("whisker", (x, most), (x, least), colour)
        yield _mark(_SHAPES[number], x, y, colour)


def _names(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the names of curves beside their ends, kept apart."""
    ends = sorted(
        (_y(statistics.median(line.ratios[-1])), number)
        for number, line in enumerate(lines)
    )
    lowest = _y(2.0**_LEAST) - _APART * (len(ends) - 1)
    after = -math.inf
    for place, (y, number) in enumerate(ends):
        after = max(min(y, lowest + _APART * place), after + _APART)
        x, line, colour = _x(2.0**_WIDEST) + 16, lines[number], _COLOURS[number]
        yield _mark(_SHAPES[number], x, after, colour)
        words = _wrapped(f"{line.name} ({line.exponent})")
        for row, text in enumerate(words):
            down = after + 4 + 13 * (row - (len(words) - 1) / 2)
            yield (
                f'<text x="{x + 10}" y="{down:.1f}" style="fill:{colour}">'
                f"{escape(text)}</text>"
            )


def _wrapped(text: str) -> list[str]:
    """Return a name in one line or two."""
    if len(text) <= _NAME:
        return [text]
    cut = text.rfind(" ", 0, _NAME + 1)
    return [text[:cut], text[cut + 1 :]] if cut > 0 else [text]


def _mark(shape: str, x: float, y: float, colour: str) -> str:
    """Return the mark of a point."""
    near, far = _MARK - 0.5, _MARK + 1
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_MARK}" fill="{colour}"/>'
    corners = {
        "square": ((-near, -near), (near, -near), (near, near), (-near, near)),
        "diamond": ((0, -far), (far, 0), (0, far), (-far, 0)),
        "triangle": ((0, -far), (far, near), (-far, near)),
    }[shape]
    points = " ".join(f"{x + right:.1f},{y + down:.1f}" for right, down in corners)
    return f'<polygon points="{points}" fill="{colour}"/>'


def _stroke(kind: str, start: Place, end: Place, colour: str = "") -> str:
    """Return a straight line."""
    coloured = f' stroke="{colour}"' if colour else ""
    (x, y), (to_x, to_y) = start, end
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line class="{kind}"{coloured} {ends}/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    """Return the number of a scale."""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="soft" {place}>{text}</text>'


def _x(size: float) -> float:
    """Return where a size stands."""
    return _LEFT + math.log2(size) / _WIDEST * _PLOT_WIDTH


def _y(ratio: float) -> float:
    """Return where a cost stands; what lies off the scale stands at its end."""
    power = min(max(math.log2(ratio), _LEAST), _MOST)
    return _TOP + (_MOST - power) / (_MOST - _LEAST) * _PLOT_HEIGHT
