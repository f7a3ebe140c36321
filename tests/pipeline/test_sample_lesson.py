"""A whole lesson: the small course's own, and the one every version must accept."""

import os
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.pipeline.outline import outline
from tests.pipeline.reading import COURSE, ROOT, read
from tutor.domain.course import Dossier, Part, Passage, SelfRating, Unit
from tutor.domain.prose import plain
from tutor.domain.question import Choice, Concordance, ShortAnswer
from tutor.pipeline.courses import read_course, read_reference
from tutor.pipeline.findings import Findings
from tutor.pipeline.reference_markdown import read_glossary
from tutor.services.checking import check_paths

pytestmark = pytest.mark.no_cover

OWN = COURSE / "content" / "relais.md"
PANEL = "panel: {date: 2026-01-15, effectif: 12, professions: [médecin, infirmière]}"


def without_panel(text: str) -> str:
    """Return a lesson whose head names no panel."""
    return "\n".join(line for line in text.split("\n") if not line.startswith("panel:"))


def with_panel(text: str) -> str:
    """Return a lesson whose head names a panel."""
    return without_panel(text).replace("\nlangue: fr\n", f"\nlangue: fr\n{PANEL}\n", 1)


def shared(*parts: str) -> Path:
    """Return a path of the shared folder, where there is one."""
    folder = os.environ.get("TUTOR_SHARED")
    if not folder:
        pytest.skip("TUTOR_SHARED names no shared folder")
    return Path(folder, *parts)


def text_of(name: str) -> str:
    """Return the text of one of the two lessons."""
    example = ("design", "samples", "example-lesson.md")
    path = OWN if name == "own" else shared(*example)
    return path.read_text(encoding="utf-8")


def items(unit: Unit) -> list[Part]:
    """Return everything that asks something, in order."""
    inside = [
        part
        for each in unit.parts
        for part in (
            [part for step in each.steps for part in step.parts]
            if isinstance(each, Dossier)
            else [each]
        )
    ]
    return [part for part in inside if not isinstance(part, Passage)]


BOTH = pytest.mark.parametrize("name", ["own", "shared"])


@BOTH
def test_a_lesson_is_read_with_seven_items_and_one_warning(name: str) -> None:
    unit, problems = read(without_panel(text_of(name)))

    assert unit is not None
    kinds = [part.kind for part in items(unit)]
    assert kinds == ["qru", "qrm", "qroc", "qru", "qroc", "tcs", "autoeval"]
    grave = [each.code for each in problems if each.severity != "info"]
    assert grave == ["tcs-sans-panel"]


@BOTH
def test_its_dossier_has_two_steps_of_one_question(name: str) -> None:
    unit, _ = read(text_of(name))

    assert unit is not None
    (dossier,) = unit.dossiers
    assert [len(step.parts) for step in dossier.steps] == [2, 2]
    assert [question.kind for question in dossier.questions] == ["qru", "qroc"]
    assert dossier.opening


@BOTH
def test_its_tcs_is_a_card_until_a_panel_is_named(name: str) -> None:
    card, _ = read(without_panel(text_of(name)))
    scored, problems = read(with_panel(text_of(name)))

    assert card is not None
    assert scored is not None
    assert len(card.questions) == 5
    assert len(scored.questions) == 6
    assert not [each for each in problems if each.severity != "info"]
    (tcs,) = (part for part in scored.questions if isinstance(part, Concordance))
    assert all(sum(row.votes or ()) >= 10 for row in tcs.rows)


def test_the_shared_lesson_passes_check_within_the_shipped_course() -> None:
    path = shared("design", "samples", "example-lesson.md")

    report = check_paths(ROOT, (str(path),), StoppedClock())

    assert not [each for each in report.problems if each.severity == "error"]


def test_the_shared_reference_files_are_read_whole(tmp_path: Path) -> None:
    folder = shared("design", "samples", "reference")
    (tmp_path / "content").symlink_to(folder)

    course, problems = read_reference(tmp_path)

    assert problems == []
    assert sorted(course.facts) == ["internes-sans-definition", "missions-socles-2021"]
    assert course.framework.codes == {"C5.N.4", "C5.C.8"}
    assert len(course.timeline) == 2


