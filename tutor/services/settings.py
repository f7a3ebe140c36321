"""Read, say and keep what a person sets; the store has it among its preferences."""

from collections.abc import Mapping

from tutor.domain.errors import WrongUseError
from tutor.domain.folding import fold
from tutor.domain.settings import NAMES, Choice, Settings, bounds, choices, unit
from tutor.locale import listed, say
from tutor.locale.language import Language, language_of, language_of_machine
from tutor.services.looks import keep_looks
from tutor.services.tongue import PREFERENCE, keep_language
from tutor.store.place import Place
from tutor.store.store import Store

WORDS = {True: "on", False: "off"}
"""How a setting that is on or off is written on the command line."""


def keep_setting(store: Store, place: Place, name: str, value: Choice) -> None:
    """Put one setting on the disk, and what the next start must know of it.

    Args:
        store: the person's file.
        place: their folder.
        name: one of `NAMES`.
        value: one that fits it.

    Raises:
        ReadOnlyError: the store was opened for reading.
        StoreError: the disk refused.
    """
    store.prefer(name, value)
    keep_first(place, store.preferences())


def keep_first(place: Place, preferences: Mapping[str, object]) -> None:
    """Keep beside the store what is needed before it is opened.

    A backup brought back may have changed it.

    Args:
        place: the person's folder.
        preferences: what the store has.
    """
    settings = Settings.kept_in(preferences)
    keep_looks(place, settings.looks)
    if PREFERENCE in preferences:
        keep_language(place, language_of(settings.lang))


def tongue_of(settings: Settings) -> Language:
    """Return the language settings ask for, the machine's where they leave it to it.

    Args:
        settings: what the person chose.
    """
    return language_of(settings.lang) or language_of_machine()


def written(value: Choice) -> str:
    """Return a value as the command line and JSON name it.

    Args:
        value: one of a setting's.
    """
    return WORDS[value] if isinstance(value, bool) else str(value)


def value_text(name: str, value: Choice) -> str:
    """Return a value in words.

    Args:
        name: the setting.
        value: one of its values.
    """
    counted = unit(name)
    if counted is not None:
        return say("settings.counted", n=value, unit=say(f"settings.unit.{counted}"))
    return say(f"settings.word.{written(value)}")


def name_asked(word: str) -> str:
    """Return the setting that a word names.

    Args:
        word: as typed: its name, with hyphens or underscores, or its label.

    Raises:
        WrongUseError: there is no such setting.
    """
    asked = word.strip().lower().replace("-", "_")
    for name in NAMES:
        if asked == name or fold(word) == fold(say(f"settings.{name}")):
            return name
    named = listed([shown_name(name) for name in NAMES])
    raise WrongUseError("settings.unknown", name=word, names=named)


def shown_name(name: str) -> str:
    """Return a setting's name as the command line takes it.

    Args:
        name: one of `NAMES`.
    """
    return name.replace("_", "-")


def value_asked(name: str, word: str) -> Choice:
    """Return the value that a word names.

    Args:
        name: the setting.
        word: as typed: the value as the command lists it, or in words.

    Raises:
        WrongUseError: the setting cannot take it.
    """
    for value in choices(name):
        if fold(word) in {fold(written(value)), fold(value_text(name, value))}:
            return value
    limits = bounds(name)
    number = word.strip()
    if limits and number.isascii() and number.isdecimal():
        least, most = limits
        if len(number) <= len(str(most)) and least <= int(number) <= most:
            return int(number)
    raise WrongUseError(
        "settings.unfit",
        name=shown_name(name),
        value=word,
        values=values_text(name),
    )


def values_text(name: str) -> str:
    """Return the values a setting can take, as the command line takes them.

    Args:
        name: one of `NAMES`.
    """
    limits = bounds(name)
    if limits:
        least, most = limits
        return say("settings.from-to", least=least, most=most)
    return listed([written(value) for value in choices(name)])
