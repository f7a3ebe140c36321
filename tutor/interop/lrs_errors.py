"""What can go wrong with a Learning Record Store, by what is to be done about it."""

from tutor.domain.errors import TutorError


class LrsError(TutorError):
    """A Learning Record Store that cannot be used, or not as it answers."""


class PassingError(LrsError):
    """A fault that may have gone the next time: no network, a cut, a busy server."""


class LyingError(LrsError):
    """An answer that cannot be true, or is not what the standard asks."""
