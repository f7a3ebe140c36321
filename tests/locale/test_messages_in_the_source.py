"""Every message the source says exists, and gets the values it needs."""

import re
from fnmatch import fnmatchcase
from typing import get_args

import pytest

from tests.factories import (
    choice,
    concordance,
    matching,
    ordering,
    relay,
    short_answer,
)
from tests.locale.bundle_fields import BUNDLE_FIELDS
from tests.locale.exchange_families import EXCHANGE
from tests.locale.faculty_families import FACULTY
from tests.locale.gravity_families import BY_GRAVITY
from tests.locale.source import (
    CATALOGUE,
    Said,
    fields,
    source,
)
from tests.locale.store_families import STORE
from tutor.cli.export_words import Typed
from tutor.cli.keeping import TABLES
from tutor.cli.legible import WORDS as SIGNS_IN_WORDS
from tutor.cli.main import COMMANDS
from tutor.cli.plain_asides import WORDS
from tutor.domain.answer import RunKind
from tutor.domain.course import MISSIONS, Callout, FrontMatter
from tutor.domain.evidence import State
from tutor.domain.framework import Wording
from tutor.domain.question import Question
from tutor.domain.settings import NAMES as SETTINGS
from tutor.domain.settings import choices, unit
from tutor.locale import advise, say
from tutor.pipeline.cards import CARDS
from tutor.pipeline.findings import SEVERITIES
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.services.attestation import Kind as AttestedKind
from tutor.services.bundling import PARTS, USUAL
from tutor.services.coverage import Column, Lack
from tutor.services.desk import DRAWN
from tutor.services.feedback import Mark
from tutor.services.gap import Gap
from tutor.services.identity_guard import Kind as MaskedKind
from tutor.services.search_pieces import Kind
from tutor.services.settings import written
from tutor.services.standing import State as LessonState
from tutor.services.trace import TO_WRITE
from tutor.services.wording import kind_text
from tutor.tui.keys import KEYS, SPOKEN
from tutor.tui.screens.export import FIELDS
from tutor.tui.screens.home_lines import SECTIONS
from tutor.tui.screens.identity import CHOICES
from tutor.web.visit import Why

pytestmark = pytest.mark.no_cover

