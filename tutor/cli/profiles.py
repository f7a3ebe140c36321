"""`tutor profiles`: who uses this computer, and when they last did."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.folders import place_at_hand
from tutor.cli.spoken import SpokenCommand
from tutor.locale import numeric_date, say

if TYPE_CHECKING:
    from tutor.services.profiles import Profile


@click.command(cls=SpokenCommand, help="cli.profiles")
def profiles() -> None:
    """List the profiles."""
    from tutor.services.profiles import profiles_of
    from tutor.store.place import place_of

    here = place_at_hand().profile
    found = profiles_of(place_of())
    names = [each.name or say("keeping.profile.none") for each in found]
    heads = (say("keeping.profile.name"), say("keeping.profile.used"))
    width = max(map(len, (heads[0], *names)))
    rows = [heads, *((n, _used(p, here)) for n, p in zip(names, found, strict=True))]
    for name, used in rows:
        put(say("keeping.profile.row", name=name.ljust(width), used=used))
    put(say("keeping.profile.how"))
    put(say("keeping.profile.open"))


def _used(profile: "Profile", here: str) -> str:
    """Return when a profile was last used, and whether it is the present one."""
    from tutor.services.system_clock import SystemClock

    used = say("keeping.profile.never")
    if profile.used is not None:
        used = numeric_date(SystemClock().local_day(profile.used))
    return say("keeping.profile.here", used=used) if profile.name == here else used
