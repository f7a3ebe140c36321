"""The rules of a CASE 1.1 package that ours must keep, written anew.

1EdTech's own JSON Schema is not ours to copy, and needs the network: these are the rules
read in it, required fields, UUIDs, addresses, the words an association may say.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

TYPES = {
    *("isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo"),
    *("replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"),
}
PARTS = {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics"}
NEEDED = {
    "CFDocument": ("creator", "title"),
    "CFItems": ("fullStatement",),
    "CFAssociations": ("associationType", "originNodeURI", "destinationNodeURI"),
}
STATUSES = {"Private Draft", "Draft", "Adopted", "Deprecated"}


def faults(package: dict[str, Any]) -> list[str]:
    """Return what a package does that CASE forbids."""
    return list(_faults(package))


def _faults(package: dict[str, Any]) -> Iterator[str]:
    """Yield each fault, by where it is."""
    yield from (f"unknown {name}" for name in package.keys() - PARTS - {"extensions"})
    document = package.get("CFDocument", {})
    rows = [("CFDocument", document)]
    rows += [(n, row) for n in ("CFItems", "CFAssociations") for row in package[n]]
    for name, row in rows:
        yield from (f"{name} without {f}" for f in NEEDED[name] if not row.get(f))
        yield from _identity(name, row)
        if not _is_moment(row.get("lastChangeDateTime")):
            yield f"{name}: lastChangeDateTime"
    if document.get("caseVersion") != "1.1":
        yield "caseVersion"
    if document.get("adoptionStatus", "Draft") not in STATUSES:
        yield "adoptionStatus"
    known = {row.get("identifier"): row.get("uri") for _, row in rows}
    if len(known) != len(rows):
        yield "identifier twice"
    for row in package["CFAssociations"]:
        yield from _links(row, known)


def _links(row: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with what an association says and where it leads."""
    kind = row.get("associationType", "")
    if kind not in TYPES and not kind.startswith("ext:"):
        yield f"associationType {kind}"
    for field in ("originNodeURI", "destinationNodeURI"):
        end = row.get(field, {})
        yield from _identity(field, end)
        if not end.get("title"):
            yield f"{field} without title"
        if known.get(end.get("identifier")) != end.get("uri"):
            yield f"{field} leads nowhere"


def _identity(name: str, row: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an identifier and its address."""
    try:
        UUID(row.get("identifier", ""))
    except ValueError:
        yield f"{name}: identifier"
    parts = urlsplit(row.get("uri", ""))
    if not re.fullmatch("[a-z][a-z0-9+.-]*", parts.scheme) or not parts.path:
        yield f"{name}: uri"


def _is_moment(value: Any) -> bool:
    """Return whether a text is a date and a time with a zone."""
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False
