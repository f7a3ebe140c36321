"""Plain input and output: prompts on stdout, refusals on stderr, no escape codes."""

import sys

import click

from tutor.domain.errors import TutorError
from tutor.locale import say

QUIT, HELP, HINT, SKIP = "q", "?", "i", "p"


class Leaving(Exception):  # noqa: N818 - a wish, not an error
    """The person leaves: `q`, or the end of input."""


class Console:
    """Reads lines and prints lines."""

    def __init__(self) -> None:
        self._echoes = sys.stdin.isatty()

    def tell(self, line: str = "") -> None:
        """Print one line."""
        click.echo(line)

    def refuse(self, error: TutorError) -> None:
        """Say on stderr why an input is not taken."""
        click.echo(say(error.message_id, **error.values), err=True)

    def warn(self, line: str) -> None:
        """Say something on stderr."""
        click.echo(line, err=True)

    def read(self, prompt: str) -> str:
        """Return the next line of the person.

        Raises:
            Leaving: the input has ended.
        """
        click.echo(prompt, nl=not self._echoes)
        return self._next_line()

    def read_if_any(self, prompt: str) -> str:
        """Return the next line, asked for only where somebody sits at a terminal.

        Raises:
            Leaving: the input has ended.
        """
        return self.read(prompt) if self._echoes else self._next_line()

    def _next_line(self) -> str:
        """Return the next line of the input.

        Raises:
            Leaving: it has ended.
        """
        line = sys.stdin.readline()
        if not line:
            raise Leaving
        return line.rstrip("\r\n")
