"""`tutor serve`: the same tutor in a browser, one folder a visitor."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.folders import added_folders, place_at_hand
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import TutorError, WrongUseError
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.web.guests import Guests
    from tutor.web.setting import Setting

EXTRA = 'pip install "cpts-tutor[web]"'
MINUTE = 60


@click.command(cls=SpokenCommand, help="cli.serve")
@click.option("--host", default="127.0.0.1", metavar="HOST", help="serve.option.host")
@click.option("--port", default=8000, metavar="N", help="serve.option.port")
@click.option("--url", default="", metavar="URL", help="serve.option.url")
@click.option("--visitors", default=20, metavar="N", help="serve.option.visitors")
@click.option("--idle", default=30, metavar="MINUTES", help="serve.option.idle")
@click.option("--invite", type=int, metavar="N", help="serve.option.invite")
@click.option("--erase", metavar="ADDRESS", help="serve.option.erase")
@click.option("--yes", is_flag=True, help="serve.option.yes")
@click.pass_obj
def serve(
    course: str | None,
    *,
    host: str,
    port: int,
    url: str,
    visitors: int,
    idle: int,
    invite: int | None,
    erase: str | None,
    yes: bool,
) -> int:
    """Serve, or make invitations, or erase what a visitor left."""
    from tutor.services.places import find_course
    from tutor.web.setting import Limits, Setting, checked

    setting = checked(
        Setting(
            home=place_at_hand().root,
            course=find_course(course),
            added=tuple(path.absolute() for path in added_folders()),
            host=host,
            port=port,
            url=url,
            limits=Limits(visitors=visitors, idle=idle * MINUTE),
        )
    )
    if invite is not None:
        _invite(setting, invite)
        return 0
    if erase is not None:
        _erase(setting, erase, yes=yes)
        return 0
    return _serve(setting)


def _serve(setting: "Setting") -> int:
    """Serve until the end, and return the exit status.

    Raises:
        TutorError: what it takes is not installed, the course cannot be read, or the
            port is taken.
    """
    from tutor.cli.main import INTERRUPTED

    try:
        from tutor.web.server import TutorServer
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] == "tutor":
            raise
        raise TutorError("serve.error.extra", command=EXTRA) from error
    _refuse_course(setting)
    if setting.url.startswith("http://"):
        put(say("serve.unsealed"), err=True)
    server = TutorServer(setting)
    server.serve()
    return INTERRUPTED if server.was_interrupted else 0


def _refuse_course(setting: "Setting") -> None:
    """Refuse a course no visitor could open, before any of them sees it.

    Raises:
        TutorError: it cannot be read.
    """
    from tutor.services.library import Library
    from tutor.store.place import Place

    place = Place(setting.home)
    Library(setting.course, place, setting.added).course.head  # noqa: B018 - reads it


def _guests(setting: "Setting") -> "Guests":
    """Return the addresses of a server."""
    from tutor.web.guests import Guests

    return Guests(setting.home, only_invited=setting.is_open)


def _invite(setting: "Setting", number: int) -> None:
    """Print new addresses, one a line; they are told once."""
    from tutor.web.setting import door_of

    address = door_of(setting, setting.port).address
    for secret in _guests(setting).invite(number):
        click.echo(f"{address}{secret}/")
    put(say("serve.invited"), err=True)


def _erase(setting: "Setting", address: str, *, yes: bool) -> None:
    """Erase what a visitor left, once it has been shown.

    Raises:
        WrongUseError: nobody has that address, or nobody said to go on.
        TutorError: the visitor is there right now, or the disk refuses.
    """
    from tutor.services.keeping import kept_of
    from tutor.services.system_clock import SystemClock
    from tutor.web.guests import secret_in

    guests = _guests(setting)
    guest = guests.known(secret_in(address))
    if guest is None:
        raise WrongUseError("serve.error.unknown")
    kept = kept_of(guest.place, SystemClock())
    put(say("serve.erase.folder", path=guest.place.root))
    put(count("serve.erase.answers", kept.counts.get("answers", 0)))
    if not yes:
        raise WrongUseError("serve.error.yes")
    guests.erase(guest)
    put(say("serve.erase.done"))
