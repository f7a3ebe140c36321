"""Make the desk that a command works at."""

from random import SystemRandom

from tutor.cli.folders import added_folders
from tutor.services.desk import Desk
from tutor.services.places import find_course
from tutor.services.system_clock import SystemClock
from tutor.store.place import place_of


def desk_of(course: str | None, *, writing: bool) -> Desk:
    """Return a desk on this machine.

    Args:
        course: what `--course` named.
        writing: False to read without taking the lock.
    """
    clock, chance = SystemClock(), SystemRandom()
    return Desk(
        find_course(course),
        place_of(),
        clock,
        chance,
        writing=writing,
        added=added_folders(),
    )
