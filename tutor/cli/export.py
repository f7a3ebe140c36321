"""`tutor export`: the bundle for the faculty, shown line by line before it leaves."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.cli.export_words import Ticked, Typed
    from tutor.services.desk import Desk
    from tutor.services.handing import Ready

SCREEN = "-"
FORMATS = ("bundle", "xapi")


@click.command(cls=SpokenCommand, help="cli.export")
@click.option("-o", "output", metavar="FILE", default="", help="cli.export.output")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="bundle",
    help="cli.export.format",
)  # fmt: skip
@click.option("--items", metavar="CODES", multiple=True, help="cli.export.items")
@click.option("--without", metavar="PARTS", multiple=True, help="cli.export.without")
@click.option("--with", "added", metavar="PARTS", multiple=True, help="cli.export.with")
@click.option("--note", "notes", metavar="ID", multiple=True, help="cli.export.note")
@click.option("--list", "lists", is_flag=True, help="cli.export.list")
@click.option("--for", "key", metavar="KEY", default="", help="cli.export.for")
@click.option("--pseudonym", metavar="TEXT", help="cli.export.pseudonym")
@click.option("--promotion", metavar="TEXT", help="cli.export.promotion")
@click.option("--semester", metavar="N", help="cli.export.semester")
@click.option("--yes", is_flag=True, help="cli.export.yes")
@click.pass_obj
def export(
    course: str | None,
    *,
    output: str,
    form: str,
    items: tuple[str, ...],
    without: tuple[str, ...],
    added: tuple[str, ...],
    notes: tuple[str, ...],
    key: str,
    pseudonym: str | None,
    promotion: str | None,
    semester: str | None,
    lists: bool,
    yes: bool,
) -> None:
    """Show what leaves, ask, and write it."""
    from tutor.cli.desks import desk_of
    from tutor.cli.entrance import is_terminal
    from tutor.cli.export_list import listed_lines
    from tutor.cli.export_words import Ticked, Typed

    if not (lists or yes or is_terminal()):
        raise WrongUseError("export.yes")
    desk = desk_of(course, writing=not lists)
    try:
        for notice in desk.notices:
            put(say(notice.message_id, **notice.values), err=True)
        if lists:
            put("\n".join(listed_lines(desk)))
            return
        ticked = Ticked(items, without, added, notes)
        typed = Typed(pseudonym, promotion, semester)
        _export(desk, (ticked, typed), (form, output), key, agreed=yes)
    finally:
        desk.close()


def _export(
    desk: "Desk",
    said: "tuple[Ticked, Typed]",
    where: tuple[str, str],
    named_key: str,
    *,
    agreed: bool,
) -> None:
    """Make the bundle, show it, ask, and hand it over in a form, somewhere."""
    from tutor.cli.console import Leaving
    from tutor.cli.export_words import (
        choices_of,
        signature_of,
        warn_of_real_name,
    )
    from tutor.services.handing import key_named, prepare
    from tutor.services.leaving import leaving_lines

    (ticked, typed), (form, output) = said, where
    choices = choices_of(desk, ticked)
    key = key_named(named_key) if named_key else ""
    try:
        ready = prepare(desk, choices, signature_of(desk, typed, asks=not agreed))
        put("\n".join(leaving_lines(ready.bundle, desk.clock)), err=True)
        warn_of_real_name(ready.signature)
        if form == "xapi":
            ready = _as_statements(desk, ready)
        if not agreed:
            _insist("export.ask")
        _hand_over(desk, ready, output, key, agreed=agreed)
    except Leaving:
        put(say("export.declined"), err=True)


def _as_statements(desk: "Desk", ready: "Ready") -> "Ready":
    """Return the same as xAPI statements, one a line, and say how many they are."""
    from tutor.interop.handing_statements import as_statements, statements_in

    told = as_statements(ready, desk.course)
    put(count("xapi.shown", statements_in(told)), err=True)
    return told


def _hand_over(
    desk: "Desk", ready: "Ready", output: str, key: str, *, agreed: bool
) -> None:
    """Write what was shown where the person wants it, and say where.

    Raises:
        Leaving: there is a file that they want to keep.
    """
    from tutor.services.handing import hand_over, keep_and_seal, path_for

    if output == SCREEN or not (output or sys.stdout.isatty()):
        click.echo(keep_and_seal(desk, ready, key), nl=False)
        return
    path = path_for(ready, desk.place, desk.clock, named=output, sealed=bool(key))
    over = not agreed and path.is_file()
    if over:
        _insist("export.ask.over", path=path)
    hand_over(desk, ready, path, key, over=over)
    name = "export.written.sealed" if key else "export.written"
    put(say(name, path=Path(path).absolute()), err=True)
    put(say("export.take-back"), err=True)


def _insist(message_id: str, **values: object) -> None:
    """Ask, and go on only where the person says yes.

    Raises:
        Leaving: they do not.
    """
    from tutor.cli.console import YES, Console, Leaving

    said = Console().read(say(message_id, **values))
    if said.strip().casefold() not in YES:
        raise Leaving
