"""Seal a bundle for the faculty's key, and open it: the only door to pyrage.

The form is age's (age-encryption.org): what one tool seals another opens.
"""

import os
import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from tutor.domain.errors import TutorError, WrongUseError

LARGEST_KEY = 64 * 1024
"""Bytes of the longest key file that is read."""
EXTRA = "pyrage"
ENDING = ".age"
"""How the name of a sealed file ends."""
_PUBLIC = re.compile(r"age1[0-9a-z]{20,120}")
_PRIVATE = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{20,120}")
_HEADS = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_SHOWN = 20
"""Characters of a key that a message shows."""


class KeyPair(NamedTuple):
    """A key to seal with, and the file that opens what it sealed."""

    public: str
    """May be handed to everybody."""
    private: str
    """The text of the private key's file; whoever has it reads the bundles."""


def make_key() -> KeyPair:
    """Return a new pair of keys, from the machine's own chance.

    Raises:
        TutorError: pyrage is not installed.
    """
    identity = _age().x25519.Identity.generate()
    public = str(identity.to_public())
    return KeyPair(public, f"# public key: {public}\n{identity}\n")


def public_key(named: str, *, may_read: bool = True) -> str:
    """Return the public key that somebody names.

    Args:
        named: the key itself, or the path of a file that holds one.
        may_read: whether a file may be read at all.

    Raises:
        WrongUseError: it is no public key, or a private one.
        TutorError: the file cannot be read.
    """
    text = named.strip()
    if may_read and not text.startswith(("age1", "AGE-SECRET-KEY-")):
        text = _text_of(Path(os.path.expanduser(named)))  # noqa: PTH111 - keeps a ~name nobody has
    lines = [line for line in text.split("\n") if not line.lstrip().startswith("#")]
    text = "\n".join(lines)
    if _PRIVATE.search(text):
        raise WrongUseError("export.key.private")
    found = list(dict.fromkeys(_PUBLIC.findall(text)))
    if len(found) != 1:
        message_id = "export.key.several" if found else "export.key.none"
        raise WrongUseError(message_id, key=named.strip()[:_SHOWN])
    return str(found[0])


def seal(data: bytes, key: str) -> bytes:
    """Return data that only the private key of a pair opens.

    Args:
        data: anything.
        key: what `public_key` returned.

    Raises:
        WrongUseError: the key is misspelt.
        TutorError: pyrage is not installed.
    """
    age = _age()
    try:
        recipient = age.x25519.Recipient.from_str(key)
    except age.RecipientError as error:
        raise WrongUseError("export.key.none", key=key[:_SHOWN]) from error
    sealed: bytes = age.encrypt(data, [recipient])
    return sealed


def is_sealed(data: bytes) -> bool:
    """Return whether data begins as what `seal` returns."""
    return data.startswith(_HEADS)


def unseal(data: bytes, key_file: str) -> bytes:
    """Return what was sealed.

    Args:
        data: what `seal`, or any other tool of age, returned.
        key_file: the text of the private key's file; any of its keys may be the one.

    Raises:
        WrongUseError: the file holds no private key.
        TutorError: the data was sealed for another key, or is damaged, or pyrage is
            not installed.
    """
    age, identities = _age(), []
    for written in _PRIVATE.findall(key_file):
        try:
            identities.append(age.x25519.Identity.from_str(written))
        except age.IdentityError as error:
            raise WrongUseError("export.key.no-private") from error
    if not identities:
        raise WrongUseError("export.key.no-private")
    try:
        opened: bytes = age.decrypt(data, identities)
    except age.DecryptError as error:
        is_other = "No matching keys" in str(error)
        message_id = "export.key.other" if is_other else "export.key.damaged"
        raise TutorError(message_id) from error
    return opened


def _text_of(path: Path) -> str:
    """Return the text of a key's file.

    Raises:
        WrongUseError: there is no such file, or it is far too long.
        TutorError: it cannot be read.
    """
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_KEY:
            raise WrongUseError("export.key.none", key=str(path)[:_SHOWN])
        return path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError) as error:
        raise WrongUseError("export.key.none", key=str(path)[:_SHOWN]) from error


def _age() -> ModuleType:
    """Return pyrage.

    Raises:
        TutorError: it is not installed.
    """
    try:
        import pyrage  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise TutorError("export.key.extra", extra=EXTRA) from error
    module: ModuleType = pyrage
    return module
