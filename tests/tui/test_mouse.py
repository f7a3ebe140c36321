"""Everything by mouse: each key of a place can be clicked there, or has a twin."""

import ast
from pathlib import Path

import pytest
from textual.binding import Binding

from tests.architecture.tree import ROOT
from tests.cli.small import COURSE
from tests.tui.acts import SETTLED, acts_of, written
from tests.tui.person import TALL, USUAL, Person, sitting
from tests.widgets.stage import click_word, on_stage
from tutor.services.asked import Told
from tutor.tui.at_hand import keys_at_hand
from tutor.tui.keys import KEYS, Key, key
from tutor.tui.screens.home import HomeScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.told_list import ToldList

WHEEL = "the wheel of the mouse scrolls, and a click goes to any line in sight"
CHOICES = "tests/widgets/test_choice_list.py"
GRID = "tests/widgets/test_concordance_grid.py"
PAIRS = "tests/widgets/test_arrangements.py"
SURE = "tests/widgets/test_certainty_and_own_mark.py"
ITEMS = "tests/widgets/test_item_list.py"
TWINS = {
    "up": WHEEL,
    "down": WHEEL,
    "page": WHEEL,
    "open": "tests/widgets/test_bars.py::test_a_click_opens_an_entry_and_only_an_entry",
    "letters": f"{CHOICES}::test_a_click_on_an_option_ticks_it_and_takes_the_keys",
    "shift": f"{GRID}::test_a_click_on_a_value_gives_it",
    "pair": f"{PAIRS}::test_a_row_is_taken_and_a_letter_given_under_the_mouse",
    "shift-letter": f"{PAIRS}::test_a_row_is_taken_and_a_letter_given_under_the_mouse",
    "certainty": f"{SURE}::test_a_click_on_a_level_says_it_on_one_line_or_three",
    "self": f"{SURE}::test_a_click_on_an_answer_marks",
    "position": f"{ITEMS}::test_a_second_click_on_a_row_offers_the_degrees_again",
    "other-lesson": "tests/tui/test_mouse.py::test_a_click_opens_another_lesson",
}
"""What a click does in place of a key: why none is wanted, or the test of that click."""
ASKS_FOR_THEM = ("help", "help-writing", "palette")
"""Keys of the bottom line behind which all others of the place can be clicked."""


class Watch:
    """Notes the keys that a mouse cannot reach, place by place."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.missing: set[tuple[str, str, str]] = set()
        self.places: set[tuple[str, str]] = set()

    def look(self) -> None:
        """Look at the place where the person is."""
        screen = self._person.app.screen
        where = self._person.place, self._person.focus
        self.places.add(where)
        seen = {each.id for bar in screen.query(KeyBar) for each in drawn(bar)}
        has_list = not screen.is_modal and any(each in seen for each in ASKS_FOR_THEM)
        for each in keys_at_hand(screen):
            in_list = has_list and each.pressed
            if not ((each.id in seen and each.pressed) or in_list or each.id in TWINS):
                self.missing.add((*where, each.id))


def drawn(bar: KeyBar) -> list[Key]:
    """Return the keys that a bottom line has room for."""
    text = " ".join(line.plain for line in bar.lines(bar.content_size.width))
    found = map(key, bar.keys)
    return [each for each in found if f"{each.shown} {each.label}" in text]


async def test_every_key_of_home_and_what_it_leads_to_can_be_clicked(
    home: Path,
) -> None:
    async with sitting(home, size=USUAL) as person:
        watch = Watch(person)
        watch.look()
        for bound in HomeScreen.BINDINGS:
            assert isinstance(bound, Binding)
            await person.press(bound.key.split(",")[0])
            watch.look()
            await person.press("escape")
            assert person.place == "HomeScreen"
        for keys in ("d m", "escape down t", "escape escape ctrl+p"):
            await person.press(*keys.split())
            watch.look()

    assert not watch.missing
    assert len(watch.places) > 8


@pytest.mark.no_cover
@pytest.mark.parametrize(("target", "seed"), [("lecon", 1), ("relais", 2)])
async def test_every_key_of_a_run_can_be_clicked(
    home: Path, target: str, seed: int
) -> None:
    acts = acts_of(COURSE, home, target, seed)
    async with sitting(home, target, seed=seed, size=USUAL) as person:
        watch = Watch(person)
        for act in acts:
            watch.look()
            await person.read()
            watch.look()
            for pressed in act.keys:
                for sign in written(pressed):
                    person.send(sign)
                if pressed in SETTLED:
                    await person.settle()
                    watch.look()
            if act.goes_on:
                await person.go_on()
        watch.look()

    assert not watch.missing
    assert len(watch.places) > 4


async def test_a_click_opens_another_lesson() -> None:
    told = Told(
        "q-un", "Qui paie ?", "Tout le monde.", (("l-a", "Une"), ("l-b", "Deux"))
    )
    listed = ToldList([told])
    async with on_stage(listed) as (stage, pilot):
        await click_word(pilot, listed, "Deux")

    assert [each.lesson for each in stage.said(ToldList.Opened)] == ["l-b"]


async def test_a_section_of_home_opens_under_the_mouse(home: Path) -> None:
    async with sitting(home, size=TALL) as person:
        await person.click_text("Où j'en suis")
        assert person.place == "DesScreen"


async def test_a_key_is_pressed_from_the_help_under_the_mouse(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.click_text("? aide")
        assert person.place == "HelpScreen"
        await person.click_text("chercher dans tout le cours")
        assert person.place == "SearchScreen"


@pytest.mark.parametrize("key_id", TWINS)
def test_what_stands_for_a_key_is_known_and_tested(key_id: str) -> None:
    path, _, name = TWINS[key_id].partition("::")
    assert key_id in {each.id for each in KEYS}
    if name:
        source = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        names = {getattr(node, "name", "") for node in source.body}
        assert name in names
