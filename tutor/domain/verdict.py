"""What grading says of a response."""

from pydantic import Field

from tutor.domain.value import Value


class Verdict(Value):
    """How right a response is."""

    credit: float = Field(ge=0, le=1)
    """From 0 to 1, six decimals."""
    discordances: int | None = None
    """Wrong ticks plus missing ticks, for a QRM."""
    unacceptable: bool = False
    """An option no professional may choose was ticked."""
    missing: bool = False
    """An option nobody may leave out was not ticked."""
    known: int | None = None
    """Position of the foreseen wording a QROC matched."""
    self_marked: bool = False
    """The learner said « j'avais bon » of an answer nobody foresaw."""
    misconceptions: tuple[str, ...] = ()
    """Codes of the misconceptions the response shows."""

    @property
    def is_right(self) -> bool:
        """Whether the whole credit was earned."""
        return self.credit >= 1
