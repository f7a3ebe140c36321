"""`tutor panel`: an expert votes on vignettes; the author adds votes up."""

from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

import click

from tutor.cli.console import QUIT, Console, Leaving
from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.domain.ballot import BlockVote, RowVote
    from tutor.domain.course import Unit
    from tutor.domain.question import Concordance, Vignette
    from tutor.services.panel import Merged

_SCALE = {"-2": -2, "-1": -1, "0": 0, "1": 1, "+1": 1, "2": 2, "+2": 2}
_LONGEST_REASON = 500


@click.command(cls=SpokenCommand, help="cli.panel")
@click.argument("files", nargs=-1, required=True, metavar="[VOTES]... FILE")
@click.option("--merge", is_flag=True, help="cli.panel.merge")
@click.option("-o", "out", metavar="VOTES", help="cli.panel.out")
@click.option("--profession", default="", help="cli.panel.profession")
def panel(files: tuple[str, ...], merge: bool, out: str | None, profession: str) -> int:
    """Vote on the vignettes of a file, or add votes to its tables."""
    if merge and not files[1:]:
        raise WrongUseError("errors.merge-alone")
    if merge:
        return _merge([Path(name) for name in files[:-1]], Path(files[-1]))
    if files[1:]:
        raise WrongUseError("errors.panel-files")
    return _vote(Path(files[0]), out, profession)


def _vote(path: Path, out: str | None, profession: str) -> int:
    """Ask for a vote on each vignette and write the ballot."""
    from tutor.domain.ballot import Ballot
    from tutor.services.panel import read_vignettes, write_ballot
    from tutor.services.run import new_id
    from tutor.services.system_clock import SystemClock

    unit, blocks = read_vignettes(path)
    console, clock = Console(), SystemClock()
    name, votes = _ask(unit, blocks, console, profession)
    if not votes:
        console.warn(say("panel.nothing"))
        return 0
    ballot = Ballot(
        id=new_id(SystemRandom()),
        unit=unit.id,
        profession=name,
        day=clock.local_day(clock.now()),
        votes=tuple(votes),
    )
    target = Path(out or f"votes-{unit.id}-{ballot.id[:8]}.json")
    write_ballot(ballot, target)
    console.tell(say("panel.written", path=target))
    return 0


def _ask(
    unit: "Unit", blocks: "list[Concordance]", console: Console, profession: str
) -> tuple[str, "list[BlockVote]"]:
    """Return the profession and the votes given before the expert stopped."""
    votes: list[BlockVote] = []
    name = ""
    total = sum(len(block.rows) for block in blocks)
    console.tell(count("panel.intro", total, title=unit.title))
    console.tell(say("panel.private"))
    try:
        name = _profession(console, profession)
        number = 0
        for block in blocks:
            _vote_on(block, number, total, console, votes)
            number += len(block.rows)
    except Leaving:
        pass
    return name, votes


def _profession(console: Console, given: str) -> str:
    """Return the expert's profession, asked for until it fits."""
    from tutor.domain.ballot import LONGEST_PROFESSION, profession_of

    name = profession_of(given)
    while not 0 < len(name) <= LONGEST_PROFESSION:
        if given.strip():
            console.warn(say("panel.profession.refused"))
        given = console.read(say("panel.profession"))
        if given.strip() == QUIT:
            raise Leaving
        name = profession_of(given)
    return name


def _vote_on(
    block: "Concordance",
    before: int,
    total: int,
    console: Console,
    votes: "list[BlockVote]",
) -> None:
    """Take the votes on one block; those given are kept when the expert stops."""
    from tutor.cli.lines import lines_of
    from tutor.domain.ballot import BlockVote

    rows: list[RowVote] = []
    try:
        for line in lines_of(block.stem):
            console.tell(line)
        for number, row in enumerate(block.rows, before + 1):
            console.tell(say("panel.number", number=number, total=total))
            found = _value(row, console)
            rows.extend([found] if found else [])
        reason = console.read(say("panel.reason")).strip() if rows else ""
    except Leaving:
        if rows:
            votes.append(BlockVote(question=block.id, rows=tuple(rows)))
        raise
    if rows:
        reason = reason[:_LONGEST_REASON]
        votes.append(BlockVote(question=block.id, rows=tuple(rows), reason=reason))


def _value(row: "Vignette", console: Console) -> "RowVote | None":
    """Return the vote on one vignette, or None outside the expert's field."""
    from tutor.cli.lines import line_of
    from tutor.domain.ballot import RowVote
    from tutor.domain.prose import plain

    console.tell(say("play.table.hypothesis", text=line_of(row.hypothesis)))
    console.tell(say("play.table.news", text=line_of(row.news)))
    while True:
        line = console.read(say("panel.value")).strip().replace("−", "-")
        if line == QUIT:
            raise Leaving
        if not line:
            return None
        if line in _SCALE:
            texts = {"hypothesis": plain(row.hypothesis), "news": plain(row.news)}
            return RowVote(**texts, value=_SCALE[line])
        console.warn(say("panel.value.refused"))


def _merge(ballots: list[Path], path: Path) -> int:
    """Add votes to the tables of a file, and say what was left aside."""
    from tutor.services.panel import merge_ballots
    from tutor.services.system_clock import SystemClock

    clock = SystemClock()
    done = merge_ballots(path, ballots, clock.local_day(clock.now()))
    if not done.ballots:
        put(say("panel.unheard", path=path), err=True)
        _tell_left_aside(done)
        return 1
    put(count("panel.merged", done.ballots, path=path, votes=done.votes))
    _tell_left_aside(done)
    _tell_what_is_left_to_do(done)
    return 0


def _tell_left_aside(done: "Merged") -> None:
    """Say which files and votes do not count."""
    for each in done.repeated:
        put(say("panel.repeated", path=each), err=True)
    for vote in done.again:
        put(say("panel.again", text=vote.news), err=True)
    for vote in done.lost:
        put(say("panel.lost", text=vote.news), err=True)


def _tell_what_is_left_to_do(done: "Merged") -> None:
    """Say what the author writes, and whether votes are still wanted."""
    if not done.head_is_written:
        click.echo(say("panel.head", line=done.head_line), err=True)
    if done.reasons:
        put(say("panel.reasons"))
    for reason in done.reasons:
        click.echo(reason)  # to be pasted: whole
    if not done.is_enough:
        put(say("panel.few"), err=True)
