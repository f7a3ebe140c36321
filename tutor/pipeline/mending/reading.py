"""A file as the tutor reads it, looked at as a whole before and after a repair."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, get_args

from tutor.domain.course import Dossier, Part, Passage, Unit, UnitKind
from tutor.domain.problem import Problem
from tutor.domain.prose import Heading, Text
from tutor.domain.question import Question, key_hash
from tutor.domain.value import Value
from tutor.pipeline.comments import without_comments
from tutor.pipeline.findings import Findings
from tutor.pipeline.front_matter import read_front_matter
from tutor.pipeline.segments import Segment, segments
from tutor.pipeline.source import cleaned
from tutor.pipeline.units import read_unit

_QUESTIONS = get_args(get_args(Question)[0])
_SPACES = str.maketrans("\u00a0\u202f", "  ")


class Reading:
    """The lines of a file, and what they become."""

    def __init__(self, written: list[str], kind: UnitKind) -> None:
        """Read a file.

        Args:
            written: its lines, without their ends.
            kind: a lesson or a bank.
        """
        self.written = written
        self._kind = kind
        findings = Findings("")
        text = cleaned("\n".join(written), findings)
        self.unit: Unit | None = (
            None if text is None else read_unit(text, kind, findings)
        )
        self.problems: list[Problem] = findings.problems
        lines = (text or "").split("\n")
        self.body_line = read_front_matter(lines, Findings("")).body_line
        self.lines = without_comments(lines, self.body_line, Findings(""))
        """As they are read: without comments and control characters."""

    def with_changes(self, changes: Mapping[int, str]) -> "Reading":
        """Return the file with other lines in place of some, by their number."""
        lines = list(self.written)
        for number, text in changes.items():
            lines[number - 1] = text
        return Reading(lines, self._kind)

    def is_plain(self, line: int) -> bool:
        """Return whether a line is read just as it is written."""
        return self.written[line - 1] == self.lines[line - 1]

    @cached_property
    def segments(self) -> list[Segment]:
        """The blocks and the running text, in order."""
        return segments(self.lines, self.body_line, Findings(""))

    def segment_at(self, line: int) -> Segment | None:
        """Return the block or text in which a line stands; the head is in none."""
        at = bisect_right(self.segments, line, key=lambda each: each.line) - 1
        return self.segments[at] if at >= 0 else None

    @cached_property
    def errors(self) -> frozenset[tuple[str, int]]:
        """The code and the line of each error."""
        return frozenset(
            (each.code, each.line) for each in self.problems if each.severity == "error"
        )

    @cached_property
    def parts(self) -> dict[int, Part]:
        """The blocks, by the line on which they open."""
        found = self.unit.blocks if self.unit else ()
        return {part.line: part for part in found if not isinstance(part, Passage)}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids that can be named: file, dossiers and blocks."""
        if self.unit is None:
            return frozenset()
        held = [self.unit, *self.unit.dossiers, *self.parts.values()]
        return frozenset(filter(None, (getattr(each, "id", None) for each in held)))

    @cached_property
    def said(self) -> list[tuple[int, str]]:
        """Everything a learner meets, in order: where a block opens, or 0, and what.

        The kind of a space does not count but in code, nor does it whether a title
        opens a step.
        """
        return [] if self.unit is None else list(_said(self.unit))


def _said(unit: Unit) -> Iterator[tuple[int, str]]:
    """Yield what the parts of a file say."""
    for part in unit.parts:
        if not isinstance(part, Dossier):
            yield from _said_by(part)
            continue
        yield 0, _title(part.title)
        for inside in part.opening:
            yield from _said_by(inside)
        for step in part.steps:
            yield 0, _title(step.title)
            for inside in step.parts:
                yield from _said_by(inside)


def _said_by(part: Part) -> Iterator[tuple[int, str]]:
    """Yield what one part says."""
    if not isinstance(part, Passage):
        key = key_hash(part) if isinstance(part, _QUESTIONS) else ""
        yield part.line, key + dump(part)
        return
    for block in part.blocks:
        yield 0, _title(block.text) if isinstance(block, Heading) else dump(block)


def _title(text: Text) -> str:
    """Return what a heading says."""
    return f"# {dump(*text)}"


def dump(*values: Value) -> str:
    """Return values as text, all spaces alike but in code, wherever they stand."""
    plain = [_eased(value.model_dump(mode="json")) for value in values]
    return json.dumps(plain, ensure_ascii=False)


def letters(*values: Value) -> str:
    """Return what values say, one after another, without their looks."""
    return "".join(_letters([value.model_dump(mode="json") for value in values]))


def _letters(value: Any) -> Iterator[str]:
    """Yield the texts of a JSON value."""
    match value:
        case {"text": str(text)}:
            yield text
        case dict():
            yield from _letters(list(value.values()))
        case list():
            for each in value:
                yield from _letters(each)
        case _:
            pass


def _eased(value: Any) -> Any:
    """Return a JSON value with ordinary spaces and without lines."""
    match value:
        case {"code": True} | {"type": "verbatim"}:
            return value
        case dict():
            return {
                name: _eased(each) for name, each in value.items() if name != "line"
            }
        case list():
            return [_eased(each) for each in value]
        case str():
            return value.translate(_SPACES)
        case _:
            return value
