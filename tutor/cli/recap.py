"""`tutor recap`: what a lesson leaves, as a file to keep."""

from pathlib import Path

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say

SCREEN = "-"


@click.command(cls=SpokenCommand, help="cli.recap")
@click.argument("target", metavar="LESSON")
@click.option(
    "-o", "output", metavar="FILE.md", default=SCREEN, help="cli.recap.output"
)
@click.pass_obj
def recap(course: str | None, target: str, output: str) -> None:
    """Print or write a recap."""
    from tutor.cli.desks import desk_of
    from tutor.services.recap import markdown_of, recap_of
    from tutor.services.whole_file import write_first

    desk = desk_of(course, writing=False)
    for notice in desk.notices:
        put(say(notice.message_id, **notice.values), err=True)
    written = markdown_of(recap_of(desk, target))
    if output == SCREEN:
        click.echo(written, nl=False)
        return
    write_first(Path(output), written)
    put(say("reading.recap.written", path=output), err=True)
