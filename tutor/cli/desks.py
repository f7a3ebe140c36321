"""Make the desk that a command works at."""

from random import SystemRandom

from tutor.cli.fitting import put
from tutor.cli.folders import added_folders, place_at_hand
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.places import find_course
from tutor.services.profiles import was_opened
from tutor.services.system_clock import SystemClock


def desk_of(course: str | None, *, writing: bool) -> Desk:
    """Return a desk on this machine.

    Args:
        course: what `--course` named.
        writing: False to read without taking the lock.
    """
    place = place_at_hand()
    if writing and place.profile and not was_opened(place):
        put(say("keeping.profile.new", name=place.profile), err=True)
    clock, chance = SystemClock(), SystemRandom()
    return Desk(
        find_course(course),
        place,
        clock,
        chance,
        writing=writing,
        added=added_folders(),
    )
