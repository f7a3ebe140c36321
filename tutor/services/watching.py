"""Notice that a file was saved, whatever the editor and the kind of folder."""

import threading
from collections.abc import Iterator
from pathlib import Path

from tutor.services.places import file_stamp

COURSE_FILES = frozenset({".md", ".toml"})
"""What may change the reading of a file: itself, and what lies beside it."""
STEP = 50
"""Milliseconds of silence after which a save is over."""
GROUPED = 400
"""Milliseconds at most that changes are gathered for."""
LOOK_AGAIN = 500
"""Milliseconds after which a folder that says nothing is looked at: those of a network
do not always say when another machine writes."""


def changes(path: Path, stop: threading.Event) -> Iterator[None]:
    """Yield at once, then each time a file or a course file beside it may have changed.

    The folder is watched, not the file: editors put a new file in the place of the
    old one. Where the system cannot watch it, it is polled.

    Args:
        path: the file; it may vanish and come back.
        stop: ends the watch within a fraction of a second.

    Raises:
        OSError: the folder cannot be watched in any way.
    """
    seen, polls = file_stamp(path), False
    yield
    while not stop.is_set():
        try:
            for spoken in _spoken(path, stop, polls=polls):
                now = file_stamp(path)
                if spoken or now != seen:
                    yield
                seen = now
        except FileNotFoundError:
            yield
            _wait_for_folder(path, stop)
            seen, polls = "", False
        except OSError:
            if polls:
                raise
            polls = True


def _wait_for_folder(path: Path, stop: threading.Event) -> None:
    """Wait until the folder of a file is there again, or until there is no need."""
    folder = path.absolute().parent
    while not stop.wait(LOOK_AGAIN / 1000) and not folder.is_dir():
        pass


def _spoken(path: Path, stop: threading.Event, *, polls: bool) -> Iterator[bool]:
    """Yield True when the folder says that a course file changed, False when it rests.

    Raises:
        OSError: the folder has gone, or cannot be watched this way.
    """
    from watchfiles import watch

    try:
        for each in watch(
            path.absolute().parent,
            watch_filter=lambda _, name: Path(name).suffix in COURSE_FILES,
            debounce=GROUPED,
            step=STEP,
            stop_event=stop,
            rust_timeout=LOOK_AGAIN,
            yield_on_timeout=True,
            force_polling=polls or None,
            recursive=False,
            raise_interrupt=False,
        ):
            yield bool(each)
    except RuntimeError as error:
        raise OSError(str(error)) from error
