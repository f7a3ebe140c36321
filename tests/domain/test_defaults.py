"""What a value is when nobody says, and where its bounds lie."""

from typing import Any

import pytest

from tests.factories import NOON, choice, concordance, short_answer, stem, words
from tutor.domain.answer import AnswerGiven, RunStarted
from tutor.domain.course import FrontMatter, Reflection, SelfRating, Step
from tutor.domain.question import Choice, Concordance, PanelReason, ShortAnswer
from tutor.domain.value import Value

ASKED = {"id": "q-1", "stem": stem()}
ROWS = concordance(None).rows
KNOWN = short_answer().known
OPTIONS = choice().options
ANSWER = {
    "id": "a",
    "course": "essai",
    "question": "q-1",
    "key_hash": "0" * 16,
    "kind": "qru",
    "response": [0],
    "credit": 0,
    "at": NOON,
    "seconds": 0,
    "run": "r",
}
RUN = {
    "id": "r",
    "course": "essai",
    "target": "bases",
    "kind": "lesson",
    "seed": 0,
    "at": NOON,
    "touched": NOON,
}
HEAD = {"id": "bases", "titre": "Les bases"}
CHOICE = {**ASKED, "kind": "qru", "options": OPTIONS}
SHORT = {**ASKED, "known": KNOWN}
TCS = {**ASKED, "rows": ROWS}

DEFAULTS: list[tuple[type[Value], dict[str, Any], dict[str, Any]]] = [
    (
        AnswerGiven,
        ANSWER,
        {"self_marked": False, "certainty": None, "hints": 0, "items": ()},
    ),
    (AnswerGiven, ANSWER, {"dossier": None, "step": None}),
    (RunStarted, RUN, {"shuffled": True, "ended": False, "passed": (), "hints": ()}),
    (Choice, CHOICE, {"points": 1.0, "asks_certainty": True, "line": 1, "items": ()}),
    (ShortAnswer, SHORT, {"kind": "qroc", "most_words": None}),
    (Concordance, TCS, {"kind": "tcs", "scored": False}),
    (FrontMatter, HEAD, {"langue": "fr", "version": "1.0.0", "duree_min": None}),
    (Step, {"title": words("Étape"), "parts": ()}, {"line": 1}),
    (Reflection, ASKED, {"line": 1, "leads": ()}),
]
ACCEPTED: list[tuple[type[Value], dict[str, Any], dict[str, Any]]] = [
    (AnswerGiven, ANSWER, {"certainty": 1, "credit": 1}),
    (AnswerGiven, ANSWER, {"certainty": 3, "credit": 0.5}),
    (Choice, CHOICE, {"points": 0.1, "options": OPTIONS[:2]}),
    (ShortAnswer, SHORT, {"most_words": 1, "known": KNOWN[:1]}),
    (PanelReason, {"text": words("a")}, {"value": -2}),
    (PanelReason, {"text": words("a")}, {"value": 2}),
    (FrontMatter, HEAD, {"duree_min": 1, "version": "10.20.30"}),
    (SelfRating, ASKED, {"scale": (words("un"), words("deux"))}),
]
REFUSED: list[tuple[type[Value], dict[str, Any], dict[str, Any]]] = [
    (Choice, CHOICE, {"points": 0}),
    (Choice, CHOICE, {"line": 0}),
    (Choice, CHOICE, {"kind": "qcm"}),
    (Choice, CHOICE, {"options": OPTIONS[:1]}),
    (ShortAnswer, SHORT, {"most_words": 0}),
    (ShortAnswer, SHORT, {"known": ()}),
    (Concordance, TCS, {"rows": ()}),
    (PanelReason, {"text": words("a")}, {"value": -3}),
    (PanelReason, {"text": words("a")}, {"value": 3}),
    (FrontMatter, HEAD, {"duree_min": 0}),
    (FrontMatter, HEAD, {"duree_min": 601}),
    (FrontMatter, HEAD, {"version": "1.0"}),
    (FrontMatter, HEAD, {"langue": "de"}),
    (FrontMatter, HEAD, {"auteur": "au singulier"}),
    (SelfRating, ASKED, {"scale": (words("un"),)}),
]


@pytest.mark.parametrize(("made", "fields", "defaults"), DEFAULTS)
def test_what_nobody_says_is_what_the_documents_say(
    made: type[Value], fields: dict[str, Any], defaults: dict[str, Any]
) -> None:
    found = made(**fields)
    assert {name: getattr(found, name) for name in defaults} == defaults


@pytest.mark.parametrize(("made", "fields", "edge"), ACCEPTED)
def test_the_edge_of_what_makes_sense_is_accepted(
    made: type[Value], fields: dict[str, Any], edge: dict[str, Any]
) -> None:
    found = made(**{**fields, **edge})
    assert {name: getattr(found, name) for name in edge} == edge


@pytest.mark.parametrize(("made", "fields", "beyond"), REFUSED)
def test_what_makes_no_sense_is_refused(
    made: type[Value], fields: dict[str, Any], beyond: dict[str, Any]
) -> None:
    (name,) = beyond
    with pytest.raises(ValueError, match=name):
        made(**{**fields, **beyond})
