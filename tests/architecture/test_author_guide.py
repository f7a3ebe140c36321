"""Whatever the author's guide shows, or an editor inserts, passes the check."""

import json
import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.factories import StoppedClock
from tutor.pipeline.cards import CALLOUTS, CARDS, DRAW
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.services.checking import check_paths

pytestmark = pytest.mark.no_cover

GUIDE = (ROOT / "docs" / "guide-auteur.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
SNIPPETS = json.loads(
    (ROOT / "docs" / "vscode-extraits.code-snippets").read_text(encoding="utf-8")
)
HEAD = '---\nid: exemple\ntitre: "Exemple"\n{panel}---\n\n# Exemple\n\n'
PANEL = "panel: {date: 2026-05-12, effectif: 12, professions: [IDE]}\n"
KINDS = {*EXTRA_NAMES, *CARDS, *CALLOUTS, DRAW}


def problems_of(folder: Path, text: str) -> list[str]:
    """Return what the check says of a text, infos left out."""
    path = folder / "exemple.md"
    if not text.startswith("---"):
        text = HEAD.format(panel=PANEL) + text
    path.write_text(text, encoding="utf-8")
    report = check_paths(ROOT, (str(path),), StoppedClock())
    return [f"{p.line} {p.code}" for p in report.problems if p.severity != "info"]


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_every_example_of_the_guide_passes(tmp_path: Path, number: int) -> None:
    assert problems_of(tmp_path, SHOWN[number]) == []


def test_every_kind_of_block_has_an_example() -> None:
    opened = set(re.findall(r"^::: ([a-z]+)", "\n".join(SHOWN), re.MULTILINE))

    assert opened == KINDS, "docs/guide-auteur.md shows each kind once, and no other"


def filled(body: list[str]) -> str:
    """Return a snippet as an editor leaves it when nothing is typed."""
    text = re.sub(r"\$\{\d+\|(\w+),[^}]*\}", r"\1", "\n".join(body))
    return re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", text).replace("$0", "")


@pytest.mark.parametrize("name", sorted(SNIPPETS))
def test_every_snippet_passes_as_it_is_inserted(tmp_path: Path, name: str) -> None:
    assert problems_of(tmp_path, filled(SNIPPETS[name]["body"])) == []


def test_snippets_cover_what_authors_write() -> None:
    bodies = "\n".join(filled(each["body"]) for each in SNIPPETS.values())
    opened = set(re.findall(r"^::: ([a-z]+)", bodies, re.MULTILINE))

    lacking = KINDS - {"qrpl", "tcs", *CALLOUTS} - opened
    assert not lacking, "write a snippet in docs/vscode-extraits.code-snippets"
