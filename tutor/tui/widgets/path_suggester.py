"""Complete a path as it is typed: the first name of the folder that begins so."""

import asyncio
import os
from pathlib import Path

from textual.suggester import Suggester
from typing_extensions import override

MOST_NAMES = 5000
"""Names of a folder looked through; a larger one is completed by nothing."""


class PathSuggester(Suggester):
    """Suggests the rest of a path; the arrow to the right takes it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    @override
    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole path that what was typed may begin.

        Args:
            value: what was typed so far.
        """
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """Return the path that what was typed begins, a folder with its slash.

    Args:
        typed: the beginning of a path; `~` is one's own folder.

    Returns:
        The first by name, or None where there is none or it cannot be looked for.
    """
    head, separator, start = typed.rpartition("/")
    if not start:
        return None
    folder = Path(os.path.expanduser(head + separator) or ".")  # noqa: PTH111 - keeps a ~name nobody has
    try:
        with os.scandir(folder) as found:
            entries = [
                entry for entry, _ in zip(found, range(MOST_NAMES), strict=False)
            ]
        names = sorted(
            entry.name + ("/" if entry.is_dir() else "")
            for entry in entries
            if entry.name.startswith(start)
        )
    except (OSError, ValueError):
        return None
    return f"{head}{separator}{names[0]}" if names else None
