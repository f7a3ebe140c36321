"""Look messages up in the gettext catalogues, fill them in, pick the plural."""

import os
import re
from functools import cache
from gettext import GNUTranslations, NullTranslations, translation

from tutor.locale.language import LANGUAGES, Language, language
from tutor.locale.typography import no_break

PAGES = (
    "attestation",
    "author",
    "check",
    "cli",
    "coverage",
    "des",
    "doctor",
    "errors",
    "exchange",
    "export",
    "faculty",
    "home",
    "identity",
    "keeping",
    "keys",
    "panel",
    "plain",
    "play",
    "reading",
    "relay",
    "report",
    "review",
    "schema",
    "search",
    "serve",
    "settings",
    "terminal",
    "trace",
)
"""The catalogues of each language, one gettext domain a page, read when first asked."""

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - lighter than pathlib
_SHARED = {"notices": "errors", "answers": "errors"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MANY = 2
"""A number that takes the plural in French and in English."""


@cache
def _page(lang: str, name: str) -> NullTranslations | GNUTranslations:
    """Load one page of a language's catalogue; French stands in for what it lacks."""
    if name not in PAGES:
        return NullTranslations()
    return translation(name, _FOLDER, list(dict.fromkeys((lang, "fr"))))


def in_every_language(message_id: str) -> frozenset[str]:
    """Return what a message without values is in each language there is.

    Args:
        message_id: the page and the name.
    """
    entries = (_entry(message_id, lang=each) for each in LANGUAGES)
    return frozenset(entry for entry in entries if entry is not None)


def _entry(
    message_id: str, number: int = _MANY, lang: Language | None = None
) -> str | None:
    """Return a message as written, in the plural its number asks for, or None."""
    page = message_id.partition(".")[0]
    words = _page(lang or language(), _SHARED.get(page, page))
    found = words.ngettext(message_id, message_id, number)
    if found == message_id:
        found = words.gettext(message_id)
    return None if found == message_id else found


def say(message_id: str, **values: object) -> str:
    """Return a message in the person's language.

    Args:
        message_id: the page and the name, such as `home.resume`.
        **values: what the message needs.

    Raises:
        KeyError: the catalogue has no such message.
    """
    return _fill(message_id, _entry(message_id), values)


def _fill(message_id: str, entry: str | None, values: dict[str, object]) -> str:
    """Return an entry with its values, and the spaces its language asks for."""
    if entry is None:
        raise KeyError(message_id)
    shown = {name: _printable(value) for name, value in values.items()}
    text = no_break(entry) if language() == "fr" else entry
    return text.format_map(shown)


def _printable(value: object) -> object:
    """Return a value that cannot drive a terminal: paths and ids come from outside."""
    return value if isinstance(value, int | float) else _CONTROL.sub("�", str(value))


def count(message_id: str, number: int, **values: object) -> str:
    """Return a message for a number of things, by the plural rule of the language.

    Args:
        message_id: the page and the name.
        number: how many.
        **values: what else the message needs.

    Raises:
        KeyError: the catalogue has no such message.
    """
    entry = _entry(message_id, number)
    return _fill(message_id, entry, {"n": number, **values})


def advise(message_id: str, **values: object) -> str:
    """Return what to do about a message, or an empty text.

    Args:
        message_id: the message; its advice has `.do` after it.
        **values: what the advice needs.
    """
    entry = _entry(f"{message_id}.do")
    return "" if entry is None else _fill(message_id, entry, values)
