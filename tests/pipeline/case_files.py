"""Read the cases that contributors write in Markdown, beside this file in `cases/`.

A case is a heading `## What it shows`, then fences of four tildes. The word after the
tildes says what a fence holds:

- `body`: what stands under the front matter; lines count from its first line;
- `lesson` or `bank`: a whole file, front matter included;
- a path such as `content/faits.toml`: a file put into the small course of `course/`;
- `problems`: what `tutor check` must say, one `line:column severity code` a line, with
  the path before it where the case holds paths; no such fence means no problem at all;
- `outline`: what the file becomes, as `outline.py` draws it; it may be left out.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
_FENCE = re.compile(r"^~~~~(?: (\S+))?$")
_EXPECTED = ("problems", "outline")


class Case(NamedTuple):
    """One case."""

    name: str
    given: dict[str, str]
    """The text of each fence that is an input."""
    problems: list[str]
    outline: str | None

    @property
    def codes(self) -> set[str]:
        """The codes this case expects."""
        return {line.split()[-1] for line in self.problems}

    @property
    def is_course(self) -> bool:
        """Whether the case puts files into a course."""
        return not self.given.keys() & {"body", "lesson", "bank"}


@cache
def cases() -> tuple[Case, ...]:
    """Return the cases of all files, in order."""
    return tuple(each for path in sorted(FOLDER.glob("*.md")) for each in _read(path))


def _read(path: Path) -> list[Case]:
    """Return the cases of one file."""
    found: list[tuple[str, dict[str, str]]] = []
    inside: str | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        fence = _FENCE.match(line)
        if inside is not None and not fence:
            found[-1][1][inside] += line + "\n"
        elif fence:
            inside = fence.group(1)
            if inside is not None:
                found[-1][1][inside] = ""
        elif line.startswith("## "):
            found.append((f"{path.stem}: {line[3:]}", {}))
    return [_case(name, fences) for name, fences in found]


def _case(name: str, fences: dict[str, str]) -> Case:
    """Return a case made of its fences."""
    given = {key: text for key, text in fences.items() if key not in _EXPECTED}
    assert given, f"{name}: no input"
    problems = fences.get("problems", "").splitlines()
    return Case(name, given, problems, fences.get("outline"))
