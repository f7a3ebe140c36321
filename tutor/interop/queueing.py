"""Put what an intern agrees to send in the queue, unless all of it was sent before."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from tutor.domain.bundle import Bundle
from tutor.domain.course import Course
from tutor.interop.statements import is_hand_over, statement_lines, statements_of
from tutor.store.outbox import Outbox, Queued


def queue(box: Outbox, bundle: Bundle, course: Course) -> bool:
    """Fill a queue with the statements of a bundle; return False where all were sent.

    Each hand-over is a statement of its own, with its moment: that of a bundle in which
    nothing has changed since the last one is not made again.

    Args:
        box: the queue of an address.
        bundle: what the intern agreed to.
        course: the course it is about.

    Raises:
        StoreError: the disk refuses.
    """
    made = list(statements_of(bundle, course))
    closing, digest = made[-1], _digest(bundle)
    if not is_hand_over(closing):
        raise AssertionError("the hand-over comes last")
    if box.was_handed(digest):
        box.fill(())
        return False
    box.fill(_lines(made), (closing["id"], digest))
    return True


def _lines(statements: Sequence[Mapping[str, Any]]) -> list[Queued]:
    """Return statements as the queue keeps them."""
    lines = statement_lines(statements)
    return [
        Queued(str(each["id"]), line.rstrip(b"\n"))
        for each, line in zip(statements, lines, strict=True)
    ]


def _digest(bundle: Bundle) -> str:
    """Return what changes when anything but the moment of a hand-over does."""
    fields = bundle.model_dump(mode="json", by_alias=True)
    for name in ("bundle_id", "exported_at", "digest"):
        del fields[name]
    del fields["consent"]["at"]
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
