"""Every text can be read in every theme: contrasts computed from what the code names."""

from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.tui.legible import (
    LINES,
    TEXT,
    UNDER,
    Named,
    colours_of,
    contrast,
    declared,
    in_sheets,
    in_source,
    laid,
    literal_colours,
    sheets,
)
from tests.tui.person import USUAL, sitting
from tutor.domain.looks import THEMES as NAMES
from tutor.domain.looks import ThemeName
from tutor.tui.theme import CONTRAST, DARK, LIGHT, PLAIN, THEMES

pytestmark = pytest.mark.no_cover

COLOURED = [DARK, LIGHT, CONTRAST]
LEAST = {DARK.name: 4.5, LIGHT.name: 4.5, CONTRAST.name: 7.0}
"""WCAG 2.2: level AA for text, level AAA where high contrast is asked for."""
LEAST_LINE = 3.0
"""WCAG 2.2, 1.4.11: what bounds something one can act upon."""
BASES = ("background", "surface", "panel")
MEANT = ("foreground", "quiet", "primary", "secondary", "success", "warning", "error")


@cache
def texts() -> set[Named]:
    """Return every colour a text is written in."""
    over, _ = in_source(set(colours_of(DARK)))
    named = {*in_sheets(TEXT), *over, *((name, 100) for name in MEANT)}
    return {each for each in named if not _is_apart(each)}


@cache
def grounds() -> set[Named]:
    """Return every colour a text stands on."""
    _, under = in_source(set(colours_of(DARK)))
    named = {*in_sheets(UNDER), *under, *((name, 100) for name in BASES)}
    return {each for each in named if not _is_apart(each)}


def _is_apart(named: Named) -> bool:
    """Return whether a colour is no text, or belongs to a cursor or a selection."""
    return named[0] in LINES or named[0].startswith("input-")


def too_faint(theme: Theme) -> dict[tuple[Named, Named, str], float]:
    """Return the pairs of a theme that cannot be read, with their contrast."""
    colours, least = colours_of(theme), LEAST[theme.name]
    found = {}
    for base, ground, text in product(BASES, grounds(), texts()):
        under = laid(ground, Color.parse(colours[base]), colours)
        measured = contrast(laid(text, under, colours), under)
        if measured < least:
            found[text, ground, base] = round(measured, 2)
    return found


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_everything_it_may_stand_on(theme: Theme) -> None:
    assert {("quiet", 100), ("foreground", 100)} <= texts()
    assert {("here", 100), ("panel", 100)} <= grounds()
    assert too_faint(theme) == {}


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_the_cursor_and_the_selection_of_a_field_can_be_read(theme: Theme) -> None:
    colours = colours_of(theme)
    for part in ("cursor", "selection"):
        over, under = (
            Color.parse(colours[f"input-{part}-{side}"])
            for side in ("foreground", "background")
        )
        assert contrast(over, under) >= LEAST[theme.name]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_what_bounds_and_what_has_the_keys_can_be_seen(theme: Theme) -> None:
    colours = colours_of(theme)
    named = [
        colours["edge"],
        *(colours[n].split()[-1] for n in colours if "frame" in n),
    ]
    assert len(named) == 5
    for name, ground in product(named, BASES):
        assert contrast(Color.parse(name), Color.parse(colours[ground])) >= LEAST_LINE


def test_a_known_pair_has_the_contrast_everybody_computes() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)
    assert contrast(white, white) == 1


def test_a_faint_colour_would_be_found() -> None:
    faint = Theme(**{**vars(LIGHT), "warning": "#d9a441"})
    assert {text for text, _, _ in too_faint(faint)} == {("warning", 100)}


def test_no_screen_has_a_colour_of_its_own() -> None:
    assert literal_colours() == {}


def test_nothing_is_made_faint_otherwise() -> None:
    fading = {"opacity", "text-opacity", "tint", "background-tint"}
    found = [
        (path.name, name, value)
        for path in sheets()
        for name, value in declared(path)
        if (name in fading and value not in {"100%", "transparent"})
        or "dim" in value.split()
    ]
    assert found == []


def test_the_theme_without_colour_leaves_every_colour_to_the_terminal() -> None:
    own = {"ansi_default", "transparent"}
    colours = colours_of(PLAIN)
    said = {name: colours[name].split()[0] for name in (*MEANT, *BASES, *LINES, "here")}
    assert set(said.values()) <= own
    others = {v for v in colours.values() if v.startswith("ansi_")}
    assert {v.split()[0] for v in others} == {"ansi_default"}


def test_every_theme_has_its_name_and_they_name_the_same_things() -> None:
    assert tuple(THEMES) == NAMES == get_args(ThemeName)
    named = [set(theme.variables) for theme in COLOURED]
    assert named[0] == named[1] == named[2] <= set(PLAIN.variables)


async def test_without_colour_nothing_drawn_has_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(home, "l-une", size=USUAL) as person:
        await person.press("b", "enter")
        assert person.app.theme == PLAIN.name
        assert "▸" in person.seen or "1" in person.seen
        for strip in person.app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                colours = [] if style is None else [style.color, style.bgcolor]
                assert all(each is None or each.is_default for each in colours)
