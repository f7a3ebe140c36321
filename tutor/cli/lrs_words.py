"""What the commands that reach a record store share: who one is there, and waiting."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import SystemRandom
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.domain.errors import WrongUseError
from tutor.locale import say

if TYPE_CHECKING:
    from tutor.interop.lrs_address import Address
    from tutor.interop.lrs_client import LrsClient
    from tutor.interop.lrs_credentials import Credentials

_WORTH_SAYING = 2
"""Seconds of waiting that a person wonders about."""


@contextmanager
def client_at(address: "Address", who: "Credentials") -> "Iterator[LrsClient]":
    """Give a client of a store, and let it go at the end.

    Args:
        address: that of the store.
        who: the name and the password there.

    Raises:
        TutorError: httpx is not installed.
    """
    from tutor.interop.lrs_client import LrsClient
    from tutor.interop.lrs_patience import Patience
    from tutor.interop.lrs_wire import Wire
    from tutor.services.system_clock import SystemClock

    with Wire(address, who) as wire:
        yield LrsClient(wire, Patience(_pause, SystemClock(), SystemRandom()))


def credentials_for(
    address: "Address", user: str, *, remembers: bool = False
) -> "Credentials":
    """Return who one is at a store: the environment, else the keyring, else as typed.

    Args:
        address: that of the store.
        user: the name the command line gives; empty for none.
        remembers: whether they are asked for anew, and kept in the keyring.

    Raises:
        WrongUseError: nobody is there to type them, or no server can take them.
        TutorError: there is no keyring to keep them in, or no library to reach it.
    """
    from tutor.interop.lrs_credentials import (
        from_environment,
        from_keyring,
        remember,
    )

    if not remembers:
        known = from_environment(user) or from_keyring(address, user)
        return known or _typed(address, user)
    if not sys.stdin.isatty():
        raise WrongUseError("lrs.remember.served")
    typed = _typed(address, user)
    remember(address, typed)
    put(say("lrs.remembered"), err=True)
    return typed


def _typed(address: "Address", user: str) -> "Credentials":
    """Return the name and the password that somebody types, the latter unseen.

    Raises:
        WrongUseError: nobody is there, or no server can take them.
    """
    from tutor.cli.console import Console, Leaving
    from tutor.interop.lrs_credentials import Credentials

    if not sys.stdin.isatty():
        raise WrongUseError("lrs.password.missing", url=address.url)
    try:
        named = user or Console().read(say("lrs.ask.user", url=address.url) + " ")
    except Leaving as error:
        raise click.Abort from error
    password = click.prompt(
        say("lrs.ask.password"), hide_input=True, prompt_suffix=" ", err=True
    )
    return Credentials(named.strip(), str(password))


def needs_library() -> None:
    """Refuse to begin where what reaches a server is not installed.

    Raises:
        TutorError: it is not.
    """
    from tutor.interop.lrs_wire import library

    library()


def _pause(seconds: float) -> None:
    """Wait, and say so where it is long."""
    if seconds >= _WORTH_SAYING:
        put(say("lrs.wait", seconds=round(seconds)), err=True)
    time.sleep(seconds)
