"""`tutor send`: what an intern agrees to hand over, sent to a Learning Record Store."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.cli.export_words import Ticked, Typed
    from tutor.interop.lrs_address import Address
    from tutor.interop.sending import Sending
    from tutor.services.desk import Desk
    from tutor.services.handing import Ready
    from tutor.store.outbox import Outbox

BATCH = 50


@click.command(cls=SpokenCommand, help="cli.send")
@click.option("--to", "to", metavar="URL", default="", help="cli.send.to")
@click.option("--user", metavar="NAME", default="", help="cli.send.user")
@click.option("--items", metavar="CODES", multiple=True, help="cli.export.items")
@click.option("--without", metavar="PARTS", multiple=True, help="cli.export.without")
@click.option("--with", "added", metavar="PARTS", multiple=True, help="cli.export.with")
@click.option("--note", "notes", metavar="ID", multiple=True, help="cli.send.note")
@click.option("--pseudonym", metavar="TEXT", help="cli.export.pseudonym")
@click.option("--promotion", metavar="TEXT", help="cli.export.promotion")
@click.option("--semester", metavar="N", help="cli.export.semester")
@click.option(
    "--batch", metavar="N", type=click.IntRange(1, 500), default=BATCH,
    help="cli.send.batch",
)  # fmt: skip
@click.option("--list", "lists", is_flag=True, help="cli.send.list")
@click.option("--remember", "remembers", is_flag=True, help="cli.send.remember")
@click.option("--forget-password", "forgets", is_flag=True, help="cli.send.forget")
@click.option("--yes", is_flag=True, help="cli.export.yes")
@click.pass_obj
def send(
    course: str | None,
    *,
    to: str,
    user: str,
    items: tuple[str, ...],
    without: tuple[str, ...],
    added: tuple[str, ...],
    notes: tuple[str, ...],
    pseudonym: str | None,
    promotion: str | None,
    semester: str | None,
    batch: int,
    lists: bool,
    remembers: bool,
    forgets: bool,
    yes: bool,
) -> int:
    """Show what leaves, ask, queue it, and send what is in the queue."""
    from tutor.cli.lrs_words import needs_library
    from tutor.interop.lrs_address import address_of

    if lists:
        return _list()
    from tutor.cli.export_words import Ticked, Typed

    address = address_of(to) if to or forgets else None
    if forgets and address is not None:
        return _forget(address)
    needs_library()
    said = Ticked(items, without, added, notes), Typed(pseudonym, promotion, semester)
    box = _queued(course, address, said, agreed=yes) if address else _waiting()
    return 0 if box is None else _send(box, (user, remembers), batch)


def _queued(
    course: str | None,
    address: "Address",
    said: "tuple[Ticked, Typed]",
    *,
    agreed: bool,
) -> "Outbox | None":
    """Show what would leave, ask, and return the queue it is in; None where declined.

    Raises:
        WrongUseError: nobody is there to agree.
    """
    from tutor.cli.console import YES, Console, Leaving
    from tutor.cli.desks import desk_of
    from tutor.cli.entrance import is_terminal
    from tutor.cli.export_words import choices_of, signature_of, warn_of_real_name
    from tutor.services.handing import prepare
    from tutor.services.leaving import leaving_lines

    if not (agreed or is_terminal()):
        raise WrongUseError("export.yes")
    ticked, typed = said
    desk = desk_of(course, writing=True)
    try:
        for notice in desk.notices:
            put(say(notice.message_id, **notice.values), err=True)
        choices = choices_of(desk, ticked)
        ready = prepare(desk, choices, signature_of(desk, typed, asks=not agreed))
        put("\n".join(leaving_lines(ready.bundle, desk.clock)), err=True)
        warn_of_real_name(ready.signature)
        asked = YES[0] if agreed else Console().read(say("lrs.ask", url=address.url))
        if asked.strip().casefold() in YES:
            return _fill(desk, ready, address)
        put(say("lrs.declined"), err=True)
    except Leaving:
        put(say("lrs.declined"), err=True)
    finally:
        desk.close()
    return None


def _fill(desk: "Desk", ready: "Ready", address: "Address") -> "Outbox":
    """Put what was agreed to in the queue of an address, and keep how one signs."""
    from tutor.interop.queueing import queue
    from tutor.services.signing import keep_signature
    from tutor.store.outbox import Outbox

    keep_signature(desk, ready.signature, ready.bundle.learner_id)
    box = Outbox(desk.place, address.url, desk.course.head.id)
    queue(box, ready.bundle, desk.course)
    return box


def _send(box: "Outbox", who: tuple[str, bool], batch: int) -> int:
    """Send what a queue holds, say what came of it, and return the status.

    Args:
        box: the queue.
        who: the name typed, and whether it is to be kept with its password.
        batch: how many statements go at once.

    Raises:
        TutorError: something stopped it; what waits goes on waiting.
    """
    from tutor.cli.gauge import Gauge
    from tutor.cli.lrs_words import client_at, credentials_for
    from tutor.interop.lrs_address import address_of
    from tutor.interop.sending import Sending

    if not box.waiting():
        box.tidy()
        put(say("lrs.nothing-new", url=box.to), err=True)
        return 0
    address, (user, remembers) = address_of(box.to), who
    credentials = credentials_for(address, user, remembers=remembers)
    with client_at(address, credentials) as client:
        sending = Sending(client, box, batch=batch)
        try:
            with Gauge(said="lrs.progress") as gauge:
                sending.run(gauge)
        finally:
            for line in _outcome(sending, box):
                put(line, err=True)
    put(say("lrs.keep"), err=True)
    return 1 if sending.sent.conflicts or sending.sent.large else 0


def _outcome(sending: "Sending", box: "Outbox") -> Iterator[str]:
    """Yield what was sent, what was put apart, and what waits."""
    sent, waiting = sending.sent, len(box.waiting())
    if sent.done or not waiting:
        yield count("lrs.sent", sent.done, url=box.to)
    if sent.conflicts:
        yield count("lrs.conflicts", sent.conflicts)
    if sent.large:
        yield count("lrs.large", sent.large)
    if waiting:
        yield count("lrs.waiting", waiting)


def _waiting() -> "Outbox":
    """Return the one queue in which something waits.

    Raises:
        WrongUseError: there is none, or there are several.
    """
    from tutor.cli.folders import place_at_hand
    from tutor.store.outbox import outboxes

    found = [box for box in outboxes(place_at_hand()) if box.waiting()]
    if not found:
        raise WrongUseError("lrs.to")
    if len(found) > 1:
        raise WrongUseError("lrs.to.several", urls=", ".join(box.to for box in found))
    put(count("lrs.resuming", len(found[0].waiting())), err=True)
    return found[0]


def _list() -> int:
    """Print what each queue holds."""
    from tutor.cli.folders import place_at_hand
    from tutor.store.outbox import outboxes

    boxes = outboxes(place_at_hand())
    for line in _listed(boxes) if boxes else [say("lrs.list.none")]:
        put(line)
    return 0


def _listed(boxes: "list[Outbox]") -> Iterator[str]:
    """Yield what each queue holds."""
    for box in boxes:
        kept = box.kept()
        yield say("lrs.list.to", url=box.to, course=box.course)
        yield "  " + count("lrs.list.done", len(kept.done))
        yield "  " + count("lrs.list.waiting", len(box.waiting()))
        for name, reason in kept.apart.items():
            yield "  " + say(f"lrs.list.apart.{reason}", id=name)


def _forget(address: "Address") -> int:
    """Take the password of an address out of the keyring."""
    from tutor.interop.lrs_credentials import forget_password

    had = forget_password(address)
    put(
        say("lrs.forgotten" if had else "lrs.forgotten.none", url=address.url), err=True
    )
    return 0
