"""Who sends: a name and a password, from the environment or the system's keyring.

They are never written to a file of the tutor's, and no text of one of these values
shows the password.
"""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

from typing_extensions import override

from tutor.domain.errors import TutorError, WrongUseError
from tutor.interop.lrs_address import Address

USER, PASSWORD = "TUTOR_LRS_USER", "TUTOR_LRS_PASSWORD"
SERVICE = "cpts-tutor"
"""What the keyring calls the program; the address is the name of the account."""


class Credentials:
    """A name and a password; only `pair` gives them away."""

    __slots__ = ("_password", "user")

    def __init__(self, user: str, password: str) -> None:
        if not user or ":" in user or not (user + password).isprintable():
            raise WrongUseError("lrs.user")
        self.user = user
        """The name of the account."""
        self._password = password

    @property
    def pair(self) -> tuple[str, str]:
        """The name and the password, for the request itself."""
        return self.user, self._password

    @override
    def __repr__(self) -> str:
        return f"Credentials({self.user!r}, …)"


def from_environment(
    user: str = "", environment: Mapping[str, str] = os.environ
) -> Credentials | None:
    """Return what the environment says, or None where it says no password.

    Args:
        user: named on the command line; it goes before `TUTOR_LRS_USER`.
        environment: the variables.

    Raises:
        WrongUseError: there is a password and no name, or a name no server can take.
    """
    password = environment.get(PASSWORD, "")
    if not password:
        return None
    named = user or environment.get(USER, "")
    if not named:
        raise WrongUseError("lrs.user.missing", variable=USER)
    return Credentials(named, password)


def from_keyring(address: Address, user: str = "") -> Credentials | None:
    """Return what the system's keyring holds for a store, or None.

    A machine without a keyring holds nothing.

    Args:
        address: that of the store.
        user: the only name wanted; any by default.

    Raises:
        TutorError: the library is not installed.
    """
    library, kept = _keyring(), None
    with contextlib.suppress(library.errors.KeyringError):
        kept = library.get_password(SERVICE, address.url)
    try:
        named, password = json.loads(kept or "null")
        found = Credentials(str(named), str(password))
    except (ValueError, TypeError, TutorError):
        return None
    return found if user in {"", found.user} else None


def remember(address: Address, credentials: Credentials) -> None:
    """Keep a name and a password in the system's keyring, in the place of others.

    Args:
        address: that of the store.
        credentials: what is kept.

    Raises:
        TutorError: there is no keyring, it refuses, or the library is not installed.
    """
    library = _keyring()
    with _refusals(library):
        library.set_password(SERVICE, address.url, json.dumps(credentials.pair))


def forget_password(address: Address) -> bool:
    """Take a name and a password out of the keyring; return whether there were any.

    Args:
        address: that of the store.

    Raises:
        TutorError: the keyring refuses, or the library is not installed.
    """
    library = _keyring()
    with _refusals(library):
        if library.get_password(SERVICE, address.url) is None:
            return False
        library.delete_password(SERVICE, address.url)
        return True


@contextmanager
def _refusals(library: ModuleType) -> Iterator[None]:
    """Turn what a keyring refuses into an error for people; its own words stay out.

    Raises:
        TutorError: it refused.
    """
    try:
        yield
    except library.errors.NoKeyringError:
        raise TutorError("lrs.keyring.none", variable=PASSWORD) from None
    except library.errors.KeyringError:
        raise TutorError("lrs.keyring.refused", variable=PASSWORD) from None


def _keyring() -> ModuleType:
    """Return the library of keyrings.

    Raises:
        TutorError: it is not installed.
    """
    try:
        import keyring
        import keyring.errors
    except ImportError as error:
        raise TutorError("lrs.extra", library="keyring") from error
    return keyring
