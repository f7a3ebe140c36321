"""Refusals of the disk, a second tutor, a reader that has gone."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, Keyboard
from tests.factories import NOON
from tutor.store.opening import open_for_writing
from tutor.store.place import Place

SMALL = ("--course", str(COURSE))
OTHER = "Un autre tuteur est ouvert sur ce carnet"


class Saboteur(Keyboard):
    """A keyboard; before a given line the store becomes a folder."""

    def __init__(self, typed: str, before: int, store: Path) -> None:
        super().__init__(typed)
        self._left = before
        self._store = store

    def readline(self) -> str:
        """Return the next line."""
        self._left -= 1
        if not self._left:
            self._store.unlink(missing_ok=True)
            self._store.mkdir()
        return super().readline()


class Gone(io.StringIO):
    """A reader that closes the pipe after so many lines."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def write(self, text: str, /) -> int:
        """Take a text, or fail as a closed pipe does."""
        self._left -= text.count("\n")
        if self._left < 0:
            raise BrokenPipeError(32, "Broken pipe")
        return super().write(text)


@pytest.fixture
def other_tutor(home: Path) -> Iterator[None]:
    """Another tutor, open at the same home."""
    opened = open_for_writing(Place(home), NOON)
    yield
    assert opened.lock is not None
    opened.lock.release()


@pytest.mark.usefixtures("other_tutor")
def test_a_second_tutor_shows_everything_and_asks_nothing(tutor: Command) -> None:
    said = tutor.play("lecon", "b\n3\n")
    assert said.status == 0
    assert said.err.startswith(f"{OTHER} : lecture seule")
    assert "Fermez l'autre tuteur pour répondre." in said.err
    assert "Question 5 sur 5." in said.out
    assert "Organiser un retour à domicile." in said.out
    assert "Votre réponse" not in said.out
    assert "enregistré" not in said.out
    assert said.out.count("Lecture seule.") == 8
    assert tutor.rows("runs") == []


@pytest.mark.usefixtures("other_tutor")
def test_status_reads_what_another_tutor_writes(tutor: Command) -> None:
    assert tutor(*SMALL, "status")[::2] == (0, "")


class InterruptedAtOnce(io.StringIO):
    """A screen on which Ctrl-C is pressed at the first line of a question."""

    def write(self, text: str, /) -> int:
        """Take a text."""
        if text.startswith("Question"):
            raise KeyboardInterrupt
        return super().write(text)


@pytest.mark.usefixtures("other_tutor")
def test_a_second_tutor_does_not_claim_to_have_saved(
    tutor: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = InterruptedAtOnce()
    monkeypatch.setattr(sys, "stdout", out)
    assert tutor.play("lecon").status == 130
    assert "Rien n'a été enregistré" in out.getvalue()


@pytest.mark.parametrize(
    ("target", "typed", "before"),
    [("l-une", "b\n3\n", 2), ("l-une", "b\n", 2), ("lecon", "p\nq\n", 1)],
)
def test_a_disk_that_refuses_ends_with_3_and_one_clear_line(
    tutor: Command, target: str, typed: str, before: int
) -> None:
    store = tutor.home / "progress.json"
    words = (*SMALL, "play", target, "--plain", "--no-shuffle")
    said = tutor.reading(Saboteur(typed, before, store), *words)
    assert said.status == 3
    assert said.err.startswith(
        f"tutor : Votre carnet « {store} » n'a pas pu être écrit"
    )
    assert len(said.err.splitlines()) == 2
    assert "enregistrée" not in said.out
    assert "Tout est enregistré" not in said.out


@pytest.mark.parametrize("typed", [".\n3\n", "Une note.\n.\n"])
def test_a_disk_that_refuses_a_card_ends_with_3_too(tutor: Command, typed: str) -> None:
    store = tutor.home / "progress.json"
    words = (*SMALL, "play", "lecon", "--plain", "--no-shuffle")
    said = tutor.reading(Saboteur(f"p\np\np\np\n{typed}", 6, store), *words)
    assert said.status == 3
    assert "n'a pas pu être écrit" in said.err
    assert "gardée" not in said.out


@pytest.mark.parametrize("words", [("play", "lecon", "--plain"), ("review",)])
def test_a_home_that_cannot_be_made_ends_with_3(
    tutor: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    file = tmp_path / "fichier"
    file.write_text("occupé")
    monkeypatch.setenv("TUTOR_HOME", str(file / "home"))
    said = tutor(*SMALL, *words)
    assert (said.status, said.out) == (3, "")
    assert "refuse l'écriture" in said.err
    assert "TUTOR_HOME" in said.err
    assert tutor(*SMALL, "status").status == 0


@pytest.mark.parametrize("words", [("play", "lecon", "--plain"), ("status",), ()])
def test_a_store_that_cannot_be_opened_ends_with_3(
    tutor: Command, words: tuple[str, ...]
) -> None:
    (tutor.home / "progress.json").mkdir()
    said = tutor(*SMALL, *words)
    assert (said.status, said.out) == (3, "")
    assert "ne peut pas être ouvert" in said.err


def test_a_damaged_store_is_put_aside_and_said_before_playing(tutor: Command) -> None:
    (tutor.home / "progress.json").write_text("{", encoding="utf-8")
    said = tutor.play("l-une", "b\n3\n")
    assert said.err.startswith("Le carnet était abîmé")
    assert tutor.answer["credit"] == 1
    assert [*tutor.home.glob("progress-abime-*.json")]


def test_status_reads_the_last_copy_of_a_damaged_store_and_says_so(
    tutor: Command,
) -> None:
    tutor.play("l-une", "b\n3\n")
    tutor.play("b-une", "a\n3\n")
    (tutor.home / "progress.json").write_text("{", encoding="utf-8")
    said = tutor(*SMALL, "status")
    assert said.status == 0
    assert "lecture de la copie «" in said.err
    assert "2 réponses enregistrées." in said.out


GONE: list[tuple[int, str, list[int | None]]] = [
    (0, "b\n3\n", []),
    (7, "b\n3\n", [None]),
    (8, "b\n3\n", [3]),
]


@pytest.mark.parametrize(("after", "typed", "stored"), GONE)
def test_a_reader_that_goes_away_ends_quietly_and_loses_no_answer(
    tutor: Command,
    monkeypatch: pytest.MonkeyPatch,
    after: int,
    typed: str,
    stored: list[int | None],
) -> None:
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    monkeypatch.setattr(sys, "stdout", Gone(after))
    said = tutor.play("l-une", typed)
    assert (said.status, said.err) == (0, "")
    assert [row["certainty"] for row in tutor.answers] == stored


def test_a_lock_is_given_back_at_the_end_of_a_run(tutor: Command) -> None:
    for typed in ("b\n3\n", "", "zzz\n"):
        tutor.play("l-une", typed)
        opened = open_for_writing(Place(tutor.home), NOON)
        assert opened.lock is not None
        opened.lock.release()
