"""A column of set lines, as long as its text, set only where it is looked at."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import overload

from textual.content import Content
from typing_extensions import override

BLANK = Content("")


class Galley(Sequence[Content]):
    """Holds lines; those of a piece are set when one of them is first looked at.

    A lesson is many screens long, and one screen of it is seen at a time.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._pieces: list[Callable[[], Sequence[Content]]] = []
        self._set: dict[int, Sequence[Content]] = {}
        self._length = 0

    def put(self, height: int, piece: Callable[[], Sequence[Content]]) -> None:
        """Add a piece at the end.

        Args:
            height: how many lines it has.
            piece: sets them.
        """
        if height:
            self._starts.append(self._length)
            self._pieces.append(piece)
            self._length += height

    def space(self) -> None:
        """Add a blank line at the end."""
        self.put(1, _blank)

    @override
    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Content: ...

    @overload
    def __getitem__(self, index: slice) -> list[Content]: ...

    @override
    def __getitem__(self, index: int | slice) -> Content | list[Content]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(self._length))]
        line = range(self._length)[index]
        number = bisect_right(self._starts, line) - 1
        lines = self._set.get(number)
        if lines is None:
            lines = self._set[number] = self._pieces[number]()
        return lines[line - self._starts[number]]


def _blank() -> Sequence[Content]:
    """Return a blank line."""
    return (BLANK,)
