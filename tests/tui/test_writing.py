"""Words typed, values placed, notes written, degrees chosen."""

from pathlib import Path

import pytest

from tests.tui.person import USUAL, sitting

pytestmark = pytest.mark.no_cover


async def test_a_foreseen_wording_is_right_however_it_is_spelled(home: Path) -> None:
    async with sitting(home, "l-mots") as person:
        assert "Réponse courte, 3 mots environ." in person.seen
        await person.type("Messagerie SECURISEE")
        await person.press("enter", "3")
        assert "1 / 1 · certitude 3" in person.seen
        row = person.answer
        assert (row["response"], row["credit"]) == ("Messagerie SECURISEE", 1)
        assert row["self_marked"] is False


async def test_a_known_wrong_wording_gets_its_own_reason_and_no_own_mark(
    home: Path,
) -> None:
    async with sitting(home, "l-mots") as person:
        await person.type("courriel")
        await person.press("enter", "1")
        assert "Vous avez écrit : « courriel »." in person.seen
        assert "Réponse attendue : messagerie sécurisée." in person.seen
        assert "Il n'est pas fait pour cela." in person.seen
        assert person.answer["credit"] == 0


OWN_MARKS = [("o", 1, True), ("n", 0, False)]


@pytest.mark.parametrize(("key", "credit", "self_marked"), OWN_MARKS)
async def test_an_unforeseen_wording_is_judged_by_its_author(
    home: Path, key: str, credit: float, self_marked: bool
) -> None:
    async with sitting(home, "l-mots") as person:
        await person.type("un pigeon")
        await person.press("enter", "2")
        assert person.focus == "OwnMark"
        assert "messagerie sécurisée / MSSanté" in person.seen
        assert person.answers == []
        await person.press(key)
        row = person.answer
        assert (row["credit"], row["self_marked"]) == (credit, self_marked)
        assert row["certainty"] == 2


@pytest.mark.parametrize(("word", "self_marked"), [("oui", True), ("non", False)])
async def test_the_own_mark_can_be_clicked(
    home: Path, word: str, self_marked: bool
) -> None:
    async with sitting(home, "l-mots", size=USUAL) as person:
        await person.type("un pigeon")
        await person.press("enter", "2")
        await person.click_text("Aviez-vous bon ?")
        assert person.answers == []
        await person.click_text(word)
        assert person.answer["self_marked"] is self_marked


async def test_letters_of_commands_are_typed_and_function_keys_do_the_work(
    home: Path,
) -> None:
    async with sitting(home, "l-mots") as person:
        assert person.focus == "Input"
        await person.type("pi?q")
        assert person.app.focused is not None
        assert "pi?q" in person.seen
        await person.press("f2")
        assert "Pas d'autre indice." in person.seen
        await person.press("f3")
        assert person.flow.shown.key == "fin:l-mots"
        assert person.answers == []


async def test_values_of_a_scored_tcs_are_placed_by_arrows_without_certainty(
    home: Path,
) -> None:
    async with sitting(home, "panel") as person:
        await person.read()
        assert person.focus == "ConcordanceGrid"
        await person.press("left", "left", "left", "down", "right", "enter")
        row = person.answer
        assert (row["response"], row["credit"]) == ([-2, 1], 1)
        assert row["certainty"] is None
        assert "« Deux jours sans aide. »" in person.seen
        assert "−2 : 6" in person.seen


async def test_values_of_a_scored_tcs_can_be_clicked(home: Path) -> None:
    async with sitting(home, "p-sortie", size=USUAL) as person:
        await person.click_text("−1")
        await person.press("up", "right", "right", "right", "k", "j")
        await person.click_text("l'infirmière passe")
        await person.press("enter")
        assert person.answer["response"] == [-1, 2]


async def test_a_note_is_kept_and_the_leads_come_after_it(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        assert person.focus == "ReflectionArea"
        assert "Une page blanche" not in person.seen
        await person.type("Une sortie")
        await person.press("enter")
        await person.type("difficile.")
        await person.press("ctrl+s")
        assert person.told == "Note gardée sur cette machine."
        assert "Pistes : Une page blanche est une réponse honnête." in person.seen
        (note,) = person.rows("notes")
        assert (note["subject"], note["text"]) == ("c-note", "Une sortie\ndifficile.")
        await person.go_on()
        assert person.flow.shown.key == "c-auto"


async def test_an_empty_note_is_not_kept(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.press("ctrl+s")
        assert "Pistes : Une page blanche est une réponse honnête." in person.seen
        assert person.rows("notes") == []


async def test_a_degree_places_the_person_on_each_item_of_the_scale(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.press("f3", "4", "enter")
        stored = {row["code"]: row["value"] for row in person.rows("positionings")}
        assert stored == {"C5.N.1": "4", "C5.N.2": "4"}
        assert "Position enregistrée." in person.told
        assert "Preuve possible : Une phrase" in person.seen
        await person.go_on()
        assert person.flow.shown.key == "c-libre"


async def test_a_scale_can_be_passed(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.press("f3", "p")
        assert person.rows("positionings") == []
        assert person.flow.shown.key == "c-libre"


async def test_a_tcs_without_a_panel_is_written_about_and_its_votes_undocumented(
    home: Path,
) -> None:
    async with sitting(home, "cartes") as person:
        await person.press("f3", "p")
        assert "l'aide ne vient que lundi" in person.seen
        await person.type("Non.")
        await person.press("ctrl+s")
        assert "Votes d'origine non documentée" in person.seen
        assert [note["subject"] for note in person.rows("notes")] == ["c-libre"]
        assert person.answers == []
