"""The file of a bundle, to the byte: its layout, its digest, the signs it may hold."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from tutor.domain.bundle import Bundle
from tutor.domain.line_ends import with_line_feeds

DIGEST = "digest"
"""The field that the digest leaves out: itself."""
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff]"
)
"""What can drive a terminal, turn a line round or hide: no text of a bundle holds any."""
_DIGEST_FIELD = re.compile(rb'"digest":"[0-9a-f]{64}",')


def printable(text: str) -> str:
    """Return a text without what a bundle may not hold; lines and tabs stay.

    Args:
        text: anything.
    """
    return UNPRINTABLE.sub("", with_line_feeds(text))


def finished(bundle: Bundle) -> Bundle:
    """Return a bundle whose every text is printable, its digest made.

    Args:
        bundle: its own digest does not matter.
    """
    fields: dict[str, object] = _printable(
        bundle.model_dump(mode="json", by_alias=True)
    )
    return Bundle.model_validate({**fields, DIGEST: digest_of(fields)})


def written(bundle: Bundle) -> bytes:
    """Return the file of a bundle, its digest made.

    The fields are sorted and written without spaces, one to a line, and so is each
    answer: without its line feeds and its digest, the file is the text the digest is
    made of. UTF-8.

    Args:
        bundle: its own digest does not matter.
    """
    fields = bundle.model_dump(mode="json", by_alias=True)
    fields[DIGEST] = digest_of(fields)
    lines = (f'"{name}":{_laid_out(fields[name])}' for name in sorted(fields))
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def digest_of(fields: Mapping[str, object]) -> str:
    """Return the SHA-256 of the sorted compact JSON of a bundle, in hexadecimal.

    Args:
        fields: the bundle as JSON holds it, its digest or not.
    """
    said = {name: value for name, value in fields.items() if name != DIGEST}
    return hashlib.sha256(_compact(said).encode("utf-8", "surrogatepass")).hexdigest()


def is_intact(data: bytes, fields: Mapping[str, object]) -> bool:
    """Return whether a bundle is as the tutor wrote it, by its digest.

    A file whose layout was kept costs one pass over its bytes.

    Args:
        data: the file.
        fields: what it holds, as JSON.
    """
    claimed = fields.get(DIGEST)
    as_laid_out = _DIGEST_FIELD.sub(b"", data.replace(b"\n", b""), count=1)
    if hashlib.sha256(as_laid_out).hexdigest() == claimed:
        return True
    return digest_of(fields) == claimed


def _printable(value: Any) -> Any:
    """Return a JSON value whose every text is printable."""
    match value:
        case str():
            return printable(value)
        case dict():
            return {printable(name): _printable(each) for name, each in value.items()}
        case list():
            return [_printable(each) for each in value]
        case _:
            return value


def _laid_out(value: object) -> str:
    """Return a field of the bundle; a list has each entry on a line of its own."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: object) -> str:
    """Return sorted JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
