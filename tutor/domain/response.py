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


class Paired(Value):
    """For each left side in source order, the position of the right side chosen."""

    kind: Literal["paired"] = "paired"
    choices: tuple[int, ...]


class Ordered(Value):
    """Source positions in the order the learner put them."""

    kind: Literal["ordered"] = "ordered"
    positions: tuple[int, ...]


class Handed(Value):
    """The atoms a hand-over message carries, as 0-based positions."""

    kind: Literal["handed"] = "handed"
    atoms: frozenset[int]


Response = Picked | Typed | Placed | Paired | Ordered | Handed


def as_stored(response: Response) -> list[int] | str:
    """Return the response as a row of the store holds it (rules, 3)."""
    match response:
        case Picked():
            return sorted(response.options)
        case Typed():
            return response.text
        case Placed():
            return list(response.values)
        case Paired():
            return list(response.choices)
        case Ordered():
            return list(response.positions)
        case Handed():
            return sorted(response.atoms)
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
    match kind:
        case "tcs":
            return Placed(values=tuple(stored))
        case "appariement":
            return Paired(choices=tuple(stored))
        case "ordre":
            return Ordered(positions=tuple(stored))
        case "relais":
            return Handed(atoms=frozenset(stored))
        case _:
            return Picked(options=frozenset(stored))
