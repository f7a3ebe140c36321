"""`tutor preview`: a file as the intern sees it, read again on save."""

from pathlib import Path

import click

from tutor.cli.folders import added_folders
from tutor.cli.french import FrenchCommand
from tutor.locale import say


@click.command(cls=FrenchCommand, help=say("cli.preview"))
@click.argument("file")
@click.pass_context
def preview(ctx: click.Context, file: str) -> int:
    """Show a file while it is written; without a terminal, its slips."""
    from tutor.cli.entrance import is_terminal
    from tutor.services.places import find_course
    from tutor.services.previewing import Previewer
    from tutor.services.system_clock import SystemClock

    path = Path(file)
    root = find_course(ctx.obj)
    previewer = Previewer(path, root, SystemClock(), added_folders())
    if not is_terminal():
        from tutor.cli.check import check

        click.echo(say("author.preview.no-terminal", path=file), err=True)
        return int(ctx.invoke(check, paths=(file,)))
    from tutor.tui.preview import PreviewApp

    PreviewApp(path, previewer.read).run()
    return 0
