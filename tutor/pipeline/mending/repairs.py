"""What a repair is, and what one is made from."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tutor.pipeline.mending.names import Names
from tutor.pipeline.mending.reading import Reading
from tutor.pipeline.segments import Segment

TASK = re.compile(r"^\s*[-*+]\s+\[[ xX]\](?:\s|$)")


class Repair(NamedTuple):
    """The lines that mend one slip, all of them or none."""

    code: str
    line: int
    """Where `check` names the slip."""
    changes: Mapping[int, str]
    """The new text of each line, by its number."""


class Spot(NamedTuple):
    """One slip, and what stands around it."""

    code: str
    line: int
    reading: Reading
    names: Names
    segment: Segment | None
    """The block or running text it stands in; the head has none."""

    @property
    def text(self) -> str:
        """The line itself."""
        return self.reading.lines[self.line - 1]

    @property
    def kind(self) -> str:
        """The block it stands in, or nothing."""
        return self.segment.kind if self.segment else ""

    @property
    def above(self) -> list[str]:
        """The lines of the block above this one."""
        if self.segment is None:
            return []
        return self.segment.lines[: max(0, self.line - self.segment.body_line)]

    def following(self) -> Iterator[tuple[int, str]]:
        """Yield this line and those of the same item below it, with their numbers."""
        for number, text in enumerate(self.reading.lines[self.line - 1 :], self.line):
            begins = re.match(r"\s*(?:[-*+>]\s|:::)", text)
            if not text.strip() or (begins and number > self.line):
                return
            yield number, text

    def repair(self, text: str, line: int | None = None) -> Repair:
        """Return the repair that puts one line in place of this, or of another."""
        return Repair(self.code, self.line, {line or self.line: text})
