"""The language a person keeps to: in a small file, known before anything is said.

The store has it too, under `lang` among the preferences, so that a backup carries it;
the file spares opening the store before the first word. Standard library only.
"""

import contextlib

from tutor.locale.language import Language, language_of
from tutor.store.cache import read_cached, write_cached
from tutor.store.place import Place

PREFERENCE = "lang"
"""Its name among the preferences of the store: `fr`, `en`, or nothing for the machine's."""


def kept_language(place: Place) -> Language | None:
    """Return the language the person keeps to, or None to speak as the machine does.

    Args:
        place: the person's folder.
    """
    raw = read_cached(place.language) or b""
    return language_of(raw.decode("ascii", "replace"))


def keep_language(place: Place, lang: Language | None) -> None:
    """Keep a language for the next start; a disk that refuses is no fault.

    Args:
        place: the person's folder.
        lang: the language, or None to speak as the machine does.
    """
    if lang == kept_language(place):
        return
    if lang is not None:
        write_cached(place.language, f"{lang}\n".encode())
        return
    with contextlib.suppress(OSError):
        place.language.unlink(missing_ok=True)
