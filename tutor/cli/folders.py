"""The folders that `--add` named, for whichever command runs."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

KEY = "tutor.added"


def keep_added(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Keep what `--add` named for the command that follows.

    Args:
        ctx: the context of the whole command line.
        names: folders as the person wrote them.
    """
    ctx.meta[KEY] = names


def added_folders() -> "tuple[Path, ...]":
    """Return the folders that `--add` named."""
    import os
    from pathlib import Path

    context = click.get_current_context(silent=True)
    names = context.meta.get(KEY, ()) if context else ()
    return tuple(Path(os.path.expanduser(name)) for name in names)  # noqa: PTH111 - keeps a ~name nobody has
