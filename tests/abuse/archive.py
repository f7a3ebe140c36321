"""A zip of bundles: what it holds is named, and nothing of it is unpacked beside."""

import io
import zipfile
from collections.abc import Iterator

from tests.abuse.target import Target, assert_told, scratch
from tests.domain.bundles import handed_bundle
from tutor.cohort.archives import members_of, read_member
from tutor.domain.bundle_reading import LARGEST
from tutor.domain.bundle_text import written
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused

WORDS = ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "PK\x06\x06", ".json", "../", ".zip")
_FILE = scratch() / "remis.zip"


def take(raw: bytes) -> None:
    """Read the members of a zip, as a report does.

    Raises:
        TutorError: none can be read.
    """
    _FILE.write_bytes(raw)
    names, refused = [], []
    for found in members_of(str(_FILE)):
        if isinstance(found, Refused):
            assert_told(found.message_id, dict(found.values))
            refused.append(found)
        else:
            names.append(found)
    if not names and refused:
        raise TutorError(refused[0].message_id)
    if names:
        with zipfile.ZipFile(_FILE) as archive:
            for name in names:
                assert len(read_member(archive, name)) <= LARGEST


def zipped(*members: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip.

    Args:
        *members: names and what they hold.
        how: how they are packed.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, how)
    return held.getvalue()


def seeds() -> Iterator[bytes]:
    """Yield zips of bundles: plain, nested, steep, with names that lead out."""
    whole = written(handed_bundle())
    yield zipped(("a.json", whole), ("p/b.json.age", whole))
    yield zipped(("a.json", whole), how=zipfile.ZIP_STORED)
    yield zipped(("a.json", b"0" * 2**20), ("b.json", b"0" * 2**21))
    yield zipped(("../a.json", b"{}"), ("/etc/b.json", b"{}"), ("c.zip", zipped()))
    yield zipped(("a.json", b"{}"), how=zipfile.ZIP_BZIP2)
    yield zipped(*((f"{number}.json", b"{}") for number in range(40)))


TARGET = Target(take, seeds, WORDS)
