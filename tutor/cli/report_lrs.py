"""The bundles of a report or a debrief: files, and those that a record store holds."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tutor.domain.errors import WrongUseError
from tutor.locale import grouped, say

if TYPE_CHECKING:
    from tutor.domain.figures import Figures, Refused
    from tutor.interop.lrs_client import LrsClient
    from tutor.interop.statement_files import Among


class Sources(NamedTuple):
    """Where the bundles of a report are."""

    paths: tuple[str, ...]
    fetched: "Among | None" = None

    def all_refused(self, refused: "tuple[Refused, ...]") -> "tuple[Refused, ...]":
        """Return faults that name the store, not the files its bundles were in.

        Args:
            refused: what was the matter with these sources.
        """
        return refused if self.fetched is None else self.fetched.all_refused(refused)

    def told(self, figures: "Figures") -> "Figures":
        """Return figures that name the store in the same way.

        Args:
            figures: made of these sources.
        """
        refused = self.all_refused(figures.refused)
        return figures.model_copy(update={"refused": refused})


@contextmanager
def sources(bundles: tuple[str, ...], url: str, user: str) -> Iterator[Sources]:
    """Give the bundles of a report; what was fetched is erased at the end.

    Args:
        bundles: files, folders, archives or patterns.
        url: the address of a record store; empty for none.
        user: the name one has there; empty to look for it elsewhere.

    Raises:
        WrongUseError: there is neither.
        TutorError: the store cannot be read.
    """
    if not (bundles or url):
        raise WrongUseError("lrs.no-bundles")
    if not url:
        yield Sources(bundles)
        return
    from tutor.cli.lrs_words import client_at, credentials_for, needs_library
    from tutor.interop.lrs_address import address_of
    from tutor.interop.statement_files import as_files
    from tutor.interop.statement_reading import read_statements

    address = address_of(url)
    needs_library()
    with client_at(address, credentials_for(address, user)) as client:
        statements = _statements(client)
        with as_files(read_statements(statements, address.url)) as fetched:
            yield Sources((*bundles, *fetched.paths), fetched)


def _statements(client: "LrsClient") -> Iterator[dict[str, Any]]:
    """Yield all a store gives; a terminal is told how far that is."""
    count, tells = 0, sys.stderr.isatty()
    try:
        for page in client.pages():
            yield from page
            count += len(page)
            if tells:
                said = say("lrs.reading", done=grouped(count))
                click.echo(f"\r\x1b[K{said}", err=True, nl=False)
    finally:
        if tells:
            click.echo("\r\x1b[K", err=True, nl=False)
