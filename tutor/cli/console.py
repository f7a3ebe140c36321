"""Plain input and output: prompts on stdout, refusals on stderr, no escape codes."""

import sys
from collections.abc import Callable

from tutor.cli.fitting import put
from tutor.domain.errors import TutorError
from tutor.locale import say

QUIT, HELP, HINT, SKIP = "q", "?", "i", "p"
YES, NO = ("o", "oui", "y", "yes"), ("n", "non", "no")
"""Each as either language writes it."""

Aside = Callable[[str], bool]
"""Does what a line asks beside what is asked; returns whether it asked anything."""


class Leaving(Exception):  # noqa: N818 - a wish, not an error
    """The person leaves: `q`, or the end of input."""


class Console:
    """Reads lines and prints lines."""

    def __init__(self) -> None:
        self._echoes = sys.stdin.isatty()
        self.aside: Aside | None = None
        """What takes the words that work at every prompt."""

    def tell(self, line: str = "") -> None:
        """Print one line."""
        put(line)

    def refuse(self, error: TutorError) -> None:
        """Say on stderr why an input is not taken."""
        put(say(error.message_id, **error.values), err=True)

    def warn(self, line: str) -> None:
        """Say something on stderr."""
        put(line, err=True)

    def read(self, prompt: str, about: str = "") -> str:
        """Return the next line of the person that answers what is asked.

        The words that work at every prompt are done first, and the prompt said again.

        Args:
            prompt: what is asked.
            about: how to answer, for `?`; empty where the caller says it.

        Raises:
            Leaving: the input has ended.
        """
        while True:
            line = self.read_as_typed(prompt)
            if not self._takes(line, about):
                return line

    def read_as_typed(self, prompt: str) -> str:
        """Return the next line, whatever it says: it may be a line of a text.

        Args:
            prompt: what is asked.

        Raises:
            Leaving: the input has ended.
        """
        if prompt:
            put(prompt, nl=not self._echoes)
        return self._next_line()

    def read_if_any(self, prompt: str, about: str) -> str:
        """Return the next line, asked for only where somebody sits at a terminal.

        Args:
            prompt: what is asked.
            about: how to answer, for `?`.

        Raises:
            Leaving: the input has ended.
        """
        return self.read(prompt if self._echoes else "", about)

    def _takes(self, line: str, about: str) -> bool:
        """Do what a line asks beside what is asked; return whether it did."""
        if line.strip() == HELP and not about:
            return False
        if line.strip() == HELP:
            self.tell(about)
        if self.aside is None:
            return line.strip() == HELP
        aside, self.aside = self.aside, None  # inside, they are no words of their own
        try:
            return aside(line)
        finally:
            self.aside = aside

    def _next_line(self) -> str:
        """Return the next line of the input.

        Raises:
            Leaving: it has ended.
        """
        line = sys.stdin.readline()
        if not line:
            if self._echoes:
                put()  # the keys that end the input leave the cursor after the prompt
            raise Leaving
        return line.rstrip("\r\n")
