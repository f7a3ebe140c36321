"""What a person answered, before it is judged."""

from typing import Literal, assert_never

from tutor.domain.value import Value


class Picked(Value):
    """Options ticked, as 0-based positions in source order."""

    kind: Literal["picked"] = "picked"
    options: frozenset[int]


class Typed(Value):
    """Words typed."""

    kind: Literal["typed"] = "typed"
    text: str


class Placed(Value):
    """One value from −2 to +2 for each row of a TCS."""

    kind: Literal["placed"] = "placed"
    values: tuple[int, ...]


Response = Picked | Typed | Placed


def as_stored(response: Response) -> list[int] | str:
    """Return the response as a row of the store holds it (rules, 3)."""
    match response:
        case Picked():
            return sorted(response.options)
        case Typed():
            return response.text
        case Placed():
            return list(response.values)
        case _:
            assert_never(response)


def as_response(kind: str, stored: list[int] | str) -> Response:
    """Return the response that a row of the store holds.

    Args:
        kind: the kind of the question, such as `qrm`.
        stored: what `as_stored` made.
    """
    if isinstance(stored, str):
        return Typed(text=stored)
    if kind == "tcs":
        return Placed(values=tuple(stored))
    return Picked(options=frozenset(stored))
