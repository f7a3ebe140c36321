"""The votes of one expert on the vignettes of a file: a profession, never a name."""

from datetime import date
from typing import Literal

from pydantic import Field

from tutor.domain.value import Value


class RowVote(Value):
    """A value from −2 to +2 on one vignette."""

    hypothesis: str
    news: str
    value: int = Field(ge=-2, le=2)


class BlockVote(Value):
    """The votes on one `tcs` block, and why, where the expert said so."""

    question: str
    rows: tuple[RowVote, ...]
    reason: str = Field(default="", max_length=500)


class Ballot(Value):
    """One expert's votes: what `tutor panel` writes and `--merge` reads."""

    schema_: Literal["cpts-tutor/votes/1"] = Field(
        default="cpts-tutor/votes/1", alias="schema"
    )
    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    """Random: tells two experts of one profession apart, and one sent twice."""
    unit: str
    """The id of the file."""
    profession: str = Field(min_length=1, max_length=60)
    day: date
    votes: tuple[BlockVote, ...]
