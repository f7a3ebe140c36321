"""`tutor coverage`: what the course covers, in 80 columns, as JSON or as a page."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import wrapped
from tutor.cli.spoken import SpokenCommand
from tutor.locale import count, named, numeric_date, say

if TYPE_CHECKING:
    from tutor.services.coverage import Coverage, Named

WIDTH = 80


@click.command(cls=SpokenCommand, help="cli.coverage")
@click.option("--json", "as_json", is_flag=True, help="cli.coverage.json")
@click.option("--html", "page", metavar="FILE", help="cli.coverage.html")
@click.pass_obj
def coverage(course: str | None, as_json: bool, page: str | None) -> None:
    """Print what the course covers, or write it as a page."""
    from tutor.services.coverage import coverage_json
    from tutor.services.coverage_page import page_of
    from tutor.services.whole_file import write_whole

    found = _coverage(course)
    if page is not None:
        write_whole(Path(page), page_of(found))
        click.echo(say("cli.coverage.written", path=page), err=True)
    if as_json:
        click.echo(json.dumps(coverage_json(found), ensure_ascii=False))
    elif page is None:
        click.echo("\n".join(_lines(found)))


def _coverage(course: str | None) -> "Coverage":
    """Return what the course at hand covers today."""
    from tutor.cli.desks import desk_of
    from tutor.cli.folders import added_folders
    from tutor.services.checking import check_paths
    from tutor.services.coverage import coverage_of

    desk = desk_of(course, writing=False)
    known, today = desk.course, desk.clock.local_day(desk.clock.now())
    report = check_paths(desk.library.root, (), desk.clock, added_folders())
    warnings = sum(problem.severity == "warning" for problem in report.problems)
    return coverage_of(known, today, warnings)


def _lines(found: "Coverage") -> Iterator[str]:
    """Say a coverage in words and short tables."""
    yield say("coverage.title")
    yield say("coverage.day", title=found.title, date=numeric_date(found.day))
    yield from ("", say("coverage.totals"), *_totals(found))
    yield from ("", say("coverage.files"), *_files(found))
    yield from ("", say("coverage.items"), *_items(found))
    yield from ("", say("coverage.missions"), *_missions(found))
    yield from ("", say("coverage.errors"), *_errors(found.misconceptions))
    date = numeric_date(found.use.horizon)
    yield from ("", say("coverage.old", date=date), *_old(found))
    lost, total = len(found.use.unused), found.facts
    yield from ("", say("coverage.unused", n=lost, total=total))
    yield from _wrapped(", ".join(found.use.unused) or say("coverage.unused.none"))


def _totals(found: "Coverage") -> Iterator[str]:
    """Say what is counted once for the whole course."""
    for name, number in found.totals.items():
        yield _row((say(f"coverage.total.{name}"), str(number)), (40, -6))
    kinds = ", ".join(f"{kind} {number}" for kind, number in found.kinds.items())
    yield from _wrapped(named(say("coverage.kinds"), kinds))


def _files(found: "Coverage") -> Iterator[str]:
    """Say what each lesson and bank holds."""
    widths = (20, 28, 6, -4, -9, -5)
    names = (
        "coverage.file",
        "coverage.file.title",
        "coverage.file.kind",
        "coverage.minutes",
        "coverage.questions",
        "coverage.items.number",
    )
    yield _row([say(name) for name in names], widths)
    for each in found.columns:
        kind = say(f"coverage.file.{each.kind}")
        minutes = str(each.minutes or "")
        numbers = (minutes, str(each.questions), str(each.items))
        yield _row((each.id, each.title, kind, *numbers), widths)


def _items(found: "Coverage") -> Iterator[str]:
    """Say how many questions evidence each item."""
    from tutor.domain.evidence import LEAST_QUESTIONS

    widths = (8, 36, -6, -4, -6, 15)
    names = (
        "coverage.code",
        "coverage.label",
        "coverage.questions.short",
        "coverage.first",
        "coverage.lessons",
        "coverage.remark",
    )
    yield _row([say(name) for name in names], widths)
    for each in found.tallies:
        code = each.code if each.is_competency else f" {each.code}"
        lack = each.lack
        flag = say(f"coverage.lack.{lack}", least=LEAST_QUESTIONS) if lack else ""
        numbers = (each.questions, each.first, each.lessons(found.columns))
        yield _row((code, each.text, *map(str, numbers), flag), widths)
    yield from _wrapped(say("coverage.items.note", least=LEAST_QUESTIONS))


def _missions(found: "Coverage") -> Iterator[str]:
    """Say how many questions concern each mission."""
    widths = (16, 36, -9, 16)
    for each in found.missions:
        flag = "" if each.questions else say("coverage.lack.none")
        name = say(f"coverage.mission.{each.code}")
        yield _row((each.code, name, str(each.questions), flag), widths)


def _errors(named: tuple["Named", ...]) -> Iterator[str]:
    """Say how many questions name each misconception, the least named first."""
    from tutor.services.coverage import FEWEST_NAMED

    if not named:
        yield from _wrapped(say("coverage.errors.absent"))
        return
    ranked = sorted(named, key=lambda each: each.questions)
    for number, group in groupby(ranked, key=lambda each: each.questions):
        codes = ", ".join(each.code for each in group)
        line = count("coverage.errors.times", number, codes=codes)
        rare = number < FEWEST_NAMED
        yield from _wrapped(say("coverage.errors.rare", line=line) if rare else line)


def _old(found: "Coverage") -> Iterator[str]:
    """Say what rests on facts that expire, with file and line."""
    if not found.use.resting:
        yield from _wrapped(say("coverage.old.none"))
    for each in found.use.resting:
        name = "expired" if each.has_expired else "soon"
        state = say(f"coverage.old.{name}", date=numeric_date(each.until))
        where = {"path": each.path, "line": each.line, "block": each.block}
        line = say("coverage.old.line", **where, fact=each.fact, state=state)
        yield from _wrapped(line)


def _wrapped(text: str) -> list[str]:
    """Return a text in lines of 80 columns, set in by two."""
    return wrapped(text, WIDTH, first="  ", rest="    ")


def _row(cells: Iterable[str], widths: Iterable[int]) -> str:
    """Return a row of a table; a negative width sets a cell to the right."""
    shown = []
    for cell, width in zip(cells, widths, strict=True):
        room = abs(width)
        text = cell if len(cell) <= room else cell[: room - 1].rstrip() + "…"
        shown.append(text.rjust(room) if width < 0 else text.ljust(room))
    return " ".join(shown).rstrip()
