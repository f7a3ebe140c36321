"""`tutor check`: every slip of every file, with line, cause and cure."""

import json

import click

from tutor.cli.french import FrenchCommand
from tutor.domain.problem import Problem
from tutor.locale import advise, say


@click.command(cls=FrenchCommand, help=say("cli.check"))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("cli.check.format"),
)
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...], form: str) -> int:
    """Check course files; exit 1 when there are errors."""
    from tutor.services.checking import check_paths
    from tutor.services.places import find_course
    from tutor.services.system_clock import SystemClock

    report = check_paths(find_course(ctx.obj), paths, SystemClock())
    if form == "json":
        rows = [_row(problem) for problem in report.problems]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for problem in report.problems:
            _print(problem)
        _print_sum(report.problems, report.files)
    return int(any(problem.severity == "error" for problem in report.problems))


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
    click.echo(f"    {say('check.cure')}: {row['hint']}")


def _print_sum(problems: list[Problem], files: int) -> None:
    """Print how many problems of each gravity there are."""
    if not problems:
        click.echo(say("check.clean", files=files), err=True)
        return
    counts = {
        f"{gravity}s": sum(problem.severity == gravity for problem in problems)
        for gravity in ("error", "warning", "info")
    }
    click.echo(say("check.summary", files=files, **counts), err=True)
