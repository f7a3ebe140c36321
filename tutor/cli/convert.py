"""`tutor convert`: lessons and banks in another form."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.spoken import SpokenCommand
from tutor.locale import say

if TYPE_CHECKING:
    from tutor.services.conversion import Writer

WRITERS = {"md-print": "tutor.services.printing:write_sheet"}
"""What writes each form; loaded when it is asked for."""
SCREEN = "-"


@click.command(cls=SpokenCommand, help="cli.convert")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--to",
    "form",
    type=click.Choice(sorted(WRITERS)),
    required=True,
    help="cli.convert.to",
)
@click.option("--key", "with_key", is_flag=True, help="cli.convert.key")
@click.option("--seed", type=int, help="cli.convert.seed")
@click.option("-o", "output", metavar="FILE", default=SCREEN, help="cli.convert.output")
@click.pass_obj
def convert(
    course: str | None,
    /,
    *,
    paths: tuple[str, ...],
    form: str,
    with_key: bool,
    seed: int | None,
    output: str,
) -> None:
    """Write lessons and banks in another form."""
    from tutor.services.conversion import Manner, gather, refuse_own_file
    from tutor.services.places import find_course
    from tutor.services.whole_file import write_whole
    from tutor.services.wording import left_out_text

    gathered = gather([Path(path) for path in paths], find_course(course), seed)
    if output != SCREEN:
        refuse_own_file(Path(output), gathered.files)
    written = _writer(form)(gathered.sources, Manner(with_key, seed))
    if lost := left_out_text(gathered.lost):
        click.echo(lost, err=True)
    if output == SCREEN:
        click.echo(written, nl=False)
        return
    write_whole(Path(output), written)
    click.echo(say("cli.convert.written", path=output), err=True)


def _writer(form: str) -> "Writer":
    """Return what writes a form."""
    module, _, name = WRITERS[form].partition(":")
    writer: Writer = getattr(import_module(module), name)
    return writer
