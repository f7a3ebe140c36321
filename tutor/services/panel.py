"""An expert's votes on the vignettes of a file, and their sum in its tables."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from pydantic import ValidationError

from tutor.domain.ballot import Ballot
from tutor.domain.course import Panel, Unit
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.line_ends import with_line_feeds
from tutor.domain.question import Asked, Concordance
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import cleaned
from tutor.pipeline.units import read_unit
from tutor.pipeline.votes import Vote, add_votes
from tutor.services.library import read_playable
from tutor.services.whole_file import write_first, write_over

_LARGEST_BALLOT = 1_000_000
_PANEL_LINE = re.compile(r"^panel:[ \t]*(\{.*\})?[ \t]*\r?$")
_FENCE = "---"


class Merged(NamedTuple):
    """What a merge did."""

    ballots: int
    """Experts of whom a vote was added."""
    votes: int
    lost: tuple[Vote, ...]
    """Votes whose vignette is no longer in the file, or cannot be read there."""
    again: tuple[Vote, ...]
    """Votes on a vignette that their ballot had voted on."""
    repeated: tuple[Path, ...]
    """Files that held a ballot met before."""
    head_line: str
    """What the front matter must say of the panel."""
    head_is_written: bool
    reasons: tuple[str, ...]
    """Lines for below the tables, as an author writes a panel's reasons."""
    is_enough: bool
    """Whether every vignette has the votes it takes to be scored."""


def read_vignettes(path: Path) -> tuple[Unit, list[Concordance]]:
    """Return a file and its TCS blocks.

    Args:
        path: a lesson or a bank.

    Raises:
        ContentError: the file cannot be opened or played.
        WrongUseError: it holds no TCS.
    """
    unit, _ = read_playable(path)
    found = _vignettes_in(unit)
    if not found:
        raise WrongUseError("errors.no-vignette", path=path)
    return unit, found


def write_ballot(ballot: Ballot, path: Path) -> None:
    """Write a ballot to a new file.

    Args:
        ballot: the votes.
        path: where; nothing is replaced.

    Raises:
        TutorError: it cannot be written there.
    """
    fields = ballot.model_dump(mode="json", by_alias=True)
    text = json.dumps(fields, ensure_ascii=False, indent=1)
    write_first(path, f"{text}\n")


def merge_ballots(path: Path, ballots: Sequence[Path], today: date) -> Merged:
    """Add the votes of some ballots to the tables of a file, and name its panel.

    Args:
        path: the lesson or bank.
        ballots: files that `tutor panel` wrote.
        today: the day the panel is dated.

    Raises:
        ContentError: a file cannot be read or written.
        WrongUseError: a ballot is about another file, or the file holds no TCS.
    """
    unit, blocks = read_vignettes(path)
    kept, repeated = _ballots(unit, ballots)
    cast = [(ballot, *_once_in(ballot)) for ballot in kept]
    votes = [vote for _, firsts, _ in cast for vote in firsts]
    known = {block.id for block in blocks}
    counted = add_votes(
        path.read_bytes().decode(), [vote for vote in votes if vote.question in known]
    )
    lost = tuple(vote for vote in votes if vote.question not in known) + counted.lost
    gone = set(lost)
    heard = [ballot for ballot, firsts, _ in cast if not gone.issuperset(firsts)]
    line = _panel_line(unit.head.panel, heard, today)
    text, is_written = _with_panel(counted.text, line)
    after = _undamaged(text, unit, path)
    if heard:
        write_over(path, text)
    return Merged(
        ballots=len(heard),
        votes=len(votes) - len(lost),
        lost=lost,
        again=tuple(vote for _, _, more in cast for vote in more),
        repeated=repeated,
        head_line=line,
        head_is_written=is_written,
        reasons=_reasons(heard),
        is_enough=all(block.scored for block in _vignettes_in(after)),
    )


def _reasons(ballots: Sequence[Ballot]) -> tuple[str, ...]:
    """Return what the experts said, as items an author may paste below a table."""
    return tuple(
        f"{block.question} : - **{block.rows[0].value:+d}** "
        f"{block.reason} *({ballot.profession})*"
        for ballot in ballots
        for block in ballot.votes
        if block.rows and block.reason
    )