FORBIDDEN = re.compile(r"\b(validée?s?|acquise?s?|certifi\w+)\b", re.IGNORECASE)
GRAVITIES = ("indispensable", "inacceptable")
RUNS = tuple(kind for kind in get_args(RunKind) if kind != "question")
FAMILIES: dict[str, tuple[str, ...]] = {
    "attestation.*": get_args(AttestedKind),
    "attestation.*s": get_args(AttestedKind),
    "attestation.*s.none": get_args(AttestedKind),
    "keeping.forget.*": ("day", "days"),
    "lrs.list.apart.*": ("conflict", "large"),
    "keeping.replace.*": ("lost", "older", "brought"),
    "keeping.table.*": TABLES,
    "keeping.*.ask": ("forget", "replace"),
    "errors.*-yes": ("forget", "replace"),
    "errors.position-*": ("item", "competency"),
    "keys.does.*": tuple(key.id for key in KEYS),
    "keys.name.*": SPOKEN,
    "check.*": tuple(SEVERITIES),
    "cli.*": tuple(COMMANDS),
    "coverage.file.*": get_args(Column.model_fields["kind"].annotation),
    "coverage.lack.*": get_args(Lack),
    "coverage.mission.*": MISSIONS,
    "coverage.old.*": ("expired", "soon"),
    "coverage.total.*": (
        *("lessons", "minutes", "banks", "questions", "in-dossiers", "dossiers"),
        *("kfp", "relais", "facts", "sources", "terms", "warnings"),
    ),
    "des.gap.*": get_args(Gap),
    "des.help.place.*": tuple({key.place for key in KEYS}),
    "des.key.*": tuple(key.id for key in KEYS),
    "des.level.*": ("N", "I", "C"),
    "des.positioning.*": ("ask", "ask-competency"),
    "des.scale.*": ("1", "2", "3", "4", "5"),
    "des.state.*": get_args(State),
    "des.wording.*": get_args(Wording),
    "export.ask.*": Typed._fields,
    "export.count.*": PARTS,
    "export.field.*": FIELDS,
    "export.field.*.how": FIELDS,
    "export.list.only.*": tuple(part for part in PARTS if part not in USUAL),
    "export.part.*": PARTS,
    **(BY_GRAVITY | EXCHANGE | FACULTY | STORE),
    "home.*": tuple(SECTIONS),
    "home.reason.*": ("resume", "due", "first", "next-lesson", "dossier", "bank"),
    "home.state.*": get_args(LessonState),
    "home.survey.*": ("new", "started", "done"),
    "home.tag.*": ("lesson", "dossier", "bank", "review", "survey", "card"),
    "identity.choice.*": CHOICES,
    "identity.mask.*": get_args(MaskedKind),
    "play.*": ("explanation", "source", *RUNS),
    "play.*.title": tuple(DRAWN),
    "play.callout.*": get_args(Callout.model_fields["kind"].annotation),
    "play.certainty.*": ("1", "2", "3"),
    "play.kind.*": (*EXTRA_NAMES, *CARDS),
    "play.placement.*": ("known", "take"),
    "play.mark.*": get_args(Mark),
    "play.prompt.*": ("text", "values"),
    "play.tag.*": (*(mark for mark in get_args(Mark) if mark != "left"), *GRAVITIES),
    "reading.mark.*": ("put", "taken"),
    "reading.recap.*": ("written", "beside", "same"),
    "play.survey.*": ("same", "shift"),
    "plain.contents.*": ("done", "skipped", "here", "ahead"),
    "plain.mark.*": ("put", "taken"),
    "plain.*.taken": ("mark", "note"),
    "plain.place.*": ("here", "passed", "open"),
    "plain.read.*": ("more", "last"),
    "plain.read.*.open": ("more", "last"),
    "plain.track.*": ("followed", "other"),
    "plain.words.*": tuple(WORDS),
    "play.self.*": ("yes", "no"),
    "play.verdict.*": ("partial", "wrong"),
    "schema.bundle.*": BUNDLE_FIELDS,
    "schema.lesson.*": tuple(FrontMatter.model_json_schema()["properties"]),
    "search.kind.*": get_args(Kind),
    "review.dangers.*": ("what", "none"),
    "serve.ended.*": (*get_args(Why), "second"),
    "serve.page.*": ("title", "noscript", "lost", "again", "keep", "files"),
    "settings.*": SETTINGS,
    "settings.*.why": SETTINGS,
    "settings.unit.*": tuple(filter(None, map(unit, SETTINGS))),
    "settings.word.*": tuple(
        written(each) for name in SETTINGS if not unit(name) for each in choices(name)
    ),
    "trace.gap.*": get_args(Gap),
    "terminal.sign.*": tuple(sorted(set(SIGNS_IN_WORDS.values()))),
    "trace.write.*": TO_WRITE,
}
"""What stands for `*` where a message id is put together at run time."""

MIXED = {"check.*", "home.*", "home.reason.*", "play.*", "play.kind.*"}
"""Families whose members are said with different values in different places."""

QUESTIONS: list[tuple[Question, str]] = [
    (choice("qru"), "une seule réponse"),
    (choice("qrm"), "une ou plusieurs réponses"),
    (choice("qrp", "xx---"), "2 réponses attendues"),
    (choice("qrpl", "xxx-------"), "3 réponses attendues"),
    (short_answer(), "réponse courte"),
    (short_answer(most_words=4), "réponse courte, 4 mots environ"),
    (concordance((0, 1, 3, 10, 1)), "par ligne, −2 bien moins, 0 pareil, +2 bien plus"),
    (matching(), "une lettre par ligne"),
    (ordering(), "à remettre dans l'ordre"),
    (relay(), "un message à écrire"),
]


def members(message_id: str) -> list[str]:
    """Return the whole ids an id stands for."""
    names = FAMILIES[message_id] if "*" in message_id else ("",)
    return [message_id.replace("*", name) for name in names]


