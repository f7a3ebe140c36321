"""One list of keys: bound, named at the bottom, shown in the help."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

import tutor.tui
from tests.tui.person import USUAL, sitting
from tutor.tui.keys import KEYS, Key
from tutor.tui.screens.help import help_text
from tutor.tui.screens.run import KEYS_OF_FOCUS


def classes() -> Iterator[type[DOMNode]]:
    """Yield every app, screen and widget of the full screen."""
    for module in pkgutil.walk_packages(tutor.tui.__path__, "tutor.tui."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, DOMNode):
                yield thing


def own_bindings() -> list[Binding]:
    """Return the bindings that our classes declare themselves."""
    ours = {each for each in classes() if each.__module__.startswith("tutor.tui.")}
    return [
        bound
        for each in ours
        for bound in each.__dict__.get("BINDINGS", [])
        if isinstance(bound, Binding)
    ]


def inherited_keys() -> set[str]:
    """Return the keys that fields and scrolling views answer by themselves."""
    merged = [each._merge_bindings() for each in (Input, TextArea, VerticalScroll)]
    return {name for each in merged for name in each.key_to_bindings}


NATIVE = {"page", "submit-writing", "field"}
"""Keys that Textual's own widgets answer."""


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_of_the_list_is_bound_somewhere(key: Key) -> None:
    ours = {
        name
        for bound in own_bindings()
        if bound.id == key.id
        for name in bound.key.split(",")
    }
    assert set(key.keys.split(",")) <= (inherited_keys() if key.id in NATIVE else ours)


def test_every_binding_comes_from_the_list() -> None:
    known = {key.id for key in KEYS}
    bound = own_bindings()
    assert len(bound) > len(KEYS)
    assert {each.id for each in bound} <= known


def test_every_place_of_a_run_names_keys_of_the_list() -> None:
    known = {key.id for key in KEYS}
    named = {key_id for keys in KEYS_OF_FOCUS.values() for key_id in keys}
    assert named <= known


@pytest.mark.no_cover
@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_the_help_shows_every_key_with_what_it_does(key: Key) -> None:
    places = (key.place,) if key.place == "preview" else ()
    lines = help_text(*places).splitlines()
    assert any(key.shown in line and key.label in line for line in lines)


@pytest.mark.no_cover
@pytest.mark.parametrize("opening", ["question_mark", "f1"])
async def test_help_opens_and_closes_where_one_is(home: Path, opening: str) -> None:
    async with sitting(home, "l-une", size=USUAL) as person:
        await person.press("b", opening)
        assert person.place == "HelpScreen"
        assert "Touches" in person.seen
        await person.press(opening if opening != "f1" else "escape")
        assert person.place == "RunScreen"
        assert "◉ b" in person.seen


@pytest.mark.no_cover
async def test_q_in_the_help_closes_the_help_and_not_the_tutor(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("question_mark", "q")
        assert person.place == "HomeScreen"
        assert not person.has_left
