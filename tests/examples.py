"""How many examples a property is tried with."""

from hypothesis import settings


def at_least(examples: int) -> settings:
    """Return settings of so many examples, or of as many as the profile asks for.

    Args:
        examples: what `make test` needs; `make explore` asks for more.
    """
    return settings(max_examples=max(examples, settings().max_examples))
