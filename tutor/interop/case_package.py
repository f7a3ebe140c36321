"""A course's framework as a CASE 1.1 package: a document, items, associations.

1EdTech's Competencies and Academic Standards Exchange, version 1.1. The tree is made of
`isChildOf`, from an item to its level, from a level to its competency, from there to
the document; `precedes` puts the levels of a competency in order. Nothing depends on
the moment or the machine: two exports of one version are the same to the byte.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from tutor.domain.course import Course
from tutor.domain.framework import Competence, Item, Level
from tutor.domain.identifiers import identifier
from tutor.interop.case_ids import item_identifier
from tutor.locale import say

CASE_VERSION = "1.1"
COMPETENCY, LEVEL, ITEM = "Compétence", "Niveau", "Indicateur"
"""The words of `CFItemType`: those of the French framework."""
_TITLE = 80
"""Characters of a title inside an association."""


class _Node(NamedTuple):
    """What an association points at."""

    identifier: str
    title: str


def package_of(course: Course, changed: datetime) -> dict[str, Any]:
    """Return the framework of a course as a CFPackage.

    Args:
        course: on its own framework.
        changed: when it was last changed, with its zone.
    """
    return _Package(course, changed).made


def written(package: dict[str, Any]) -> str:
    """Return a package as the text of a file.

    Args:
        package: what `package_of` returned.
    """
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def last_change(course: Course, root: Path) -> datetime:
    """Return when a framework was last changed, in UTC.

    Args:
        course: the day of its version counts, where `cours.toml` has it.
        root: its folder; without that day, the moment its files were last written.
    """
    day = course.head.date_version
    if day is not None:
        return datetime.combine(day, time(), UTC)
    content = root / "content"
    name = f"{course.head.referentiel}.toml"
    files = (content / "cours.toml", content / "referentiels" / name)
    moments = [path.stat().st_mtime for path in files if path.is_file()]
    return datetime.fromtimestamp(int(max(moments, default=0.0)), UTC)


class _Package:
    """Builds a package."""

    def __init__(self, course: Course, changed: datetime) -> None:
        self._course = course
        self._id = course.head.id
        self._changed = changed.astimezone(UTC).isoformat(timespec="seconds")
        self._items: list[dict[str, Any]] = []
        self._links: list[dict[str, Any]] = []

    @property
    def made(self) -> dict[str, Any]:
        """The whole package."""
        document = self._document()
        top = _Node(document["identifier"], document["title"])
        for place, each in enumerate(self._course.framework.competence, 1):
            self._add_competency(each, top, place)
        return {
            "CFDocument": document,
            "CFItems": self._items,
            "CFAssociations": self._links,
        }

    def _document(self) -> dict[str, Any]:
        """Return the head of the package."""
        head, framework = self._course.head, self._course.framework
        is_ours = any(each.formulation != "officielle" for each in framework.competence)
        return {
            **self._named(str(identifier(self._id, "framework", framework.id))),
            "creator": head.titre,
            "title": framework.titre,
            "description": say("framework.case.description", title=head.titre),
            "language": head.langue,
            "version": head.version,
            "caseVersion": CASE_VERSION,
            "frameworkType": say("framework.case.type"),
            **({"adoptionStatus": "Draft"} if is_ours else {}),
        }

    def _add_competency(self, one: Competence, top: _Node, place: int) -> None:
        """Add a competency, its levels in their order, and its items."""
        known = self._course.sources.get(one.source)
        source = known.titre if known else one.source
        wording = say(f"des.wording.{one.formulation}")
        notes = say("des.source", wording=wording, source=source)
        node = self._add(one.code, one.nom, COMPETENCY, notes=notes)
        self._link("isChildOf", node, top, place)
        before: _Node | None = None
        for number, level, items in self._levels(one):
            under = node
            if level is not None:
                code = f"{one.code}.{level.code}"
                under = self._add(code, level.nom, LEVEL)
                self._link("isChildOf", under, node, number)
                if before is not None:
                    self._link("precedes", before, under)
                before = under
            for rank, item in enumerate(items, 1):
                self._link("isChildOf", self._add_item(item), under, rank)

    def _levels(
        self, one: Competence
    ) -> Iterator[tuple[int, Level | None, list[Item]]]:
        """Yield the levels of a competency that have items; None for items of none."""
        levels = self._course.framework.niveaux
        for number, level in enumerate(levels, 1):
            inside = [item for item in one.item if item.niveau == level.code]
            if inside:
                yield number, level, inside
        known = {level.code for level in levels}
        if left := [item for item in one.item if item.niveau not in known]:
            yield len(levels) + 1, None, left

    def _add_item(self, item: Item) -> _Node:
        """Add an item with the trace expected of it and its phase."""
        more: dict[str, Any] = {"notes": item.trace} if item.trace else {}
        if item.phase:
            more["conceptKeywords"] = [item.phase]
        return self._add(item.code, item.texte, ITEM, **more)

    def _add(self, code: str, text: str, kind: str, **more: Any) -> _Node:
        """Add an item of the package."""
        node = _Node(item_identifier(self._id, code), text)
        self._items.append(
            {
                **self._named(node.identifier),
                "humanCodingScheme": code,
                "fullStatement": text,
                "CFItemType": kind,
                "language": self._course.head.langue,
                **more,
            }
        )
        return node

    def _link(
        self, kind: str, origin: _Node, target: _Node, place: int | None = None
    ) -> None:
        """Add an association."""
        name = f"{origin.identifier} {target.identifier}"
        self._links.append(
            {
                **self._named(str(identifier(self._id, kind, name))),
                "associationType": kind,
                **({} if place is None else {"sequenceNumber": place}),
                "originNodeURI": _end(origin),
                "destinationNodeURI": _end(target),
            }
        )

    def _named(self, name: str) -> dict[str, Any]:
        """Return what every object of a package carries."""
        uri = f"urn:uuid:{name}"
        return {"identifier": name, "uri": uri, "lastChangeDateTime": self._changed}


def _end(node: _Node) -> dict[str, str]:
    """Return an end of an association."""
    return {
        "title": node.title[:_TITLE],
        "identifier": node.identifier,
        "uri": f"urn:uuid:{node.identifier}",
    }
