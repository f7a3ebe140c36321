"""Whatever is typed: masking again changes nothing, and time grows with the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.identity_guard import findings, masked, pieces

pytestmark = pytest.mark.no_cover

SCRAPS = (
    *("Mme", "M.", "MM.", "Dr", "docteur", "Monsieur", "patiente", "fils", "Nom :"),
    *("Dupont", "DUPONT", "Jean", "Marie", "d'Alembert", "de", "La", "née", "et", "K."),
    *("L", "A-B", "N'Diaye", "E\u0301lise", "Le", "CPTS", "Kardegic", "Saint-Denis"),
    *("né le", "3", "mai", "1944", "03/05/1944", "1944-05-03", "0612345678", "+33"),
    *("06 12 34 56", "78", "1440597411123", "2A", "a@b.fr", "@", "12", "rue", "des"),
    *(
        "Lilas",
        "place",
        "97400",
        "chambre",
        "lit",
        "IPP",
        "[nom]",
        "[date]",
        "bis",
        ",",
    ),
    *(
        ".",
        "-",
        "'",
        "\n",
        "\n\n",
        " ",
        "\u00a0",
        "(",
        ")",
        "mots",
        "lundi",
        "s'appelle",
    ),
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join),
)


@given(TEXTS)
def test_findings_stand_inside_the_text_apart_and_in_order(text: str) -> None:
    end = 0
    for found in findings(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(TEXTS)
def test_nothing_is_found_in_a_masked_text(text: str) -> None:
    safe = masked(text)
    assert findings(safe) == ()
    assert masked(safe) == safe


@given(TEXTS)
def test_what_is_not_found_stays_as_it_is(text: str) -> None:
    safe = masked(text)
    if not findings(text):
        assert safe == text
    kept = [words for words, is_mask in pieces(safe) if not is_mask]
    end = 0
    for words in kept:
        start = text.find(words, end)
        assert start >= end, "words that the text does not have, or in another order"
        end = start + len(words)


FILLERS = (
    *(
        "a",
        "A",
        " ",
        "\n",
        "1",
        "-",
        "@",
        "A-",
        "A'",
        "a@",
        "1.",
        "Mme ",
        "Mme D",
        "M. ",
    ),
    *(
        "M. K. ",
        "Jean ",
        "Mme de la ",
        "Mme A et ",
        "né le ",
        "3 mai ",
        "12 rue de la ",
    ),
    *("chambre ", "fils ", "nom : ", "Jean-", "l'", "e\u0301", "+1", "0 6", "Mme\n"),
    "Mme Dupont, née le 3 mai 1944, 12 rue des Lilas. Elle va bien.\n",
)


def seconds(text: str) -> float:
    """Return how long masking takes."""
    begun = time.process_time()
    masked(text)
    return time.process_time() - begun


@pytest.mark.parametrize("filler", FILLERS)
def test_time_grows_with_the_text_alone(filler: str) -> None:
    short, long = ((filler * size)[:size] for size in (2_000, 16_000))
    most = 8 * 4 * max(min(seconds(short), seconds(short)), 0.002)
    assert any(seconds(long) < most for _ in range(2))


def test_a_long_text_takes_seconds_and_not_hours() -> None:
    text = ("Vu Mme Dupont au 0692 12 34 56, puis rien. " * 4_000)[:150_000]
    begun = time.process_time()
    safe = masked(text)
    assert time.process_time() - begun < 15
    assert "Dupont" not in safe
    assert "0692" not in safe
