"""The folders the command line named, for whichever command runs."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.store.place import Place

KEY = "tutor.added"
PROFILE = "tutor.profile"


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


def keep_profile(ctx: click.Context, name: str | None) -> None:
    """Keep what `--profile` named for the command that follows.

    Args:
        ctx: the context of the whole command line.
        name: as the person wrote it, or None where they did not.
    """
    ctx.meta[PROFILE] = name


def place_at_hand() -> "Place":
    """Return the folder of the person who is there.

    Raises:
        WrongUseError: what `--profile` or `TUTOR_PROFILE` says can name no folder.
    """
    from tutor.services.profiles import place_at

    context = click.get_current_context(silent=True)
    return place_at(context.meta.get(PROFILE) if context else None)
