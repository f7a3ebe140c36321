"""Let Python's collector of cycles rest while many values are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """Keep the collector from running; it is left as it was found.

    What is read of a course is a tree: there is no cycle to find in it, and looking
    through all of it again and again took a quarter of the time of a large course.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
