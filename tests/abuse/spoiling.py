"""Spoil an input: what a file becomes in the hands of those who do not mean well."""

from collections.abc import Callable, Sequence
from random import Random

ODD = (
    *(b"\x00", b"\x1b[2J", b"\xff", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xef\xbb\xbf"),
    *(b"\r", b"\n" * 9, b"[" * 99, b"{" * 99, b"(" * 99, b"9" * 5000, b"a" * 5000),
    *(b"-1", b"1e999", b"NaN", b"null", b"true", b'"', b"\\ud800", b"../", b"%00"),
)
"""What readers of files stumble over."""
_TIMES = (1, 1, 1, 2, 3, 6)
"""How many things are done to an input."""


def spoilt(
    chance: Random, inputs: Sequence[bytes], words: Sequence[str], longest: int
) -> bytes:
    """Return one of some inputs, spoilt.

    Args:
        chance: decides.
        inputs: what to begin with; parts of others are put into one.
        words: what may be put into it too.
        longest: bytes beyond which it is cut.
    """
    raw = chance.choice(inputs)
    known = (*ODD, *(word.encode() for word in words))
    for _ in range(chance.choice(_TIMES)):
        start = chance.randint(0, len(raw))
        end = min(len(raw), start + chance.choice((0, 1, 1, 4, 40, 400)))
        found = raw[start:end]
        put: Callable[[], bytes] = chance.choice(
            (
                lambda: b"",
                lambda found=found: found * 2,
                lambda: chance.choice(known),
                lambda: chance.randbytes(chance.randint(1, 4)),
                lambda: _part(chance, chance.choice(inputs)),
                lambda found=found: found[::-1],
            )
        )
        raw = raw[:start] + put() + raw[end:]
    return raw[:longest]


def _part(chance: Random, raw: bytes) -> bytes:
    """Return a part of an input."""
    start = chance.randint(0, len(raw))
    return raw[start : start + chance.choice((1, 10, 100, 1000))]
