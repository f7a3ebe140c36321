"""Files that can be computed again: read them if they fit, write them if possible."""

import contextlib
import os
from pathlib import Path


def read_cached(path: Path) -> bytes | None:
    """Return the bytes of a cache file, or None where there are none."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def write_cached(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all; a refusal is no fault.

    Args:
        path: the file, in the person's cache folder.
        data: its bytes.
    """
    waiting = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(data)
        waiting.replace(path)
