"""A program that writes answers until it is killed; each line it reads starts anew.

It forks once everything is loaded, so that thirty kills take no thirty start-ups.
Its child prints its process id, then the number of each answer once it is saved.
"""

import os
import sys
from pathlib import Path

from tests.factories import NOON
from tests.store.homes import numbered
from tutor.store.opening import open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store


def write_for_ever(root: str, first: int) -> None:
    """Save answers from a number on, and print each number once it is saved."""
    store = Store(open_for_writing(Place(Path(root)), NOON))
    if store.is_read_only:
        os.write(1, b"locked\n")
        return
    number = first
    while True:
        store.add(numbered(number))
        os.write(1, f"{number}\n".encode())
        number += 1


def main(root: str) -> None:
    """Fork a writer for each number read, and say when it is dead."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            write_for_ever(root, int(line))
            os._exit(0)
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main(sys.argv[1])
