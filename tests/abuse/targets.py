"""The ways in that are tried, one line each; the module of each has a `TARGET`."""

from importlib import import_module
from typing import cast

from tests.abuse.target import Target

TARGETS = {
    "course": "tests.abuse.course",
    "reference": "tests.abuse.reference",
    "bundle": "tests.abuse.bundle",
    "exchange": "tests.abuse.exchange",
    "archive": "tests.abuse.archive",
    "roster": "tests.abuse.roster",
    "sealed": "tests.abuse.sealed",
    "backup": "tests.abuse.backup",
    "store": "tests.abuse.store",
    "settings": "tests.abuse.preferences",
    "plain": "tests.abuse.plain",
    "request": "tests.abuse.request",
    "message": "tests.abuse.message",
    "statements": "tests.abuse.statements",
    "record-store": "tests.abuse.record_store",
    "grid": "tests.abuse.grid",
    "ballots": "tests.abuse.ballots",
}
"""Modules by the name of their target, imported when asked for: a fuzzer watches what
is imported while it looks."""


def target(name: str) -> Target:
    """Return a target.

    Args:
        name: one of `TARGETS`.
    """
    return cast("Target", import_module(TARGETS[name]).TARGET)
