"""Put the questions of a file into banks: one for each category."""

from collections.abc import Sequence
from typing import NamedTuple

from tutor.domain.prose import Heading, Text, plain
from tutor.interop.bank_writing import block_of, head_of, heading_of
from tutor.interop.exchange import Category, Entry, Read
from tutor.interop.html_reading import flat
from tutor.interop.labels import sort_out
from tutor.interop.noting import Notes
from tutor.interop.rebuilding import Builder
from tutor.interop.stems import story
from tutor.locale import say
from tutor.services.drafting import slug

_DOSSIERS = frozenset({"dossier", "kfp"})
_LEVEL = 2
"""The level of the heading of a dossier; its steps are one lower."""
_LONGEST_TITLE = 120


class Bank(NamedTuple):
    """A bank, ready to be written."""

    id: str
    text: str
    questions: int


def banks_of(read: Read, notes: Notes, name: str) -> list[Bank]:
    """Return the banks a file makes; a dossier stands in the bank that holds it.

    Args:
        read: what was read.
        notes: where problems are noted.
        name: what questions without a category are put under.
    """
    ids = {category.path: category.id for category in read.categories}
    dossiers = {e.category.path for e in read.entries if _kind(e) in _DOSSIERS}
    shelves: dict[tuple[str, ...], list[Entry]] = {}
    for entry in read.entries:
        path = entry.category.path
        home = path[:-1] if path in dossiers and path[1:] else path
        shelves.setdefault(home, []).append(entry)
    taken: set[str] = set()
    banks = []
    for path, entries in shelves.items():
        title = path[-1] if path else name
        wanted = slug(ids.get(path, "")) or slug(title) or "banque"
        bank_id = _free(wanted, taken)
        bank = _Shelf(notes, dossiers).fill(entries)
        if bank.questions:
            head = head_of(bank_id, title[:_LONGEST_TITLE])
            text = "\n\n".join([head, *bank.blocks]) + "\n"
            banks.append(Bank(bank_id, text, bank.questions))
    return banks


class _Shelf:
    """The blocks of one bank."""

    def __init__(self, notes: Notes, dossiers: set[tuple[str, ...]]) -> None:
        self._notes = notes
        self._dossiers = dossiers
        self._taken: set[str] = set()
        self._in: Category | None = None
        self.blocks: list[str] = []
        self.questions = 0

    def fill(self, entries: Sequence[Entry]) -> "_Shelf":
        """Take entries in order."""
        for entry in entries:
            self._follow(entry.category)
            kind = _kind(entry)
            if entry.kind == "description" and kind in {*_DOSSIERS, "etape"}:
                self._take_heading(entry, str(kind))
            else:
                self._take(entry)
        return self

    def _follow(self, category: Category) -> None:
        """End a dossier where questions outside of it come after it."""
        before, self._in = self._in, category
        if before is None or before.path == category.path:
            return
        if before.path in self._dossiers and category.path not in self._dossiers:
            self.blocks.append(f"{'#' * _LEVEL} {say('exchange.loose')}")

    def _take_heading(self, entry: Entry, kind: str) -> None:
        """Take what opens a dossier or a step: its title, then its story."""
        first = entry.stem[0] if entry.stem else None
        title: Text = first.text if isinstance(first, Heading) else ()
        rest = entry.stem[1:] if title else entry.stem
        title = title or flat(story(entry.stem[:1]))
        if kind == "etape":
            self.blocks.append(heading_of(_LEVEL + 1, title))
        else:
            items = " ".join(sort_out(entry.tags).items)
            name = self._id(entry.id or plain(title), entry.line)
            comp = f' comp="{items}"' if items else ""
            self.blocks.append(heading_of(_LEVEL, title, f"{{#{name} .{kind}{comp}}}"))
        self._take(Entry("description", rest))

    def _take(self, entry: Entry) -> None:
        """Take a question, or a text."""
        is_text = entry.kind == "description"
        name = "" if is_text else self._id(entry.id or entry.name, entry.line)
        part = Builder(entry, name, self._notes).build()
        if part is not None and (written := block_of(part)):
            self.blocks.append(written)
            self.questions += not is_text

    def _id(self, wanted: str, line: int) -> str:
        """Return an id that nothing else of the bank has."""
        near = slug(wanted) or "question"
        free = _free(near, self._taken)
        if free != near and slug(wanted):
            self._notes.note("same-id", line, before=near, after=free)
        return free


def _kind(entry: Entry) -> str | None:
    """Return the kind that the labels of an entry name."""
    return sort_out(entry.tags).first("type")


def _free(wanted: str, taken: set[str]) -> str:
    """Return an id that is not taken, and take it."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
