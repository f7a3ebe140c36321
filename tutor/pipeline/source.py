"""Read a course file as text, trusting nothing in it."""

import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from tutor.domain.errors import ContentError
from tutor.domain.line_ends import with_line_feeds
from tutor.domain.reasons import reason_of
from tutor.pipeline.findings import Findings

LARGEST_FILE = 4_000_000
"""Bytes; a whole lesson is about 30,000."""
LONGEST_LINE = 20_000
"""Characters; a whole paragraph is about 600."""
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_STAND_IN = "\ufffd"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]"
    "(?<![^\x00-\u02ff][\u200c\u200d])"
)
"""What has no width; a joiner after an emoji or a letter that is not Latin is meant."""


def read_source(path: Path, findings: Findings) -> str | None:
    """Return the text of a file, or None where it cannot be parsed at all.

    Byte-order mark and CRLF are normalised; control and direction-changing
    characters are replaced, those without a width are left out, and both are named.

    Args:
        path: the file.
        findings: where problems are noted.

    Raises:
        ContentError: it is no file, or cannot be opened or read.
    """
    text = decoded(path, findings)
    return None if text is None else cleaned(text, findings)


def decoded(path: Path, findings: Findings) -> str | None:
    """Return the text of a file as it stands; nothing of it may reach a terminal.

    Byte-order mark and CRLF are normalised.

    Args:
        path: the file.
        findings: where it is noted that the file is too large, or is no UTF-8.

    Returns:
        The text, or None where there is none to be had.

    Raises:
        ContentError: it is no file, or cannot be opened or read.
    """
    try:
        seen = path.stat()
        if not S_ISREG(seen.st_mode):
            raise ContentError("errors.not-a-file", path=path)
        if seen.st_size > LARGEST_FILE:
            findings.add("fichier-trop-gros", 1, limit=LARGEST_FILE // 1_000_000)
            return None
        raw = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise ContentError(
            "errors.file-unreadable", path=path, reason=reason
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        findings.add("pas-utf-8", line, byte=f"0x{raw[error.start]:02x}")
        return None
    return with_line_feeds(text)


def harmless(text: str, line: int, findings: Findings) -> str:
    """Return one line of what an entity or an escape stood for, made safe.

    `&#x202e;` is plain letters in the file, and drives a terminal only once read;
    so do the escapes of YAML and TOML.

    Args:
        text: what was read.
        line: where it stands, from 1.
        findings: where an unsafe character is noted.
    """
    if found := _UNSAFE.search(text):
        name = f"U+{ord(found.group()):04X}"
        findings.add("caractere-de-controle", line, character=name)
        text = _UNSAFE.sub(_STAND_IN, text)
    return text.rstrip("\n").replace("\n", " ")


def cleaned(text: str, findings: Findings) -> str | None:
    """Return the text without unsafe characters, or None if a line is endless.

    Args:
        text: decoded text with line feeds.
        findings: where problems are noted.
    """
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LONGEST_LINE:
                findings.add("ligne-trop-longue", number, limit=LONGEST_LINE)
                return None
    if _UNSAFE.search(text):
        for where in _each_line(_UNSAFE, text):
            findings.add("caractere-de-controle", *where[:2], character=where.name)
        text = _UNSAFE.sub(_STAND_IN, text)
    if _INVISIBLE.search(text):
        for where in _each_line(_INVISIBLE, text):
            findings.add("caractere-invisible", *where[:2], character=where.name)
        text = _INVISIBLE.sub("", text)
    return text


class _Sign(NamedTuple):
    """The first unwelcome character of a line."""

    line: int
    column: int
    name: str


def _each_line(pattern: re.Pattern[str], text: str) -> Iterator[_Sign]:
    """Yield the first character of each line that a pattern finds."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := pattern.search(line):
            yield _Sign(number, found.start() + 1, f"U+{ord(found.group()):04X}")
