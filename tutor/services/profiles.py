"""One folder a person on a shared computer; light enough for the first frame."""

import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from tutor.domain.errors import WrongUseError
from tutor.store.place import Place, place_of

FOLDER = "profiles"
LONGEST = 40
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_OTHERS = re.compile(r"[^a-z0-9]+")
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""What Windows keeps for itself, whatever the folder."""


class Profile(NamedTuple):
    """One person of this computer."""

    name: str
    """Empty for who uses no profile."""
    used: datetime | None
    """When something was last written there, if ever."""


def place_at(option: str | None, environment: Mapping[str, str] = os.environ) -> Place:
    """Return the folder of the person who is there.

    Args:
        option: what `--profile` named, if anything; an empty text means no profile.
        environment: `TUTOR_PROFILE` names a profile, `TUTOR_HOME` the folder of all.

    Raises:
        WrongUseError: the name holds nothing that can name a folder.
    """
    named = environment.get("TUTOR_PROFILE", "") if option is None else option
    base = place_of(environment)
    return place_of_profile(base, named) if named.strip() else base


def place_of_profile(base: Place, name: str) -> Place:
    """Return the folder of a profile.

    Args:
        base: the folder of who uses no profile.
        name: as a person writes it.

    Raises:
        WrongUseError: the name holds nothing that can name a folder.
    """
    slug = slug_of(name)
    return Place(base.root / FOLDER / slug, slug)


def slug_of(name: str) -> str:
    """Return a name in small letters, digits and single hyphens; no path can be made.

    Args:
        name: as a person writes it; accents, case and spaces do not matter.

    Raises:
        WrongUseError: nothing is left of it.
    """
    lowered = name.casefold().translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    slug = _OTHERS.sub("-", bare).strip("-")[:LONGEST].strip("-")
    if not slug:
        raise WrongUseError("errors.profile-name", name=name)
    return f"profil-{slug}" if _DEVICE.fullmatch(slug) else slug


def profiles_of(base: Place) -> list[Profile]:
    """Return who uses this computer: without a profile first, then by name.

    Args:
        base: the folder of who uses no profile.
    """
    try:
        folders = sorted((base.root / FOLDER).iterdir())
    except OSError:
        folders = []
    named = [
        Profile(folder.name, _used(Place(folder)))
        for folder in folders
        if _OTHERS.sub("-", folder.name) == folder.name and was_opened(Place(folder))
    ]
    return [Profile("", _used(base)), *named]


def was_opened(place: Place) -> bool:
    """Return whether anybody ever sat down there; only to look leaves a cache behind.

    Args:
        place: the folder of a person.
    """
    return place.store.exists() or place.lock.exists()


def _used(place: Place) -> datetime | None:
    """Return when something was last written to a store."""
    try:
        return datetime.fromtimestamp(place.store.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
