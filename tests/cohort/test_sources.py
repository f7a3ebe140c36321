"""What paths stand for, zips of strangers included."""

import os
import socket
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from tutor.cohort import archives
from tutor.cohort.sources import Reader, Source, find
from tutor.domain.errors import TutorError


def make(folder: Path, *names: str) -> None:
    """Write small files."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")


def names_of(*paths: str | Path) -> list[str]:
    """Return what is found, by the last part of each name."""
    return [source.name.rpartition("/")[2] for source in find(paths).sources]


def reasons(*paths: str | Path) -> list[str]:
    """Return why something was left out."""
    refused = find(paths).refused
    assert all(not each.used for each in refused)
    return [each.message_id.rpartition(".")[2] for each in refused]


def packed(path: Path, *entries: tuple[str, bytes], how: int = 8) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, how)
    return path


def test_a_folder_is_searched_whole(tmp_path: Path) -> None:
    make(
        tmp_path, "a.json", "b/c.json", "b/d.JSON.age", "e.txt", ".f.json", ".g/h.json"
    )

    assert names_of(tmp_path) == ["a.json", "c.json", "d.JSON.age"]
    assert reasons(tmp_path) == []


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, "carnet.txt")

    assert names_of(tmp_path / "carnet.txt") == ["carnet.txt"]


def test_a_pattern_stands_for_what_it_matches(tmp_path: Path) -> None:
    make(tmp_path, "a1.json", "a2.json", "b/a3.json", "[x].json")

    assert names_of(f"{tmp_path}/a*.json") == ["a1.json", "a2.json"]
    assert names_of(f"{tmp_path}/**/a*.json") == ["a1.json", "a2.json", "a3.json"]
    assert names_of(f"{tmp_path}/[x].json") == ["[x].json"]


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a.json")
    (tmp_path / "same.json").symlink_to(tmp_path / "a.json")

    assert names_of(tmp_path / "a.json", tmp_path, f"{tmp_path}/a*") == ["a.json"]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "vide"
    empty.mkdir()

    assert reasons(tmp_path / "a.json", f"{tmp_path}/*.json", empty) == [
        *("absent", "absent", "empty"),
    ]
    assert reasons("x" * 5000) == ["absent"]
    assert reasons("a\0b") == ["absent"]


def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.json")
    with socket.socket(socket.AF_UNIX) as ear:
        ear.bind(str(tmp_path / "s.json"))
        assert reasons(tmp_path, "/dev/zero") == ["special"] * 3
    (tmp_path / "lien.json").symlink_to(tmp_path / "rien")
    assert "unreadable" in reasons(tmp_path)


def test_a_file_far_too_large_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(100 * 2**20)
    found = find([tmp_path])

    assert found.refused[0].message_id == "export.read.huge"
    assert found.refused[0].values == {"size": 100, "most": 16}


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    make(tmp_path, "a.json")
    (tmp_path / "b").symlink_to(tmp_path)

    assert names_of(tmp_path) == ["a.json"]


def test_the_bundles_of_a_zip_are_named_after_it(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        ("p/un.json", b"{}"),
        ("deux.json.age", b"{}"),
        ("lisez-moi.txt", b""),
        ("__MACOSX/un.json", b""),
        ("p/", b""),
    )
    found = find([path])

    assert found.refused == ()
    assert [source.name for source in found.sources] == [
        f"{path}!p/un.json",
        f"{path}!deux.json.age",
    ]
    with Reader() as reader:
        assert reader.read(found.sources[0]) == b"{}"


@pytest.mark.parametrize(
    "name",
    ["../un.json", "/etc/un.json", "a/../../un.json", "..\\un.json", "C:un.json"],
)
def test_a_name_that_leads_out_of_its_zip_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.zip", (name, b"{}"), ("bon.json", b"{}"))

    assert reasons(path) == ["zip-name"]
    assert names_of(path) == ["a.zip!bon.json"]


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("", b"{}"), ("bon.json", b"{}"))

    assert reasons(path) == ["zip-name"]
    assert names_of(path) == ["a.zip!bon.json"]


def test_a_zip_in_a_zip_is_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path / "b.zip", ("un.json", b"{}"))
    path = packed(tmp_path / "a.zip", ("b.zip", inner.read_bytes()))

    assert reasons(path) == ["zip-nested"]


def test_a_bundle_that_would_grow_too_much_is_refused(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        ("lourd.json", b"0" * (17 * 2**20)),
        ("raide.json", b"0" * (3 * 2**20)),
        ("bon.json", b'{"a": 1}' * 9),
    )

    assert reasons(path) == ["huge", "zip-steep"]
    assert names_of(path) == ["a.zip!bon.json"]


def test_a_zip_that_announces_too_much_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    path = packed(tmp_path / "a.zip", *((f"{n}.json", b"{}") for n in range(3)))

    assert reasons(path) == ["zip-bomb"]
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    assert reasons(path) == []
    monkeypatch.setattr(archives, "MOST_BYTES", 5)
    assert reasons(path) == ["zip-bomb"]


def test_a_list_of_members_longer_than_the_file_is_not_believed(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("un.json", b"{}"))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<L", 2**31)
    path.write_bytes(data)

    assert reasons(path) == ["zip-bomb"]


def test_a_member_larger_than_it_says_is_cut(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("un.json", b"a" * 5000))
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(mark) + place
        data[at : at + 4] = struct.pack("<L", 10)
    path.write_bytes(data)
    (source,) = find([path]).sources

    with Reader() as reader, pytest.raises(TutorError) as told:
        reader.read(source)
    assert told.value.message_id == "report.refused.zip-member"


def test_a_damaged_zip_is_named_and_so_is_a_damaged_member(tmp_path: Path) -> None:
    broken = tmp_path / "b.zip"
    broken.write_bytes(b"PK\x03\x04" + b"x" * 100)
    empty = tmp_path / "c.zip"
    empty.write_bytes(b"")
    assert reasons(broken, empty) == ["zip", "zip"]

    path = packed(tmp_path / "a.zip", ("un.json", b"{}" * 500), how=0)
    path.write_bytes(path.read_bytes().replace(b"{}{}", b"{]{]", 1))
    with Reader() as reader, pytest.raises(TutorError) as told:
        reader.read(Source(str(path), "un.json"))
    assert told.value.message_id == "report.refused.zip-member"


def test_what_is_locked_linked_or_there_twice_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("un.json", b"{}"), ("un.jsom", b"{}"))
    data = path.read_bytes().replace(b"un.jsom", b"un.json")
    path.write_bytes(data)
    assert reasons(path) == ["zip-twice"]

    locked = bytearray(packed(tmp_path / "b.zip", ("un.json", b"{}")).read_bytes())
    locked[locked.find(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(locked)
    assert reasons(tmp_path / "b.zip") == ["zip-locked"]

    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        link = zipfile.ZipInfo("un.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert reasons(tmp_path / "c.zip") == ["special"]
    packed(tmp_path / "d.zip", ("un.json", b"{}"), how=zipfile.ZIP_LZMA)
    assert reasons(tmp_path / "d.zip") == ["zip-locked"]


def test_what_a_key_opens_is_read(tmp_path: Path) -> None:
    sealed = tmp_path / "a.json.age"
    sealed.write_bytes(b"age-encryption.org/v1\nsecret")
    plain = tmp_path / "b.json.age"
    plain.write_bytes(b"{}")

    with Reader(lambda data: b"opened" + data[-6:]) as reader:
        assert reader.read(Source(str(sealed))) == b"openedsecret"
        assert reader.read(Source(str(plain))) == b"{}"
    with Reader() as reader, pytest.raises(TutorError):
        reader.read(Source(str(tmp_path / "gone.json")))
