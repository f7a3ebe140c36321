"""The table that ties a grid is read however a spreadsheet saved it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.errors import TutorError
from tutor.domain.outline import Tie
from tutor.interop.grid_table import read_table, table_to_fill
from tutor.locale import advise, say

PAIRS = [Tie(1, "ÉCO-1", "C5.N.1"), Tie(2, "ÉCO-2", "C5.C.1")]


def table(folder: Path, data: bytes, name: str = "table.csv") -> list[Tie]:
    """Return the lines of a file."""
    path = folder / name
    path.write_bytes(data)
    return read_table(path)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_two_columns_are_read_whatever_saved_them(
    tmp_path: Path, mark: str, coding: str, end: str
) -> None:
    lines = [f"ÉCO-1{mark}C5.N.1{mark}un texte, long ; et plus", f"ÉCO-2{mark}C5.C.1"]
    text = end.join(lines) + end
    assert table(tmp_path, text.encode(coding)) == PAIRS


def test_quotes_empty_lines_and_remarks_are_passed_over(tmp_path: Path) -> None:
    text = '# notre table\n"COOR-1" ; " C5.N.1"\n;;\n\nPRO-1;\n'
    assert table(tmp_path, text.encode()) == [
        Tie(2, "COOR-1", "C5.N.1"),
        Tie(5, "PRO-1", ""),
    ]


def test_a_toml_file_gives_one_code_or_several(tmp_path: Path) -> None:
    text = 'COOR-1 = "C5.N.1"\n"COOR.2" = ["C5.N.2", "C5.C.1"]\n'
    assert table(tmp_path, text.encode(), "table.toml") == [
        Tie(1, "COOR-1", "C5.N.1"),
        Tie(2, "COOR.2", "C5.N.2"),
        Tie(2, "COOR.2", "C5.C.1"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("t.csv", b"", "table.empty"),
        ("t.csv", b"\n;;\n# rien\n", "table.empty"),
        ("t.csv", b"a;b\n" * 10_001, "table.huge"),
        ("t.csv", b"a" * (2**20 + 1), "table.huge"),
        ("t.toml", b"COOR-1 = ", "table.toml"),
        ("t.toml", b"COOR-1 = 5", "table.toml"),
        ("t.toml", b"[COOR]\nx = 1", "table.toml"),
        ("t.toml", b"a = " + b"[" * 5000, "table.toml"),
    ],
)
def test_a_table_that_ties_nothing_is_refused(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    with pytest.raises(TutorError) as caught:
        table(tmp_path, data, name)
    error = caught.value
    assert error.message_id == f"framework.{why}"
    assert say(error.message_id, **error.values)
    assert advise(error.message_id, **error.values)


@pytest.mark.parametrize("name", ["absent.csv", ".", "a\x00b.csv", "a" * 300])
def test_a_path_that_names_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(TutorError) as caught:
        read_table(tmp_path / name)
    assert caught.value.message_id == "framework.file.unreadable"


@given(noise=st.binary(max_size=300), name=st.sampled_from(["t.csv", "t.toml"]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, name: str
) -> None:
    try:
        found = table(tmp_path_factory.getbasetemp(), noise, name)
    except TutorError:
        return
    assert all(len(each.theirs) <= 80 for each in found)


def test_a_table_to_fill_is_read_again_as_it_was_written(tmp_path: Path) -> None:
    text = table_to_fill([("ÉCO-1", "C5.N.1", "=1+1"), ("ÉCO-2", "", 'a;b"c')])
    assert "'=1+1" in text
    assert table(tmp_path, text.encode())[1:] == [
        Tie(2, "ÉCO-1", "C5.N.1"),
        Tie(3, "ÉCO-2", ""),
    ]
