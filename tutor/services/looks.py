"""How the screen looks, known before the store is opened; standard library only.

The store has the same among its preferences; the copy in the cache spares opening it
before the first frame, and is written anew whenever the store has been read.
"""

import dataclasses
import json

from tutor.domain.looks import NARROWEST, THEMES, WIDEST, Looks
from tutor.store.cache import read_cached, write_cached
from tutor.store.place import Place

CACHE = "looks.json"
LONGEST = 1000
"""Bytes; a longer copy is none of ours."""


def read_looks(place: Place) -> Looks:
    """Return how the screen looked last; what cannot be read is as for a new person.

    Args:
        place: the person's folder.
    """
    usual = Looks()
    raw = read_cached(place.cache / CACHE)
    if raw is None or len(raw) > LONGEST:
        return usual
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        return usual
    if not isinstance(said, dict):
        return usual
    theme, width = said.get("theme"), said.get("page_width")
    if type(width) is not int or not NARROWEST <= width <= WIDEST:
        width = usual.page_width
    return Looks(
        theme=next((each for each in THEMES if each == theme), usual.theme),
        page_width=width,
        reduced_motion=said.get("reduced_motion") is True,
    )


def keep_looks(place: Place, looks: Looks) -> None:
    """Keep how the screen looks for the next first frame; a refusal is no fault.

    Args:
        place: the person's folder.
        looks: what was chosen.
    """
    if looks != read_looks(place):
        said = json.dumps(dataclasses.asdict(looks))
        write_cached(place.cache / CACHE, said.encode())
