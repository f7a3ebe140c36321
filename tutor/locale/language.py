"""Which language the tutor speaks: asked for, else the machine's, else French."""

import os
from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
VARIABLE = "TUTOR_LANG"
"""The variable that asks for a language."""

_chosen: Language = "fr"


def language() -> Language:
    """Return the language messages are said in."""
    return _chosen


def speak(wanted: Language) -> None:
    """Say every later message in a language; one process speaks one at a time."""
    global _chosen  # noqa: PLW0603 - like gettext.install: the whole process speaks it
    _chosen = wanted


def language_of(name: str | None) -> Language | None:
    """Return the language a name such as `en_GB.UTF-8` asks for, or None.

    Args:
        name: what a variable or a setting says; anything unknown gives None.
    """
    words = (name or "").strip().replace("-", "_").replace("@", "_").lower()
    start = words.partition("_")[0].partition(".")[0]
    return next((each for each in LANGUAGES if each == start), None)


def language_of_machine(environment: Mapping[str, str] | None = None) -> Language:
    """Return the locale's language: English where it says so, else French.

    The variables are read in the order POSIX gives them (`LC_ALL`, `LC_MESSAGES`,
    `LANG`); the first that is set decides.

    Args:
        environment: those of the process by default.
    """
    variables = os.environ if environment is None else environment
    names = (variables.get(each) for each in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_of(next(filter(None, names), None)) or "fr"
