"""How the full screen looks to a person; standard library only, for the first frame."""

from dataclasses import dataclass
from typing import Literal, get_args

ThemeName = Literal["dark", "light", "contrast", "plain"]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
"""Dark, light, high contrast, without colour."""
NARROWEST, WIDEST = 48, 76
"""Characters a line of text: below, tables break; above, the eye loses the line."""


@dataclass(frozen=True)
class Looks:
    """What must be known before anything is drawn."""

    theme: ThemeName = "dark"
    page_width: int = WIDEST
    """Characters a line of text at most, from `NARROWEST` to `WIDEST`."""
    reduced_motion: bool = False
    """Nothing glides and no cursor blinks."""
