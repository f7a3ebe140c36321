"""A faculty's grid as CASE, and the table that ties it: read, or refused."""

import json
from collections.abc import Iterator

from tests.abuse.target import Target, assert_harmless, scratch
from tests.course.shipped import course
from tests.factories import NOON
from tutor.interop.case_package import package_of, written
from tutor.interop.case_reading import read_package
from tutor.interop.grid_table import read_table

_TABLE = scratch() / "table.csv"
WORDS = (
    *('"CFDocument":', '"CFItems":[', '"CFAssociations":[', '"identifier":', '"uri":'),
    *('"fullStatement":', '"humanCodingScheme":', '"isChildOf"', '"precedes"'),
    *(
        '"originNodeURI":',
        '"destinationNodeURI":',
        '"sequenceNumber":',
        "null",
        "1e308",
    ),
    *("[[[", "\\u202e", ";C5.N.3", "\t", "\n#", "COOR-1 = ["),
)


def take(raw: bytes) -> None:
    """Read bytes as a table, then as a package; what is kept of it can be shown."""
    _TABLE.write_bytes(raw)
    try:
        for tie in read_table(_TABLE):
            assert_harmless(f"{tie.theirs}{tie.ours}")
    finally:
        outline = read_package(raw)
        assert_harmless(" ".join(_texts(outline)))


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


def seeds() -> Iterator[bytes]:
    """Yield the package of the course, a small one, and a table."""
    whole = package_of(course(), NOON)
    small = {**whole, "CFItems": whole["CFItems"][:4], "CFAssociations": []}
    yield written(small).encode()
    yield json.dumps({**small, "CFAssociations": whole["CFAssociations"][:3]}).encode()
    yield "leur code;notre code\nCOOR-1;C5.N.3\n".encode("utf-16")


TARGET = Target(take, seeds, WORDS, longest=60_000)
