"""`tutor check`: every slip of every file, with line, cause and cure."""

from typing import TYPE_CHECKING

import click

from tutor.cli.annotations import annotation
from tutor.cli.fitting import put
from tutor.cli.folders import added_folders
from tutor.cli.main import tell
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import TutorError, WrongUseError
from tutor.domain.problem import Problem, Severity
from tutor.locale import advise, count, say
from tutor.services.collector import resting_collector

if TYPE_CHECKING:
    from tutor.services.fixing import Mending

_MOST_LINES = 8
"""How many lines of a slip are listed."""
_GRAVITIES: tuple[Severity, ...] = ("error", "warning", "info")


@click.command(cls=SpokenCommand, help="cli.check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="cli.check.format",
)
@click.option("--fix", is_flag=True, help="cli.check.fix")
@click.option("--diff", is_flag=True, help="cli.check.diff")
@click.pass_context
def check(
    ctx: click.Context, paths: tuple[str, ...], form: str, fix: bool, diff: bool
) -> int:
    """Check course files, mended first if asked; exit 1 when there are errors."""
    with resting_collector():
        from tutor.services.checking import check_paths
        from tutor.services.places import find_course
        from tutor.services.system_clock import SystemClock

    root, added = find_course(ctx.obj), added_folders()
    if diff and form != "text":
        raise WrongUseError("errors.diff-format", form=form)
    refused: tuple[TutorError, ...] = ()
    if fix or diff:
        from tutor.services.fixing import mend_paths

        mending = mend_paths(root, paths, added, write=not diff)
        refused = mending.refused
        (_print_diff if diff else _print_mended)(mending)
    report = check_paths(root, paths, SystemClock(), added)
    if not diff:
        _print_problems(report.problems, form)
    if form != "json":
        _print_sum(report.problems, report.files)
    for error in refused:
        tell(error)
    if refused:
        return refused[0].exit_code
    return int(any(problem.severity == "error" for problem in report.problems))


def _print_problems(problems: list[Problem], form: str) -> None:
    """Print problems on stdout, in the form asked for."""
    if form == "json":
        import json

        rows = [_row(problem) for problem in problems]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    for problem in problems if form != "json" else ():
        if form == "github":
            click.echo(annotation(problem))
        else:
            _print(problem)


def _print_mended(mending: "Mending") -> None:
    """Say on stderr what was mended: for each file, the slips and their lines."""
    for file in mending.files:
        lines: dict[str, list[int]] = {}
        for code, line in file.repairs:
            lines.setdefault(code, []).append(line)
        slips = [
            say("cli.check.mended-slip", code=code, lines=_listed(lines[code]))
            for code in sorted(lines)
        ]
        said = say("cli.check.mended-file", path=file.path, slips=", ".join(slips))
        put(said, err=True)
    where = count("cli.check.files", len(mending.files))
    put(count("cli.check.mended", mending.repairs, files=where), err=True)


def _listed(lines: list[int]) -> str:
    """Return the first of some line numbers."""
    few = " ".join(map(str, sorted(lines)[:_MOST_LINES]))
    return f"{few}…" if len(lines) > _MOST_LINES else few


def _print_diff(mending: "Mending") -> None:
    """Print on stdout what would change, and on stderr how much."""
    from tutor.services.differences import unified

    for file in mending.files:
        for line in unified(file.path, file.before, file.after):
            click.echo(line)
    where = count("cli.check.files", len(mending.files))
    put(count("cli.check.mendable", mending.repairs, files=where), err=True)


def _row(problem: Problem) -> dict[str, str | int]:
    """Return a problem in the shape of the contract."""
    name = f"check.{problem.code}"
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": say(name, **problem.values),
        "hint": advise(name, **problem.values),
    }


def _print(problem: Problem) -> None:
    """Print a problem: place, gravity, cause and code, then the cure."""
    row = _row(problem)
    word = say(f"check.severity.{problem.severity}")
    click.echo(say("check.place", **{**row, "severity": word}))
    put(f"    {say('check.cure')}: {row['hint']}")


def _print_sum(problems: list[Problem], files: int) -> None:
    """Print how many problems of each gravity there are."""
    if not problems:
        put(count("cli.check.clean", files), err=True)
        return
    gravities = [problem.severity for problem in problems]
    said = [
        count(f"cli.check.sum.{each}", gravities.count(each)) for each in _GRAVITIES
    ]
    where = count("cli.check.files", files)
    put(say("cli.check.summary", found=", ".join(said), files=where), err=True)
