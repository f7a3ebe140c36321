"""Home: where was I, what next, and why; opened by keys and by mouse."""

from pathlib import Path

import pytest
from textual.app import App

from tests.cli.small import COURSE, keep, long_ago
from tests.factories import NOON, StoppedClock, answer
from tests.tui.person import USUAL, sitting
from tutor.domain.question import key_hash
from tutor.services.library import Library
from tutor.services.outlook import Outlook, read_outlook
from tutor.store.place import Place
from tutor.tui.screens.home import HomeScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Menu


class Frame(App[None]):
    """Home alone, with nothing computed behind it."""

    def __init__(self, outlook: Outlook | None) -> None:
        super().__init__()
        self.clock = StoppedClock()
        self._outlook = outlook

    def on_mount(self) -> None:
        """Show Home."""
        self.push_screen(HomeScreen(self._outlook))


@pytest.mark.no_cover
async def test_a_new_person_is_offered_the_first_lesson_and_why(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        assert "dim. 22 nov." in person.seen
        assert "▌ Leçon · Petite leçon" in person.seen
        assert "aucun prérequis" in person.seen
        assert "C5 Continuité" not in person.seen
        await person.press("enter")
        assert person.place == "RunScreen"
        assert "Petite leçon" in person.lines[0]


@pytest.mark.no_cover
async def test_what_was_begun_is_offered_first_and_enter_resumes_it(home: Path) -> None:
    keep(home)
    async with sitting(home, "banque") as person:
        await person.press("a", "enter", "3", "enter", "escape")
        assert person.place == "HomeScreen"
        assert "▌ Banque · Petite banque · question 2/2" in person.seen
        assert "laissé en cours" in person.seen
        await person.press("enter")
        assert person.flow.shown.key == "b-longue"


@pytest.mark.no_cover
async def test_what_is_due_is_counted_and_r_opens_it(home: Path) -> None:
    keep(home, *long_ago("b-une", "l-sans", certainty=3))
    async with sitting(home) as person:
        assert "2 dues" in person.lines[0]
        assert "▌ Révision" in person.seen
        assert "2 questions dues" in person.seen
        assert "2 réponses sûres et dangereuses" in person.seen
        await person.press("r")
        assert person.place == "RunScreen"
        assert "Question 1 sur 2." in person.seen


@pytest.mark.no_cover
async def test_what_is_due_opens_under_the_mouse_too(home: Path) -> None:
    keep(home, *long_ago("b-une"))
    async with sitting(home) as person:
        await person.click_text("1 question due")
        assert person.flow.shown.key == "b-une"


async def test_nothing_due_is_said_in_passing(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("r")
        assert person.place == "HomeScreen"
        assert person.told == "Rien à revoir aujourd'hui."


@pytest.mark.no_cover
async def test_a_question_becomes_due_when_the_day_comes(home: Path) -> None:
    clock = StoppedClock()
    asked = Library(COURSE, Place(home)).questions()["b-une"]
    keep(home, answer(question="b-une", credit=0.0, key_hash=key_hash(asked), at=NOON))
    async with sitting(home, clock=clock) as person:
        assert "due" not in person.lines[0]
    clock.forward(days=30)
    async with sitting(home, clock=clock) as person:
        assert "1 due" in person.lines[0]


@pytest.mark.no_cover
async def test_a_lesson_done_is_ticked_and_the_next_one_is_offered(home: Path) -> None:
    async with sitting(home, "panel") as person:
        await person.read()
        await person.press("enter")
        await person.go_on()
        await person.go_on()
        assert person.place == "HomeScreen"
        assert "✓ Raisonner dans l'incertitude" in person.seen
        assert "▌ Leçon · Petite leçon" in person.seen


@pytest.mark.no_cover
async def test_arrows_and_j_k_move_round_the_entries(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("down")
        assert "▌ ○ Petite leçon" in person.seen
        await person.press("j", "j", "k", "up", "up", "up")
        assert "▌ · Petite banque" in person.seen
        await person.press("enter")
        assert person.flow.shown.key == "b-une"


@pytest.mark.no_cover
async def test_an_entry_opens_under_the_mouse(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.click_text("M. B., une plaie")
        assert person.flow.shown.key == "cas-1"


async def test_a_click_beside_the_entries_opens_nothing(home: Path) -> None:
    async with sitting(home) as person:
        await person.click_text("Dossiers et banques")
        assert person.place == "HomeScreen"


@pytest.mark.parametrize(
    ("text", "place"), [("d DES", "DesScreen"), ("? aide", "HelpScreen")]
)
async def test_the_keys_at_the_bottom_can_be_clicked(
    home: Path, text: str, place: str
) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.click_text(text)
        assert person.place == place


@pytest.mark.no_cover
@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_from_home_is_one_key(home: Path, key: str) -> None:
    async with sitting(home) as person:
        await person.press(key)
        assert person.has_left
        assert person.app.parting is None


async def test_the_estimate_of_a_competency_waits_for_ones_own_position(
    home: Path,
) -> None:
    keep(home, *(answer(id=f"{n:032x}", question=f"q-{n}") for n in range(6)))
    async with sitting(home) as person:
        assert "C5 Continuité" in person.seen
        assert "positionnez-vous d'abord" in person.seen
        assert "n = 6" not in person.seen
        await person.press("d", "n", "escape")
        assert "vous : novice" in person.seen
        assert "n = 6" in person.seen


async def test_home_says_that_it_reads_the_course_until_it_has() -> None:
    app = Frame(None)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter")
        (loading,) = app.screen.query("#loading")
        assert "Lecture du cours" in str(loading.render())
        assert not app.screen.query("Menu")


@pytest.mark.no_cover
async def test_home_paints_at_once_what_it_showed_last(home: Path) -> None:
    async with sitting(home):
        pass
    outlook = read_outlook(COURSE, Place(home))
    assert outlook is not None
    app = Frame(outlook)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not app.screen.query("#loading")
        assert len(app.screen.query("Menu")) == 1


async def test_a_course_that_cannot_be_read_closes_with_the_reason(
    home: Path, tmp_path: Path
) -> None:
    async with sitting(home, course=tmp_path) as person:
        assert person.has_left
        assert person.app.parting is not None
        assert person.app.parting.message_id == "errors.no-course"


async def test_an_empty_course_says_so_and_what_else_there_is() -> None:
    outlook = Outlook(
        stamp="",
        course="",
        answers=0,
        suggestion=None,
        due_days=[],
        dangerous=0,
        misconceptions=0,
        track=None,
        entries=[],
        competencies=[],
    )
    app = Frame(outlook)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        (menu,) = app.screen.query(Menu)
        said = "\n".join(line.plain for line in menu.lines(80))
        (bar,) = app.screen.query(KeyBar)
        assert "Ce cours n'a encore ni leçon ni question." in said
        assert "--course" in said
        assert {"open", "review", "dangers"}.isdisjoint(bar.keys)
