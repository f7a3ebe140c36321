"""Terms of the glossary are recognised as they are written, wherever they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import words
from tutor.domain.prose import Heading, Listing, Paragraph, Prose, Quotation, Table
from tutor.services.terms import terms_in

GLOSSARY = {"SAS": "Accès aux soins.", "SASPAS": "Stage.", "CPTS": "Communauté."}


def said(text: str) -> Prose:
    """Return a paragraph."""
    return (Paragraph(text=words(text)),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La CPTS et le SAS.", ["CPTS", "SAS"]),
        ("En SASPAS, pas de SAS.", ["SASPAS", "SAS"]),
        ("Le sas de la clinique.", []),
        ("Une inter-CPTS, la CPTS2.", []),
        ("(CPTS) l'CPTS, d’SAS/CPTS", ["CPTS", "SAS"]),
        ("CPTS CPTS CPTS", ["CPTS"]),
        ("", []),
    ],
)
def test_a_term_is_a_whole_word(text: str, found: list[str]) -> None:
    assert [term.name for term in terms_in([said(text)], GLOSSARY)] == found


def test_terms_are_found_in_lists_quotes_tables_and_titles() -> None:
    prose: Prose = (
        Heading(level=2, text=words("Le SAS")),
        Listing(items=(said("une CPTS"),)),
        Quotation(blocks=said("un SASPAS")),
        Table(header=(words("ARS"),), rows=((words("CPTS"),),)),
    )
    names = [term.name for term in terms_in([prose], {**GLOSSARY, "ARS": "Agence."})]

    assert names == ["SAS", "CPTS", "SASPAS", "ARS"]


def test_without_a_glossary_nothing_is_recognised() -> None:
    assert terms_in([said("CPTS")], {}) == ()


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), max_size=5))
def test_any_spelling_is_taken_to_the_letter(names: list[str]) -> None:
    glossary = dict.fromkeys(names, "sens")
    for term in terms_in([said(" ".join(names))], glossary):
        assert glossary[term.name] == term.meaning
