"""Moodle XML: what is written is well formed, what is read is trusted in nothing."""

from pathlib import Path
from xml.dom.minidom import parseString

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice
from tests.interop.questions import source_of
from tutor.domain.prose import Paragraph, Span
from tutor.interop.importing import import_file, write_banks
from tutor.interop.moodle_reading import read_moodle
from tutor.interop.moodle_writing import write_moodle

CASE = Path(__file__).parent / "cases" / "moodle.xml"
ONE = b'<question type="essay"><questiontext><text>Q</text></questiontext></question>'


def test_an_export_of_moodle_becomes_a_bank(tmp_path: Path) -> None:
    made = import_file(CASE)
    (bank,) = made.banks
    (written,) = write_banks([bank], tmp_path / "banques")

    assert [(p.line, p.code) for p in made.problems] == [
        *((4, "image"), (12, "type"), (14, "tolerance"), (15, "lone-right")),
        (16, "note"),
    ]
    assert written.problems == []
    assert bank.text.replace("\u00a0", " ").startswith(
        '---\nid: imagerie\ntitre: "Imagerie"\nlangue: fr\nversion: 1.0.0\n---\n\n'
        '::: qru {#radio points="2"}\nQue voit-on ?\n\n– face\n\n– profil\n\n'
        "- [x] Rien\n  > Bravo.\n- [ ] Une fracture\n  > Non.\n\n"
        "> **Indice** Regardez mieux.\n\n:::"
    )
    for piece in ("- [x] Faux\n  > Oui.", "- [x] 6\n", "| b | 2 |", "Un **récit**."):
        assert piece in bank.text
    assert "alert" not in bank.text


@pytest.mark.parametrize(
    ("raw", "codes", "kept"),
    [
        (b"<quiz>" + ONE + b"</quiz>", [], 1),
        (b"<quiz>" + ONE + b"<question", ["xml-broken"], 1),
        (b"<quiz>" + ONE + b'<question type="essay">', ["xml-broken"], 1),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><quiz>&x;</quiz>', ["xml-entities"], 0),
        (b'<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', ["xml-entities"], 0),
        (b"<html/>", ["xml-other"], 0),
        (b"<quiz>" + b"<a>" * 60, ["xml-broken"], 0),
        (b'<?xml version="1.0" encoding="x-none"?><quiz/>', ["xml-broken"], 0),
        (b'<?xml version="1.0" encoding="windows-1252"?><quiz/>', [], 0),
    ],
)
def test_broken_or_hostile_xml_is_named_and_what_came_before_kept(
    raw: bytes, codes: list[str], kept: int
) -> None:
    read = read_moodle(raw, "x.xml")

    assert [problem.code for problem in read.problems] == codes
    assert len(read.entries) == kept


@given(st.text(st.sampled_from("]]>-<&\x00\x0b\ud800\ufffeé "), max_size=20))
def test_any_text_makes_xml_that_any_reader_takes(said: str) -> None:
    stem = (Paragraph(text=(Span(text=f"a {said} b"),)),)
    asked = choice("qru", "x--").model_copy(
        update={"stem": stem, "id": "a--b---c", "items": ("C5.C.11",)}
    )
    text = write_moodle([source_of(asked)]).text

    parseString(text.encode())  # raises where it is not well formed
    assert "-->" in text


def test_an_option_that_stays_last_turns_the_shuffling_off() -> None:
    asked = choice("qru", "x--")
    kept = asked.options[2].model_copy(update={"last": True})
    fixed = asked.model_copy(update={"options": (*asked.options[:2], kept)})

    assert "<shuffleanswers>true<" in write_moodle([source_of(asked)]).text
    assert "<shuffleanswers>false<" in write_moodle([source_of(fixed)]).text
