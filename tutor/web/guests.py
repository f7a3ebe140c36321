"""Who may come in: a secret in the address opens one folder, and is never kept itself."""

import contextlib
import hashlib
import hmac
import re
import secrets
import shutil
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tutor.domain.errors import WrongUseError
from tutor.services.whole_file import write_whole, writing
from tutor.store.place import Place

FOLDER = "web"
INVITED = "invitations"
SECRET_BYTES = 32
"""256 bits: nobody guesses an address."""
MOST_INVITED_AT_ONCE = 1000
MOST_ISSUED = 1000
"""Addresses given on this machine and not used yet that are remembered."""
OWNER_ONLY = 0o700
COURSE_READ = "course-*.json"
"""A course as the cache holds it: nothing of anybody is in it."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_CODE = re.compile(r"[0-9a-f]{64}")


class Guest(NamedTuple):
    """Somebody whose address is known."""

    code: str
    """What is kept of the secret: its SHA-256, 64 hex digits."""
    place: Place
    """Their folder, which nobody else's address opens."""

    @property
    def short(self) -> str:
        """The start of the code, enough for a line of the log."""
        return self.code[:8]


class Guests:
    """Knows the addresses of one server."""

    def __init__(self, home: Path, *, only_invited: bool) -> None:
        self._root = home / FOLDER
        self._only_invited = only_invited
        self._issued: deque[str] = deque(maxlen=MOST_ISSUED)

    def issue(self) -> str:
        """Return a new secret for somebody on this machine; nothing is written yet."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        self._issued.append(code_of(secret))
        return secret

    def invite(self, number: int) -> list[str]:
        """Return new secrets, of which the server keeps the hashes.

        Args:
            number: how many, 1 to 1000.

        Raises:
            WrongUseError: the number does not fit.
            TutorError: the disk refuses.
        """
        if not 1 <= number <= MOST_INVITED_AT_ONCE:
            raise WrongUseError("serve.error.invite", most=MOST_INVITED_AT_ONCE)
        made = [secrets.token_urlsafe(SECRET_BYTES) for _ in range(number)]
        self._keep_invited([*self._invited(), *map(code_of, made)])
        return made

    def known(self, secret: str) -> Guest | None:
        """Return whose address this is, or None; every known hash is compared.

        Args:
            secret: what stands in the address; anything at all.
        """
        code = code_of(secret)
        found = False
        for known in self._codes():
            found |= hmac.compare_digest(known, code)
        if not found or not _SECRET.fullmatch(secret):
            return None
        return Guest(code, Place(self._root / code))

    def open(self, guest: Guest) -> None:
        """Make the folder of a guest, for the owner of the server alone.

        Raises:
            TutorError: the disk refuses.
        """
        with writing(guest.place.root):
            for folder in (self._root, guest.place.root):
                folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)

    def erase(self, guest: Guest) -> None:
        """Erase the folder of a guest with all that is in it, and their invitation.

        Raises:
            ReadOnlyError: they are at it right now.
            TutorError: the disk refuses.
        """
        from tutor.services.keeping import forget_everything

        if guest.place.root.exists():
            forget_everything(guest.place)
            with writing(guest.place.root), contextlib.suppress(FileNotFoundError):
                shutil.rmtree(guest.place.root)
        invited = self._invited()
        if guest.code in invited:
            self._keep_invited(code for code in invited if code != guest.code)

    def _codes(self) -> list[str]:
        """Return the hash of every address that is known."""
        if self._only_invited:
            return self._invited()
        try:
            opened = [path.name for path in self._root.iterdir() if path.is_dir()]
        except OSError:
            opened = []
        return [*filter(_CODE.fullmatch, opened), *self._invited(), *self._issued]

    def _invited(self) -> list[str]:
        """Return the hashes of the invitations; read anew, as more are made any time."""
        try:
            text = (self._root / INVITED).read_text(encoding="ascii", errors="replace")
        except OSError:
            return []
        return [line for line in text.split() if _CODE.fullmatch(line)]

    def _keep_invited(self, codes: Iterable[str]) -> None:
        """Write the hashes of the invitations.

        Raises:
            TutorError: the disk refuses.
        """
        path = self._root / INVITED
        with writing(path):
            self._root.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        write_whole(path, "".join(f"{code}\n" for code in codes))
        with writing(path):
            path.chmod(0o600)


def lend_course(home: Path, guest: Guest) -> None:
    """Give a guest the course as the server read it; theirs to read again otherwise.

    Args:
        home: the folder of whoever runs the server.
        guest: whose folder is open.
    """
    theirs = guest.place.cache
    with contextlib.suppress(OSError):
        theirs.mkdir(exist_ok=True)
        for path in Place(home).cache.glob(COURSE_READ):
            if not (theirs / path.name).exists():
                shutil.copyfile(path, theirs / path.name)


def code_of(secret: str) -> str:
    """Return what is kept of a secret.

    Args:
        secret: at full length it has 256 bits of chance, so that no salt is needed.
    """
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def secret_in(address: str) -> str:
    """Return the secret of an address as a person pastes it.

    Args:
        address: `https://…/SECRET/`, or the secret alone.

    Raises:
        WrongUseError: there is none.
    """
    parts = [part for part in address.strip().split("/") if part]
    if not parts or not _SECRET.fullmatch(parts[-1]):
        raise WrongUseError("serve.error.address")
    return parts[-1]
