"""`tutor attestation`: time and lessons followed, on a page to print."""

from pathlib import Path
from typing import Literal

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import advise, say

SCREEN = "-"
Form = Literal["html", "md"]


@click.command(cls=SpokenCommand, help="cli.attestation")
@click.option(
    "-o", "output", metavar="FILE", default=SCREEN, help="cli.attestation.output"
)
@click.option("--name", default="", metavar="TEXT", help="cli.attestation.name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "md"]),
    help="cli.attestation.format",
)
@click.option("--no-progress", is_flag=True, help="cli.attestation.no-progress")
@click.pass_obj
def attestation(
    course: str | None, output: str, name: str, form: Form | None, no_progress: bool
) -> None:
    """Write or print an attestation."""
    from tutor.cli.desks import desk_of
    from tutor.services.attestation import attestation_of
    from tutor.services.attestation_page import page_of
    from tutor.services.attestation_text import text_of
    from tutor.services.whole_file import write_first

    desk = desk_of(course, writing=False)
    for notice in desk.notices:
        put(say(notice.message_id, **notice.values), err=True)
        put(advise(notice.message_id, **notice.values), err=True)
    found = attestation_of(desk, name)
    write = text_of if (form or _form_of(output)) == "md" else page_of
    written = write(found, progress=not no_progress)
    if output == SCREEN:
        click.echo(written, nl=False)
        return
    write_first(Path(output), written)
    put(say("attestation.written", path=output), err=True)


def _form_of(output: str) -> Form:
    """Return the form a file name calls for; the screen reads Markdown."""
    is_text = output == SCREEN or Path(output).suffix.lower() in {".md", ".markdown"}
    return "md" if is_text else "html"
