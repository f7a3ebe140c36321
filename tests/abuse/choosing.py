"""Choose what is worth keeping of the inputs a fuzzer found."""

import contextlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.abuse.target import CORPUS, ROOT, Target
from tutor.domain.errors import TutorError

LONGEST_KEPT = 3_000
"""Bytes of an input worth keeping: shorter ones say it more clearly."""
_OURS = str(ROOT / "tutor")
Step = tuple[str, int]


def choose(name: str, target: Target, inputs: Path, most: int) -> list[Path]:
    """Keep the smallest inputs that run through lines nothing kept runs through.

    Args:
        name: that of the target.
        target: where they go.
        inputs: a folder of what was found.
        most: how many are kept, at most.

    Returns:
        The files kept.
    """
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    known: set[Step] = set()
    for raw in (*target.seeds(), *(path.read_bytes() for path in corpus.iterdir())):
        known |= steps(target.take, raw)
    kept: list[Path] = []
    found = [path for path in inputs.iterdir() if path.stat().st_size <= LONGEST_KEPT]
    for path in sorted(found, key=lambda path: (path.stat().st_size, path.name)):
        new = steps(target.take, path.read_bytes()) - known
        if new and len(kept) < most:
            known |= new
            kept.append(corpus / path.name)
            shutil.copyfile(path, kept[-1])
    return kept


def steps(take: Callable[[bytes], None], raw: bytes) -> set[Step]:
    """Return the lines of the tutor that an input runs through.

    Args:
        take: takes the input.
        raw: the input.
    """
    found: set[Step] = set()

    def look(frame: FrameType, event: str, argument: Any) -> Any:
        name = frame.f_code.co_filename
        if not name.startswith(_OURS):
            return None
        found.add((name, frame.f_lineno))
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        with contextlib.suppress(TutorError):
            take(raw)
    finally:
        sys.settrace(before)
    return found
