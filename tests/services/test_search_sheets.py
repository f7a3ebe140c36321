"""A found place can be read before anything is begun; a question is opened at once."""

from pathlib import Path

import pytest

from tests.services.courses import desk_at
from tests.services.test_search import FILES
from tutor.domain.course import Callout, Passage
from tutor.domain.errors import WrongUseError
from tutor.domain.prose import texts_of
from tutor.services.asked import Told, told_question, told_questions
from tutor.services.desk import Desk
from tutor.services.search import finder_of
from tutor.services.search_sheets import Sheet, sheet_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk at the course of the searches."""
    return desk_at(tmp_path, files=FILES)


def sheet(desk: Desk, query: str) -> Sheet | None:
    """Return the sheet of the first place a query finds."""
    return sheet_of(desk.course, finder_of(desk).find(query).shown[0])


def said(found: Sheet | None) -> list[str]:
    """Return the texts of a sheet."""
    assert found is not None
    return [text for part in found.parts for text in texts_of(part.blocks)]


def test_a_section_is_read_alone_and_leads_to_its_lesson(desk: Desk) -> None:
    found = sheet(desk, "goûter")
    assert found is not None
    assert (found.title, found.target) == ("Le relais ▸ La réunion d'équipe", "relais")
    assert said(found) == ["On y parle du goûter. Le médecin traitant y vient."]
    assert [type(part) for part in found.parts] == [Passage]


def test_a_callout_belongs_to_its_section(desk: Desk) -> None:
    found = sheet(desk, "encadré")
    assert found is not None
    assert [type(part) for part in found.parts] == [Passage, Callout]


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


@pytest.mark.parametrize("query", ["énoncé r un", "tombée", "titre de banque"])
def test_a_question_a_dossier_and_a_bank_are_opened_at_once(
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
