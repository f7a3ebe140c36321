"""Lines for a terminal: broken between words, where it would break them inside one."""

import os
import re
import sys
from typing import TextIO

import click

NARROWEST = 20
"""Columns below which a terminal breaks lines as it likes."""
_LEAD = r" *(?:(?:-|[a-z]\.|[0-9]{1,3}\.) )?"
"""What the lines that follow stand below of: the letter of an option, a dash."""


def put(line: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a line for people.

    Args:
        line: the line, however long.
        err: whether it goes to stderr.
        nl: whether it ends there, or something is typed after it.
    """
    click.echo(fitted(line, sys.stderr if err else sys.stdout), err=err, nl=nl)


def fitted(text: str, stream: TextIO | None) -> str:
    """Return a text as a stream shows it best.

    A terminal breaks a long line wherever its edge is: a screen reader, or a Braille
    display, that goes from line to line then gives a word in two pieces. A pipe or a
    file gets each line whole.

    Args:
        text: lines of any length.
        stream: where they go.
    """
    columns = _columns_of(stream)
    if columns < NARROWEST:
        return text
    return "\n".join(broken(line, columns) for line in text.split("\n"))


def _columns_of(stream: TextIO | None) -> int:
    """Return how many columns a stream shows; 0 where it is no terminal, or has gone."""
    try:
        if stream is None or not stream.isatty():
            return 0
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def broken(line: str, columns: int) -> str:
    """Return a line in lines that fit; a word longer than that, such as a path, stays whole.

    Args:
        line: one line; the spaces it ends with are kept, for what is typed after them.
        columns: how long they may be.
    """
    if len(line) <= columns:
        return line
    lead = re.match(_LEAD, line)
    lines = wrapped(line, columns, rest=" " * (lead.end() if lead else 0))
    return "\n".join(lines) + line[len(line.rstrip(" ")) :]


def wrapped(text: str, columns: int, *, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines that fit, no word of it broken.

    Args:
        text: one paragraph.
        columns: how long the lines may be.
        first: what the first line begins with.
        rest: what the others begin with.
    """
    import textwrap

    return textwrap.wrap(
        text,
        columns,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
