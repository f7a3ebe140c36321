"""Draw the flower of a framework in braille dots, legible without colour."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from tutor.services.petals import Petal

DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a braille cell, by row and column."""
BRAILLE = 0x2800
ACROSS, DOWN = 2, 4
EDGE, FILL, MARK = 1, 2, 3
"""What a dot belongs to; a cell takes the look of the highest."""
LOOKS = {EDGE: "$quiet", FILL: "$primary", MARK: "bold $foreground"}
HUB = 0.14
"""Where petals begin, as a part of the radius."""
WIDEST_AT = 0.62
"""Where a petal is widest; its end is rounded from there on."""
MOST_ANGLE = math.pi / 6
"""Half of what one petal takes of the circle at most."""
APART = 1.6
"""Dots left free on each side of a petal."""
THIRDS = {"N": 1 / 6, "I": 3 / 6, "C": 5 / 6}
"""The middle of the third of a petal that each level stands for."""
NOTCH, BAR = 2.4, 0.7
"""Dots on each side of an own position: left free, then drawn."""
LABEL_ACROSS, LABEL_DOWN = 8, 5
"""Dots kept for a label beside the flower, and above it."""
LONGEST_LABEL = 6
"""Signs of a label."""
LEAST_RADIUS = 8.0


class Spot(NamedTuple):
    """A dot that lies in a petal."""

    petal: int
    along: float
    """From 0 at the hub to 1 at the tip."""


class Frame(NamedTuple):
    """Where a flower stands among the dots."""

    x: float
    y: float
    radius: float
    petals: int
    """How many petals there are."""

    def axis(self, petal: int) -> tuple[float, float]:
        """Return the direction of a petal: the first upright, then clockwise."""
        turn = 2 * math.pi * petal / self.petals - math.pi / 2
        return math.cos(turn), math.sin(turn)

    def point(self, petal: int, along: float) -> tuple[float, float]:
        """Return the dot at a place on the axis of a petal."""
        ahead, down = self.axis(petal)
        far = self.radius * (HUB + along * (1 - HUB))
        return self.x + far * ahead, self.y + far * down

    def spot(self, x: int, y: int) -> Spot | None:
        """Return what a dot lies in, or None."""
        ahead, down = x - self.x, y - self.y
        turn = math.atan2(down, ahead) + math.pi / 2
        petal = round(turn * self.petals / (2 * math.pi)) % self.petals
        cos, sin = self.axis(petal)
        part = (ahead * cos + down * sin) / self.radius
        if not HUB <= part <= 1 or abs(down * cos - ahead * sin) > self._half(part):
            return None
        return Spot(petal, (part - HUB) / (1 - HUB))

    def _half(self, part: float) -> float:
        """Return half the width of a petal, in dots, at a part of the radius."""
        slope = math.tan(min(MOST_ANGLE, math.pi / self.petals)) * self.radius
        if part < WIDEST_AT:
            return max(0.0, slope * part - APART)
        bend = (part - WIDEST_AT) / (1 - WIDEST_AT)
        return max(0.0, slope * WIDEST_AT - APART) * math.sqrt(1 - bend * bend)


def marguerite(
    petals: Sequence[Petal], width: int, height: int, at: str = ""
) -> list[Content]:
    """Return a flower: a petal is filled as far as the estimate of its competency.

    A full line goes round a petal whose estimate rests on enough answers; dots go
    round the others, hatched up to the estimate where there is one. A bar with its
    letter shows the person's own position: each level has a third of the petal.

    Args:
        petals: at least one.
        width: cells a line.
        height: lines.
        at: the code of the competency at hand; its label stands out.
    """
    frame = _frame(len(petals), width, height)
    spots = [
        [frame.spot(x, y) for x in range(width * ACROSS)] for y in range(height * DOWN)
    ]
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(spots):
        for x, spot in enumerate(row):
            if spot is None or not (ink := _ink(petals, spots, frame, (x, y))):
                continue
            place = y // DOWN, x // ACROSS
            mask, look = cells.get(place, (0, 0))
            dot = DOTS[y % DOWN][x % ACROSS]
            cells[place] = mask | dot, max(look, ink)
    written = {
        place: (chr(BRAILLE + mask), LOOKS[look])
        for place, (mask, look) in cells.items()
    }
    written |= _labels(petals, frame, at)
    return [
        Content.assemble(*(written.get((row, cell), " ") for cell in range(width)))
        for row in range(height)
    ]


def _frame(count: int, width: int, height: int) -> Frame:
    """Return the largest flower that leaves room for its labels."""
    across, down = width * ACROSS, height * DOWN
    room = (across / 2 - LABEL_ACROSS) / math.cos(MOST_ANGLE)
    radius = max(LEAST_RADIUS, min(down / 2 - LABEL_DOWN, room))
    return Frame((across - 1) / 2, (down - 1) / 2, radius, count)


def _ink(
    petals: Sequence[Petal],
    spots: list[list[Spot | None]],
    frame: Frame,
    place: tuple[int, int],
) -> int:
    """Return what is drawn on a dot of a petal, 0 for nothing."""
    x, y = place
    spot = spots[y][x]
    assert spot is not None
    petal = petals[spot.petal]
    if petal.own is not None:
        away = abs(spot.along - THIRDS[petal.own]) * frame.radius * (1 - HUB)
        if away <= NOTCH:
            return MARK if away <= BAR else 0
    if petal.evidence is not None and spot.along <= petal.length:
        is_hatched = petal.fill == "few" and (x + y) % 3
        if not is_hatched:
            return FILL
    is_dotted = petal.fill != "known" and (2 * x + y) % DOWN >= ACROSS
    return 0 if is_dotted or not _is_edge(spots, spot, place) else EDGE


def _is_edge(
    spots: list[list[Spot | None]], spot: Spot, place: tuple[int, int]
) -> bool:
    """Return whether a dot of a petal touches one outside it."""
    x, y = place
    around = ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))
    return any(
        not (0 <= y < len(spots) and 0 <= x < len(spots[y]))
        or (there := spots[y][x]) is None
        or there.petal != spot.petal
        for x, y in around
    )


def _label(code: str) -> str:
    """Return a code short enough to stand beside a petal: its end tells it apart."""
    return code if len(code) <= LONGEST_LABEL else "…" + code[1 - LONGEST_LABEL :]


def _labels(
    petals: Sequence[Petal], frame: Frame, at: str
) -> dict[tuple[int, int], tuple[str, str]]:
    """Return the code beside each petal, and the letter of each own position."""
    written: dict[tuple[int, int], tuple[str, str]] = {}
    for number, petal in enumerate(petals):
        ahead, down = frame.axis(number)
        x, y = frame.point(number, 1)
        row = round((y + down * LABEL_DOWN * 0.8) // DOWN)
        middle = (x + ahead * LABEL_DOWN) / ACROSS
        label = _label(petal.code)
        start = round(middle - len(label) / 2 * (1 - ahead))
        start = max(0, min(start, int(frame.x + 0.5) - len(label)))
        look = "bold reverse $primary" if petal.code == at else "bold"
        for cell, sign in enumerate(label, start):
            written[row, cell] = sign, look
        if petal.own is not None:
            x, y = frame.point(number, THIRDS[petal.own])
            row, cell = int(y // DOWN), round(x / ACROSS)
            for beside, sign in ((-1, " "), (0, petal.own), (1, " ")):
                written[row, cell + beside] = sign, LOOKS[MARK]
    return written
