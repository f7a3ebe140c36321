"""`tutor convert`: what it writes, where, and what it refuses."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

SMALL = ("--course", str(COURSE), "convert")


@pytest.fixture
def lesson() -> Path:
    """Return a lesson of the small course."""
    return next(iter(sorted((COURSE / "content").glob("*.md"))))


def test_a_sheet_goes_to_stdout_and_nothing_to_stderr(
    tutor: Command, lesson: Path
) -> None:
    said = tutor(*SMALL, str(lesson), "--to", "md-print")

    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("# ")
    assert "**Question 1.**" in said.out
    assert "Corrigé" not in said.out
    assert tutor(*SMALL, str(lesson), "--to", "md-print", "-o", "-").out == said.out


def test_a_file_is_written_whole_and_said_on_stderr(
    tutor: Command, lesson: Path, tmp_path: Path
) -> None:
    target = tmp_path / "feuille.md"
    target.write_text("ancien", encoding="utf-8")
    said = tutor(*SMALL, str(lesson), "--to", "md-print", "--key", "-o", str(target))

    assert (said.status, said.out) == (0, "")
    assert said.err == f"Écrit : {target}.\n"
    assert "# Corrigé" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.glob("*feuille*")] == ["feuille.md"]


def test_a_whole_course_is_one_sheet_with_one_numbering(tutor: Command) -> None:
    said = tutor(*SMALL, str(COURSE), "--to", "md-print")

    assert said.status == 0
    assert said.out.count("**Question 1.**") == 1
    assert said.out.count("**Question 12.**") == 1


def test_no_input_file_is_ever_written_over(tutor: Command, tmp_path: Path) -> None:
    path, link = tmp_path / "seul.md", tmp_path / "lien.md"
    text = "---\nid: seul\ntitre: Seul\n---\n\nDu texte.\n"
    path.write_text(text, encoding="utf-8")
    link.hardlink_to(path)
    for target in (str(path), str(link), str(tmp_path / "." / "seul.md")):
        said = tutor("convert", str(path), "--to", "md-print", "-o", target)

        assert said.status == 2
        assert "serait écrasé" in said.err
    assert path.read_text(encoding="utf-8") == text


def test_a_block_that_does_not_read_is_left_out_and_said(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "seul.md"
    head = "---\nid: seul\ntitre: Seul\n---\n\n"
    path.write_text(f"{head}Du texte.\n\n::: quizz\n:::\n", encoding="utf-8")
    said = tutor("convert", str(path), "--to", "md-print")

    assert (said.status, said.out) == (0, "# Seul\n\nDu texte.\n")
    assert "ligne 8, Aucun bloc ne s'appelle « quizz »" in said.err


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("absent.md", "--to", "md-print"), (2, "« absent.md » n'existe pas.")),
        (("x.md",), (2, "Dites sous quelle forme écrire")),
        ((), (2, "Argument manquant")),
        (("x.md", "--to", "gibi"), (2, "Valeur impossible pour form")),
        (
            ("{course}/content/cours.toml", "--to", "md-print"),
            (2, "Rien à écrire dans"),
        ),
        (("{empty}", "--to", "md-print"), (2, "Rien à écrire dans")),
        (("{broken}", "--to", "md-print"), (3, "ne peut pas être joué")),
        (("{lesson}", "--to", "md-print", "-o", "{empty}"), (3, "est un dossier")),
    ],
)
def test_what_cannot_be_written_is_refused(
    tutor: Command,
    tmp_path: Path,
    lesson: Path,
    words: tuple[str, ...],
    refusal: tuple[int, str],
) -> None:
    empty, broken = tmp_path / "vide", tmp_path / "sans-tete.md"
    empty.mkdir()
    broken.write_text("---\ntitre: [\n---\n", encoding="utf-8")
    values = {"course": COURSE, "empty": empty, "broken": broken, "lesson": lesson}
    said = tutor(*SMALL, *(word.format(**values) for word in words))

    assert (said.status, said.out) == (refusal[0], "")
    assert refusal[1] in said.err
