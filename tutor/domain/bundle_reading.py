"""Read what says it is a bundle: bytes in, a bundle or a reason out, whatever they hold."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from tutor.domain.bundle import (
    FAMILY,
    SCHEMA,
    Bundle,
    Consent,
    HandedAnswer,
    HandedCourse,
    HandedLesson,
    HandedPositioning,
    HandedSurvey,
    HandedWords,
)
from tutor.domain.bundle_text import UNPRINTABLE, is_intact
from tutor.domain.errors import TutorError
from tutor.domain.notice import Notice

LARGEST = 16 * 2**20
"""Bytes of the largest bundle read: twenty thousand answers take half of it."""
MOST_BRACKETS = 300_000
"""Lists and objects of the largest bundle read; each takes far more memory than bytes."""
MOST_NAMED = 5
"""Unknown fields named in full; of more, the rest is counted."""
SEALED = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
"""How a sealed file begins."""
_BOM = b"\xef\xbb\xbf"
_VERSION = re.compile(re.escape(FAMILY) + r"([0-9]{1,4})")
_KNOWN_VERSION = int(SCHEMA.removeprefix(FAMILY))
_LONGEST_SHOWN = 60
_SUSPECT = re.compile(
    rb"\\[ubfr]|\x7f|\xc2[\x80-\x9f\xad]|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]"
    rb"|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf"
)
"""Bytes without which no text of the file can hold what is not printable."""
_INSIDE: dict[str, type[BaseModel]] = {"course": HandedCourse, "consent": Consent}
_ENTRIES: dict[str, type[BaseModel]] = {
    "answers": HandedAnswer,
    "lessons": HandedLesson,
    "positionings": HandedPositioning,
    "survey": HandedSurvey,
    "notes": HandedWords,
    "disputes": HandedWords,
}


class BundleError(TutorError):
    """Bytes that cannot be read as a bundle; the message says why, without the file."""


class Read(NamedTuple):
    """A bundle, and what whoever reads it must be told."""

    bundle: Bundle
    notices: tuple[Notice, ...] = ()
    """That it was changed since, or comes from a newer tutor; none where all is well."""


def read_bundle(data: bytes) -> Read:
    """Return the bundle that a file holds.

    What a newer tutor added is left out and named, where the rest can be read.

    Args:
        data: the file, unsealed.

    Raises:
        BundleError: it is none, or cannot be used; the reason and the cure are in the
            catalogue.
    """
    data = data.removeprefix(_BOM)
    fields = _fields(data)
    version = _version(fields)
    dropped = sorted(set(_take_unknown(fields)))
    bundle = _valid(fields, version)
    notices = []
    if version != _KNOWN_VERSION or dropped:
        named = {"schema": f"{FAMILY}{version}", "names": _named(dropped)}
        message_id = "export.read.dropped" if dropped else "export.read.other-version"
        notices.append(Notice(message_id, named))
    if not is_intact(data, from_json(data) if dropped else fields):
        notices.append(Notice("export.read.edited", {}))
    return Read(bundle, tuple(notices))


def _fields(data: bytes) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises:
        BundleError: there is none, or it is too large, too deep or not printable.
    """
    brackets = data.count(b"{") + data.count(b"[")
    if len(data) > LARGEST or brackets > MOST_BRACKETS:
        sizes = {"size": len(data) // 2**20, "most": LARGEST // 2**20}
        raise BundleError("export.read.huge", **sizes)
    if not data.strip():
        raise BundleError("export.read.empty")
    if data.startswith(SEALED):
        raise BundleError("export.read.sealed")
    try:
        found = from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise BundleError(_fault(data, str(error))) from error
    if not isinstance(found, dict):
        raise BundleError("export.read.foreign")
    if _SUSPECT.search(data) and any(map(UNPRINTABLE.search, _texts(found))):
        raise BundleError("export.read.control")
    return found


def _fault(data: bytes, reason: str) -> str:
    """Return the message that says why a file is no JSON."""
    if "recursion" in reason:
        return "export.read.deep"
    begun, ended = data.lstrip()[:1] == b"{", data.rstrip()[-1:] == b"}"
    if begun and not ended:
        return "export.read.truncated"
    return "export.read.not-json"


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a JSON value, names of fields too; it is not deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _version(fields: Mapping[str, Any]) -> int:
    """Return the version of the schema that a file names.

    Raises:
        BundleError: it names none of this family.
    """
    named = fields.get("schema")
    found = _VERSION.fullmatch(named) if isinstance(named, str) else None
    if found is None:
        raise BundleError("export.read.foreign")
    return int(found[1])


def _take_unknown(fields: dict[str, Any]) -> Iterator[str]:
    """Take away the fields that no model has, and yield their names."""
    yield from _taken(fields, Bundle, "")
    for name, kind in _INSIDE.items():
        yield from _taken(fields.get(name), kind, f"{name}.")
    for name, kind in _ENTRIES.items():
        entries = fields.get(name)
        for entry in entries if isinstance(entries, list) else ():
            yield from _taken(entry, kind, f"{name}.")


def _taken(found: object, kind: type[BaseModel], where: str) -> Iterator[str]:
    """Take away what a model does not have, and yield the names."""
    if isinstance(found, dict):
        for name in found.keys() - _names(kind):
            del found[name]
            yield f"{where}{name}"


def _names(kind: type[BaseModel]) -> frozenset[str]:
    """Return the names of a model's fields, as JSON has them."""
    if kind not in _NAMES:
        named = ((f.alias or name) for name, f in kind.model_fields.items())
        _NAMES[kind] = frozenset(named)
    return _NAMES[kind]


_NAMES: dict[type[BaseModel], frozenset[str]] = {}


def _valid(fields: Mapping[str, Any], version: int) -> Bundle:
    """Return the bundle that fields make.

    Raises:
        BundleError: a field is missing or is not what it should be.
    """
    try:
        return Bundle.model_validate(fields)
    except ValidationError as error:
        if version != _KNOWN_VERSION:
            schemas = {"schema": f"{FAMILY}{version}", "known": SCHEMA}
            newer = version > _KNOWN_VERSION
            message_id = "export.read.newer" if newer else "export.read.older"
            raise BundleError(message_id, **schemas) from error
        first = error.errors(include_url=False, include_input=False)[0]
        where = _where(first["loc"])
        if first["type"] == "missing":
            raise BundleError("export.read.missing", field=where) from error
        raise BundleError("export.read.field", field=where) from error


def _where(steps: tuple[int | str, ...]) -> str:
    """Return where a fault is, as a person counts: answers[3].credit."""
    said = ""
    for step in steps:
        dotted = f".{step}" if said else str(step)
        said += f"[{step + 1}]" if isinstance(step, int) else dotted
    return said[:_LONGEST_SHOWN]


def _named(names: list[str]) -> str:
    """Return names of fields on one line, cut short where there are many."""
    shown = [each[:_LONGEST_SHOWN] for each in names[:MOST_NAMED]]
    left = len(names) - len(shown)
    return ", ".join(shown) + (f" (+{left})" if left else "")
