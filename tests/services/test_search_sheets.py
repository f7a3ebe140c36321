"""A found place is its lesson at that place; what is no lesson is played, or read."""

from pathlib import Path

import pytest

from tests.services.courses import desk_at
from tests.services.test_search import FILES, answered
from tutor.domain.course import Callout, Passage
from tutor.domain.errors import WrongUseError
from tutor.domain.folding import fold
from tutor.domain.prose import texts_of
from tutor.services.asked import Told, told_question, told_questions
from tutor.services.chapters import spot_of
from tutor.services.desk import Desk
from tutor.services.search import finder_of
from tutor.services.search_sheets import Sheet, goes_on, read_only, sheet_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk at the course of the searches."""
    return desk_at(tmp_path, files=FILES)


def sheet(desk: Desk, query: str) -> Sheet | None:
    """Return the sheet of the first place a query finds."""
    return sheet_of(desk.course, finder_of(desk).find(query).shown[0])


def parts(found: Sheet | None) -> list[Passage | Callout]:
    """Return what is read at the place of a sheet."""
    assert found is not None
    return [part for leaf in found.here.leaves for part in leaf.parts]


def said(found: Sheet | None) -> list[str]:
    """Return the texts at the place of a sheet."""
    return [text for part in parts(found) for text in texts_of(part.blocks)]


def test_a_section_is_its_lesson_at_that_place(desk: Desk) -> None:
    found = sheet(desk, "goûter")
    assert found is not None
    assert (found.title, found.target) == ("Le relais ▸ La réunion d'équipe", "relais")
    assert said(found) == [
        "La réunion d'équipe",
        "On y parle du goûter. Le médecin traitant y vient.",
    ]
    assert [chapter.title for chapter in found.chapters] == [
        *("Le relais", "La réunion d'équipe", "Sur le terrain")
    ]
    assert (found.at, found.key) == (1, "")


@pytest.mark.parametrize("query", ["ouverture", "gouter", "oedeme", "aparte"])
def test_the_chapter_of_a_place_holds_what_was_looked_for(
    desk: Desk, query: str
) -> None:
    found = sheet(desk, query)
    assert any(query in fold(text) for text in said(found))


def test_a_question_of_a_lesson_is_the_lesson_at_that_question(desk: Desk) -> None:
    found = sheet(desk, "énoncé r un")
    assert found is not None
    assert (found.target, found.at, found.key) == ("relais", 1, "r-un")
    assert found.title == "Le relais ▸ La réunion d'équipe"


def test_a_question_of_a_dossier_that_was_answered_is_read_and_not_played(
    desk: Desk,
) -> None:
    answered(desk, "c-un")
    (result,) = [
        each
        for each in finder_of(desk).find("énoncé c un").shown
        if each.target == "c-un"
    ]
    found = sheet_of(desk.course, result)
    assert found is not None
    assert (found.target, found.key) == ("", "c-un")
    assert "Elle boite." in said(found)
    assert "Elle rentre." not in said(found)


@pytest.mark.parametrize("query", ["titre de banque", "tombée", "énoncé b un"])
def test_from_inside_a_run_everything_is_read(desk: Desk, query: str) -> None:
    result = finder_of(desk).find(query).shown[0]
    assert sheet_of(desk.course, result) is None
    assert read_only(desk.course, result).here.leaves


def test_a_lesson_under_way_goes_on_at_a_place_it_has_come_to(desk: Desk) -> None:
    place, ahead = sheet(desk, "goûter"), sheet(desk, "oedeme")
    assert place is not None
    assert ahead is not None
    assert not goes_on(desk, place)
    run = desk.start("relais")
    desk.save(run)
    assert goes_on(desk, place)
    assert not goes_on(desk, ahead)
    assert spot_of(run, place.here.title) == ("r-un", 0)
    assert spot_of(run, ahead.here.title) is None
    assert spot_of(run, "", "r-un") == ("r-un", 0)
    assert spot_of(run, "", "r-note") is None


def test_a_callout_belongs_to_its_section(desk: Desk) -> None:
    found = sheet(desk, "encadré")
    assert found is not None
    assert [type(part) for part in parts(found)] == [Passage, Callout]


@pytest.mark.parametrize(
    ("query", "title", "text"),
    [
        ("sas", "Glossaire ▸ SAS", "Service d'accès."),
        (
            "médecin passe",
            "Idée fausse ▸ Tout passe par le médecin",
            "Chacun a son rôle.",
        ),
        ("20/06/2019", "Date ▸ 20/06/2019", "Un accord paraît"),
    ],
)
def test_what_cannot_be_played_shows_its_meaning(
    desk: Desk, query: str, title: str, text: str
) -> None:
    found = sheet(desk, query)
    assert found is not None
    assert (found.title, found.target) == (title, "")
    assert said(found) == [text]


def test_a_question_of_interns_names_its_lessons_and_leads_to_the_first(
    desk: Desk,
) -> None:
    found = sheet(desk, "qui paie")
    assert found is not None
    assert found.target == "relais"
    assert said(found)[0] == "L'Assurance maladie."
    assert said(found)[-1] == "Le relais"


@pytest.mark.parametrize("query", ["énoncé b un", "tombée", "titre de banque"])
def test_a_question_of_a_bank_a_dossier_and_a_bank_are_played(
    desk: Desk, query: str
) -> None:
    assert sheet(desk, query) is None


def test_questions_of_interns_come_with_the_titles_of_their_lessons(
    tmp_path: Path,
) -> None:
    text = FILES["content/vos-questions.md"].replace("relais\n", "relais, perdue\n")
    course = desk_at(tmp_path, files={**FILES, "content/vos-questions.md": text}).course
    told = Told(
        "vq-paie", "Qui paie ?", "L'Assurance maladie.", (("relais", "Le relais"),)
    )
    assert told_questions(course) == [told]
    assert told_question(course, "vq-paie") == told
    with pytest.raises(WrongUseError):
        told_question(course, "vq-perdue")
