"""`tutor new`: a course file begun from a template that passes `tutor check`."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say

if TYPE_CHECKING:
    from tutor.services.drafting import Kind

KINDS = ("lesson", "bank", "dossier")


@click.command(cls=SpokenCommand, help="cli.new")
@click.argument("kind", type=click.Choice(KINDS), metavar="lesson|bank|dossier")
@click.argument("name", metavar="ID")
@click.option("--dir", "folder", metavar="DIR", help="cli.new.dir")
@click.option("--titre", "title", default="", metavar="TEXT", help="cli.new.titre")
@click.pass_obj
def new(
    course: str | None, kind: "Kind", name: str, folder: str | None, title: str
) -> None:
    """Write a template and say where it is, and what to do next."""
    from tutor.cli.desks import desk_of
    from tutor.services.drafting import Wanted, folder_for, start_file

    desk = desk_of(course, writing=False)
    is_named = bool(course or os.environ.get("TUTOR_COURSE", "").strip())
    root = desk.library.root if is_named else None
    known, today = desk.library.written, desk.clock.local_day(desk.clock.now())
    home = folder_for(kind, root, folder)
    path = start_file(Wanted(kind, name, title), home, known, today)
    click.echo(path)
    _tell_next(path, course)


def _tell_next(path: Path, course: str | None) -> None:
    """Say on stderr the two commands that come next."""
    words = ["tutor", *(("--course", course) if course else ())]
    put(say("cli.new.next"), err=True)
    for command in ("check", "preview"):
        line = shlex.join([*words, command, str(path)])
        click.echo(say("cli.new.command", line=line), err=True)
