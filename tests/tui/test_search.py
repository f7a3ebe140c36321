"""Search and the questions of interns in full screen: keys, mouse, what opens."""

import shutil
from pathlib import Path

from tests.cli.small import COURSE
from tests.tui.person import USUAL, sitting

ASKED = """# Vos questions

## Qui paie ? {#vq-paie}

La caisse.

Leçons : lecon, panel

## Qui dirige ? {#vq-dirige}

Personne.

Leçons : panel
"""


def course_with_questions(folder: Path) -> Path:
    """Return the small course with questions of interns."""
    shutil.copytree(COURSE, folder)
    (folder / "content" / "vos-questions.md").write_text(ASKED, encoding="utf-8")
    return folder


async def test_a_place_opens_its_lesson_there_and_leads_back_to_the_results(
    home: Path,
) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("slash")
        assert "Accents et majuscules ne comptent pas" in person.seen
        await person.type("derniere PAG")
        assert "▌ Leçon · Pour finir" in person.seen
        await person.press("enter")
        assert person.place == "SheetScreen"
        assert "Petite leçon ▸ Pour finir" in person.lines[0]
        assert "Dernière page." in person.seen
        assert "Une lettre part" not in person.seen
        assert "Qui rappelle lundi ?" in person.seen
        assert "Personne" not in person.seen
        await person.press("escape")
        assert person.place == "SearchScreen"
        assert "▌ Leçon · Pour finir" in person.seen
        await person.press("enter", "enter")
        assert person.place == "RunScreen"
        assert "Petite leçon" in person.lines[0]
        await person.press("escape")
        assert person.place == "SearchScreen"
        await person.press("escape")
        assert person.place == "HomeScreen"


async def test_a_lesson_under_way_goes_on_at_a_place_read_before(home: Path) -> None:
    async with sitting(home, "lecon", size=USUAL) as person:
        await person.read()
        await person.press("b", "enter", "3")
        await person.go_on()
        await person.press("escape", "slash")
        await person.type("à qui écrivez")
        await person.press("enter")
        assert person.place == "RunScreen"
        assert "Une lettre part le vendredi" in person.seen
        assert person.flow.shown.key == "l-plusieurs"
        await person.press("escape")
        assert person.place == "SearchScreen"
        assert "à qui écrivez" in person.seen


async def test_a_search_from_a_run_comes_back_to_the_same_question(home: Path) -> None:
    async with sitting(home, "b-une") as person:
        await person.press("a", "slash")
        assert person.place == "SearchScreen"
        await person.type("première question")
        await person.press("enter")
        assert person.place == "SheetScreen"
        assert "Première question de banque" in person.seen
        assert "C'est cela" not in person.seen
        await person.press("enter")
        assert person.place == "SheetScreen"
        await person.press("escape", "escape")
        assert person.place == "RunScreen"
        assert "◉ a" in person.seen
        await person.press("enter", "3")
        assert person.answer["response"] == [0]
        assert len(person.rows("runs")) == 1


async def test_nothing_found_proposes_what_begins_alike(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("slash")
        await person.type("petiit")
        assert "Rien dans le cours pour « petiit »." in person.seen
        assert "Mots proches : petite" in person.seen
        await person.press("enter", "escape")
        assert person.place == "HomeScreen"


async def test_a_question_is_played_under_the_mouse(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("slash")
        await person.type("petite banque")
        await person.click_text("Banque · Petite banque")
        assert person.place == "RunScreen"
        assert person.flow.shown.key == "b-une"


async def test_questions_unfold_where_one_stands_and_open_the_lesson_chosen(
    home: Path, tmp_path: Path
) -> None:
    course = course_with_questions(tmp_path / "cours")
    async with sitting(home, course=course, size=USUAL) as person:
        await person.press("v")
        assert "La caisse." in person.seen
        assert "Personne." not in person.seen
        assert "⏎ Petite leçon" in person.seen
        await person.press("right")
        assert "⏎ Raisonner dans l'incertitude" in person.seen
        await person.press("down")
        assert "La caisse." not in person.seen
        await person.click_text("Qui paie ?")
        assert "La caisse." in person.seen
        await person.press("enter")
        assert person.place == "RunScreen"
        assert "Petite leçon" in person.lines[0]
