"""What a stream cannot write is replaced by what reads well."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.cli.legible import lacking, legible, make_legible

READ = [
    ("latin-1", "« Œuvre »", "« OEuvre »"),
    ("latin-1", "médecin → pharmacie", "médecin -> pharmacie"),
    ("latin-1", "✓ l’accès", "(oui) l'accès"),
    ("ascii", "« l’été » …", '" l\'ete " ...'),
    ("ascii", "✗ −2 à +2", "(non) -2 a +2"),
    ("ascii", "◐ n° 3 ≥ 2", "(en cours) no 3 >= 2"),
    ("cp1252", "œil, ✓", "œil, (oui)"),
    ("utf-8", "✓ « œil » → 😀", "✓ « œil » → 😀"),
    ("ascii", "😀", "?"),
]


@pytest.mark.parametrize(("encoding", "text", "read"), READ)
def test_signs_become_words(encoding: str, text: str, read: str) -> None:
    assert legible(text, encoding) == read


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp437", "koi8-r"]))
def test_any_text_can_be_written(text: str, encoding: str) -> None:
    written = legible(text, encoding)

    written.encode(encoding)
    assert legible(written, encoding) == written


@given(st.text())
def test_what_an_encoding_has_is_left_alone(text: str) -> None:
    known = unicodedata.normalize("NFC", text).encode("utf-8", "ignore").decode()

    assert legible(known, "utf-8") == known


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", ""), ("latin-1", "ISO8859-1"), ("ascii", "ASCII"), ("cp1252", "CP1252")],
)
def test_a_stream_says_what_it_lacks_and_writes_all_the_same(
    encoding: str, name: str
) -> None:
    raw = io.BytesIO()
    reads, writes = (
        io.TextIOWrapper(io.BytesIO(b"\xff\n")),
        io.TextIOWrapper(raw, encoding),
    )
    make_legible(reads, writes)
    writes.write("✓ œil\n")
    writes.flush()

    assert lacking(writes) == name
    assert raw.getvalue().decode(encoding).endswith("il\n")
    assert "Ã" not in raw.getvalue().decode("latin-1") or encoding == "utf-8"
    reads.readline()
