"""What a person must be told once about their store."""

from typing import NamedTuple


class Notice(NamedTuple):
    """Something the person must be told once, by its catalogue entry."""

    message_id: str
    values: dict[str, str]
