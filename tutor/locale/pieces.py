"""Pieces put in one line, with the signs the language of the moment puts between them."""

from collections.abc import Iterable

from tutor.locale.catalogue import say
from tutor.locale.language import language
from tutor.locale.typography import NO_BREAK


def named(name: str, text: object) -> str:
    """Return a text after its name and a colon.

    Args:
        name: what is named.
        text: what is said of it.
    """
    return say("home.named", name=name, text=text)


def listed(texts: Iterable[str]) -> str:
    """Return texts in one line, a semicolon between them.

    Args:
        texts: each without a full stop at its end.
    """
    return semicolon().join(texts)


def semicolon() -> str:
    """Return a semicolon with the spaces around it."""
    return f"{NO_BREAK}; " if language() == "fr" else "; "
