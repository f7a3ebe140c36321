"""The folders that `--add` named, for whichever command runs."""

import os
from pathlib import Path

import click

KEY = "tutor.added"


def keep_added(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Keep what `--add` named for the command that follows.

    Args:
        ctx: the context of the whole command line.
        names: folders as the person wrote them.
    """
    ctx.meta[KEY] = names


def added_folders() -> tuple[Path, ...]:
    """Return the folders that `--add` named."""
    context = click.get_current_context(silent=True)
    names = context.meta.get(KEY, ()) if context else ()
    return tuple(Path(os.path.expanduser(name)) for name in names)  # noqa: PTH111 - keeps a ~name nobody has
