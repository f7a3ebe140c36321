"""How legible two colours are together, and which colours the screens use."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from textual.color import Color
from textual.theme import Theme

import tutor.tui
from tests.architecture.tree import texts_of

FOLDER = Path(tutor.tui.__file__).parent
NAMED = re.compile(r"(on )?\$([a-z][a-z-]*)(?: (\d+)%)?")
RULE = re.compile(r"([a-z-]+)\s*:\s*([^;{}]+);")
TEXT = {"color", "link-color", "link-color-hover"}
UNDER = {"background", "link-background", "link-background-hover"}
LINES = {"rule", "edge"}
"""Colours of lines and marks that say nothing by themselves."""
Named = tuple[str, int]
"""A colour of the themes and how much of it is laid on, in percent."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two opaque colours as WCAG computes it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    parts = [part / 255 for part in colour.rgb]
    low, high = 0.04045, 2.4
    linear = [p / 12.92 if p <= low else ((p + 0.055) / 1.055) ** high for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def colours_of(theme: Theme) -> dict[str, str]:
    """Return everything a theme names."""
    return {**theme.to_color_system().generate(), **theme.variables}


def laid(named: Named, under: Color, colours: dict[str, str]) -> Color:
    """Return the colour seen where a named one is laid on another."""
    name, percent = named
    return under.blend(Color.parse(colours[name]), percent / 100, 1.0)


def sheets() -> list[Path]:
    """Return every style sheet."""
    return sorted(FOLDER.rglob("*.tcss"))


def declared(path: Path) -> Iterator[tuple[str, str]]:
    """Yield every property of a style sheet with its value."""
    yield from RULE.findall(path.read_text(encoding="utf-8"))


def in_sheets(properties: set[str]) -> set[Named]:
    """Return the colours that some properties of the style sheets name."""
    said = [v for path in sheets() for name, v in declared(path) if name in properties]
    return {named for value in said for named, _ in _named(value)}


def in_source(known: set[str]) -> tuple[set[Named], set[Named]]:
    """Return the colours that styles of the source name: of text, and under it.

    Args:
        known: the names of the themes; a `$name` of a markup's values is none.
    """
    over: set[Named] = set()
    under: set[Named] = set()
    for path in sorted(FOLDER.rglob("*.py")):
        for text in texts_of(path):
            for named, is_under in _named(text):
                if named[0] in known:
                    (under if is_under else over).add(named)
    return over, under


def _named(text: str) -> list[tuple[Named, bool]]:
    """Return the colours a text names, and whether each lies under the text."""
    return [
        ((name, int(percent or 100)), bool(on))
        for on, name, percent in NAMED.findall(text)
    ]


def literal_colours() -> dict[str, list[str]]:
    """Return what style sheets and sources colour otherwise than by a theme's name."""
    found: dict[str, list[str]] = {}
    for path in sheets():
        faults = [
            f"{name}: {value}"
            for name, value in declared(path)
            if name in TEXT | UNDER and "$" not in value and value != "transparent"
        ]
        if faults:
            found[path.name] = faults
    for path in sorted(FOLDER.rglob("*.py")):
        hexes = re.findall(r"#[0-9a-fA-F]{6}\b", " ".join(_strings(path)))
        if hexes and path.name != "theme.py":
            found[path.name] = hexes
    return found


def _strings(path: Path) -> list[str]:
    """Return every string of a source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [node.value for node in nodes if isinstance(node.value, str)]
