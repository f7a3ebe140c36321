"""One question at a time: tick, say how sure, read the correction, go on."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from tests.tui.person import USUAL, sitting
from tutor.tui.widgets.certainty_bar import CertaintyBar

pytestmark = pytest.mark.no_cover

TICKED: list[tuple[str, list[str], list[int], float]] = [
    ("l-une", ["a", "b"], [1], 1),
    ("l-une", ["up", "up", "space"], [1], 1),
    ("l-plusieurs", ["a", "b", "c", "c"], [0, 1], 1),
    ("l-plusieurs", ["space", "j", "space", "k", "j"], [0, 1], 1),
    ("b-longue", ["2", "1"], [0, 1], 1),
    ("b-longue", ["up", "space", "9"], [8, 9], 0),
]


@pytest.mark.parametrize(("target", "keys", "response", "credit"), TICKED)
async def test_ticks_by_letter_number_or_space_are_stored(
    home: Path, target: str, keys: list[str], response: list[int], credit: float
) -> None:
    async with sitting(home, target) as person:
        await person.press(*keys, "enter", "3")
        row = person.answer
        assert (row["response"], row["credit"]) == (response, credit)
        assert row["certainty"] == 3
        assert "Réponse enregistrée." in person.lines[0]


async def test_options_are_ticked_and_unticked_under_the_mouse(home: Path) -> None:
    async with sitting(home, "l-plusieurs", size=USUAL) as person:
        await person.click_text("Noter le poids")
        await person.click_text("Attendre la famille")
        await person.click_text("Appeler l'infirmière")
        await person.click_text("Attendre la famille")
        assert person.seen.count("■") == 2
        await person.click_text("répondre")
        await person.click_text("plutôt sûr")
        assert person.answer["response"] == [0, 1]
        assert person.answer["certainty"] == 2


CERTAINTIES = [("1", 1), ("enter", None)]


@pytest.mark.parametrize(("key", "certainty"), CERTAINTIES)
async def test_certainty_is_asked_before_the_correction_and_may_be_passed(
    home: Path, key: str, certainty: int | None
) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("a", "enter")
        assert person.focus == "CertaintyBar"
        assert "Elle ne suit pas de patients." not in person.seen
        assert person.answers == []
        await person.press("b", key)
        assert "Elle ne suit pas de patients." in person.seen
        assert (person.answer["response"], person.answer["certainty"]) == (
            [0],
            certainty,
        )


@pytest.mark.parametrize(("word", "certainty"), [("peu sûr", 1), ("3  sûr", 3)])
async def test_certainty_can_be_clicked(home: Path, word: str, certainty: int) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("b", "enter")
        await person.click_text("À quel point")
        assert person.answers == []
        await person.click_text(word)
        assert person.answer["certainty"] == certainty


async def test_a_question_without_certainty_is_corrected_at_once(home: Path) -> None:
    async with sitting(home, "l-sans") as person:
        await person.press("a", "enter")
        assert "Il l'a promis." in person.seen
        assert person.answer["certainty"] is None


async def test_the_correction_gives_every_reason_and_what_follows(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("a", "enter", "3")
        said = [
            "0 / 1 · certitude 3",
            "Sûr et faux : cette question reviendra en premier.",
            "✗ a  À la CPTS  ← votre réponse",
            "Elle ne suit pas de patients.",
            "✓ b  Au médecin traitant  ← attendu",
            "C'est lui qui décide lundi.",
            "Le relais se perd.",
            "Idée fausse : « Une CPTS est une grande MSP » (IF-01).",
            "Celui qui agira doit savoir.",
            "Source : Texte d'essai, I.",
        ]
        places = [person.seen.find(each) for each in said]
        assert -1 not in places, said[places.index(-1)]
        assert places == sorted(places)


async def test_grave_marks_and_discordances_are_named(home: Path) -> None:
    async with sitting(home, "l-plusieurs") as person:
        await person.press("b", "d", "enter", "1")
        assert "0 / 1 · certitude 1 · 2 discordances" in person.seen
        assert "Une proposition inacceptable a été cochée" in person.seen
        assert "Une proposition indispensable manque" in person.seen
        assert "← attendu, indispensable" in person.seen
        assert "inacceptable" in person.seen


REFUSED = [
    ("l-plusieurs", ["enter"], "Cochez au moins une proposition."),
    ("l-deux", ["a", "b", "c"], "2 réponses au plus pour cette question."),
    ("l-mots", ["space", "enter"], "Écrivez quelques mots."),
]


@pytest.mark.parametrize(("target", "keys", "reason"), REFUSED)
async def test_what_does_not_fit_is_refused_and_the_question_stays(
    home: Path, target: str, keys: list[str], reason: str
) -> None:
    async with sitting(home, target) as person:
        await person.press(*keys)
        assert person.told == reason
        assert person.focus in {"ChoiceList", "Input"}
        assert person.rows("answers") == []


async def test_one_tick_too_many_leaves_the_others(home: Path) -> None:
    async with sitting(home, "l-deux") as person:
        await person.press("a", "b", "d", "enter", "2")
        assert person.answer["response"] == [0, 1]
        assert "0,5 / 1" in person.seen


async def test_hints_come_one_by_one_and_are_counted(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("i")
        assert "Indice : Qui décide lundi ?" in person.seen
        assert "depuis dix ans" not in person.seen
        await person.press("i", "i", "b", "enter", "3")
        assert "depuis dix ans" in person.seen
        assert "Pas d'autre indice." in person.seen
        assert (person.answer["hints"], person.answer["credit"]) == (2, 1)


async def test_no_hint_is_given_once_the_correction_is_read(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("b", "enter", "3", "i")
        assert "Indice" not in person.seen
        assert person.answer["hints"] == 0


async def test_p_goes_past_a_question_and_stores_no_answer(home: Path) -> None:
    async with sitting(home, "banque") as person:
        await person.press("p")
        assert person.flow.shown.key == "b-longue"
        assert "Question 1 · passée" in person.seen
        assert person.answers == []
        (run,) = person.rows("runs")
        assert run["passed"] == ["b-une"]


async def test_enter_after_the_correction_folds_it_and_goes_on(home: Path) -> None:
    async with sitting(home, "banque") as person:
        await person.press("a", "enter", "3", "enter")
        assert "▸ Question 1  ✓ 1 / 1" in person.seen
        assert "C'est cela." not in person.seen
        assert "Question 2 sur 2." in person.seen


async def test_a_past_question_unfolds_locked_and_folds_again(home: Path) -> None:
    async with sitting(home, "banque") as person:
        await person.press("a", "enter", "3", "enter", "left")
        assert "▾ Question 1  ✓ 1 / 1" in person.seen
        assert "C'est cela." in person.seen
        await person.press("1", "left")
        assert "C'est cela." not in person.seen
        assert "■ 1" in person.seen
        await person.click_text("Question 1")
        assert "C'est cela." in person.seen
        assert len(person.answers) == 1


async def test_the_end_sums_up_and_enter_goes_home(home: Path) -> None:
    async with sitting(home, "banque") as person:
        await person.press("b", "enter", "3")
        await person.go_on()
        await person.press("1", "2", "enter", "2")
        await person.go_on()
        assert "Fin de « Petite banque »." in person.seen
        assert "Points : 1 sur 2. Réponses : 2 sur 2." in person.seen
        assert "✗ 0" in person.seen
        assert "Sûr et faux, à revoir en premier :" in person.seen
        assert [run["ended"] for run in person.rows("runs")] == [True]
        await person.press("enter")
        assert person.place == "HomeScreen"


async def test_a_run_without_an_answer_says_so_at_its_end(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("p")
        assert "Aucune réponse notée." in person.seen


async def test_the_text_is_read_page_by_page_until_the_question_has_the_keys(
    home: Path,
) -> None:
    async with sitting(home, "lecon", size=USUAL) as person:
        assert person.focus == "RunFlow"
        assert "À qui écrivez-vous ?" not in person.seen
        await person.press("b")
        await person.read()
        assert "À qui écrivez-vous ?" in person.seen
        assert person.focus == "ChoiceList"
        assert "◉" not in person.seen


async def test_the_bottom_line_names_the_keys_that_work_now(home: Path) -> None:
    async with sitting(home, "l-une", size=USUAL) as person:
        assert "cocher" in person.lines[-1]
        await person.press("b", "enter")
        assert "certitude" in person.lines[-1]
        await person.press("1")
        assert "suite" in person.lines[-1]


class Asking(App[None]):
    """The question of certainty, alone in a narrow place."""

    CSS = "CertaintyBar { width: 30; }"

    def __init__(self) -> None:
        super().__init__()
        self.rated: list[int | None] = []

    def compose(self) -> ComposeResult:
        """Lay out the bar."""
        yield CertaintyBar()

    def on_certainty_bar_rated(self, message: CertaintyBar.Rated) -> None:
        """Keep what was said."""
        self.rated.append(message.certainty)


async def test_levels_below_each_other_can_be_clicked_one_by_one() -> None:
    app = Asking()
    async with app.run_test(size=(40, 10)) as pilot:
        for line in range(4):
            await pilot.click(CertaintyBar, offset=(2, line))
        assert app.rated == [1, 2, 3]
