"""What a person can set, in one model: the screen and the command are made from it."""

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple, Self, get_args

from pydantic import Field, ValidationError

from tutor.domain.looks import NARROWEST, WIDEST, Looks, ThemeName
from tutor.domain.value import Value

LEAST_MINUTES, USUAL_MINUTES, MOST_MINUTES = 5, 15, 60
"""Minutes of review a day."""

Choice = str | int | bool
"""One value of a setting."""


class Offered(NamedTuple):
    """The values a screen offers for a number; others within its bounds are taken."""

    values: tuple[int, ...]
    unit: str
    """What is counted: the message `settings.unit.` and this."""


class Settings(Value):
    """Everything a person can set; a field's name is that of the preference stored.

    The label of a field is the message `settings.` and its name, its explanation the
    same with `.why`; a word it can take is the message `settings.word.` and the word.
    """

    theme: ThemeName = "dark"
    page_width: Annotated[
        int,
        Field(ge=NARROWEST, le=WIDEST),
        Offered((60, 66, 72, 76), "columns"),
    ] = WIDEST
    reduced_motion: bool = False
    certainty: bool = True
    review_minutes: Annotated[
        int,
        Field(ge=LEAST_MINUTES, le=MOST_MINUTES),
        Offered((5, 10, 15, 20, 30, 45, 60), "minutes"),
    ] = USUAL_MINUTES
    lang: Literal["auto", "fr", "en"] = "auto"

    @classmethod
    def kept_in(cls, preferences: Mapping[str, object]) -> Self:
        """Return what preferences say; what is absent or unfit counts as no choice.

        Args:
            preferences: by name, as the store has them; those of others are let be.
        """
        fit: dict[str, object] = {}
        for name in NAMES:
            if name in preferences:
                try:
                    cls.model_validate({name: preferences[name]}, strict=True)
                except ValidationError:
                    continue
                fit[name] = preferences[name]
        return cls.model_validate(fit)

    def value(self, name: str) -> Choice:
        """Return the value of a setting.

        Args:
            name: one of `NAMES`.
        """
        found: Choice = getattr(self, name)
        return found

    def with_value(self, name: str, value: Choice) -> Self:
        """Return the settings with one changed.

        Args:
            name: one of `NAMES`.
            value: what it becomes.

        Raises:
            ValueError: it does not fit.
        """
        return type(self).model_validate({**dict(self), name: value}, strict=True)

    def beside(self, name: str, by: int) -> Choice:
        """Return the value offered after the present one, round the ends.

        Args:
            name: one of `NAMES`.
            by: 1 for the next, -1 for the one before.
        """
        values, present = choices(name), self.value(name)
        if present in values:
            return values[(values.index(present) + by) % len(values)]
        between = sorted([*(each for each in values if isinstance(each, int)), present])
        return between[(between.index(present) + by) % len(between)]

    @property
    def looks(self) -> Looks:
        """What the first frame must know of them."""
        return Looks(self.theme, self.page_width, self.reduced_motion)


NAMES: tuple[str, ...] = tuple(Settings.model_fields)
"""The settings, in the order they are shown."""


def choices(name: str) -> tuple[Choice, ...]:
    """Return the values a screen offers for a setting, in order.

    Args:
        name: one of `NAMES`.
    """
    offered = _offered(name)
    if offered is not None:
        return offered.values
    kind = Settings.model_fields[name].annotation
    return (True, False) if kind is bool else get_args(kind)


def unit(name: str) -> str | None:
    """Return what a setting counts, or None where it is a word.

    Args:
        name: one of `NAMES`.
    """
    offered = _offered(name)
    return None if offered is None else offered.unit


def bounds(name: str) -> tuple[int, int] | None:
    """Return the least and the greatest value of a number, or None for a word.

    Args:
        name: one of `NAMES`.
    """
    found = Settings.model_fields[name].metadata
    least = [each.ge for each in found if hasattr(each, "ge")]
    most = [each.le for each in found if hasattr(each, "le")]
    return (least[0], most[0]) if least and most else None


def _offered(name: str) -> Offered | None:
    """Return what the model declares to be offered for a number."""
    found = Settings.model_fields[name].metadata
    return next((each for each in found if isinstance(each, Offered)), None)