def needs(said: Said) -> dict[str, set[str]]:
    """Return, for each message a place may say, the values nobody gives it."""
    given = said.values
    if given is None:
        return {}
    plain = [each for each in said.ids if each not in MIXED]
    whole = [name for each in plain for name in members(each)]
    if said.who == "count":
        whole += [f"{name}.one" for name in whole]
    if said.who == "advise":
        whole = [f"{name}.do" for name in whole if f"{name}.do" in CATALOGUE]
    if said.who.endswith("Error") or said.who in {"Notice", "add"}:
        whole += [f"{name}.do" for name in whole if f"{name}.do" in CATALOGUE]
    lacking = {name: fields(CATALOGUE[name]) - given for name in whole}
    return {name: names for name, names in lacking.items() if names}


def test_the_source_is_read() -> None:
    assert len(source().sayings) > 100
    assert len(source().findings) > 50
    assert {each.who for each in source().sayings} >= {
        "say",
        "count",
        "Notice",
        "WrongUseError",
    }


def test_every_message_named_in_the_source_exists() -> None:
    whole = {name: where for name, where in source().ids.items() if "*" not in name}
    unknown = {name: where for name, where in whole.items() if name not in CATALOGUE}
    assert len(whole) > 100
    assert unknown == {}


def test_every_family_put_together_at_run_time_is_known() -> None:
    found = {name for name in source().ids if "*" in name}
    assert found - FAMILIES.keys() == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_of_a_family_has_its_message(family: str) -> None:
    assert [name for name in members(family) if name not in CATALOGUE] == []
    assert all(fnmatchcase(name, family) for name in members(family))


def test_every_message_gets_the_values_it_needs() -> None:
    lacking = {said.where: needs(said) for said in source().sayings}
    assert {where: names for where, names in lacking.items() if names} == {}


def test_every_finding_has_a_cause_and_a_cure() -> None:
    codes = {name: said.where for said in source().findings for name in said.ids}
    named = {
        each: where for name, where in codes.items() for each in (name, f"{name}.do")
    }
    assert {name: where for name, where in named.items() if name not in CATALOGUE} == {}
    assert [said.where for said in source().findings if not said.ids] == []


def test_every_cause_and_cure_gets_the_values_it_needs() -> None:
    lacking = {said.where: needs(said) for said in source().findings}
    assert {where: names for where, names in lacking.items() if names} == {}


def test_every_code_with_a_gravity_of_its_own_is_a_finding() -> None:
    found = {name for said in source().findings for name in said.ids}
    assert {f"check.{code}" for code in SEVERITIES} - found == set()


def test_every_cure_in_the_catalogue_belongs_to_a_cause() -> None:
    cures = [name for name in CATALOGUE if name.endswith(".do")]
    alone = [name for name in cures if name.removesuffix(".do") not in CATALOGUE]
    assert alone == ["cli.usage.do"]


def test_every_singular_has_a_plural_that_needs_no_other_value() -> None:
    singulars = [name for name in CATALOGUE if re.fullmatch(r".+\..+\.one", name)]
    assert len(singulars) > 5
    for name in singulars:
        plural = CATALOGUE[name.removesuffix(".one")]
        assert fields(CATALOGUE[name]) <= fields(plural) | {"n"}


def test_every_message_can_be_said() -> None:
    for name, entry in CATALOGUE.items():
        values = dict.fromkeys(fields(entry), "…")
        one = name.endswith(".one")
        said = entry.format_map(values) if one else say(name, **values)
        assert said.strip(), name
        assert not re.search(r"\{\w+\}|\{\{", said), name


def test_no_message_claims_what_only_people_can_say() -> None:
    claims = [name for name, entry in CATALOGUE.items() if FORBIDDEN.search(entry)]
    assert claims == []


def test_no_text_of_the_source_claims_it_either() -> None:
    claims = {t: where for t, where in source().words.items() if FORBIDDEN.search(t)}
    assert claims == {}


def test_the_words_people_alone_may_say_are_recognised() -> None:
    for word in (
        "Validé",
        "validées",
        "acquis",
        "Acquise",
        "certifié",
        "certification",
    ):
        assert FORBIDDEN.search(f"Item {word}.")
    assert not FORBIDDEN.search("Ce fichier n'était valide que jusqu'au 3 mai.")


@pytest.mark.parametrize(("question", "text"), QUESTIONS)
def test_every_kind_of_question_says_what_it_expects(
    question: Question, text: str
) -> None:
    assert kind_text(question) == text


def test_an_error_may_have_no_advice() -> None:
    assert advise("errors.nothing-due") == ""
