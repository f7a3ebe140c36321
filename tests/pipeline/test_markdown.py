"""From Markdown to runs of characters with one look."""

import pytest

from tests.pipeline.reading import read_body
from tutor.domain.course import Passage
from tutor.domain.prose import (
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Span,
    Table,
    Verbatim,
    plain,
)
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import inline


def drawn(*spans: Span) -> str:
    """Return spans one after another: *italic*, **bold**, `code`."""
    marks = {(True, False): "**", (False, True): "*", (True, True): "***"}
    return "|".join(
        f"`{span.text}`"
        if span.code
        else span.text.join([marks.get((span.bold, span.italic), "")] * 2)
        for span in spans
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("un mot", "un mot"),
        ("un **mot** ici", "un |**mot**| ici"),
        ("un *mot* ici", "un |*mot*| ici"),
        ("***tout***", "***tout***"),
        ("**un *deux* trois**", "**un **|***deux***|** trois**"),
        ("**un** **deux**", "**un**| |**deux**"),
        ("le `code **brut**`", "le |`code **brut**`"),
        ("[texte](https://a.fr)", "texte (https://a.fr)"),
        ("**[gras](b)**", "**gras (b)**"),
        ("voir ![la carte](c.png)", "voir la carte"),
        ("un\ndeux", "un deux"),
        ("un  \ndeux", "un deux"),
        ("fait &amp; dit \\* rien", "fait & dit * rien"),
        ("<b>pas de balise</b>", "<b>pas de balise</b>"),
        ("[non](javascript:alert)", "[non](javascript:alert)"),
    ],
)
def test_a_line_becomes_spans(source: str, expected: str) -> None:
    assert drawn(*inline(source, 1, Findings("essai.md"))) == expected


def test_an_endless_address_is_cut() -> None:
    text = plain(inline(f"[a]({'x' * 5_000})", 1, Findings("essai.md")))

    assert len(text) < 320


def test_links_and_images_are_noted_with_their_line() -> None:
    _, problems = read_body("Un\n\n- [a](b)\n\n> ![c](d)\n")

    assert [(each.code, each.line) for each in problems] == [("lien", 3), ("image", 5)]


def test_blocks_become_prose() -> None:
    unit, _ = read_body(
        "## Titre\n\nTexte\n\n3. trois\n4. quatre\n\n- a\n\n  suite\n\n> cité\n\n"
        "```text\n brut\n```\n"
    )

    (passage,) = unit.parts
    assert isinstance(passage, Passage)
    heading, text, numbered, bullets, quote, code = passage.blocks
    assert isinstance(heading, Heading)
    assert heading.level == 2
    assert isinstance(text, Paragraph)
    assert isinstance(numbered, Listing)
    assert (numbered.ordered, numbered.start, len(numbered.items)) == (True, 3, 2)
    assert isinstance(bullets, Listing)
    assert (bullets.ordered, len(bullets.items[0])) == (False, 2)
    assert isinstance(quote, Quotation)
    assert quote.blocks == (Paragraph(text=(Span(text="cité"),)),)
    assert code == Verbatim(text=" brut")


def test_a_ragged_table_keeps_its_columns() -> None:
    unit, problems = read_body("| a | b |\n|---|---|\n| c |\n| d | e | f |\n")

    assert problems == []
    (passage,) = unit.parts
    assert isinstance(passage, Passage)
    (table,) = passage.blocks
    assert isinstance(table, Table)
    rows = [[plain(cell) for cell in row] for row in (table.header, *table.rows)]
    assert rows == [["a", "b"], ["c", ""], ["d", "e"]]
