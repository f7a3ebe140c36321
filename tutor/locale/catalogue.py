"""Look messages up, fill them in, and pick singular or plural."""

import re
from functools import cache
from importlib import import_module

from tutor.locale.typography import no_break

_PAGES = (
    "reading",
    "relay",
    "attestation",
    "doctor",
    "keeping",
    "review",
    "trace",
    "identity",
    "schema",
    "search",
    "author",
    "coverage",
    "panel",
    "errors",
    "check",
    "home",
    "play",
    "des",
    "cli",
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

PLURAL = 2
"""The first number that takes the plural in French."""


@cache
def _page(name: str) -> dict[str, str]:
    """Load one page of the French catalogue."""
    messages: dict[str, str] = import_module(f"tutor.locale.fr.{name}").MESSAGES
    return messages


def _entry(message_id: str) -> str | None:
    """Return a message as written, or None."""
    page, _, name = message_id.partition(".")
    if page in {"errors", "notices", "answers"}:
        return _page("errors").get(message_id)
    if page == "check":
        return _page(page).get(name) or _page("quality").get(name)
    return _page(page).get(name) if page in _PAGES else None


def say(message_id: str, **values: object) -> str:
    """Return a message in the person's language.

    Args:
        message_id: the page and the name, such as `home.resume`.
        **values: what the message needs.

    Raises:
        KeyError: the catalogue has no such message.
    """
    entry = _entry(message_id)
    if entry is None:
        raise KeyError(message_id)
    shown = {name: _printable(value) for name, value in values.items()}
    return no_break(entry).format_map(shown)


def _printable(value: object) -> object:
    """Return a value that cannot drive a terminal: paths and ids come from outside."""
    return value if isinstance(value, int | float) else _CONTROL.sub("�", str(value))


def count(message_id: str, number: int, **values: object) -> str:
    """Return a message for a number of things: `.one` up to one, in French.

    Args:
        message_id: the page and the name; the singular has `.one` after it.
        number: how many.
        **values: what else the message needs.
    """
    name = f"{message_id}.one" if number < PLURAL else message_id
    return say(name, n=number, **values)


def advise(message_id: str, **values: object) -> str:
    """Return what to do about a message, or an empty text.

    Args:
        message_id: the message; its advice has `.do` after it.
        **values: what the advice needs.
    """
    if _entry(f"{message_id}.do") is None:
        return ""
    return say(f"{message_id}.do", **values)
