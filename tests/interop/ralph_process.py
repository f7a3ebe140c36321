"""A Ralph record store of one's own: its folder, its password, its process."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.architecture.tree import ROOT

PYTHON = ROOT / ".venv-lrs" / "bin" / "python"
SERVER = Path(__file__).with_name("ralph_server.py")
INTERN, FACULTY, STRANGER = "interne", "faculte", "etranger"
SCOPES = {
    INTERN: ("statements/write", "statements/read/mine"),
    FACULTY: ("statements/read",),
    STRANGER: ("statements/write", "statements/read/mine"),
}
"""Who may do what: only the faculty reads what others sent."""
LONGEST_START = 60
SECOND = 0.05


class Ralph:
    """One Ralph, which may be killed and started again on what it holds."""

    def __init__(self, folder: Path) -> None:
        if not PYTHON.exists():
            sys.exit("Ralph is not installed: run `make lrs-venv`.")
        self.password = secrets.token_urlsafe(12)
        self._folder = folder
        for name in ("app", "data"):
            (folder / name).mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None
        for user, scopes in SCOPES.items():
            self._allow(user, scopes)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._port}/xAPI"

    @property
    def ids(self) -> list[bytes]:
        """The lines of its file: statements, however often each is there."""
        path = self._folder / "data" / "statements.jsonl"
        return path.read_bytes().splitlines() if path.exists() else []

    def start(self) -> None:
        """Start it, and wait until it answers."""
        environment = {**self._environment, "PORT": str(self._port)}
        log = (self._folder / "log").open("ab")
        with log:
            self._process = subprocess.Popen(
                [PYTHON, SERVER], env=environment, stdout=log, stderr=log
            )
        began = time.monotonic()
        while not self._answers():
            if self._process.poll() is not None:
                sys.exit((self._folder / "log").read_text(errors="replace")[-2000:])
            if time.monotonic() - began > LONGEST_START:
                self.kill()
                sys.exit("Ralph does not start.")
            time.sleep(SECOND)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        """Return whether somebody listens."""
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self._port)) == 0

    def _allow(self, user: str, scopes: Sequence[str]) -> None:
        """Add somebody to those who may come in, the password hashed by Ralph."""
        command = [str(PYTHON.with_name("ralph")), "auth", "--write-to-disk"]
        command += ["--username", user, "--password", self.password]
        command += ["--agent-ifi-mbox", f"mailto:{user}@example.org"]
        command += [word for scope in scopes for word in ("--scope", scope)]
        subprocess.run(command, env=self._environment, check=True, capture_output=True)

    @property
    def _environment(self) -> dict[str, str]:
        """The settings of Ralph: nothing of it is outside the folder."""
        fs = "RALPH_BACKENDS__LRS__FS__DEFAULT"
        return {
            **os.environ,
            "RALPH_APP_DIR": str(self._folder / "app"),
            "RALPH_AUTH_FILE": str(self._folder / "app" / "auth.json"),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_RUNSERVER_AUTH_BACKENDS": "basic",
            "RALPH_LRS_RESTRICT_BY_AUTHORITY": "true",
            "RALPH_LRS_RESTRICT_BY_SCOPES": "true",
            f"{fs}_DIRECTORY_PATH": str(self._folder / "data"),
            f"{fs}_LRS_FILE": "statements.jsonl",
        }
