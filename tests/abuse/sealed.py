"""A sealed bundle and the keys somebody names: opened, or refused with a reason."""

from collections.abc import Iterator

from tests.abuse.target import Target, assert_told
from tutor.domain.errors import TutorError
from tutor.services.sealing import is_sealed, make_key, public_key, seal, unseal

_END = b"\n\n"
"""Stands between the text of a key and what it is to open."""


def take(raw: bytes) -> None:
    """Open what was sealed with the key somebody brings, or seal with it.

    Raises:
        TutorError: it is no key, or opens nothing.
    """
    written, _, data = raw.partition(_END)
    key = written.decode("utf-8", "replace")
    try:
        if is_sealed(data):
            unseal(data, key)
        else:
            assert is_sealed(seal(data, public_key(key, may_read=False)))
    except TutorError as error:
        assert_told(error.message_id, dict(error.values))
        raise


def seeds() -> Iterator[bytes]:
    """Yield keys right and wrong, and what they open."""
    mine, other = make_key(), make_key()
    yield mine.private.encode() + _END + seal(b"{}", mine.public)
    yield other.private.encode() + _END + seal(b"{}", mine.public)
    yield mine.public.encode() + _END + b"{}"
    yield b"age1" + b"q" * 58 + _END


TARGET = Target(
    take,
    seeds,
    ("age1", "AGE-SECRET-KEY-1", "age-encryption.org/v1\n-> X25519 ", "--- "),
)
