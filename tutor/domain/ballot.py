"""The votes of one expert on the vignettes of a file: a profession, never a name."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from tutor.domain.bundle_text import printable
from tutor.domain.value import Value

LONGEST_PROFESSION = 60
_SLASHES = re.compile(r"[|\\]")
_MARKUP = re.compile(r"[*_`~!&<>\[\]{}]")


def profession_of(text: str) -> str:
    """Return the name of a profession as a table of a course file can hold it.

    Args:
        text: what an expert typed, or a file says that one did.

    Returns:
        One line without markup; empty where there is no letter in it.
    """
    name = " ".join(_MARKUP.sub(" ", _SLASHES.sub("/", printable(text))).split())
    return name if any(sign.isalpha() for sign in name) else ""


def _named(value: object) -> object:
    """Return the name of a profession, made harmless."""
    return profession_of(value) if isinstance(value, str) else value


def _one_line(value: object) -> object:
    """Return a text on one line, without what can drive a terminal or hide."""
    return " ".join(printable(value).split()) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_one_line)]
"""A text of an expert, who is a stranger: made harmless before its length is judged."""


class RowVote(Value):
    """A value from −2 to +2 on one vignette."""

    hypothesis: Line
    news: Line
    value: int = Field(ge=-2, le=2)


class BlockVote(Value):
    """The votes on one `tcs` block, and why, where the expert said so."""

    question: str
    rows: tuple[RowVote, ...]
    reason: Line = Field(default="", max_length=500)


class Ballot(Value):
    """One expert's votes: what `tutor panel` writes and `--merge` reads."""

    schema_: Literal["cpts-tutor/votes/1"] = Field(
        default="cpts-tutor/votes/1", alias="schema"
    )
    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    """Random: tells two experts of one profession apart, and one sent twice."""
    unit: Line
    """The id of the file."""
    profession: Annotated[str, BeforeValidator(_named)] = Field(
        min_length=1, max_length=LONGEST_PROFESSION
    )
    day: date
    votes: tuple[BlockVote, ...]
