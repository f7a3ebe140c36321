"""Hand a bundle over: the exact file first, then where it goes, sealed or not."""

import itertools
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tutor.domain.bundle import Bundle
from tutor.domain.bundle_text import written
from tutor.domain.clock import Clock
from tutor.domain.errors import TutorError, WrongUseError
from tutor.services.bundling import Choices, bundle_of
from tutor.services.desk import Desk
from tutor.services.private_file import write_private
from tutor.services.profiles import slug_of
from tutor.services.sealing import ENDING, public_key, seal
from tutor.services.served import is_served
from tutor.services.signing import Signature, keep_signature
from tutor.services.whole_file import writing
from tutor.store.place import Place
from tutor.store.whole import EXPORTS


class Ready(NamedTuple):
    """A bundle about to leave, and nothing kept yet."""

    bundle: Bundle
    signature: Signature
    data: bytes
    """Exactly what is in the file, before it is sealed."""
    ending: str = ".json"
    """How its name ends, before it is sealed."""


def prepare(desk: Desk, choices: Choices, signature: Signature) -> Ready:
    """Return the exact file that choices make; nothing is written.

    Args:
        desk: the intern's desk.
        choices: what they ticked.
        signature: how they sign, checked.

    Raises:
        TutorError: there is nothing to hand over, or something cannot be read.
    """
    bundle = bundle_of(desk, choices, signature)
    return Ready(bundle, signature, written(bundle))


def keep_and_seal(desk: Desk, ready: Ready, key: str = "") -> bytes:
    """Return the bytes that leave, how the intern signs being kept.

    Args:
        desk: the intern's desk.
        ready: what was shown.
        key: the public key of who may read it; empty for everybody.

    Raises:
        TutorError: the key cannot be used, sealing is not installed, or the store
            refuses to keep the intern's id.
    """
    data = seal(ready.data, key) if key else ready.data
    keep_signature(desk, ready.signature, ready.bundle.learner_id)
    return data


def hand_over(
    desk: Desk, ready: Ready, path: Path, key: str = "", *, over: bool = False
) -> None:
    """Write the file that was shown, and keep how the intern signs.

    Args:
        desk: their desk.
        ready: what was shown.
        path: the file, as `path_for` returned it.
        key: the public key of who may read it; empty for everybody.
        over: whether what is there may be replaced.

    Raises:
        TutorError: the key cannot be used, the store refuses to keep the intern's
            id, there is something at that path, or the disk refuses.
    """
    data = keep_and_seal(desk, ready, key)
    if path.parent == desk.place.root / EXPORTS:
        with writing(path.parent):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(path, data, over=over)


def path_for(
    ready: Ready,
    place: Place,
    clock: Clock,
    *,
    named: str = "",
    sealed: bool = False,
    environment: Mapping[str, str] = os.environ,
) -> Path:
    """Return the file that a bundle goes to.

    Args:
        ready: what was shown.
        place: the intern's folder.
        clock: dates the file.
        named: what the intern asked for; a free name of the present folder by
            default.
        sealed: whether it is sealed.
        environment: says whether the tutor is served; then all files go to the
            folder of exports.

    Raises:
        WrongUseError: a served tutor was asked to write elsewhere.
    """
    served = is_served(environment)
    folder = place.root / EXPORTS if served else Path()
    if not named:
        return _free(folder, _stem(ready, clock), ready.ending + ENDING * sealed)
    if not served:
        return Path(os.path.expanduser(named))  # noqa: PTH111 - keeps a ~name nobody has
    if Path(named).name != named or named in {".", ".."}:
        raise WrongUseError("export.served", folder=folder)
    return folder / named


def key_named(named: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the public key that an intern names.

    Args:
        named: the key itself or, where the tutor is not served, the path of its file.
        environment: says whether the tutor is served.

    Raises:
        WrongUseError: it is no public key.
    """
    return public_key(named, may_read=not is_served(environment))


def _stem(ready: Ready, clock: Clock) -> str:
    """Return the name of the file without its end."""
    day = clock.local_day(ready.bundle.exported_at).isoformat()
    try:
        return f"carnet-{slug_of(ready.signature.pseudonym)}-{day}"
    except TutorError:  # a pseudonym of signs alone names no file
        return f"carnet-{day}"


def _free(folder: Path, stem: str, ending: str) -> Path:
    """Return a name of a folder that nothing has yet."""
    for number in itertools.count(1):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{ending}"
        if not path.exists():
            return path
    raise AssertionError("numbers do not end")
