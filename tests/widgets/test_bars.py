"""Titles, keys, folded lines and Home's list fit their width and take clicks."""

import pytest
from textual import on
from textual.content import Content

from tests.widgets.stage import (
    Stage,
    click_word,
    flat,
    on_stage,
    press,
    spot_of,
    text_of,
)
from tutor.locale.language import LANGUAGES, Language, language, speak
from tutor.tui.screens.home import NAMED
from tutor.tui.screens.run import AFTER_AN_ANSWER, AT_THE_END, KEYS_OF_FOCUS
from tutor.tui.widgets.fold_line import FoldLine
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Line, Menu
from tutor.tui.widgets.text_line import TextLine
from tutor.tui.widgets.title_bar import TitleBar

HEAD = Line(Content("LEÇONS"), Content(""))
MENU = [
    HEAD,
    Line(Content("accès"), Content("nouveau"), "acces"),
    HEAD,
    Line(Content("parcours"), Content("fait"), "parcours"),
    Line(Content("crise"), Content(""), "crise"),
]


def test_a_folded_line_says_which_way_it_turns() -> None:
    line = FoldLine(Content("Question 1"))
    assert flat(line.lines(40)) == "▸ Question 1"
    line.turn(folded=False)
    assert flat(line.lines(40)) == "▾ Question 1"
    line.turn(folded=True)
    assert flat(line.lines(8)) == "▸ Quest…"


async def test_a_click_on_a_folded_line_asks_to_unfold() -> None:
    line = FoldLine(Content("Question 1"))
    async with on_stage(line) as (stage, pilot):
        await click_word(pilot, line, "Question")

        assert len(stage.said(FoldLine.Toggled)) == 1


def test_a_dim_line_is_wrapped() -> None:
    assert flat(TextLine("un deux trois").lines(8)) == "un deux\ntrois"


def test_keys_take_as_many_lines_as_they_need() -> None:
    bar = KeyBar("tick", "validate", "hint")
    assert flat(bar.lines(60)) == "espace cocher   ⏎ répondre   i indice"
    assert flat(bar.lines(30)) == "espace cocher   ⏎ répondre\ni indice"
    assert flat(bar.lines(5)) == "espace cocher\n⏎ répondre\ni indice"
    assert flat(KeyBar().lines(30)) == ""


def test_keys_keep_to_one_line_where_the_help_can_have_the_rest() -> None:
    bar = KeyBar("next", "contents", "mark", "note", "terms", "home", "help")
    assert flat(bar.lines(90)).endswith("s sigles   échap accueil   ? aide")
    shorter = flat(bar.lines(60))
    assert "\n" not in shorter
    assert shorter.startswith("⏎ suite   t sommaire")
    assert shorter.endswith("échap accueil   ? aide")
    assert "sigles" not in shorter


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_bar_is_one_line_at_80_columns(lang: Language) -> None:
    bars = [*KEYS_OF_FOCUS.values(), AT_THE_END, AFTER_AN_ANSWER, NAMED]
    before = language()
    speak(lang)
    try:
        drawn = [KeyBar(*keys).lines(72) for keys in bars]
    finally:
        speak(before)

    assert [len(lines) for lines in drawn] == [1] * len(bars)


async def test_other_keys_can_be_named() -> None:
    bar = KeyBar("tick")
    async with on_stage(bar) as (_, pilot):
        bar.show("home", "help")
        await pilot.pause()

        assert text_of(bar) == "échap accueil   ? aide"


class Pressed(Stage):
    """A stage that notes the keys a click asks for."""

    def __init__(self, bar: KeyBar) -> None:
        super().__init__(bar)
        self.keys: list[str] = []

    def action_press(self, key: str) -> None:
        """Note a key."""
        self.keys.append(key)


async def test_a_click_on_a_key_does_what_the_key_does_unless_it_would_choose() -> None:
    bar = KeyBar("home", "certainty", "page", "help")
    stage = Pressed(bar)
    async with stage.run_test() as pilot:
        for word in ("accueil", "1 2 3", "PgUp", "?"):
            await click_word(pilot, bar, word)
        await pilot.click(bar, offset=(70, 0))

    assert stage.keys == ["escape", "pagedown", "question_mark"]


async def test_a_title_shortens_the_place_before_the_state() -> None:
    bar = TitleBar()
    async with on_stage(bar, (60, 5)) as (_, pilot):
        bar.place, bar.state = "Une leçon bien nommée ▸ étape 1 sur 3", "Enregistré."
        await pilot.pause()
        assert bar.size.height == 1

    assert flat(bar.lines(50)) == f"{bar.place}  {bar.state}"
    assert flat(bar.lines(30)) == "Une leçon bien n…  Enregistré."
    assert flat(bar.lines(8)) == "… Enreg…"


class Chosen(Stage):
    """A stage that notes what is opened."""

    def __init__(self, menu: Menu) -> None:
        super().__init__(menu)
        self.targets: list[str] = []

    @on(Menu.Opened)
    def note(self, message: Menu.Opened) -> None:
        """Note a target."""
        self.targets.append(message.target)


async def test_arrows_go_from_entry_to_entry_over_what_cannot_be_opened() -> None:
    menu = Menu(MENU)
    stage = Chosen(menu)
    async with stage.run_test() as pilot:
        menu.focus()
        await press(pilot, "enter down enter down enter down enter up enter k enter")

    assert stage.targets == ["acces", "parcours", "crise", "acces", "crise", "parcours"]


async def test_a_click_opens_an_entry_and_only_an_entry() -> None:
    menu = Menu(MENU)
    stage = Chosen(menu)
    async with stage.run_test() as pilot:
        await click_word(pilot, menu, "parcours")
        await click_word(pilot, menu, "LEÇONS")
        left, top = spot_of(menu, "crise")
        await pilot.click(menu, offset=(left, top + 1))
        await press(pilot, "enter")
        assert "▌ parcours" in text_of(menu)

    assert stage.targets == ["parcours", "parcours"]


async def test_a_click_below_the_last_entry_opens_nothing() -> None:
    menu = Menu(MENU)
    stage = Chosen(menu)
    async with stage.run_test() as pilot:
        menu.styles.height = 12
        await pilot.pause()
        left, top = spot_of(menu, "crise")
        await pilot.click(menu, offset=(left, top + 2))

    assert stage.targets == []


async def test_a_menu_with_nothing_to_open_opens_nothing() -> None:
    for lines in ([], [HEAD]):
        menu = Menu(lines)
        stage = Chosen(menu)
        async with stage.run_test() as pilot:
            menu.focus()
            await press(pilot, "down up enter")

        assert stage.targets == []


def test_a_menu_line_keeps_its_right_end_and_shortens_its_left() -> None:
    line = Line(Content("un titre qui est long"), Content("fait"), "x")
    assert flat(Menu([line]).lines(20)) == "▌ un titre qu…  fait"
    assert flat(Menu([line]).lines(200)).endswith(" fait")
    assert Menu([line]).lines(200)[0].cell_length == 100
