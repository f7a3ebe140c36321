"""A bundle that says it comes from an intern: read, or refused with a reason."""

import json
from collections.abc import Iterator

from tests.abuse.target import Target, assert_noticed, assert_told
from tests.domain.bundles import handed_answer, handed_bundle
from tutor.cohort.reading import as_written
from tutor.domain.bundle_reading import BundleError, read_bundle
from tutor.domain.bundle_text import written

_WHOLE = written(handed_bundle())
WORDS = (
    *(f'"{name}":' for name in json.loads(_WHOLE)),
    *(
        '"cpts-tutor/bundle/',
        '"C5.N.1"',
        "true",
        "null",
        "1e308",
        "[]",
        "{}",
        "\\u202e",
    ),
    *("2026-11-22T12:00:00Z", "-----BEGIN AGE ENCRYPTED FILE-----", "-0.0", "\\ud800"),
)


def take(raw: bytes) -> None:
    """Read bytes as a bundle; what is read can be written and read again."""
    as_written(raw)
    try:
        read = read_bundle(raw)
    except BundleError as error:
        assert_told(error.message_id, dict(error.values))
        raise
    assert_noticed(read.notices)
    again = written(read.bundle)
    assert as_written(again) in {None, again.decode()}
    assert written(read_bundle(again).bundle) == again


def seeds() -> Iterator[bytes]:
    """Yield a bundle in some layouts, older and newer, and a larger one."""
    fields = json.loads(_WHOLE)
    yield _WHOLE
    yield json.dumps(fields, indent=1).encode()
    yield b"\xef\xbb\xbf" + _WHOLE.replace(b"\n", b"\r\n")
    yield json.dumps({**fields, "schema": "cpts-tutor/bundle/2", "x": [1]}).encode()
    yield written(handed_bundle(answers=tuple(map(handed_answer, range(20)))))
    yield b"age-encryption.org/v1\n-> X25519 "


TARGET = Target(take, seeds, WORDS)
