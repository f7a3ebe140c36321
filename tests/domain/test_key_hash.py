"""The fingerprint follows what makes an answer right, and nothing else (rules, 2)."""

import hashlib
import re
from itertools import combinations

import pytest

from tests.factories import (
    choice,
    concordance,
    matching,
    ordering,
    relay,
    short_answer,
    stem,
    words,
)
from tutor.domain.question import (
    Choice,
    KnownAnswer,
    Option,
    PanelReason,
    Question,
    key_hash,
)

VOTES = (0, 1, 3, 10, 2)


def with_option(question: Choice, **changes: object) -> Choice:
    """Return the question with its first option changed."""
    first, *others = question.options
    changed = first.model_copy(update=changes)
    return question.model_copy(update={"options": (changed, *others)})


def with_words(*known: KnownAnswer) -> Question:
    """Return a QROC with these foreseen wordings."""
    return short_answer().model_copy(update={"known": known})


CHOICE = choice("qrm", "Xx-!")
SHORT = short_answer(("messagerie sécurisée", "MSSanté"), ("courriel",))
TCS = concordance(VOTES, VOTES)
PAIRS = matching(("CPTS", "territoire"), ("MSP", "patientèle"), ("DAC", "appui"))
ORDER = ordering("voir", "appeler", "écrire", "revoir")
RELAY = relay("!poids", "fille", "appel")

