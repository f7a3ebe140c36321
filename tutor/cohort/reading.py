"""Bring each bundle to the form the tutor writes, which the tables take fast."""

import hashlib
import re
from typing import NamedTuple

from tutor.domain.bundle import Bundle
from tutor.domain.bundle_reading import LARGEST, MOST_BRACKETS, read_bundle
from tutor.domain.bundle_text import written
from tutor.domain.notice import Notice

_HARMLESS = bytes(code for code in range(0x7F) if code != ord("\\"))
_DOUBTFUL = re.compile(
    rb"\\[^\"\\/nt]|\x7f|\xc2[\x80-\x9f\xad]|\xe2\x80[\x8b-\x8f\xa8-\xae]"
    rb"|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf|\xed[\xa0-\xbf]"
)
"""What can stand for a sign that no bundle may hold: most escapes, and those signs."""
_DIGEST = re.compile(rb'\n("digest":"([0-9a-f]{64})",)\n')
_MARK = b'\n"digest"'
_NAMES = sorted(
    (info.alias or name).encode() for name, info in Bundle.model_fields.items()
)
_QUOTE, _BEGINNING = b'"', b'\n"'
_FIRST, _SECOND = (
    b'%b"%b":' % (lead, _NAMES[n]) for n, lead in enumerate((b"{\n", b"\n"))
)
"""The answers come first and are long: the names after them are looked for at the end."""


class Canonical(NamedTuple):
    """A bundle in the form the tutor writes, and what is to be said of the file."""

    text: str
    notices: tuple[Notice, ...] = ()


def as_written(data: bytes) -> str | None:
    """Return a file that looks as the tutor wrote it, or None.

    Its layout, the names of its fields and its digest are as they should be and it
    holds no sign that hides. Whether its JSON is well made and its values make sense is
    not looked at: the tables do that, for many at once.

    Args:
        data: the file, unsealed.
    """
    if len(data) > LARGEST or _has_too_many_brackets(data) or _is_doubtful(data):
        return None
    if _names_in(data) != _NAMES or not _is_intact(data):
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def canonical(data: bytes) -> Canonical:
    """Return any bundle in the form the tutor writes.

    Args:
        data: the file, unsealed.

    Raises:
        BundleError: it is none, or cannot be used.
    """
    read = read_bundle(data)
    return Canonical(written(read.bundle).decode(), read.notices)


def _names_in(data: bytes) -> list[bytes]:
    """Return the names of the fields of a bundle, each at the beginning of a line."""
    names, at = [_NAMES[0]], data.rfind(_SECOND)
    if at < 0 or not data.startswith(_FIRST):
        return []
    while at >= 0:
        start = at + len(_BEGINNING)
        names.append(data[start : data.find(_QUOTE, start)])
        at = data.find(_BEGINNING, start)
    return names


def _has_too_many_brackets(data: bytes) -> bool:
    """Return whether a file holds more lists and objects than are ever read."""
    if len(data) <= MOST_BRACKETS:
        return False
    return data.count(b"{") + data.count(b"[") > MOST_BRACKETS


def _is_doubtful(data: bytes) -> bool:
    """Return whether a file may hold a sign that no bundle may hold."""
    left = data.translate(None, _HARMLESS)
    return bool(left) and _DOUBTFUL.search(data if b"\\" in left else left) is not None


def _is_intact(data: bytes) -> bool:
    """Return whether a file without its line feeds and its digest has that digest.

    Args:
        data: a file whose names are right, so the last mark is that of the digest.
    """
    found = _DIGEST.match(data, max(data.rfind(_MARK), 0))
    if found is None:
        return False
    said = data[: found.start(1)] + data[found.end(1) :]
    digest = hashlib.sha256(said.replace(b"\n", b"")).hexdigest()
    return digest.encode() == found[2]
