"""The bundles of a report: files, and those that a record store holds."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import click

from tutor.domain.errors import WrongUseError
from tutor.locale import grouped, say

if TYPE_CHECKING:
    from tutor.domain.figures import Figures
    from tutor.interop.fetching import Fetched


class Sources(NamedTuple):
    """Where the bundles of a report are."""

    paths: tuple[str, ...]
    fetched: "Fetched | None" = None

    def told(self, figures: "Figures") -> "Figures":
        """Return figures that name the store, not the files its bundles were in.

        Args:
            figures: made of these sources.
        """
        if self.fetched is None:
            return figures
        from tutor.interop.fetching import renamed

        names = self.fetched.names
        faults = (renamed(each, names) for each in figures.refused)
        refused = (*self.fetched.refused, *faults)
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
    with TemporaryDirectory(prefix="tutor-") as folder:
        fetched = _fetched(url, user, Path(folder))
        yield Sources((*bundles, *fetched.names), fetched)


def _fetched(url: str, user: str, folder: Path) -> "Fetched":
    """Return what a store holds, a word being said of how far the reading is."""
    from tutor.cli.lrs_words import client_at, credentials_for, needs_library
    from tutor.interop.fetching import fetch
    from tutor.interop.lrs_address import address_of

    address = address_of(url)
    needs_library()
    with client_at(address, credentials_for(address, user)) as client:
        try:
            return fetch(client, address.url, folder, _tell)
        finally:
            if sys.stderr.isatty():
                click.echo("\r\x1b[K", err=True, nl=False)


def _tell(count: int) -> None:
    """Say on a terminal how many statements were read."""
    if sys.stderr.isatty():
        said = say("lrs.reading", done=grouped(count))
        click.echo(f"\r\x1b[K{said}", err=True, nl=False)
