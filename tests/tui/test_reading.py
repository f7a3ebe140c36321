"""Comforts of reading in full screen: contents, bookmarks, notes, objections, recap."""

from pathlib import Path

from tests.tui.person import USUAL, sitting
from tutor.tui.widgets.text_line import TextLine


async def test_contents_lead_back_to_what_was_read_and_not_ahead(home: Path) -> None:
    async with sitting(home, "cas", size=USUAL) as person:
        await person.press("t")
        assert person.place == "ContentsScreen"
        assert "▸ Étape 1 : l'appel" in person.seen
        assert "deux jours plus tard" not in person.seen
        assert "encore fermée" in person.seen
        await person.press("escape")
        await person.read()
        await person.press("p")
        shown = person.flow.shown.key
        assert "« La plaie sent. »" not in person.seen
        await person.press("f5", "up", "enter")
        assert person.place == "RunScreen"
        assert "Étape 1 : l'appel" in person.seen
        assert "« La plaie sent. »" in person.seen
        assert person.flow.shown.key == shown


async def test_a_note_is_shown_under_its_passage_when_it_is_read_again(
    home: Path,
) -> None:
    async with sitting(home, "lecon", size=USUAL) as person:
        await person.press("n")
        assert person.focus == "WordsArea"
        await person.type("à relire lundi")
        await person.press("ctrl+s")
        assert "à relire lundi" in person.seen
        await person.press("n")
        await person.type("un brouillon")
        await person.press("escape")
        texts = [note["text"] for note in person.rows("notes")]
        assert texts == ["à relire lundi", "un brouillon"]
        assert {note["subject"] for note in person.rows("notes")} == {"l-une"}
        await person.press("enter")
        assert "un brouillon" in "".join(
            "".join(line.plain for line in widget.lines(76))
            for widget in person.flow.query(TextLine).filter(".note")
        )


async def test_bookmarks_and_notes_are_found_from_home(home: Path) -> None:
    async with sitting(home, "b-une") as person:
        await person.press("f4")
        assert "Repère posé" in person.told
        await person.press("a", "enter", "3", "escape")
        await person.press("m")
        assert person.place == "MarksScreen"
        assert "★ Première question de banque ?" in person.seen
        await person.press("enter")
        assert person.place == "PlaceScreen"
        assert "votre réponse, juste" in person.seen
        await person.press("b", "escape")
        assert "Aucun repère" in person.seen
        assert len(person.answers) == 1


async def test_a_bookmark_goes_at_once_and_a_note_when_asked_twice(home: Path) -> None:
    async with sitting(home, "b-une") as person:
        await person.press("f4", "f6")
        await person.type("à relire")
        await person.press("ctrl+s", "escape", "m")
        assert "★ Première question" in person.seen
        assert "✎ à relire" in person.seen
        await person.press("delete")
        assert "★" not in person.seen
        await person.press("delete")
        assert "Effacer cette note" in person.seen
        assert len(person.rows("notes")) == 1
        await person.press("delete")
        assert "Aucun repère" in person.seen
        assert person.rows("notes") == []


async def test_what_seems_wrong_is_kept_with_the_answer(home: Path) -> None:
    async with sitting(home, "b-une") as person:
        await person.press("a", "enter", "3")
        assert "! objection" in person.seen
        await person.press("!")
        await person.type("la clé")
        await person.press("ctrl+s")
        (row,) = person.rows("disputes")
        assert (row["answer"], row["text"]) == (person.answer["id"], "la clé")


async def test_questions_passed_come_back_before_the_sum_and_the_recap_is_kept(
    home: Path,
) -> None:
    async with sitting(home, "banque") as person:
        await person.press("p", "p")
        assert "2 questions passées." in person.seen
        assert not person.rows("runs")[0]["ended"]
        await person.press("k")
        await person.press("enter")
        assert "Première question de banque" in person.seen
        await person.press("a", "enter", "3", "enter", "p")
        assert "Réponses : 1 sur 2." in person.seen
        assert person.rows("runs")[0]["ended"]
        await person.press("k")
        assert "Récapitulatif écrit" in person.told
        assert (home / "recaps" / "banque.md").is_file()