SAME: dict[str, tuple[Question, Question]] = {
    "a typo in the stem": (CHOICE, CHOICE.model_copy(update={"stem": stem("Quoi ?")})),
    "a typo in an option": (CHOICE, with_option(CHOICE, text=words("mieux dit"))),
    "another feedback": (CHOICE, with_option(CHOICE, feedback=words("car"))),
    "another misconception": (CHOICE, with_option(CHOICE, misconception="IF-02")),
    "an option that stays last": (CHOICE, with_option(CHOICE, last=True)),
    "other items": (CHOICE, CHOICE.model_copy(update={"items": ("C1.N.1",)})),
    "another id": (CHOICE, CHOICE.model_copy(update={"id": "q-2"})),
    "other points": (CHOICE, CHOICE.model_copy(update={"points": 2.0})),
    "an explanation": (CHOICE, CHOICE.model_copy(update={"explanation": words("A")})),
    "another spelling": (
        SHORT,
        short_answer(("La messagerie-securisee", "mssanté"), ("un courriel",)),
    ),
    "feedback on a wording": (
        short_answer(("oui",), ()),
        with_words(KnownAnswer(text="oui", right=True, feedback=words("bien"))),
    ),
    "feedback on any other wording": (
        SHORT,
        SHORT.model_copy(update={"other_feedback": words("non")}),
    ),
    "another number of words": (SHORT, SHORT.model_copy(update={"most_words": 3})),
    "a typo on the left of a pair": (
        PAIRS,
        matching(("C.P.T.S.", "territoire"), ("MSP", "patientèle"), ("DAC", "appui")),
    ),
    "a typo on the right of a pair": (
        PAIRS,
        matching(("CPTS", "teritoire"), ("MSP", "Patientèle"), ("DAC", "appuis")),
    ),
    "the explanation of pairs": (PAIRS, matching(explanation=words("car"))),
    "a typo in a thing to order": (
        ORDER,
        ordering("Voir.", "apeler", "ecrire", "revoir"),
    ),
    "the stem of an order": (ORDER, ordering(stem=stem("Quel ordre ?"))),
    "a wording more for an atom": (
        RELAY,
        relay("!poids:poids,61 kg", "fille", "appel"),
    ),
    "the condition of a question": (RELAY, relay(when="poids")),
    "what the panel said": (
        TCS,
        TCS.model_copy(update={"reasons": (PanelReason(value=1, text=words("a")),)}),
    ),
}
DIFFERENT: dict[str, Question] = {
    "qrm": CHOICE,
    "qrp": CHOICE.model_copy(update={"kind": "qrp"}),
    "qrpl": CHOICE.model_copy(update={"kind": "qrpl"}),
    "a mark moved": choice("qrm", "X-x!"),
    "a mark more": choice("qrm", "Xxx!"),
    "an option more": choice("qrm", "Xx-!-"),
    "no longer indispensable": choice("qrm", "xx-!"),
    "no longer unacceptable": choice("qrm", "Xx--"),
    "marks in another order": choice("qrm", "xX-!"),
    "a qroc": SHORT,
    "an accepted wording less": short_answer(("messagerie sécurisée",), ("courriel",)),
    "another accepted wording": short_answer(
        ("messagerie sécurisée", "DMP"), ("courriel",)
    ),
    "a wrong wording accepted": short_answer(
        ("messagerie sécurisée", "MSSanté", "courriel"), ()
    ),
    "another wrong wording": short_answer(
        ("messagerie sécurisée", "MSSanté"), ("SMS",)
    ),
    "a tcs": TCS,
    "a vote moved": concordance(VOTES, (1, 0, 3, 10, 2)),
    "pairs": PAIRS,
    "right sides exchanged": matching(
        ("CPTS", "patientèle"), ("MSP", "territoire"), ("DAC", "appui")
    ),
    "left sides exchanged": matching(
        ("MSP", "territoire"), ("CPTS", "patientèle"), ("DAC", "appui")
    ),
    "rows moved, which positions rest on": matching(
        ("MSP", "patientèle"), ("DAC", "appui"), ("CPTS", "territoire")
    ),
    "a pair less": matching(("CPTS", "territoire"), ("MSP", "patientèle")),
    "two rows with the same right side": matching(
        ("CPTS", "territoire"), ("MSP", "territoire"), ("DAC", "appui")
    ),
    "an order": ORDER,
    "two things exchanged": ordering("appeler", "voir", "écrire", "revoir"),
    "the last thing first": ordering("revoir", "voir", "appeler", "écrire"),
    "a thing less": ordering("voir", "appeler", "écrire"),
    "a message": RELAY,
    "an atom no longer indispensable": relay("poids", "fille", "appel"),
    "another atom indispensable": relay("!poids", "!fille", "appel"),
    "atoms moved": relay("!poids", "appel", "fille"),
    "an atom more": relay("!poids", "fille", "appel", "visite"),
    "a row less": concordance(VOTES),
    "no votes": concordance(None, None),
}
WRITTEN: list[tuple[Question, str]] = [
    (choice("qru", "x--"), "qru\nx\n-\n-"),
    (choice("qrm", "Xx-!"), "qrm\nxi\nx\n-\n-n"),
    (short_answer(), "qroc\nxmessagerie securisee\n-courriel"),
    (concordance(VOTES, None), "tcs\n0,1,3,10,2\n"),
    (PAIRS, "appariement\n0-2\n2-1\n1-0"),
    (ORDER, "ordre\n3\n0\n1\n2"),
    (RELAY, "relais\ni2\n-1\n-0"),
]


@pytest.mark.parametrize("change", SAME)
def test_mending_what_is_no_key_keeps_progress(change: str) -> None:
    before, after = SAME[change]
    assert before != after
    assert key_hash(before) == key_hash(after)


def test_every_change_of_the_key_gives_another_fingerprint() -> None:
    for (one, first), (other, second) in combinations(DIFFERENT.items(), 2):
        assert key_hash(first) != key_hash(second), f"{one} and {other}"


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_fingerprint_is_sixteen_hexadecimal_digits(name: str) -> None:
    assert re.fullmatch("[0-9a-f]{16}", key_hash(DIFFERENT[name]))


@pytest.mark.parametrize(("question", "written"), WRITTEN)
def test_a_fingerprint_is_made_of_kind_marks_wordings_and_votes(
    question: Question, written: str
) -> None:
    digest = hashlib.sha256(written.encode()).hexdigest()
    assert key_hash(question) == digest[:16]


def test_an_option_is_neither_right_nor_grave_unless_it_says_so() -> None:
    option = Option(text=words("a"), right=False)
    assert not any([option.indispensable, option.inacceptable, option.last])
