"""Show what changes in a file whose lines stay in their places."""

from collections.abc import Iterator

from tutor.domain.line_ends import with_line_feeds
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import cleaned

_AROUND = 3
"""Lines shown before and after a change, as `diff -u` does."""


def unified(path: str, before: str, after: str) -> list[str]:
    """Return the lines of a unified diff, safe to print.

    Lines are compared by their number: the repairs put none in and take none out.
    The ends of lines are left out, control characters replaced.

    Args:
        path: what the file is called.
        before: the text there is.
        after: the text there would be.
    """
    old, new = _lines(before), _lines(after)
    changed = [
        n for n, pair in enumerate(zip(old, new, strict=True)) if len(set(pair)) > 1
    ]
    if not changed:
        return []
    name = _printable(path).lstrip("/")
    said = [f"--- a/{name}", f"+++ b/{name}"]
    for first, last in _hunks(changed, len(old)):
        size = last - first
        said.append(f"@@ -{first + 1},{size} +{first + 1},{size} @@")
        said.extend(_hunk(old[first:last], new[first:last]))
    return said


def _hunks(changed: list[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield the first line of each run of changes and the one after its last."""
    start = end = changed[0]
    for number in changed[1:]:
        if number - end > 2 * _AROUND:
            yield max(0, start - _AROUND), min(count, end + _AROUND + 1)
            start = number
        end = number
    yield max(0, start - _AROUND), min(count, end + _AROUND + 1)


def _hunk(old: list[str], new: list[str]) -> Iterator[str]:
    """Yield the lines of one run: what goes before what comes."""
    coming: list[str] = []
    for before, after in zip(old, new, strict=True):
        if before != after:
            yield f"-{before}"
            coming.append(f"+{after}")
            continue
        yield from coming
        coming = []
        yield f" {before}"
    yield from coming


def _lines(text: str) -> list[str]:
    """Return the lines of a file as they are counted, without their ends."""
    alike = with_line_feeds(text.removeprefix("\ufeff"))
    return _printable(alike.removesuffix("\n")).split("\n")


def _printable(text: str) -> str:
    """Return a text that cannot drive a terminal."""
    return cleaned(text, Findings("")) or ""
