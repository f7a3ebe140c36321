"""Bring the bundles that a record store holds into a folder, as files like any other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tutor.domain.bundle_text import written
from tutor.domain.figures import Refused
from tutor.interop.lrs_client import LrsClient
from tutor.interop.statement_reading import HandedOver, read_statements
from tutor.services.private_file import write_private

Progress = Callable[[int], None]
"""Told how many statements have been read; what it raises stops the reading."""


class Fetched(NamedTuple):
    """What a record store holds of the tutor's."""

    names: dict[str, str]
    """What each file stands for, by its path."""
    refused: tuple[Refused, ...]
    """What was left out, and why."""


def fetch(
    client: LrsClient, url: str, folder: Path, progress: Progress | None = None
) -> Fetched:
    """Read every statement of a store, and write the bundles they were made of.

    Args:
        client: of the store.
        url: its address, for what is said of it.
        folder: empty, and its owner's only.
        progress: told how far the reading is.

    Raises:
        LrsError: the store is out of reach, refuses, or lies.
        TutorError: the disk refuses.
    """
    names: dict[str, str] = {}
    refused: list[Refused] = []
    for each in read_statements(_told(client, progress), url):
        if isinstance(each, HandedOver):
            path = folder / f"{len(names) + 1:06}.json"
            write_private(path, written(each.bundle))
            names[str(path)] = each.name
        else:
            refused.append(each)
    return Fetched(names, tuple(refused))


def renamed(refused: Refused, names: dict[str, str]) -> Refused:
    """Return what is said of a file, told by what the file stands for.

    Args:
        refused: a file with a fault.
        names: of the files that stand for something else.
    """
    values = {
        name: names.get(value, value) if isinstance(value, str) else value
        for name, value in refused.values.items()
    }
    path = names.get(refused.path, refused.path)
    return refused.model_copy(update={"path": path, "values": values})


def _told(client: LrsClient, progress: Progress | None) -> Iterator[dict[str, Any]]:
    """Yield the statements of all pages."""
    count = 0
    for page in client.pages():
        yield from page
        count += len(page)
        if progress is not None:
            progress(count)
