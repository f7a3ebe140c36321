"""What word processors and other tools do to a lesson, line by line.

Each slip takes a line of a sound file and returns what it may become, or None where
the slip cannot happen there.
"""

import re
from collections.abc import Callable

from hypothesis import strategies as st

from tutor.domain.course import Unit
from tutor.domain.question import Choice
from tutor.pipeline.mending.mend import Mended, mend
from tutor.pipeline.mending.names import Names

Slip = Callable[[str], str | None]
_TASK = re.compile(r"^- \[([ x])\] (.*)$")


def task(pattern: str, ticked: str, blank: str) -> Slip:
    """Return what rewrites a task, its box by its tick."""

    def slip(line: str) -> str | None:
        found = _TASK.match(line)
        box = ticked if found and found[1] == "x" else blank
        return found and pattern.format(box=box, text=found[2])

    return slip


def in_line(pattern: str, new: str, where: str = "") -> Slip:
    """Return what replaces something in the lines that begin in some way."""

    def slip(line: str) -> str | None:
        made = re.sub(pattern, new, line)
        return made if re.match(where, line) and made != line else None

    return slip


SLIPS: dict[str, Slip] = {
    "bullet": task("• {box} {text}", "[x]", "[ ]"),
    "dash": task("– {box} {text}", "[x]", "[ ]"),
    "drawn box": task("{box} {text}", "☑", "☐"),
    "drawn box after a bullet": task("•\t{box}\u00a0{text}", "☒", "☐"),
    "drawn box in a list": task("- {box} {text}", "☑", "☐"),
    "no space after the box": in_line(r"^- \[x\] (?=\w)", "- [x]"),
    "empty box": in_line(r"^- \[ \] ", "- [] "),
    "glued empty box": in_line(r"^- \[ \] (?=\w)", "- []"),
    "curly quotes": in_line(r'="([^"]*)"', r"=“\1”", r"(?::::|#|- )"),
    "guillemets": in_line(r'="([^"]*)"', "=«\u00a0\\1\u00a0»", ":::"),
    "MyST": in_line(r"^::: (\w+)", r":::{\1}"),
    "Pandoc": in_line(r"^::: (\w+) \{(#[^}]*)\}", r"::: {.\1 \2}"),
    "no id": in_line(r"\{#[a-z0-9-]+ ?", "{", r"::: (?!note|regle|usage|debat)"),
    "feedback cut off": in_line(r"^  > (.*)$", r"\n> \1\n"),
    "ordinary spaces": in_line(r"\u00a0(?=[:;?!»])|(?<=«)\u00a0", " "),
    "unquoted title": in_line(r'^titre: "(.*: [^"]*)"$', r"titre: \1"),
}


@st.composite
def slipped(draw: st.DrawFn, text: str) -> str:
    """Draw a sound file with slips on some of its lines."""
    lines = text.split("\n")
    possible = [
        (number, made)
        for number, line in enumerate(lines)
        for slip in SLIPS.values()
        if (made := slip(line)) is not None
    ]
    for number, made in draw(st.lists(st.sampled_from(possible), max_size=12)):
        lines[number] = made
    return "\n".join(lines)


def mended(text: str, taken: dict[str, str] | None = None) -> Mended:
    """Return a lesson after its repairs, among the files of a course."""
    held = {"essai.md": text, **(taken or {})}
    return mend(text, "lesson", Names(held.items), "essai.md")


def asked(unit: Unit) -> list[object]:
    """Return what a file asks, ids, lines and the kind of spaces left out."""
    return [
        [
            question.kind,
            question.stem,
            [(each.text, each.right, each.feedback) for each in question.options]
            if isinstance(question, Choice)
            else question.model_copy(update={"id": "", "line": 1}),
        ]
        for question in unit.questions
    ]
