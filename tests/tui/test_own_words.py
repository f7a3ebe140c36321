"""The survey, the directory and the placement test in full screen."""

from pathlib import Path

import pytest

from tests.services.courses import write_course
from tests.services.own_words import FILES
from tests.tui.person import sitting


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course that asks about oneself."""
    return write_course(tmp_path / "cours", FILES)


async def test_the_fields_of_the_directory_are_filled_one_after_the_other(
    home: Path, course: Path
) -> None:
    async with sitting(home, "chez-moi", course=course) as person:
        await person.read()
        assert person.focus == "FieldInput"
        assert "champ suivant" in person.seen
        await person.type("CPTS du lagon")
        await person.press("enter")
        await person.type("Mme Payet")
        await person.press("enter", "enter")
        kept = {row["field"]: row["text"] for row in person.rows("local_names")}
        assert kept == {"cpts": "CPTS du lagon", "coordo": "Mme Payet"}
        await person.go_on()
        assert "Chez vous, Coordonnatrice : Mme Payet" in person.seen


@pytest.mark.no_cover
async def test_leaving_keeps_what_is_being_written_in_a_field(
    home: Path, course: Path
) -> None:
    async with sitting(home, "contacts", course=course) as person:
        await person.read()
        await person.type("CPTS du lagon")
        await person.press("escape")
        assert [row["text"] for row in person.rows("local_names")] == ["CPTS du lagon"]
        assert "Vous et votre territoire" in person.seen
        assert "Ma CPTS" in person.seen


@pytest.mark.no_cover
async def test_the_survey_keeps_its_degrees_apart(home: Path, course: Path) -> None:
    async with sitting(home, "enquete", course=course) as person:
        await person.read()
        await person.press("2", "enter")
        await person.go_on()
        await person.read()
        await person.press("4", "enter")
        await person.go_on()
        assert [row["value"] for row in person.rows("survey")] == [2, 4]
        assert "Réponse gardée." in person.told
        assert "Position" not in person.told
        assert person.rows("positionings") == []
        assert "vous verrez ce qui a bougé" in person.seen
        await person.press("enter")
        assert "à reprendre après le parcours" in person.seen


async def test_the_end_of_the_placement_test_says_what_can_be_passed_over(
    home: Path, course: Path
) -> None:
    async with sitting(home, "placement", course=course) as person:
        for _ in range(4):
            await person.read()
            await person.press("a", "enter", "3")
            await person.go_on()
        assert "vous pouvez passer ces leçons" in person.seen
        assert "Titre de apres (moyenne 1 / 1)" in person.seen
        await person.press("enter")
        assert "» Titre de chez-moi" in person.seen
        assert "d'après le test, vous pouvez passer" in person.seen
