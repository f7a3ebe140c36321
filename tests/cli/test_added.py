"""`--add` lays local lessons over the course, for every command."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

pytestmark = pytest.mark.no_cover

LESSON = """---
id: chez-nous
titre: "Chez nous"
---

# Chez nous

::: qru {#chez-nous-1 comp="C5.N.1"}
Qui ?

- [x] elle
  > oui
- [ ] lui
  > non

:::
"""


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """A folder with one lesson."""
    folder = tmp_path / "local"
    folder.mkdir()
    (folder / "chez-nous.md").write_text(LESSON, encoding="utf-8")
    return folder


def test_a_local_lesson_is_played_by_its_id(tutor: Command, local: Path) -> None:
    words = ("--course", str(COURSE), "--add", str(local))
    said = tutor(*words, "play", "chez-nous", "--plain", "--no-shuffle", typed="a\n2\n")

    assert said.status == 0
    assert tutor.answer["question"] == "chez-nous-1"
    assert tutor.answer["course"] == "petit-cours"


def test_status_lists_it_and_never_offers_what_has_gone(
    tutor: Command, local: Path
) -> None:
    words = ("--course", str(COURSE), "--add", str(local))
    tutor(*words, "play", "chez-nous", "--plain", typed="")
    assert "Chez nous (chez-nous)" in tutor(*words, "status").out
    assert "tutor play chez-nous" in tutor(*words, "status").out

    alone = tutor("--course", str(COURSE), "status").out
    assert "chez-nous" not in alone


def test_check_reads_it_too(tutor: Command, local: Path) -> None:
    (local / "chez-nous.md").write_text(
        LESSON.replace("C5.N.1", "C9.X.1"), encoding="utf-8"
    )
    said = tutor("--course", str(COURSE), "--add", str(local), "check")

    assert said.status == 1
    assert f"{local / 'chez-nous.md'}:8" in said.out
    assert "item-inconnu" in said.out


def test_a_folder_that_is_not_there_is_wrong_use(tutor: Command) -> None:
    said = tutor("--course", str(COURSE), "--add", "nulle-part", "status")

    assert said.status == 2
    assert "nulle-part" in said.err
