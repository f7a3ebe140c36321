"""An expert votes in plain lines; the author adds the votes up."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

LESSON = """---
id: vignettes
titre: "Vignettes"
---

# Vignettes

::: tcs {#v-1 comp="C5.N.1"}
Elle sort ce soir.

| Si vous pensiez à | et que vous apprenez |
|---|---|
| la sortie | pas d'aide |
| la sortie | passage demain |

:::
"""


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lesson with two vignettes, in the folder one works in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "vignettes.md"
    path.write_text(LESSON, encoding="utf-8")
    return path


def test_an_expert_votes_and_the_author_adds_up(tutor: Command, lesson: Path) -> None:
    typed = "infirmière\n-2\nbof\n+1\nTrop tôt.\n"
    said = tutor("panel", "vignettes.md", "-o", "un.json", typed=typed)
    assert said.status == 0
    assert "Aucun nom" in said.out
    assert "Un seul nombre" in said.err
    written = json.loads((lesson.parent / "un.json").read_bytes())
    assert written["profession"] == "infirmière"
    assert [row["value"] for row in written["votes"][0]["rows"]] == [-2, 1]

    merged = tutor("panel", "--merge", "un.json", "vignettes.md")
    assert merged.status == 0
    assert "Un bulletin ajouté à « vignettes.md », votes comptés : 2." in merged.out
    assert "**-2** Trop tôt." in merged.out
    assert "10 votes" in merged.err
    text = lesson.read_text(encoding="utf-8")
    assert "| la sortie | pas d'aide | infirmière | 1 | 0 | 0 | 0 | 0 |" in text
    assert tutor("check", "vignettes.md").status == 0


def test_what_was_voted_before_leaving_is_kept(tutor: Command, lesson: Path) -> None:
    tutor(
        "panel", "vignettes.md", "--profession", "IDE", "-o", "a.json", typed="2\nq\n"
    )
    rows = json.loads((lesson.parent / "a.json").read_bytes())["votes"][0]["rows"]

    assert [row["value"] for row in rows] == [2]


def test_a_profession_is_asked_until_it_has_letters(
    tutor: Command, lesson: Path
) -> None:
    typed = f"12\n{'a' * 61}\nIDE *libérale*\n2\nq\n"
    said = tutor("panel", "vignettes.md", "-o", "a.json", typed=typed)

    assert said.err.count("avec des lettres") == 2
    written = json.loads((lesson.parent / "a.json").read_bytes())
    assert written["profession"] == "IDE libérale"


def test_a_ballot_on_vignettes_that_are_gone_changes_nothing(
    tutor: Command, lesson: Path
) -> None:
    tutor("panel", "vignettes.md", "--profession", "IDE", "-o", "a.json", typed="2\n\n")
    path = lesson.parent / "a.json"
    said = json.loads(path.read_bytes())
    said["votes"][0]["rows"][0]["news"] = "autre chose"
    path.write_text(json.dumps(said), encoding="utf-8")
    before = lesson.read_bytes()

    merged = tutor("panel", "--merge", "a.json", "vignettes.md")

    assert merged.status == 1
    assert "Aucun vote ne trouve sa vignette" in merged.err
    assert "« autre chose »" in merged.err
    assert lesson.read_bytes() == before


@pytest.mark.parametrize("typed", ["", "q\n", "IDE\n", "IDE\n\n\n"])
def test_no_vote_writes_nothing(tutor: Command, lesson: Path, typed: str) -> None:
    said = tutor("panel", "vignettes.md", typed=typed)

    assert said.status == 0
    assert "Aucun vote" in said.err
    assert list(lesson.parent.glob("*.json")) == []


@pytest.mark.parametrize(
    "words",
    [
        ("panel",),
        ("panel", "--merge", "vignettes.md"),
        ("panel", "vignettes.md", "vignettes.md"),
    ],
)
def test_wrong_words_are_said(
    tutor: Command, lesson: Path, words: tuple[str, ...]
) -> None:
    assert lesson.is_file()
    said = tutor(*words)

    assert said.status == 2
    assert said.err


def test_a_file_that_is_not_there_is_said(tutor: Command, lesson: Path) -> None:
    assert lesson.is_file()
    assert tutor("panel", "absent.md").status == 3
    assert tutor("panel", "--merge", "absent.json", "vignettes.md").status == 3
