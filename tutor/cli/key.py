"""`tutor key`: a pair of keys for the faculty, so that bundles travel sealed."""

from pathlib import Path

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say


@click.command(cls=SpokenCommand, help="cli.key")
@click.option("-o", "output", metavar="FILE", required=True, help="cli.key.output")
def key(output: str) -> None:
    """Write a private key and print the public one."""
    from tutor.services.private_file import write_private
    from tutor.services.sealing import make_key

    made = make_key()
    write_private(Path(output), made.private.encode())
    click.echo(made.public)
    put(say("export.key.made", path=output), err=True)
    put(say("export.key.use", key=made.public), err=True)
