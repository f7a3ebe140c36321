"""Put the items of a package in a tree, whatever its associations say."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tutor.domain.errors import TutorError
from tutor.domain.outline import Branch

MOST_DEEP = 12
"""How deep an item may lie: no grid for people goes beyond six."""


class Child(NamedTuple):
    """That an item lies under another, or under the document."""

    child: str
    parent: str
    place: float | None
    """Its place among its like; those without one come last, in the order of the file."""


def branches_of(
    items: Mapping[str, Branch], document: str, children: Iterable[Child]
) -> tuple[tuple[Branch, ...], int]:
    """Return what lies under nothing else, with what lies under it.

    Args:
        items: all items by their identifiers, in the order of the file.
        document: the identifier of the document.
        children: what lies under what; both ends are known.

    Returns:
        The tops, and how many items have several parents: the first counts.

    Raises:
        TutorError: an item lies under itself, or too deep.
    """
    first: dict[str, Child] = {}
    several = set()
    for each in children:
        known = first.setdefault(each.child, each)
        if known.parent != each.parent:
            several.add(each.child)
    _refuse_rounds(items, document, first)
    under: dict[str, list[str]] = {}
    for name in sorted(items, key=lambda name: _place(first.get(name))):
        parent = first[name].parent if name in first else document
        under.setdefault(parent, []).append(name)
    return tuple(_grown(items, under, name) for name in under[document]), len(several)


def _place(child: Child | None) -> float:
    """Return what an item is sorted by among its like."""
    return float("inf") if child is None or child.place is None else child.place


def _refuse_rounds(
    items: Mapping[str, Branch], document: str, first: Mapping[str, Child]
) -> None:
    """Refuse an item that lies under itself, or deeper than people can read.

    Raises:
        TutorError: there is one.
    """
    for name, item in items.items():
        seen, at = {name}, name
        while at in first and (at := first[at].parent) != document:
            said = {"code": item.code or name, "most": MOST_DEEP}
            if at in seen:
                raise TutorError("framework.read.round", **said)
            seen.add(at)
            if len(seen) > MOST_DEEP:
                raise TutorError("framework.read.deep", **said)


def _grown(
    items: Mapping[str, Branch], under: Mapping[str, list[str]], name: str
) -> Branch:
    """Return an item with what lies under it; it is not deep."""
    inside = tuple(_grown(items, under, each) for each in under.get(name, ()))
    return items[name]._replace(branches=inside)