def test_the_own_lesson_has_this_outline() -> None:
    unit, _ = read(OWN.read_text(encoding="utf-8"))

    assert unit is not None
    assert outline(unit) == (
        "passage heading paragraph list heading\n"
        "qru #relais-qru -(IF-01)x- items=C5.N.1 hints=1 facts=relais-ecrit\n"
        "qrm #relais-qrm Xx-! items=C5.N.1,C5.C.2 points=2\n"
        "qroc #relais-qroc +réunion de concertation +RCP -pause café items=C5.C.2\n"
        "dossier #plaie Dossier\u00a0: une plaie items=C5.C.2\n"
        "  passage paragraph\n"
        "  step Étape 1\u00a0: l'appel\n"
        "    passage paragraph\n"
        "    qru #plaie-1 x- items=C5.C.2\n"
        "  step Étape 2\u00a0: le lendemain\n"
        "    passage paragraph\n"
        "    qroc #plaie-2 +à la pharmacienne +pharmacienne items=C5.C.2\n"
        "passage heading\n"
        "tcs #relais-tcs scored, (6, 4, 1, 0, 0), (0, 1, 2, 5, 3), 2 reasons"
        " items=C5.C.2\n"
        "passage heading\n"
        "autoeval #relais-auto 3 degrees items=C5.N.1\n"
    )


def own_course() -> dict[str, Part]:
    """Return what the small course asks, by id."""
    course, problems = read_course(COURSE)
    assert problems == []
    return {getattr(p, "id", ""): p for unit in course.units for p in items(unit)}


def test_a_choice_keeps_its_words_in_their_places() -> None:
    question = own_course()["relais-qru"]

    assert isinstance(question, Choice)
    first = question.options[0]
    assert plain(first.text) == "Le secrétariat, pour un message"
    assert plain(first.feedback) == "Personne ne sait s'il sera lu."
    assert [plain(hint) for hint in question.hints] == ["Qui sera là demain\u00a0?"]
    assert plain(question.explanation) == "Celui qui agira doit savoir."
    assert plain(question.source) == "Guide du relais, page 3."
    assert question.line == 26


def test_a_short_answer_keeps_what_was_foreseen() -> None:
    question = own_course()["relais-qroc"]

    assert isinstance(question, ShortAnswer)
    assert question.accepted == ("réunion de concertation", "RCP")
    assert plain(question.known[2].feedback) == "On s'y parle, on n'y décide pas."
    assert plain(question.other_feedback) == "Pensez à un temps prévu à l'agenda."
    assert question.most_words == 4


def test_a_concordance_keeps_its_rows_and_its_reasons() -> None:
    question = own_course()["relais-tcs"]

    assert isinstance(question, Concordance)
    assert plain(question.rows[1].hypothesis) == "accepter"
    assert plain(question.rows[1].news) == "sa fille dort sur place"
    assert [reason.value for reason in question.reasons] == [-2, 1]
    said = plain(question.reasons[0].text)
    assert said == "«\u00a0Elle ne pourra plus sortir.\u00a0» (kinésithérapeute)"


def test_a_self_rating_keeps_its_scale_and_its_proof() -> None:
    card = own_course()["relais-auto"]

    assert isinstance(card, SelfRating)
    assert [plain(degree) for degree in card.scale] == [
        "J'observe",
        "Je fais avec aide",
        "Je fais seul",
    ]
    assert plain(card.proof) == "Une phrase, sans nom."


def test_the_reference_files_of_a_course_become_its_values() -> None:
    course, _ = read_course(COURSE)

    assert course.head.id == "petit-territoire"
    assert course.head.parcours[0].lecons == ("relais",)
    assert course.framework.codes == {"C5.N.1", "C5.C.2"}
    assert course.facts["relais-ecrit"].statut == "usage"
    assert course.sources["guide-local"].auteur == "Équipe du Val"
    assert course.glossary == {
        "VAD": "Visite à domicile. Le soignant se déplace chez la personne.",
        "MSU": "Maître de stage des universités.",
    }
    belief = course.misconceptions["IF-01"]
    assert belief.title == "Prévenir, c'est laisser un message"
    assert belief.correction == "Un message n'est un relais que s'il a été reçu."
    assert [event.fact for event in course.timeline] == [
        "reunion-mensuelle",
        "relais-ecrit",
    ]


def test_a_definition_may_end_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "glossaire.md"
    path.write_text("VAD\n:   Visite\n    à domicile.", encoding="utf-8")

    assert read_glossary(path, Findings("glossaire.md")) == {
        "VAD": "Visite à domicile."
    }


def test_lessons_and_banks_know_their_kind_and_their_place() -> None:
    course, _ = read_course(COURSE)

    assert [(unit.kind, unit.path) for unit in course.units] == [
        ("lesson", "content/relais.md"),
        ("bank", "quizzes/visites.md"),
    ]
    assert course.units[0].head.relecteurs[0].profession == "infirmière"
