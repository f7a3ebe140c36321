"""Add votes to the tables of a course file, leaving every other line as it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tutor.domain.folding import fold
from tutor.pipeline.concordance import (
    PANEL,
    SCALE,
    TEXT_COLUMNS,
    has_panel_column,
    is_count,
    is_header,
)

_OPENING = re.compile(r"^ {0,3}:{3,}\s*tcs\b.*#([a-z0-9-]+)")
_CLOSING = re.compile(r"^ {0,3}:{3,}\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_MARKUP = re.compile(r"[*_`]")
_Key = tuple[str, str]


class Vote(NamedTuple):
    """One expert's value on one vignette."""

    question: str
    hypothesis: str
    news: str
    profession: str
    value: int

    @property
    def key(self) -> _Key:
        """What makes two votes of a block speak of the same vignette."""
        return _key(self.hypothesis, self.news)


class Counted(NamedTuple):
    """A text with votes added."""

    text: str
    lost: tuple[Vote, ...]
    """Votes whose vignette is no longer in the file, or has a count that is no number."""


def add_votes(text: str, votes: Sequence[Vote]) -> Counted:
    """Return a course file with votes added to its TCS tables.

    A table that has counts but no `panel` column keeps one line a vignette; one
    without any counts gets a `panel` column, and a line for each profession.

    Args:
        text: the file, with whatever line endings it has.
        votes: what to add.
    """
    lines = text.split("\n")
    kept: list[str] = []
    waiting: dict[str, list[Vote]] = {}
    for vote in votes:
        waiting.setdefault(vote.question, []).append(vote)
    at = 0
    while at < len(lines):
        opened = _OPENING.match(lines[at])
        if opened is None:
            kept.append(lines[at])
            at += 1
            continue
        end = at + 1
        while end < len(lines) and not _CLOSING.match(lines[end]):
            end += 1
        block, name = _Block(lines[at:end]), opened.group(1)
        mine = waiting.pop(name, [])
        waiting[name] = [vote for vote in mine if not block.add(vote)]
        kept.extend(block.lines())
        at = end
    lost = tuple(vote for each in waiting.values() for vote in each)
    return Counted("\n".join(kept), lost)


class _Block:
    """The lines of one `tcs` block, its table taken apart."""

    def __init__(self, lines: list[str]) -> None:
        start = next((i for i, line in enumerate(lines) if _is_row(line)), len(lines))
        end = start
        while end < len(lines) and _is_row(lines[end]):
            end += 1
        self._before, self._after = lines[:start], lines[end:]
        self._written = lines[start:end]
        self._rows = [_cells(line) for line in self._written]
        self._changed = False
        self._eol = "\r" if self._written and self._written[0].endswith("\r") else ""
        titles = self._rows[0] if self._rows else []
        self._is_table = len(self._rows) > TEXT_COLUMNS and is_header(titles)
        self._by_profession = has_panel_column(titles)
        self._same: dict[_Key, list[list[str]]] = {}
        """The lines of each vignette."""
        for row in self._rows[2:]:
            hypothesis, news = (*row, "", "")[:TEXT_COLUMNS]
            self._same.setdefault(_key(hypothesis, news), []).append(row)

    def add(self, vote: Vote) -> bool:
        """Add a vote; return whether its vignette is in the table, and can be counted."""
        same = self._same.get(vote.key, [])
        if not self._is_table or not same or not self._is_counted(same):
            return False
        if len(self._rows[0]) == TEXT_COLUMNS:
            self._widen()
        row = same[0]
        if self._by_profession:
            row = self._line_of(same, vote)
        column = len(self._rows[0]) - len(SCALE) + vote.value + 2
        row.extend([""] * (len(self._rows[0]) - len(row)))
        row[column] = str(int(_bare(row[column]) or "0") + 1)
        for each in range(column - vote.value - 2, len(row)):
            row[each] = row[each] or "0"
        self._changed = True
        return True

    def lines(self) -> list[str]:
        """Return the block; a table that nobody voted on as it was written."""
        table = self._written
        if self._changed:
            table = [f"| {' | '.join(row)} |{self._eol}" for row in self._rows]
        return [*self._before, *table, *self._after]

    def _is_counted(self, same: list[list[str]]) -> bool:
        """Return whether every count of some lines is a number, or is not there yet."""
        first = TEXT_COLUMNS + self._by_profession
        counts = (_bare(cell) for row in same for cell in row[first:])
        return all(not count or is_count(count) for count in counts)

    def _line_of(self, same: list[list[str]], vote: Vote) -> list[str]:
        """Return the line of a profession, added after the others if it is new."""
        profession = _escaped(vote.profession)
        for row in same:
            name = row[TEXT_COLUMNS] if len(row) > TEXT_COLUMNS else ""
            if fold(name) == fold(profession):
                return row
            if not name:
                row.extend([""] * (TEXT_COLUMNS + 1 - len(row)))
                row[TEXT_COLUMNS] = profession
                return row
        made = [*same[-1][:TEXT_COLUMNS], profession]
        last = next(i for i, row in enumerate(self._rows) if row is same[-1])
        self._rows.insert(last + 1, made)
        same.append(made)
        return made

    def _widen(self) -> None:
        """Give a table without counts its columns."""
        self._rows[0].extend([PANEL, *SCALE])
        self._rows[1].extend(["---", *["--:"] * len(SCALE)])
        self._by_profession = True


def _is_row(line: str) -> bool:
    """Return whether a line belongs to a table."""
    return line.lstrip().startswith("|")


def _cells(line: str) -> list[str]:
    """Return the cells of a line of a table."""
    inner = line.strip().removeprefix("|")
    parts = _CELL.split(inner)
    if parts and not parts[-1].strip():
        parts.pop()
    return [part.strip() for part in parts]


def _key(hypothesis: str, news: str) -> _Key:
    """Return what makes two of the same vignette alike, emphasis and accents aside."""
    return fold(_bare(hypothesis)), fold(_bare(news))


def _bare(text: str) -> str:
    """Return a cell without its emphasis and escapes, as a reader sees it."""
    return _MARKUP.sub("", text).replace("\\|", "|").strip()


def _escaped(text: str) -> str:
    """Return a text that can stand in a cell."""
    return " ".join(text.replace("|", "/").split())
