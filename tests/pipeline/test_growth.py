"""Twice the text takes twice the work, not four times."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pipeline.reading import HEAD, assert_tellable, read
from tutor.pipeline.courses import read_alone

pytestmark = pytest.mark.no_cover

FEW = 60
TIMES = 8
TOLERATED = 3
"""How far above proportion a busy machine may push the ratio; squares give 8."""
QUESTION = "::: qru {{#q{0}}}\nChoisissez.\n\n- [x] a\n  > b\n- [ ] c\n  > d\n:::\n"


class Shape(NamedTuple):
    """A file of any length: the same piece again and again."""

    piece: str
    before: str = ""
    after: str = ""

    def text(self, number: int) -> str:
        """Return so many pieces."""
        return self.before + "".join(map(self.piece.format, range(number))) + self.after


SHAPES = {
    "questions": Shape(QUESTION),
    "headings": Shape("## Titre {0}\n\nDu texte.\n\n"),
    "callouts": Shape("::: note\nUn mot.\n:::\n"),
    "steps": Shape("### Étape {0}\n\n", "## Cas {#cas .dossier}\n\n"),
    "one long paragraph": Shape("un **mot** et `un autre` sans fin\n"),
    "links to one long address": Shape("[a] ", f"[a]: {'x' * 15_000}\n\n"),
    "unclosed blocks": Shape("::: qru {{#q{0}}}\n"),
    "table rows": Shape("| a | b |\n", "| a | b |\n|---|---|\n"),
    "open brackets": Shape("[[[[[[[[[[\n"),
    "stars": Shape("**a *b\n"),
    "blanks in an opening": Shape(" " * 15, ":::a", "b"),
    "blanks in a heading": Shape("a     ", "# ", "{"),
    "colons": Shape(":::::::", "", "x"),
    "braces in an opening": Shape("{{{{{{{{", "::: qru "),
    "braces in a heading": Shape("{{a}} {{ b", "# "),
    "equals signs": Shape("a=", "# {", "}"),
    "no-break quotes": Shape("« « « "),
    "accents": Shape("`` ` "),
    "columns": Shape("|a|b|"),
}


def cost(read_text: Callable[[str], object], text: str) -> float:
    """Return the seconds of processor a text takes, the best of three."""
    costs = []
    for _ in range(3):
        start = time.process_time()
        read_text(text)
        costs.append(time.process_time() - start)
    return min(costs)


def assert_proportional(read_text: Callable[[str], object], shape: Shape) -> None:
    """Assert that a longer text takes longer in proportion."""
    short, long = shape.text(FEW), shape.text(FEW * TIMES)
    gc.disable()
    try:
        few, many = cost(read_text, short), cost(read_text, long)
    finally:
        gc.enable()
    assert many < TIMES * TOLERATED * few


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    assert_proportional(lambda text: read(HEAD + text), SHAPES[name])


@pytest.mark.parametrize(
    "shape",
    [
        Shape("a     ", "## IF-01 ", "{"),
        Shape("## IF-{0} a\n\nb\n"),
        Shape("| ", "|", "x"),
    ],
    ids=["blanks", "many", "bars"],
)
def test_reference_files_grow_no_faster_either(shape: Shape, tmp_path: Path) -> None:
    path = tmp_path / "idees-fausses.md"

    def read_text(text: str) -> None:
        path.write_text(text, encoding="utf-8")
        read_alone(path, path.name)

    assert_proportional(read_text, shape)


def test_five_thousand_blocks_are_all_read() -> None:
    block = Shape("::: reflexion {{#r{0}}}\nÉcrivez.\n:::\n")

    unit, problems = read(HEAD + block.text(5000))

    assert problems == []
    assert unit is not None
    assert len(unit.parts) == 5000


@pytest.mark.parametrize(
    "text",
    [
        ">" * 1000 + " a",
        "> " * 1000 + "a",
        "- " * 1000 + "a",
        "1. " * 1000 + "a",
        "".join(f"{'  ' * depth}- a\n" for depth in range(1000)),
        "::: note\n" + "> " * 1000 + "a\n:::",
        "::: qru {#q}\nChoisissez.\n\n- [ ] a\n" + "  > " * 1000 + "b\n:::",
    ],
    ids=["quotes", "spaced", "lists", "numbers", "lines", "note", "feedback"],
)
def test_a_thousand_levels_are_refused_with_a_line(text: str) -> None:
    unit, problems = read(HEAD + text)

    assert unit is not None
    assert "trop-profond" in [problem.code for problem in problems]
    assert_tellable(problems, HEAD + text)
