"""A course, its lessons, banks, dossiers and framework find their parts."""

from datetime import date

import pytest

from tests.factories import choice, concordance, short_answer, stem, words
from tutor.domain.course import (
    Callout,
    Course,
    Dossier,
    FrontMatter,
    Passage,
    Reflection,
    SelfRating,
    Step,
    Unit,
    is_scored,
    questions_in,
)
from tutor.domain.framework import Competence, Framework, Item, Level
from tutor.domain.reference import CourseHead

VOTES = (0, 1, 3, 10, 2)
PASSAGE = Passage(blocks=stem("Lisez."))
CALLOUT = Callout(kind="regle", blocks=stem("La règle."))
RATING = SelfRating(id="auto", stem=stem(), scale=(words("un"), words("deux")))
REFLECTION = Reflection(id="pensez", stem=stem())
SCORED = concordance(VOTES, name="tcs-note")
UNSCORED = concordance(VOTES, name="tcs-carte", scored=False)
DOSSIER = Dossier(
    kind="dossier",
    id="d-1",
    title=words("Madame R."),
    opening=(PASSAGE, choice(name="avant")),
    steps=(
        Step(title=words("Étape 1"), parts=(choice(name="un"), RATING)),
        Step(title=words("Étape 2"), parts=(short_answer(name="deux"), UNSCORED)),
    ),
)
LESSON = Unit(
    kind="lesson",
    head=FrontMatter(id="bases", titre="Les bases"),
    path="content/bases.md",
    parts=(PASSAGE, choice(name="q-1"), DOSSIER, SCORED, REFLECTION, CALLOUT),
)
BANK = Unit(
    kind="bank",
    head=FrontMatter(id="banque", titre="La banque"),
    path="quizzes/banque.md",
    parts=(short_answer(name="q-9"),),
)
FRAMEWORK = Framework(
    id="des-mg",
    titre="DES",
    niveaux=(Level(code="N", nom="novice"),),
    competence=(
        Competence(
            code="C1",
            nom="Premier recours",
            source="essai",
            formulation="de travail",
            item=(Item(code="C1.N.1", niveau="N", texte="Accueille"),),
        ),
        Competence(
            code="C5",
            nom="Continuité",
            source="essai",
            formulation="reformulée",
            item=(
                Item(code="C5.N.2", niveau="N", texte="Note"),
                Item(code="C5.N.1", niveau="N", texte="Revoit"),
            ),
        ),
    ),
)
COURSE = Course(
    head=CourseHead(id="essai", titre="Essai", version="1.0.0", referentiel="des-mg"),
    framework=FRAMEWORK,
    units=(BANK, LESSON),
    facts={},
    sources={},
    glossary={},
    misconceptions={},
)


@pytest.mark.parametrize("part", [choice(), short_answer(), SCORED])
def test_a_question_is_scored(part: object) -> None:
    assert is_scored(part)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "part", [PASSAGE, CALLOUT, RATING, REFLECTION, DOSSIER, UNSCORED]
)
def test_reading_cards_and_a_tcs_without_panel_are_not_scored(part: object) -> None:
    assert not is_scored(part)  # type: ignore[arg-type]


def test_the_questions_among_parts_keep_their_order() -> None:
    parts = (short_answer(name="b"), PASSAGE, UNSCORED, choice(name="a"))
    assert [question.id for question in questions_in(parts)] == ["b", "a"]


def test_a_dossier_lists_the_questions_of_its_opening_and_of_every_step() -> None:
    assert [each.id for each in DOSSIER.questions] == ["avant", "un", "deux"]


def test_a_lesson_lists_its_questions_in_order_dossiers_included() -> None:
    found = [question.id for question in LESSON.questions]
    assert found == ["q-1", "avant", "un", "deux", "tcs-note"]


def test_a_lesson_tells_loose_questions_from_those_of_its_dossiers() -> None:
    assert [each.id for each in LESSON.loose_questions] == ["q-1", "tcs-note"]
    assert LESSON.dossiers == (DOSSIER,)


def test_a_unit_is_known_by_the_head_of_its_file() -> None:
    assert (LESSON.id, LESSON.title) == ("bases", "Les bases")


def test_a_course_tells_lessons_from_banks() -> None:
    assert COURSE.lessons == (LESSON,)
    assert COURSE.banks == (BANK,)


def test_a_framework_lists_its_items_in_the_order_of_the_file() -> None:
    assert [each.code for each in FRAMEWORK.items] == ["C1.N.1", "C5.N.2", "C5.N.1"]
    assert FRAMEWORK.codes == {"C1.N.1", "C5.N.1", "C5.N.2"}


@pytest.mark.parametrize(
    ("code", "name"), [("C5.N.9", "Continuité"), ("C1", "Premier recours")]
)
def test_a_code_leads_to_its_competency(code: str, name: str) -> None:
    found = FRAMEWORK.competence_of(code)
    assert found is not None
    assert found.nom == name


@pytest.mark.parametrize("code", ["C9.N.1", "C", "C55.N.1", ""])
def test_a_code_of_another_framework_leads_nowhere(code: str) -> None:
    assert FRAMEWORK.competence_of(code) is None


@pytest.mark.parametrize("code", ["C5", "C5.N", "c5.n.1", "C5-N-1", "C5.N.1 "])
def test_an_item_needs_a_code_of_three_parts(code: str) -> None:
    with pytest.raises(ValueError, match="code"):
        Item(code=code, niveau="N", texte="Revoit")


@pytest.mark.parametrize("name", ["", "Les bases", "é", "a_b", "A"])
def test_a_file_is_named_in_small_letters_digits_and_hyphens(name: str) -> None:
    with pytest.raises(ValueError, match="id"):
        FrontMatter(id=name, titre="Titre")


def test_a_file_may_expire_on_a_day() -> None:
    head = FrontMatter.model_validate(
        {"id": "a", "titre": "A", "valide_jusqu_au": "2026-12-31"}
    )
    assert head.valide_jusqu_au == date(2026, 12, 31)
