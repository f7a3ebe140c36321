"""The printed sheet: plain Markdown that reads back, and a key that fits it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.factories import choice, words
from tests.services.courses import (
    PANEL,
    block,
    case,
    front,
    options,
    qroc,
    qru,
    rating,
    reflection,
    tcs,
    write_course,
)
from tutor.domain.course import Dossier, is_scored
from tutor.domain.prose import Listing, Paragraph, Prose, Quotation, Span, Table, Text
from tutor.domain.question import Choice
from tutor.locale import no_break
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import children, parse, prose
from tutor.services.conversion import Manner, gather
from tutor.services.markdown_text import blocks_of, line_of
from tutor.services.printing import BOX, write_sheet

pytestmark = pytest.mark.no_cover

READER = MarkdownIt("commonmark").enable("table")
PAIRS = "| Qui | Quoi |\n|---|---|\n| IDE | Soin |\n| Kiné | Marche |\n| MG | Avis |\n"
RELAY = (
    '- [x] la dose {#dose mots="dose, mg" .indispensable}\n  > Elle rappelle.\n'
    '- [x] le jour {mots="jour"}\n'
)
EVERY_KIND = (
    front("tout", more=PANEL)
    + "## Lire\n\nUn *mot* **fort** et `du code`, 3 * 4.\n\n"
    + "::: regle {#t-regle}\nUne règle.\n:::\n\n"
    + qru("t-qru", "Bx-")
    + block("qrm", "t-qrm", options("Xx-!"), 'comp="C5.N.1"')
    + qroc("t-mots")
    + block("appariement", "t-paires", PAIRS, 'comp="C5.N.1"')
    + block("ordre", "t-ordre", "1. un\n2. deux\n3. trois\n", 'comp="C5.N.1"')
    + block("relais", "t-relais", RELAY, 'comp="C5.N.1"')
    + '::: note {si="dose"}\nElle vient.\n:::\n\n'
    + tcs("t-tcs")
    + reflection("t-note")
    + rating("t-auto")
    + case("t-cas")
)


def sheet(folder: Path, text: str, manner: Manner = Manner()) -> str:  # noqa: B008
    """Return the sheet of a file of a small course, with ordinary spaces."""
    root = write_course(folder)
    path = root / "content" / "99-tout.md"
    path.write_text(text, encoding="utf-8")
    gathered = gather([path], root, manner.seed)
    assert gathered.lost == []
    return write_sheet(gathered.sources, manner).replace("\u00a0", " ")


def inlines(text: str) -> list[Token]:
    """Return the lines of text of a sheet, as markdown-it reads it."""
    return [token for token in READER.parse(text) if token.type == "inline"]


def test_every_question_and_option_of_a_file_is_on_the_sheet(tmp_path: Path) -> None:
    read = sheet(tmp_path, EVERY_KIND)
    root = tmp_path
    (source,) = gather([root / "content" / "99-tout.md"], root).sources
    parts = [
        part
        for whole in source.unit.parts
        for part in (whole.parts if isinstance(whole, Dossier) else (whole,))
    ]
    asked = [part for part in parts if is_scored(part)]
    choices = [part for part in asked if isinstance(part, Choice)]

    shown = [token.content for token in inlines(read)]
    numbers = [
        int(found.group(1))
        for line in shown
        if (found := re.match(r"\*\*Question (\d+)\.\*\*", line))
    ]
    boxed = [
        line for line in "\n".join(shown).split("\n") if line.startswith(f"{BOX} ")
    ]

    assert numbers == list(range(1, len(asked) + 1))
    scale, order = 5, 3
    assert len(boxed) == sum(len(each.options) for each in choices) + scale + order


def test_nothing_of_the_source_syntax_is_left_and_headings_are(tmp_path: Path) -> None:
    read = sheet(tmp_path, EVERY_KIND, Manner(with_key=True))
    headings = [
        after.content
        for token, after in zip(
            READER.parse(read), READER.parse(read)[1:], strict=False
        )
        if token.type == "heading_open"
    ]

    assert ":::" not in read
    assert not re.search(r"\{[#.]|comp=|mots=\"|\[[ x]\]", read)
    assert headings == [
        *("Titre de tout", "Lire", "Le cas t-cas", "Étape 1, l'appel"),
        *("Étape 2, la visite", "Corrigé", "Titre de tout"),
    ]
    assert "> **RÈGLE**" in read
    assert "Montré seulement si « dose » a été transmis." in read
    assert "Un *mot* **fort** et `du code`, 3 \\* 4." in read


def test_without_its_key_a_sheet_gives_no_answer_away(tmp_path: Path) -> None:
    read = sheet(tmp_path, EVERY_KIND)

    for secret in ("raison", "✓", "messagerie", "Pistes", "dose, mg", "indisp"):
        assert secret not in read
    rows = re.findall(r"^\| \d\. (\w+) \|  \| [A-C]\. (\w+) \|$", read, re.MULTILINE)
    assert {left for left, _ in rows} == {"IDE", "Kiné", "MG"}
    assert rows != [("IDE", "Soin"), ("Kiné", "Marche"), ("MG", "Avis")]
    assert re.findall(rf"{BOX} [A-C]\. (\w+)", read)[7:10] != ["un", "deux", "trois"]


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_the_letters_of_the_key_are_those_of_the_sheet(
    tmp_path: Path, seed: int | None
) -> None:
    read = sheet(tmp_path, EVERY_KIND, Manner(with_key=True, seed=seed))
    printed, _, key = read.partition("# Corrigé")

    said = re.search(r"Question 1\.\*\* Réponse : (\w)\.", key)
    assert said is not None
    assert f"{BOX} {said.group(1)}. proposition 1" in printed
    pairs = re.findall(r"\*\*\d → (\w)\.\*\* \w+ → (\w+)", key)
    assert len(pairs) == 3
    assert all(f"{letter}. {right} |" in printed for letter, right in pairs)
    order = re.search(r"Question 5\.\*\* Réponse : (\w), (\w), (\w)\.", key)
    assert order is not None
    for letter, text in zip(order.groups(), ("un", "deux", "trois"), strict=True):
        assert f"{BOX} {letter}. {text}" in printed


def test_a_seed_changes_the_order_of_options(tmp_path: Path) -> None:
    plain = sheet(tmp_path, EVERY_KIND)
    assert f"{BOX} A. proposition 0  \n{BOX} B. proposition 1  \n" in plain
    shuffled = {sheet(tmp_path, EVERY_KIND, Manner(seed=seed)) for seed in range(4)}
    assert len(shuffled) > 1


def test_the_key_says_why_and_what_weighs(tmp_path: Path) -> None:
    _, _, key = sheet(tmp_path, EVERY_KIND, Manner(with_key=True)).partition("# Corr")

    assert "- ✗ **A.** proposition 0 (IF-01) : raison 0" in key
    assert "- ✓ **A.** proposition 0 (indispensable) : raison 0" in key
    assert "- ✗ courriel (IF-02) : Trop ouvert." in key
    assert "- **1.** la dose (indispensable, mots : dose, mg) : Elle rappelle." in key
    assert "- une idée (Panel : −2 : 0, −1 : 1, 0 : 3, +1 : 10, +2 : 1)" in key
    assert "*« Énoncé de t-note ? »*\n\nPistes : une piste" in key


def test_questions_drawn_from_a_bank_are_printed(tmp_path: Path) -> None:
    text = front("tire") + '::: questions {banque="banque" n="2"}\n:::\n'
    read = sheet(tmp_path, text)

    assert len(re.findall(r"^\*\*Question \d\.\*\*", read, re.MULTILINE)) == 2
    assert read == sheet(tmp_path, text)


TEXTS = st.lists(
    st.builds(
        Span,
        text=st.text("ab1. *_`[]<>&|~#\\!:-+=)(«»?é", min_size=1, max_size=8),
        code=st.booleans(),
    ),
    min_size=1,
    max_size=3,
).map(tuple)


def visible(text: Text) -> str:
    """Return what a reader sees of a text, spaces aside."""
    said = "".join(span.text for span in text)
    return re.sub(r"\s+", "", no_break(said))


@settings(deadline=None)
@given(TEXTS)
def test_any_words_read_back_as_they_were(text: Text) -> None:
    tokens = READER.parse(line_of(text))
    read = "".join(child.content for token in tokens for child in token.children or ())

    assert {token.type for token in tokens} <= {
        *("paragraph_open", "inline", "paragraph_close")
    }
    assert re.sub(r"\s+", "", read) == visible(text)


def paragraph(said: str, **looks: bool) -> Paragraph:
    """Return a paragraph of one span."""
    return Paragraph(text=(Span(text=said, **looks),))


BLOCKS: Prose = (
    paragraph("1. n'est pas une liste"),
    Paragraph(text=(*words("a "), Span(text="b ", bold=True), *words("c"))),
    Listing(items=((paragraph("un"), Listing(items=((paragraph("dedans"),),))),)),
    Listing(items=((paragraph("autre"),), (paragraph("liste"),))),
    Listing(ordered=True, start=3, items=((paragraph("trois"),), (paragraph("4"),))),
    Quotation(blocks=(paragraph("cité"), paragraph("encore", italic=True))),
    Table(header=(words("a|b"), words("c")), rows=((words("`|`"), words("d")),)),
)


def test_blocks_read_back_as_they_were() -> None:
    lines = "\n\n".join(blocks_of(BLOCKS)).split("\n")
    findings = Findings("essai")
    found = [
        each
        for child in children(parse(lines, 1, findings))
        for each in prose(child, 1, findings)
    ]

    assert [block.type for block in found] == [block.type for block in BLOCKS]
    assert found[2:5] == list(BLOCKS[2:5])
    assert found[6] == BLOCKS[6]


def test_more_options_than_letters_are_numbered() -> None:
    from tutor.services.answer_key import names

    assert names(choice("qrpl", "xx" + "-" * 8))[-1] == "10"
