"""Lines are where they were put, and set only once they are looked at."""

from functools import partial

import pytest
from textual.content import Content

from tutor.tui.galley import Galley


def galley_of(*heights: int) -> tuple[Galley, list[int]]:
    """Return a galley of pieces, a blank line after each, and what is set of it."""
    galley, is_set = Galley(), []

    def piece(number: int, height: int) -> list[Content]:
        is_set.append(number)
        return [Content(f"{number}.{line}") for line in range(height)]

    for number, height in enumerate(heights):
        galley.put(height, partial(piece, number, height))
        galley.space()
    return galley, is_set


def test_lines_stand_in_order() -> None:
    galley, _ = galley_of(2, 0, 1)

    assert [line.plain for line in galley] == ["0.0", "0.1", "", "", "2.0", ""]
    assert [line.plain for line in galley[-2:]] == ["2.0", ""]
    assert galley[-2].plain == "2.0"
    assert len(galley) == 6


def test_a_piece_is_set_once_when_it_is_looked_at() -> None:
    galley, is_set = galley_of(3, 3, 3)

    assert is_set == []
    assert [galley[4].plain, galley[5].plain, galley[6].plain] == ["1.0", "1.1", "1.2"]
    assert is_set == [1]


def test_there_is_nothing_past_the_end() -> None:
    with pytest.raises(IndexError):
        galley_of(1)[0][2]
    assert not Galley()
