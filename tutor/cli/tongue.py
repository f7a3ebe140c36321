"""Which language the command line speaks, chosen before any word is said."""

import os
from collections.abc import Sequence
from itertools import takewhile

import click

from tutor.domain.errors import WrongUseError
from tutor.locale.language import (
    LANGUAGES,
    VARIABLE,
    Language,
    language_of,
    language_of_machine,
    speak,
)

NAME = "--lang"
PROFILE = "--profile"


def choose_language(arguments: Sequence[str]) -> None:
    """Speak the language asked for, else the one the person keeps to, else the machine's.

    Args:
        arguments: the words after `tutor`, as they were typed.

    Raises:
        WrongUseError: `--lang`, or without it `TUTOR_LANG`, names no language there is.
    """
    asked = [
        (where, name)
        for where, name in (
            (NAME, value_of(NAME, arguments)),
            (VARIABLE, os.environ.get(VARIABLE)),
        )
        if name and name.strip()
    ]
    known = (language_of(name) for _, name in asked)
    found = next((each for each in known if each is not None), None)
    speak(found or _kept(arguments) or language_of_machine())
    where, name = asked[0] if asked else (NAME, LANGUAGES[0])
    if language_of(name) is None:
        raise WrongUseError("errors.lang", name=name, where=where)


def value_of(option: str, arguments: Sequence[str]) -> str | None:
    """Return what the last `--option value` or `--option=value` says, or None.

    Args:
        option: its name with both hyphens.
        arguments: the words typed; those after `--` are no options.
    """
    found, joined = None, f"{option}="
    words = takewhile(lambda word: word != "--", arguments)
    for word in words:
        if word == option:
            found = next(words, None)
        elif word.startswith(joined):
            found = word.removeprefix(joined)
    return found


def language_option() -> click.Option:
    """Return the option as click knows it; what it says has been heard already."""
    names = "|".join(LANGUAGES)
    return click.Option(
        [NAME], metavar=names, expose_value=False, help="cli.option.lang"
    )


def _kept(arguments: Sequence[str]) -> Language | None:
    """Return the language kept by the person who is there, if they can be known."""
    from tutor.services.profiles import place_at
    from tutor.services.tongue import kept_language

    try:
        return kept_language(place_at(value_of(PROFILE, arguments)))
    except WrongUseError:
        return None
