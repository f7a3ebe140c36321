"""What gives a key away is noted at its threshold, and not just below it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice, short_answer, words
from tests.pipeline.any_input import ANY
from tutor.domain.prose import Paragraph, Span
from tutor.domain.question import Choice, Option
from tutor.pipeline.findings import SEVERITIES, Findings
from tutor.pipeline.giveaways import (
    FEWEST,
    LONG,
    check_contradiction,
    check_giveaways,
    check_keys,
)
from tutor.pipeline.lexicon import ABSOLUTES
from tutor.pipeline.negations import check_negation

pytestmark = pytest.mark.no_cover


def options(*texts: str) -> Choice:
    """Return a question with these options; those that begin with a star are right."""
    made = [Option(text=words(t.lstrip("*")), right=t[:1] == "*") for t in texts]
    return choice("qrm", options=tuple(made))


def asked(text: str, *, bold: str = "") -> Choice:
    """Return a question that asks this, with one word of it in bold."""
    before, word, after = text.partition(bold) if bold else (text, "", "")
    spans = (Span(text=before), Span(text=word, bold=True), Span(text=after))
    kept = tuple(span for span in spans if span.text)
    return choice(stem=(Paragraph(text=kept),))


def noted(rule: Callable[..., None], *given_to: object) -> list[str]:
    """Return the codes a rule notes."""
    findings = Findings("essai.md")
    rule(*given_to, findings)
    return [problem.code for problem in findings.problems]


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        (LONG, 26, ["cle-trop-longue"]),
        (LONG, 27, []),
        (LONG - 1, 5, []),
        (90, 60, ["cle-trop-longue"]),
        (89, 60, []),
        (60, 90, []),
    ],
)
def test_a_key_is_too_long_from_half_as_long_again(
    right: int, wrong: int, codes: list[str]
) -> None:
    question = options("*" + "a" * right, "b" * wrong, "c" * (wrong - 1))

    assert noted(check_giveaways, question) == codes


def test_a_question_where_all_is_right_has_nothing_to_compare() -> None:
    assert noted(check_giveaways, options("*" + "a" * 90, "*b")) == []


@pytest.mark.parametrize("word", ABSOLUTES)
def test_an_absolute_word_is_heard_in_wrong_options_only(word: str) -> None:
    said = f"On le fait {word.upper()} ainsi"

    assert noted(check_giveaways, options("*Oui", said)) == ["mots-absolus"]
    assert noted(check_giveaways, options(f"*{said}", f"Non, {word}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Il n'est pas toujours là",
        "Presque tous viennent",
        "Sans aucun délai",
        "Si jamais il rappelle",
        "Tous les lundis",
        "Tous les 15 jours",
        "Toutes les deux",
        "Tous deux",
        "Aucune de ces réponses",
        "Aucune des trois propositions n'est juste",
        "Toutes ces réponses",
        "Aucune autre",
        "Le tousseur",
        "Un cas particulier",
    ],
)
def test_a_word_with_its_edge_taken_off_is_not_absolute(text: str) -> None:
    assert noted(check_giveaways, options("*Oui", text)) == []


def test_words_are_those_of_french_files() -> None:
    findings = Findings("essai.md")

    check_giveaways(options("*Yes", "Jamais"), findings, is_french=False)

    assert findings.problems == []


@ANY
@given(st.lists(st.text(max_size=60), min_size=2, max_size=6))
def test_two_options_alike_are_an_error_whatever_they_say(texts: list[str]) -> None:
    alike = options("*" + texts[0], *texts[1:], texts[0].upper().casefold())

    assert SEVERITIES.get("propositions-identiques", "error") == "error"
    assert "propositions-identiques" in noted(check_giveaways, alike)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("L'équipe élargie", "l’equipe  ÉLARGIE", True),
        ("Un rendez-vous", "rendez vous", True),
        ("5 mg", "-5 mg", False),
        ("5 mg", "50 mg", False),
        ("Oui.", "Oui", False),
    ],
)
def test_options_are_alike_once_folded(one: str, other: str, *, same: bool) -> None:
    found = noted(check_giveaways, options(f"*{one}", other))

    assert found == (["propositions-identiques"] if same else [])


def test_a_wording_is_right_or_wrong() -> None:
    both = short_answer(("un DAC", "MSP"), ("dac", "CPTS"))

    assert noted(check_contradiction, both) == ["reponse-juste-et-fausse"]
    assert noted(check_contradiction, short_answer(("DAC",), ("d a c",))) == []


@ANY
@given(st.lists(st.integers(0, 3), max_size=12))
def test_keys_at_one_place_are_noted_from_four_of_five(places: list[int]) -> None:
    keys = [choice("qru", "-" * p + "x" + "-" * (3 - p)) for p in places]
    most = max(map(places.count, places), default=0)
    expected = len(places) >= FEWEST and most * 5 >= len(places) * 4

    found = noted(check_keys, keys)

    assert found == (["cles-au-meme-endroit"] if expected else [])


def test_only_questions_with_one_key_have_a_place() -> None:
    assert noted(check_keys, [choice("qrm", "x---")] * 9) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Laquelle n'est pas une mission ?", "pas"),
        ("Il tousse. Parmi ces signes, lequel ne compte pas ?", "pas"),
        ("Qu'est-ce qui ne relève jamais de la CPTS ?", "jamais"),
        ("Que ne faites-vous pas ?", "pas"),
        ("Toutes sont justes, sauf :", "sauf"),
        ("Que proposez-vous, hormis un appel ?", "hormis"),
    ],
)
def test_a_negative_must_show(text: str, word: str) -> None:
    findings = Findings("essai.md")
    check_negation(asked(text), findings)

    (problem,) = findings.problems
    assert (problem.code, problem.values) == ("negation-discrete", {"word": word})
    assert noted(check_negation, asked(text, bold=word)) == []
    assert noted(check_negation, asked(text.replace(word, word.upper()))) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Choisissez.",
        "Elle ne répond pas. Que faites-vous ?",
        "Elle ne répond pas : que faites-vous ?",
        "Que faites-vous si elle ne répond pas ?",
        "S'il ne répond pas, que faites-vous ?",
        "Comme elle ne vient pas, que faites-vous ?",
        "Que dites-vous à la patiente qui ne répond pas ?",
        "« Vous ne venez pas ? » Que répondez-vous ?",
        "Il demande : « Je ne peux pas ? »",
        "Pourquoi ne pas l'appeler ?",
        "C'est un relais, n'est-ce pas ?",
        "Que faites-vous de plus ?",
    ],
)
def test_a_negative_of_the_situation_is_left_alone(text: str) -> None:
    assert noted(check_negation, asked(text)) == []


def test_a_stem_without_a_paragraph_asks_nothing() -> None:
    assert noted(check_negation, choice(stem=())) == []


@ANY
@given(st.text("né pas?«»:.,(sauf'’qui ** ", max_size=80))
def test_any_stem_is_judged(text: str) -> None:
    assert noted(check_negation, asked(text)) in ([], ["negation-discrete"])
