"""A file that says it holds xAPI statements: the bundles in it, or reasons."""

import json
from collections.abc import Iterator
from io import BytesIO

from tests.abuse.target import Target, assert_told
from tests.cohort.samples import sample_bundles
from tests.course.shipped import course
from tutor.domain.bundle_reading import read_bundle
from tutor.domain.bundle_text import written
from tutor.domain.figures import Refused
from tutor.interop.statement_reading import lines_of, read_statements
from tutor.interop.statements import statement_lines, statements_of

_FILE = "énoncés.jsonl"
WORDS = (
    *('"actor":', '"verb":', '"object":', '"result":', '"context":', '"timestamp":'),
    *('"extensions":{', '"urn:x-cpts-tutor:xapi:part":', '"answers"', '"hand-over"'),
    *('"facts":[', '"account":', '"statements":[', '"more":', "1e308", "null", "[[["),
    *("2026-11-22T12:00:00Z", "9999-12-31T23:59:59Z", "\\u202e", "\\ud800", "\n"),
)


def lines(answers: int = 3) -> bytes:
    """Return what one intern hands over, as statements.

    Args:
        answers: how many of their answers.
    """
    (bundle,) = sample_bundles(1, seed=5, answers=answers)
    return b"".join(statement_lines(statements_of(bundle, course())))


def take(raw: bytes) -> None:
    """Read bytes as statements; a bundle that comes of them is read like any other."""
    for found in read_statements(lines_of(BytesIO(raw)), _FILE):
        if isinstance(found, Refused):
            assert_told(found.message_id, dict(found.values))
        else:
            read_bundle(written(found.bundle))


def seeds() -> Iterator[bytes]:
    """Yield statements in order, backwards, twice, and somebody else's."""
    whole = lines()
    yield whole
    yield b"\n".join(reversed(whole.splitlines()))
    yield whole + whole
    yield json.dumps({"actor": {}, "verb": {"id": "urn:x:y"}, "object": {}}).encode()


TARGET = Target(take, seeds, WORDS, longest=60_000)
