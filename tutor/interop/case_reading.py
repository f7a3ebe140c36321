"""Read a CASE package that a faculty gives: bytes in, a tree or a reason out.

Of a CFPackage the tutor needs the document's title, the items with their identifiers
and statements, and the `isChildOf` associations; the rest is checked as far as it is
used and passed over. Whatever the bytes, nothing but a `TutorError` leaves here.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from pydantic_core import from_json

from tutor.domain.bundle_text import printable
from tutor.domain.errors import TutorError
from tutor.domain.notice import Notice
from tutor.domain.outline import Branch, Outline
from tutor.interop.case_tree import Child, branches_of

LARGEST = 4 * 2**20
"""Bytes of the largest package read: five thousand items take half of it."""
MOST_BRACKETS = 200_000
MOST_ITEMS = 2_000
MOST_WORDS = 600
"""Characters of a statement or a trace; more is cut."""
MOST_SHORT = 80
"""Characters of a code, a kind or a keyword."""
MOST_KEYWORDS = 5
CHILD = "isChildOf"
TYPES = frozenset(
    {
        *("isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes"),
        *("isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"),
    }
)
"""The association types of CASE 1.1; others begin with `ext:`."""
_BOM = b"\xef\xbb\xbf"


def read_package(data: bytes) -> Outline:
    """Return the grid that a CASE package holds.

    Args:
        data: the file.

    Raises:
        TutorError: it is none, or cannot be used.
    """
    return _Package(_fields(data.removeprefix(_BOM))).outline


def _fields(data: bytes) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises:
        TutorError: there is none, or it is too large or too deep.
    """
    if len(data) > LARGEST or data.count(b"{") + data.count(b"[") > MOST_BRACKETS:
        raise TutorError("framework.read.huge", most=LARGEST // 2**20)
    if not data.strip():
        raise TutorError("framework.read.empty")
    try:
        found = from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise TutorError("framework.read.not-json") from error
    if not isinstance(found, dict) or not isinstance(found.get("CFDocument"), dict):
        raise TutorError("framework.read.foreign")
    return found


class _Package:
    """Reads the parts of a package."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._remarks: list[Notice] = []
        head = fields["CFDocument"]
        self._document = _identifier(head, "CFDocument")
        self._title = _text(head.get("title"), MOST_WORDS)
        if not self._title:
            raise TutorError(
                "framework.read.missing", where="CFDocument", field="title"
            )
        self._creator = _text(head.get("creator"), MOST_WORDS)
        self._items = self._read_items(_rows(fields, "CFItems"))
        self._children = self._read_links(_rows(fields, "CFAssociations"))

    @property
    def outline(self) -> Outline:
        """The grid.

        Raises:
            TutorError: an item lies under itself, or too deep.
        """
        tops, several = branches_of(self._items, self._document, self._children)
        if several:
            self._remark("parents", several)
        return Outline(self._title, self._creator, tops, tuple(self._remarks))

    def _read_items(self, rows: list[dict[str, Any]]) -> dict[str, Branch]:
        """Return the items by their identifiers, nothing under them yet."""
        if not rows:
            raise TutorError("framework.read.no-items")
        if len(rows) > MOST_ITEMS:
            raise TutorError("framework.read.many", most=MOST_ITEMS)
        items: dict[str, Branch] = {}
        for number, row in enumerate(rows, 1):
            where = f"CFItems[{number}]"
            name = _identifier(row, where)
            text = _text(row.get("fullStatement"), MOST_WORDS)
            if not text:
                raise TutorError(
                    "framework.read.missing", where=where, field="fullStatement"
                )
            if name in items or name == self._document:
                raise TutorError("framework.read.twice", where=where, identifier=name)
            items[name] = Branch(
                identifier=name,
                code=_text(row.get("humanCodingScheme"), MOST_SHORT),
                text=text,
                kind=_text(row.get("CFItemType"), MOST_SHORT),
                trace=_text(row.get("notes"), MOST_WORDS),
                keywords=tuple(_keywords(row)),
            )
        if lacking := sum(not isinstance(row.get("uri"), str) for row in rows):
            self._remark("uri", lacking)
        return items

    def _read_links(self, rows: list[dict[str, Any]]) -> list[Child]:
        """Return what lies under what."""
        children, unknown = [], 0
        for number, row in enumerate(rows, 1):
            where = f"CFAssociations[{number}]"
            kind = row.get("associationType")
            if kind == CHILD:
                children.append(self._child(row, where))
            elif not isinstance(kind, str) or not kind:
                raise TutorError(
                    "framework.read.missing", where=where, field="associationType"
                )
            elif kind not in TYPES and not kind.startswith("ext:"):
                unknown += 1
        if unknown:
            self._remark("types", unknown)
        return children

    def _child(self, row: dict[str, Any], where: str) -> Child:
        """Return one `isChildOf` whose ends are in the file."""
        ends = []
        for field in ("originNodeURI", "destinationNodeURI"):
            end = row.get(field)
            if not isinstance(end, dict):
                raise TutorError("framework.read.missing", where=where, field=field)
            name = _identifier(end, f"{where}.{field}")
            is_top = name == self._document and field == "destinationNodeURI"
            if name not in self._items and not is_top:
                raise TutorError("framework.read.absent", where=where, identifier=name)
            ends.append(name)
        child, parent = ends
        return Child(child, parent, _place(row.get("sequenceNumber")))

    def _remark(self, name: str, number: int) -> None:
        """Note what was passed over."""
        self._remarks.append(Notice(f"framework.remark.{name}", {"n": str(number)}))


def _place(value: object) -> float | None:
    """Return a place among others, or None where it is no number of this world."""
    if isinstance(value, int | float) and abs(value) <= MOST_ITEMS:
        return float(value)
    return None


def _rows(fields: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the objects of a list; none where the package has no such list.

    Raises:
        TutorError: it is no list of objects.
    """
    found = fields.get(name)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise TutorError("framework.read.list", field=name)
    return found


def _identifier(row: dict[str, Any], where: str) -> str:
    """Return the UUID of an object, in lower case.

    Raises:
        TutorError: it has none.
    """
    named = row.get("identifier")
    if named is None:
        raise TutorError("framework.read.missing", where=where, field="identifier")
    try:
        return str(UUID(named if isinstance(named, str) else ""))
    except ValueError as error:
        raise TutorError("framework.read.identifier", where=where) from error


def _text(value: object, most: int) -> str:
    """Return a text on one line without what hides or drives a terminal; else none."""
    if not isinstance(value, str):
        return ""
    return " ".join(printable(value).split())[:most].strip()


def _keywords(row: dict[str, Any]) -> Iterator[str]:
    """Yield the words that say when an item is learnt."""
    for field in ("conceptKeywords", "educationLevel"):
        found = row.get(field)
        words = found if isinstance(found, list) else [found]
        for word in words[:MOST_KEYWORDS]:
            if text := _text(word, MOST_SHORT):
                yield text
