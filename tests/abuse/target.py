"""What a target of abuse is: a way in for bytes of strangers."""

import atexit
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tutor.domain.notice import Notice
from tutor.locale import advise, say

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
"""Inputs kept for good, a folder a target; what broke something once is among them."""
LONGEST = 20_000
SLOWEST = 5.0
DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What can drive a terminal: nothing that is printed may hold any."""


class Target(NamedTuple):
    """A way in."""

    take: Callable[[bytes], None]
    """Does with the bytes of a stranger what the tutor does. A `TutorError` is a refusal;
    anything else that is raised is a fault."""
    seeds: Callable[[], Iterable[bytes]]
    """Inputs as they should be: abuse begins from them."""
    words: tuple[str, ...] = ()
    """What such inputs are made of."""
    longest: int = LONGEST
    """Bytes of the longest input tried."""
    seconds: float = SLOWEST
    """Seconds that one input may take."""


def scratch() -> Path:
    """Return a new folder, gone when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="abuse-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def kept(name: str) -> list[Path]:
    """Return the files of the inputs kept for a target, sorted.

    Args:
        name: that of the target.
    """
    return sorted(path for path in (CORPUS / name).glob("*") if path.is_file())


def assert_harmless(text: str) -> None:
    """Assert that what is about to be printed drives no terminal.

    Args:
        text: all of it.
    """
    found = DRIVES.search(text)
    assert found is None, f"{found[0]!r} is printed"


def assert_told(message_id: str, values: dict[str, object]) -> None:
    """Assert that a message can be said and drives no terminal.

    Args:
        message_id: as the catalogues have it.
        values: what it needs.
    """
    assert_harmless(say(message_id, **values))
    assert_harmless(advise(message_id, **values))


def assert_noticed(notices: Iterable[Notice]) -> None:
    """Assert that notices can be said and drive no terminal.

    Args:
        notices: what somebody is told.
    """
    for notice in notices:
        assert_told(notice.message_id, dict(notice.values))
