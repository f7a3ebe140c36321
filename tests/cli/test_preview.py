"""`tutor preview` where there is no terminal: the slips of the file, as check says them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

LESSON = "---\nid: seul\ntitre: Seul\n---\n\nDu texte.\n"
SMALL = ("--course", str(COURSE))


@pytest.mark.parametrize("more", ["", "\n::: quizz\n:::\n"])
def test_in_a_pipe_it_prints_what_check_prints_and_ends_alike(
    tutor: Command, tmp_path: Path, more: str
) -> None:
    path = tmp_path / "seul.md"
    path.write_text(LESSON + more, encoding="utf-8")
    said, checked = (
        tutor(*SMALL, "preview", str(path)),
        tutor(*SMALL, "check", str(path)),
    )

    assert (said.status, said.out) == (checked.status, checked.out)
    first, _, rest = said.err.partition("\n")
    assert first == (
        "Pas de terminal ici : voici les problèmes du fichier. Pour les avoir seuls : "
        f"tutor check {path}"
    )
    assert rest == checked.err
    assert said.status == bool(more)
    assert {each.name for each in tutor.home.iterdir()} == {"cache"}


@pytest.mark.parametrize("name", ["absent.md", "", "x" * 5000])
def test_a_file_that_is_not_there_is_wrong_use(tutor: Command, name: str) -> None:
    said = tutor(*SMALL, "preview", str(COURSE / name))

    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tutor : ")
