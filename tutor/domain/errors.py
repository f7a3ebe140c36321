"""Errors meant for people: an id and values, put into words by a face."""


class TutorError(Exception):
    """Something a person can understand and act upon.

    The faces look the id up in the catalogue (`tutor.locale`), which holds what
    happened and what to do.
    """

    exit_code = 3
    """The exit status of a command that ends on this error."""

    def __init__(self, message_id: str, **values: object) -> None:
        super().__init__(message_id, values)
        self.message_id = message_id
        """The catalogue entry that says what happened and what to do."""
        self.values = values
        """What the entry needs: a path, a line, an id."""


class WrongUseError(TutorError):
    """The command was asked for something that does not exist."""

    exit_code = 2


class ContentError(TutorError):
    """A course file cannot be used at all."""


class StoreError(TutorError):
    """The person's own file cannot be read or written."""


class ReadOnlyError(StoreError):
    """Another tutor holds the store, or its folder refuses writing."""