def _vignettes_in(unit: Unit) -> list[Concordance]:
    """Return the TCS blocks of a file."""
    return [part for part in unit.blocks if isinstance(part, Concordance)]


def _ballots(
    unit: Unit, paths: Sequence[Path]
) -> tuple[list[Ballot], tuple[Path, ...]]:
    """Return each ballot once, and the files that held one met before."""
    kept: dict[str, Ballot] = {}
    repeated = []
    for path in paths:
        ballot = _read_ballot(path)
        if ballot.unit != unit.id:
            raise WrongUseError(
                "errors.ballot-elsewhere", path=path, unit=ballot.unit, id=unit.id
            )
        if ballot.id in kept:
            repeated.append(path)
        kept.setdefault(ballot.id, ballot)
    return list(kept.values()), tuple(repeated)


def _read_ballot(path: Path) -> Ballot:
    """Return the ballot in a file.

    Raises:
        ContentError: it cannot be read as one.
    """
    try:
        seen = path.stat()
        if not S_ISREG(seen.st_mode) or seen.st_size > _LARGEST_BALLOT:
            raise ContentError("errors.ballot-unreadable", path=path)
        return Ballot.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ContentError("errors.ballot-unreadable", path=path) from error


def _once_in(ballot: Ballot) -> tuple[list[Vote], list[Vote]]:
    """Return the first vote of a ballot on each vignette, and those beyond."""
    kept: dict[tuple[object, ...], Vote] = {}
    again = [
        vote
        for vote in _votes(ballot)
        if kept.setdefault((vote.question, *vote.key), vote) is not vote
    ]
    return list(kept.values()), again


def _votes(ballot: Ballot) -> list[Vote]:
    """Return the votes of a ballot, as it gives them."""
    return [
        Vote(block.question, row.hypothesis, row.news, ballot.profession, row.value)
        for block in ballot.votes
        for row in block.rows
    ]


def _panel_line(panel: Panel | None, ballots: Sequence[Ballot], today: date) -> str:
    """Return what the front matter says of the panel, once the ballots are in."""
    size = (panel.effectif if panel else 0) + len(ballots)
    known = [*(panel.professions if panel else ()), *(b.profession for b in ballots)]
    names = ", ".join(json.dumps(name, ensure_ascii=False) for name in _once(known))
    return f"panel: {{date: {today}, effectif: {size}, professions: [{names}]}}"


def _once(names: Sequence[str]) -> list[str]:
    """Return names in their order, each once, made harmless for YAML."""
    clean = (" ".join(name.replace("\\", "/").split()) for name in names)
    return list(dict.fromkeys(clean))


def _with_panel(text: str, line: str) -> tuple[str, bool]:
    """Return a file whose head names the panel, and whether it could be written.

    A panel that the author wrote over several lines is left to the author.
    """
    lines = text.split("\n")
    eol = "\r" if lines[0].endswith("\r") else ""
    fences = [i for i, each in enumerate(lines) if each.strip("\ufeff\r ") == _FENCE]
    end = fences[1] if fences[1:] else 0
    for number in range(1, end):
        if lines[number].startswith("panel:"):
            found = _PANEL_LINE.match(lines[number])
            if found is None or found.group(1) is None:
                return text, False
            lines[number] = line + eol
            return "\n".join(lines), True
    if not end:
        return text, False
    lines.insert(end, line + eol)
    return "\n".join(lines), True


def _undamaged(text: str, before: Unit, path: Path) -> Unit:
    """Return what a text of a course file says.

    Raises:
        ContentError: it would ask other things than before.
    """
    findings = Findings(str(path))
    plain = with_line_feeds(text.removeprefix("\ufeff"))
    clean = cleaned(plain, findings)
    after = None if clean is None else read_unit(clean, before.kind, findings)
    if after is None or _ids(after) != _ids(before):
        raise ContentError("errors.ballot-damage", path=path)
    return after


def _ids(unit: Unit) -> list[str]:
    """Return the ids of everything a file asks."""
    return [part.id for part in unit.blocks if isinstance(part, Asked)]
