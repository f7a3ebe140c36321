"""How one server is set up: where it listens, which course, what it bears."""

import ipaddress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tutor.domain.errors import WrongUseError

USUAL_PORTS = {"http": 80, "https": 443}
LEAST_PORT, MOST_PORT = 0, 65535


class Limits(NamedTuple):
    """What a server bears; beyond it people are told so."""

    visitors: int = 20
    """How many may be there at once, 1 to 1000."""
    idle: float = 30 * 60
    """Seconds without a key or a click after which a visit is closed."""
    tabs: int = 3
    """How many windows one address may have open at once."""
    message: int = 128 * 1024
    """Bytes that the browser may send in one message: the longest note, pasted."""
    rate: float = 400
    """Messages a second of one visit; each kilobyte beyond the first counts as one."""
    leaving: float = 10
    """Seconds a tutor has to save and leave before it is ended."""


class Setting(NamedTuple):
    """One server."""

    home: Path
    """The folder of whoever runs it; visitors have theirs in `web/` inside it."""
    course: Path
    added: tuple[Path, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    """0 takes any that is free."""
    url: str = ""
    """The address people type where it is not that of this machine."""
    limits: Limits = Limits()

    @property
    def is_open(self) -> bool:
        """Whether others than this machine can come, so that all need an invitation."""
        return bool(self.url) or not is_loopback(self.host)


class Door(NamedTuple):
    """The names a server answers to; a page under another name is somebody else's."""

    hosts: frozenset[str]
    """What the Host header may say."""
    origins: frozenset[str]
    """What the Origin header may say."""
    address: str
    """What people type, with a slash at the end."""


def door_of(setting: Setting, port: int) -> Door:
    """Return the names of a server.

    Args:
        setting: a checked setting.
        port: where it listens.
    """
    loopback = {"127.0.0.1", "localhost", "[::1]"} | {_bracketed(setting.host)}
    own = loopback if is_loopback(setting.host) else set()
    names = {("http", name, port) for name in own}
    address = f"http://{_bracketed(setting.host)}:{port}/"
    if setting.url:
        parts = urlsplit(setting.url)
        usual = parts.port or USUAL_PORTS[parts.scheme]
        names.add((parts.scheme, _bracketed(parts.hostname or ""), usual))
        address = setting.url.rstrip("/") + "/"
    written = {
        (scheme, host)
        for scheme, name, number in names
        for host in _ways(scheme, name.lower(), number)
    }
    hosts = frozenset(host for _, host in written)
    return Door(hosts, frozenset(f"{s}://{host}" for s, host in written), address)


def checked(setting: Setting) -> Setting:
    """Return a setting that can be served.

    Raises:
        WrongUseError: a limit, the port or the address does not fit, or others could
            come and nobody said under which address.
    """
    limits = setting.limits
    if not 1 <= limits.visitors <= 1000:  # noqa: PLR2004 - said in the message
        raise WrongUseError("serve.error.visitors")
    if not 1 <= limits.idle / 60 <= 24 * 60:
        raise WrongUseError("serve.error.idle")
    if not LEAST_PORT <= setting.port <= MOST_PORT:
        raise WrongUseError("serve.error.port", port=setting.port)
    if setting.url:
        _refuse_address(setting.url)
    elif setting.is_open:
        raise WrongUseError("serve.error.url-missing", host=setting.host)
    return setting


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a host.

    Args:
        host: a name or an address.
    """
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _refuse_address(url: str) -> None:
    """Refuse an address that a browser could not be sent to.

    Raises:
        WrongUseError: it is none.
    """
    wrong = WrongUseError("serve.error.url", url=url)
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in USUAL_PORTS and parts.hostname and parts.port != 0
    except ValueError as error:
        raise wrong from error
    if not is_whole or parts.query or parts.fragment or "@" in parts.netloc:
        raise wrong


def _bracketed(host: str) -> str:
    """Return a host as it stands in an address."""
    bare = host.strip("[]")
    return f"[{bare}]" if ":" in bare else bare


def _ways(scheme: str, name: str, port: int) -> set[str]:
    """Return how a browser may write a name and a port."""
    short = {name} if port == USUAL_PORTS[scheme] else set()
    return {f"{name}:{port}"} | short
