"""The address of a Learning Record Store: what is taken, what is refused."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from tutor.domain.errors import WrongUseError

STATEMENTS = "/statements"
"""The resource of statements, under the address of a store (xAPI 1.0.3, part 3)."""
LONGEST = 1000
"""Characters of the longest address."""
_PRINTED = re.compile(r"[!-~]+")
_SHOWN = 200
_PORTS = {"http": 80, "https": 443}


class Address(NamedTuple):
    """Where statements are sent to and read from."""

    url: str
    """Of the resource of statements; it holds no name and no password."""
    is_here: bool
    """Whether it is this machine itself, which needs no TLS and no proxy."""

    def page(self, more: str) -> str | None:
        """Return the address of a following page, or None where it is of another host.

        Args:
            more: as the store gives it, whole or without its beginning.
        """
        if len(more) > 4 * LONGEST or not _PRINTED.fullmatch(more):
            return None
        try:
            found = urlsplit(urljoin(self.url, more))
            same = _origin(found) == _origin(urlsplit(self.url))
        except ValueError:
            return None
        return found.geturl() if same and "@" not in found.netloc else None


def address_of(typed: str) -> Address:
    """Return the address that somebody typed.

    Args:
        typed: that of the store, or of its resource of statements.

    Raises:
        WrongUseError: it is none, has a password in it, or would send in clear
            beyond this machine.
    """
    text = typed.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise WrongUseError("lrs.address") from error
    if "@" in parts.netloc:
        raise WrongUseError("lrs.address.password", host=host[:_SHOWN])
    if (
        len(text) > LONGEST
        or not _PRINTED.fullmatch(text)
        or parts.scheme not in _PORTS
        or not host
        or port == 0
        or "\\" in text
    ):
        raise WrongUseError("lrs.address")
    if parts.query or parts.fragment:
        raise WrongUseError("lrs.address.query", host=host[:_SHOWN])
    is_here = _is_here(host)
    if parts.scheme == "http" and not is_here:
        raise WrongUseError("lrs.address.clear", host=host[:_SHOWN])
    path = parts.path.rstrip("/")
    path = path if path.endswith(STATEMENTS) else path + STATEMENTS
    return Address(parts._replace(path=path).geturl(), is_here)


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    """Return what two addresses of one server share."""
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _is_here(host: str) -> bool:
    """Return whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
