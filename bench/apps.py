"""Published Textual apps whose first paint Home is compared with.

Each has an environment of its own, since what they pin cannot live together:
`make bench-apps` makes them.
"""

import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench.processes import environment, program_to_text
from bench.rounds import AbsentError, Spent
from bench.stage import ROOT

HOME = ROOT / ".venv-bench"
_DOCUMENT = "# Un document\n\nLe premier paragraphe du document.\n"
_REQUEST = "name: demande\nmethod: GET\nurl: https://exemple.invalid/premier\n"


class App(NamedTuple):
    """A published app, and what shows that it has painted what it was given."""

    name: str
    pinned: tuple[str, ...]
    """What to install."""
    prepare: Callable[[Path], tuple[str, ...]]
    """Puts what it opens in a folder, and returns its arguments."""
    mark: str
    """A text of what it opens, or of itself where it opens nothing."""

    @property
    def program(self) -> Path:
        """The program."""
        folder = "Scripts" if sys.platform == "win32" else "bin"
        return HOME / self.name / folder / self.name

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return self.program.exists()


def _document(folder: Path) -> tuple[str, ...]:
    """Write a short Markdown file to be read."""
    path = folder / "document.md"
    path.write_text(_DOCUMENT, encoding="utf-8")
    return (str(path),)


def _collection(folder: Path) -> tuple[str, ...]:
    """Write a collection of one request."""
    (folder / "demande.posting.yaml").write_text(_REQUEST, encoding="utf-8")
    return ("--collection", str(folder))


def _database(folder: Path) -> tuple[str, ...]:
    """Name a database that is not there yet."""
    return ("--adapter", "sqlite", str(folder / "essai.db"))


APPS = (
    App("frogmouth", ("frogmouth==0.9.2",), _document, "premier paragraphe"),
    App("posting", ("posting==2.11.1", "tree-sitter==0.25.2"), _collection, "demande"),
    App("harlequin", ("harlequin==2.17.0",), _database, "Data Catalog"),
)


def app_to_text(app: App, folder: Path) -> Spent:
    """Run an app in a terminal until its content has come out, then kill it.

    Args:
        app: a published app.
        folder: its home, and what it opens; made if need be.

    Raises:
        AbsentError: it is not installed.
        RuntimeError: its content did not come.
    """
    if not app.is_there:
        raise AbsentError(f"{app.name} is not installed: make bench-apps")
    folder.mkdir(exist_ok=True)
    given = {**environment(None), "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    words = (str(app.program), *app.prepare(folder))
    return program_to_text(app.mark, words, given, folder)


def install() -> None:
    """Install what is missing.

    Raises:
        CalledProcessError: one could not be installed.
    """
    for app in APPS:
        if not app.is_there:
            print(f"{app.name}…")
            folder = HOME / app.name
            venv.create(folder, with_pip=True)
            python = app.program.with_name("python")
            pip = (str(python), "-m", "pip", "--disable-pip-version-check", "install")
            subprocess.run([*pip, "--quiet", *app.pinned], check=True)


if __name__ == "__main__":
    install()
