"""`tutor preview`: a file as the intern sees it, read again on save."""

from pathlib import Path

import click

from tutor.cli.fitting import put
from tutor.cli.folders import added_folders, place_at_hand
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say


@click.command(cls=SpokenCommand, help="cli.preview")
@click.argument("file")
@click.pass_context
def preview(ctx: click.Context, file: str) -> int:
    """Show a file while it is written; without a terminal, its slips."""
    from tutor.cli.entrance import can_draw
    from tutor.services.places import find_course
    from tutor.services.previewing import Previewer
    from tutor.services.system_clock import SystemClock

    path = Path(file)
    root = find_course(ctx.obj)
    previewer = Previewer(path, root, SystemClock(), added_folders())
    if not can_draw():
        from tutor.cli.check import check

        put(say("author.preview.no-terminal", path=file), err=True)
        return int(ctx.invoke(check, paths=(file,)))
    from tutor.services.looks import read_looks
    from tutor.tui.preview import PreviewApp

    PreviewApp(path, previewer.read, read_looks(place_at_hand())).run()
    return 0
