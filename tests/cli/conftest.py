"""The command run in this process, with its own home and what a person types."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.cli.small import COURSE, Keyboard, eased, stored
from tutor.cli.main import status_of
from tutor.services.library import Library
from tutor.store.place import Place

if TYPE_CHECKING:
    from tests.cli.terminals import Terminal  # only where there are pseudo-terminals


class Said(NamedTuple):
    """What a command gave back."""

    status: int
    out: str
    err: str


class Command:
    """The `tutor` command at one home."""

    def __init__(
        self,
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.home = home
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *words: str, typed: str = "") -> Said:
        """Run the command, lines typed in a pipe."""
        return self.reading(Keyboard(typed), *words)

    def reading(self, keyboard: Keyboard, *words: str) -> Said:
        """Run the command with a keyboard of one's own."""
        self._monkeypatch.setattr(sys, "stdin", keyboard)
        status = status_of([*words])
        out, err = self._capsys.readouterr()
        return Said(status, eased(out), eased(err))

    def play(self, target: str, typed: str = "", *options: str) -> Said:
        """Play a target of the small course in plain mode, in source order."""
        words = ("play", target, "--plain", *(options or ("--no-shuffle",)))
        return self("--course", str(COURSE), *words, typed=typed)

    def resume(self, target: str, typed: str = "") -> Said:
        """Play a target of the small course where it was left."""
        words = ("--course", str(COURSE), "play", target, "--plain")
        return self(*words, typed=typed)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table of the store, read as any program would."""
        return stored(self.home, table)

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The answers stored."""
        return self.rows("answers")

    @property
    def answer(self) -> dict[str, Any]:
        """The one answer stored."""
        (row,) = self.answers
        return row


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the small course, parsed once."""
    place = Place(tmp_path_factory.mktemp("parsed"))
    assert Library(COURSE, place).course.head.id == "petit-cours"
    return place.cache


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed: Path) -> Path:
    """A home of one's own; nothing of the machine's shows through."""
    folder = tmp_path / "home"
    shutil.copytree(parsed, Place(folder).cache)
    monkeypatch.setenv("TUTOR_HOME", str(folder))
    monkeypatch.delenv("TUTOR_COURSE", raising=False)
    return folder


@pytest.fixture
def tutor(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """The command at a fresh home."""
    return Command(home, monkeypatch, capsys)


@pytest.fixture
def terminals() -> Iterator[list["Terminal"]]:
    """Terminals to be closed at the end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()
