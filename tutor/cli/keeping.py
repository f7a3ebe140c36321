"""`tutor backup`, `tutor restore` and `tutor forget`: the record as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.folders import place_at_hand
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import advise, count, numeric_date, say

if TYPE_CHECKING:
    from tutor.domain.notice import Notice
    from tutor.services.keeping import Exchange, Kept
    from tutor.store.merging import Gain
    from tutor.store.place import Place

TABLES = (
    "answers",
    "positionings",
    "notes",
    "survey",
    "local_names",
    "bookmarks",
    "disputes",
    "runs",
    "outbox",
)
"""The tables that have a name for people, in the order they are listed."""


@click.command(cls=SpokenCommand, help="cli.backup")
@click.argument("file")
def backup(file: str) -> None:
    """Write everything to one file."""
    from tutor.services.keeping import back_up
    from tutor.services.system_clock import SystemClock

    saved = back_up(place_at_hand(), SystemClock(), Path(file))
    _tell(saved.notices)
    for line in _counted(saved.counts):
        put(line)
    put(say("keeping.saved", path=file))
    put(say("keeping.saved.private"), err=True)


@click.command(cls=SpokenCommand, help="cli.restore")
@click.argument("file")
@click.option("--replace", is_flag=True, help="cli.restore.replace")
@click.option("--yes", is_flag=True, help="cli.restore.yes")
def restore(file: str, replace: bool, yes: bool) -> None:
    """Bring back what a backup holds: added, or in the place of what is here."""
    if replace:
        _replace(Path(file), yes=yes)
    else:
        _add(Path(file))


def _add(file: Path) -> None:
    """Add what a backup holds to what is here."""
    from tutor.services.keeping import restore as bring_back
    from tutor.services.system_clock import SystemClock

    place = place_at_hand()
    restored = bring_back(place, SystemClock(), file)
    _tell(restored.notices)
    if restored.was_empty:
        put(say("keeping.restored.whole"))
    elif any(gain.added or gain.renewed for gain in restored.gains):
        put(say("keeping.restored.merged"))
    else:
        put(say("keeping.restored.nothing"))
    for line in _gained(restored.gains):
        put(line)
    _tell_copy(restored.copy, place)


def _replace(file: Path, *, yes: bool) -> None:
    """Put what a backup holds in the place of what is here, after showing what goes."""
    from tutor.services.keeping import exchange_with, put_in_place
    from tutor.services.system_clock import SystemClock

    place, clock = place_at_hand(), SystemClock()
    for line in _exchanged(exchange_with(place, clock, file)):
        put(line)
    if not _agrees("replace", yes=yes):
        put(say("keeping.replace.kept"))
        return
    copy = put_in_place(place, clock, file)
    put(say("keeping.replace.done"))
    _tell_copy(copy, place)


def _exchanged(exchange: "Exchange") -> Iterator[str]:
    """Yield what would be lost, what would go back, what would come."""
    if exchange.last is not None:
        yield say("keeping.replace.last", date=numeric_date(exchange.last))
    for word, counts in (
        ("lost", exchange.lost),
        ("older", exchange.older),
        ("brought", exchange.brought),
    ):
        if counts:
            yield say(f"keeping.replace.{word}")
            yield from (f"  {line}" for line in _counted(counts))
    if not (exchange.lost or exchange.older):
        yield say("keeping.replace.safe")
    yield say("keeping.replace.settings")


def _tell_copy(copy: Path | None, place: "Place") -> None:
    """Say where the store as it was is, if it was changed."""
    if copy is not None:
        put(say("keeping.restored.copy", path=copy, store=place.store))


@click.command(cls=SpokenCommand, help="cli.forget")
@click.option("--all", "everything", is_flag=True, help="cli.forget.all")
@click.option("--yes", is_flag=True, help="cli.forget.yes")
@click.pass_obj
def forget(course: str | None, everything: bool, yes: bool) -> None:
    """Erase, after showing what."""
    from tutor.services.keeping import forget_course, forget_everything, kept_of
    from tutor.services.system_clock import SystemClock

    place, clock = place_at_hand(), SystemClock()
    code, title = (None, "") if everything else _course(course)
    kept = kept_of(place, clock, code)
    if not (kept.files if everything else kept.counts):
        put(say("keeping.forget.nothing"))
        return
    for line in _at_stake(place, kept, title):
        put(line)
    if not _agrees("forget", yes=yes):
        put(say("keeping.forget.kept"))
        return
    if code is None:
        forget_everything(place)
    else:
        forget_course(place, clock, code)
    put(say("keeping.forget.done"))


def _course(named: str | None) -> tuple[str, str]:
    """Return the id and the title of the course at hand."""
    from tutor.cli.desks import desk_of

    head = desk_of(named, writing=False).course.head
    return head.id, head.titre


def _at_stake(place: "Place", kept: "Kept", title: str) -> Iterator[str]:
    """Yield what will be erased, and what will not."""
    yield (
        say("keeping.forget.course", title=title)
        if title
        else say("keeping.forget.all")
    )
    if place.profile:
        yield "  " + say("keeping.forget.profile", name=place.profile)
    if not kept.is_readable:
        yield "  " + say("keeping.forget.unreadable")
    yield from (f"  {line}" for line in _counted(kept.counts))
    if kept.first and kept.last:
        days = {"first": numeric_date(kept.first), "last": numeric_date(kept.last)}
        name = "day" if kept.first == kept.last else "days"
        yield "  " + say(f"keeping.forget.{name}", **days)
    if title:
        yield "  " + say("keeping.forget.store", path=place.store)
        named = f"--profile {place.profile} " if place.profile else ""
        command = f"tutor {named}forget --all"
        yield say("keeping.forget.copies", path=place.backups, command=command)
    else:
        yield "  " + count("keeping.forget.files", len(kept.files), path=place.root)
        yield say("keeping.forget.left")


def _agrees(command: str, *, yes: bool) -> bool:
    """Return whether the person wants what they were shown.

    Args:
        command: `forget` or `replace`.
        yes: whether they said so beforehand.

    Raises:
        WrongUseError: there is nobody to ask.
    """
    from tutor.cli.console import YES, Console, Leaving
    from tutor.cli.entrance import is_terminal

    if yes:
        return True
    if not is_terminal():
        raise WrongUseError(f"errors.{command}-yes")
    try:
        said = Console().read(say(f"keeping.{command}.ask"))
    except Leaving:
        return False
    return said.strip().casefold() in YES


def _tell(notices: "Iterable[Notice]") -> None:
    """Say on stderr how the store was opened."""
    for notice in notices:
        put(say(notice.message_id, **notice.values), err=True)
        if advice := advise(notice.message_id, **notice.values):
            put(advice, err=True)


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield the rows of each table."""
    for name in _in_order(counts):
        yield say("keeping.count", table=_called(name), n=counts[name])


def _gained(gains: "Iterable[Gain]") -> Iterator[str]:
    """Yield what each table gained, those without a row left out."""
    found = {gain.table: gain for gain in gains}
    for name in _in_order(found):
        gain = found[name]
        numbers = {"added": gain.added, "known": gain.known}
        if gain.renewed:
            numbers["renewed"] = gain.renewed
            yield say("keeping.gain.renewed", table=_called(name), **numbers)
        elif any(numbers.values()):
            yield say("keeping.gain", table=_called(name), **numbers)


def _in_order(names: Iterable[str]) -> list[str]:
    """Return tables in the order people read them, unknown ones last."""
    listed = set(names)
    return [
        *(name for name in TABLES if name in listed),
        *sorted(listed - set(TABLES)),
    ]


def _called(name: str) -> str:
    """Return what people call a table."""
    if name in TABLES:
        return say(f"keeping.table.{name}")
    return say("keeping.table.other", name=name)
