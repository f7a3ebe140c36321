"""Draw the pictures of the README and of the tour: `python -m tests.looks.pictures`."""

import asyncio
import contextlib
import html
import io
import re
import sys
import tempfile
from pathlib import Path
from random import Random

from rich.console import Console as Paper
from rich.text import Text
from typing_extensions import override

from tests.cli.small import Keyboard
from tests.course.shipped import ROOT, known_at
from tests.factories import StoppedClock
from tests.looks.scenes import TOUR, Scene, app_of, walk_of
from tutor.cli.console import Console
from tutor.cli.plain_run import PlainRun
from tutor.services.desk import Desk

FOLDER = Path(__file__).parents[2] / "docs" / "images"
PLAIN = "ligne-a-ligne"
"""The picture of plain mode."""
TITLE = "Tuteur CPTS"
COLUMNS = 80
_LEFT_OUT = re.compile(
    r"@font-face\s*\{.*?\}|<!--.*?-->"
    r'|<clipPath id="terminal-\d+-line-\d+">.*?</clipPath>\s*'
    r'| clip-path="url\(#terminal-\d+-line-\d+\)"',
    re.DOTALL,
)
"""Fonts from the network, comments, and the edges of lines, half of what a file weighs."""
_FONT = re.compile(r"font-family: (?:Fira Code, monospace|arial);")
_LOCAL = "font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;"
_MARK = re.compile(r"terminal-\d+-")
"""Before each name in a picture; what is in it decides on the number."""
_LINE = re.compile(r"<text[^>]*>(.*?)</text>")


class _Echoing(Keyboard):
    """A keyboard whose lines are seen, as on a terminal."""

    @override
    def readline(self) -> str:
        """Return the next line, once it is on the screen."""
        line = super().readline()
        sys.stdout.write(line)
        return line


def at_home(drawn: str) -> str:
    """Return a picture that fetches nothing: fonts are those of who looks at it."""
    drawn = _FONT.sub(_LOCAL, _LEFT_OUT.sub("", drawn))
    return _MARK.sub("t-", drawn)


async def picture(scene: Scene) -> str:
    """Return a scene as SVG that fetches nothing."""
    with tempfile.TemporaryDirectory() as home:
        app = app_of(scene, Path(home))
        async with app.run_test(size=scene.size) as pilot:
            await walk_of(scene)(pilot)
            drawn = app.export_screenshot(title=TITLE)
    return at_home(drawn)


def plain_picture() -> str:
    """Return a question answered line by line, as SVG that fetches nothing."""
    with tempfile.TemporaryDirectory() as home, contextlib.ExitStack() as stack:
        place = known_at(Path(home))
        desk = Desk(ROOT, place, StoppedClock(), Random(0))
        stack.callback(desk.close)
        said = stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stdin, sys.stdin = sys.stdin, _Echoing("b\n3\n", at_terminal=True)
        stack.callback(setattr, sys, "stdin", stdin)
        PlainRun(desk, desk.start("mis-acces-01", seed=1), Console()).play()
    paper = Paper(record=True, width=COLUMNS, file=io.StringIO())
    paper.print(Text(said.getvalue().strip()))
    return at_home(paper.export_svg(title=TITLE))


def words_of(drawn: str) -> list[str]:
    """Return what can be read in a picture, in its order.

    Args:
        drawn: SVG.
    """
    lines = (html.unescape(each) for each in _LINE.findall(drawn))
    return [each for line in lines if (each := " ".join(line.split()))]


def all_pictures() -> dict[str, Scene | None]:
    """Return every picture by its name, with its scene; plain mode has none."""
    return {**{each.name: each for each in TOUR}, PLAIN: None}


def drawn_now(name: str) -> str:
    """Return a picture as the tutor draws it now.

    Args:
        name: one of `all_pictures`.
    """
    scene = all_pictures()[name]
    return plain_picture() if scene is None else asyncio.run(picture(scene))


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in all_pictures():
        (FOLDER / f"{name}.svg").write_text(drawn_now(name), encoding="utf-8")


if __name__ == "__main__":
    main()
