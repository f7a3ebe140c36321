"""Prose as lines: one thing a line, nothing drawn, nothing interpreted."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import eased
from tutor.cli.lines import line_of, lines_of, lines_of_reading
from tutor.domain.course import Callout, Passage
from tutor.domain.prose import (
    Divider,
    Heading,
    Listing,
    Paragraph,
    ProseBlock,
    Quotation,
    Span,
    Table,
    Text,
    Verbatim,
)


def words(text: str) -> Text:
    """Return plain text."""
    return (Span(text=text),)


def said(text: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(text=words(text))


BLOCKS: list[tuple[ProseBlock, list[str]]] = [
    (said("Une phrase."), ["Une phrase."]),
    (Heading(level=2, text=words("Un titre")), ["Un titre"]),
    (Divider(), []),
    (Verbatim(text="  a\nb"), ["  a", "b"]),
    (Quotation(blocks=(said("a"), said("b"))), ["a", "b"]),
    (Listing(items=((said("a"),), (said("b"),))), ["- a", "- b"]),
    (
        Listing(ordered=True, start=3, items=((said("a"), said("suite")), ())),
        ["3. a", "  suite", "4. "],
    ),
    (
        Table(
            header=(words("Qui"), words("Quand")),
            rows=((words("Mme D."), words("lundi")), (words("M. B."), words("mardi"))),
        ),
        ["Qui : Mme D. ; Quand : lundi", "Qui : M. B. ; Quand : mardi"],
    ),
]


@pytest.mark.parametrize(("block", "lines"), BLOCKS)
def test_each_kind_of_prose_becomes_lines(block: ProseBlock, lines: list[str]) -> None:
    assert [eased(line) for line in lines_of((block,))] == lines
    passage = Passage(blocks=(block,))
    assert lines_of_reading(passage) == lines_of((block,))


@pytest.mark.parametrize(
    ("kind", "word"),
    [("regle", "RÈGLE"), ("usage", "USAGE"), ("debat", "DÉBAT"), ("note", "À NOTER")],
)
def test_a_callout_says_its_word_first(kind: str, word: str) -> None:
    callout = Callout.model_validate({"kind": kind, "blocks": (said("Dit."),)})
    assert lines_of_reading(callout) == [word, "Dit."]


def test_looks_are_left_out_and_french_spaces_put_in() -> None:
    text = (Span(text="Qui", bold=True), Span(text=" décide ?", italic=True))
    assert line_of(text) == "Qui décide\u00a0?"


MARKED = """---
id: balises
titre: "Balises [b]"
---

# Balises

Du [b]texte[/b] avec \x1b[31mune couleur\x1b[0m et un \x07 bruit.

::: qru {#m-une comp="C5.N.1"}
Un [red]stem[/red] et \x1b[2J ?

- [x] [b]Oui[/b] \x1b[1m
  > Du [i]retour[/i].
- [ ] Non
  > Rien.

:::
"""


def test_markup_stays_as_written_and_no_control_character_comes_out(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "balises.md"
    path.write_text(MARKED, encoding="utf-8")
    said = tutor.play(str(path), "a\n3\n")
    for part in ("[b]texte[/b]", "[red]stem[/red]", "[b]Oui[/b]", "[i]retour[/i]"):
        assert part in said.out
    assert not [sign for sign in said.out + said.err if ord(sign) < 32 and sign != "\n"]
    assert tutor.answer["credit"] == 1
