"""Zips of bundles, taken for hostile: nothing is unpacked, everything is bounded."""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from tutor.domain.bundle_reading import LARGEST
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused

MOST_MEMBERS = 50_000
"""Names a zip may hold: three times all the interns of the country."""
MOST_BYTES = 4 * 2**30
"""Bytes all its bundles may say they have, once unpacked."""
STEEPEST = 100
"""How many times smaller a bundle may become; theirs become ten times smaller."""
_SMALL = 2**20
"""Bytes below which how steep it is does not matter."""
_MB = 2**20
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_BUNDLES = (".json", ".json.age")
_BOUNDS: dict[str, int] = {"members": MOST_MEMBERS, "most": MOST_BYTES // 2**30}
_END = struct.Struct("<12xLL2x")
"""The end of a zip: how long its list of members is, in bytes, and where it begins."""
_LONGEST_END = _END.size + 2**16
_LONGEST_LIST = 32 * 2**20
_MOST_REFUSED = 200
"""Refusals named for one zip; what comes after them is not looked at."""
_BAD = (
    OSError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the reader of zips raises, whatever they hold."""


def members_of(path: str) -> Iterator[str | Refused]:
    """Yield the names of the bundles in a zip, and what is refused of it.

    Args:
        path: the zip.
    """
    try:
        infos = _infos(path)
    except _BAD:
        yield _refusal(path, "report.refused.zip")
        return
    said = sum(info.file_size for info in infos or ())
    if infos is None or len(infos) > MOST_MEMBERS or said > MOST_BYTES:
        yield _refusal(path, "report.refused.zip-bomb", **_BOUNDS)
        return
    names: set[str] = set()
    refusals = 0
    for info in infos:
        if info.filename.endswith("/") or _is_aside(info.filename):
            continue
        fault = _fault(info, names)
        names.add(info.filename)
        if fault is None and info.filename.lower().endswith(_BUNDLES):
            yield info.filename
        elif fault is not None:
            refusals += 1
            yield _named(f"{path}!{info.filename}", fault, info)
        if refusals >= _MOST_REFUSED:
            yield _refusal(path, "report.refused.zip-many", most=_MOST_REFUSED)
            return


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return what a member of a zip holds, never more than a bundle may.

    Args:
        archive: an open zip that `members_of` has looked at.
        name: a name it yielded.

    Raises:
        TutorError: the member is damaged, or larger than it said.
    """
    try:
        with archive.open(name) as member:
            data = member.read(LARGEST + 1)
    except (*_BAD, KeyError) as error:
        raise TutorError("report.refused.zip-member") from error
    if len(data) > LARGEST:
        raise TutorError("report.refused.zip-bomb", **_BOUNDS)
    return data


def _infos(path: str) -> list[zipfile.ZipInfo] | None:
    """Return what a zip says of its members, or None where that alone is too much."""
    with open(path, "rb") as file:  # noqa: PTH123
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _LONGEST_END))
        end = file.read()
        at = end.rfind(b"PK\x05\x06")
        if at < 0 or len(end) - at < _END.size:
            raise zipfile.BadZipFile
        if _END.unpack_from(end, at)[0] > _LONGEST_LIST:
            return None
        with zipfile.ZipFile(file) as archive:
            return archive.infolist()


def _fault(info: zipfile.ZipInfo, names: set[str]) -> str | None:
    """Return the message that says why a member is left out, or None."""
    name = info.filename
    inside = PurePosixPath(name.replace("\\", "/"))
    leads_out = inside.is_absolute() or ".." in inside.parts or name[1:2] == ":"
    if leads_out or not name:
        return "report.refused.zip-name"
    if name in names:
        return "report.refused.zip-twice"
    if name.lower().endswith(".zip"):
        return "report.refused.zip-nested"
    if info.flag_bits & _ENCRYPTED or info.compress_type not in _PACKED:
        return "report.refused.zip-locked"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "report.refused.special"
    if info.file_size > LARGEST:
        return "export.read.huge"
    if info.file_size > max(_SMALL, STEEPEST * info.compress_size):
        return "report.refused.zip-steep"
    return None


def _is_aside(name: str) -> bool:
    """Return whether a member is what systems put beside the files of people."""
    return any(part.startswith((".", "__MACOSX")) for part in _plain_parts(name))


def _plain_parts(name: str) -> list[str]:
    """Return the parts of a name but those that lead out of the zip."""
    parts = name.replace("\\", "/").split("/")
    return [part for part in parts if part not in {"", ".", ".."}]


def _named(path: str, message_id: str, info: zipfile.ZipInfo) -> Refused:
    """Return the refusal of a member."""
    if message_id == "export.read.huge":
        sizes = {"size": info.file_size // _MB, "most": LARGEST // _MB}
        return _refusal(path, message_id, **sizes)
    return _refusal(path, message_id)


def _refusal(path: str, message_id: str, **values: str | int) -> Refused:
    """Return that something of a zip is left out."""
    return Refused(path=path, message_id=message_id, values=values, used=False)
