"""First names that stand alone: found where they name somebody, let be elsewhere."""

import re

import pytest

from tests.course.shipped import ROOT
from tests.services.first_names import NAMING, ORDINARY
from tutor.services.identity_first_names import ORDINARY as WORDS_TOO
from tutor.services.identity_first_names import USUAL
from tutor.services.identity_guard import findings, masked
from tutor.services.identity_letters import folded
from tutor.services.identity_lone import lone_names
from tutor.services.identity_words import NOT_NAMES

MASKED = [
    ("Paulette est rentrée", "[nom] est rentrée"),
    ("vu Karim ce matin", "vu [nom] ce matin"),
    ("Vu Karim ce matin.", "Vu [nom] ce matin."),
    ("vu karim ce matin", "vu [nom] ce matin"),
    ("On a parlé d'Hélène.", "On a parlé d'[nom]."),
    ("He\u0301le\u0300ne dort.", "[nom] dort."),
    ("Marie-France, puis Jean-Paul.", "[nom], puis [nom]."),
    ("PAULETTE dort.", "[nom] dort."),
    ("La fille de Claire appelle.", "La fille de [nom] appelle."),
    ("Claire m'a appelée.", "[nom] m'a appelée."),
    ("Rose est très fatiguée.", "[nom] est très fatiguée."),
    ("J'ai dit à Pierre de venir.", "J'ai dit à [nom] de venir."),
    ("C'est la maison de Paulette.", "C'est la maison de [nom]."),
    ("Je compte sur Karim.", "Je compte sur [nom]."),
]
LEFT = [
    "Claire amélioration.",
    "Une rose, une claire.",
    "Rose est la couleur de l'ordonnance.",
    "Hôpital Saint-Antoine, hôpital Antoine, rue de Paul.",
    "Sainte Rose, Saint-Pierre, St Denis.",
    "Charcot-Marie-Tooth",
    "EVA 6, ELSA, MAIA.",
    "Étude de suivi (Martin 2019 ; Lambert et al., 2021).",
    "dans l'Aude, l'Adrien",
    "Diane 35, Jasmine 20.",
    "mariette de cuisine, marie de passage",
    "[nom] est rentrée.",
]
MOST_FALSE = 1
"""Of sixty ordinary notes: one cake of Proust's."""


@pytest.mark.parametrize(("text", "safe"), MASKED, ids=[text for text, _ in MASKED])
def test_a_first_name_alone_is_masked(text: str, safe: str) -> None:
    assert masked(text) == safe


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_person_is_left_alone(text: str) -> None:
    assert [*lone_names(text)] == []


def test_none_of_sixty_notes_that_name_somebody_is_missed() -> None:
    assert len(NAMING) == 60
    assert [note for note in NAMING if not findings(note)] == []


def test_sixty_ordinary_notes_raise_hardly_an_alarm() -> None:
    assert len(ORDINARY) == 60
    assert len([note for note in ORDINARY if findings(note)]) <= MOST_FALSE


def test_in_the_course_hardly_a_word_that_is_no_name_is_taken_for_one() -> None:
    files = [*ROOT.glob("content/*.md"), *ROOT.glob("quizzes/*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    small = {folded(word) for word in re.findall(r"(?<![\w'’])[a-zà-ÿœ]{3,}", text)}
    sentences = re.split(r"(?<=[.!?…»])\s+|\n+", text)
    doubtful = {
        sentence[start:end]
        for sentence in sentences
        for start, end, _ in lone_names(sentence)
        if folded(sentence[start:end]) in small
    }
    assert len(sentences) > 10_000
    assert doubtful <= {"Claire"}


def test_the_lists_are_folded_apart_and_hold_no_plain_word() -> None:
    assert len(USUAL) > 1000
    assert not USUAL & WORDS_TOO
    assert {folded(name) for name in USUAL | WORDS_TOO} == USUAL | WORDS_TOO
    assert not (USUAL | WORDS_TOO) & NOT_NAMES
