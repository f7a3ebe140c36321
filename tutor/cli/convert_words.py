"""What `tutor convert` says of files it reads into banks."""

from collections.abc import Sequence
from pathlib import Path

import click

from tutor.cli.fitting import put
from tutor.domain.problem import Problem
from tutor.interop.importing import import_file, renamed, write_banks
from tutor.locale import advise, count, say


def bring_in(paths: Sequence[Path], folder: Path) -> int:
    """Write the banks of some files; every problem is a line, and costs itself only.

    Args:
        paths: GIFT or Moodle XML files.
        folder: where the banks go.

    Returns:
        1 where a question was left out or lacks something, else 0.
    """
    imported = [import_file(path) for path in paths]
    problems = [problem for each in imported for problem in each.problems]
    _print_all(problems, is_foreign=True)
    banks = renamed([bank for each in imported for bank in each.banks])
    written = write_banks(banks, folder) if banks else []
    for each in written:
        click.echo(each.path)
    lacking = [problem for each in written for problem in each.problems]
    if lacking:
        put(count("exchange.to-complete", len(lacking)), err=True)
    _print_all(lacking, is_foreign=False)
    grave = [problem for problem in problems if problem.severity == "error"]
    questions = sum(each.questions for each in written)
    said = {
        "banks": count("exchange.sum.banks", len(written)),
        "questions": count("exchange.sum.questions", questions),
        "left": count("exchange.sum.left", len(grave)),
    }
    put(count("exchange.sum", len(paths), **said), err=True)
    return int(bool(grave or lacking))


def _print_all(problems: Sequence[Problem], *, is_foreign: bool) -> None:
    """Print problems on stderr, each cure under the first of its kind in a file."""
    cured: set[tuple[str, str]] = set()
    for problem in problems:
        code = problem.code
        name = f"exchange.problem.{code}" if is_foreign else f"check.{code}"
        line = say(
            "check.place",
            path=problem.path,
            line=problem.line,
            column=problem.column,
            severity=say(f"check.severity.{problem.severity}"),
            message=say(name, **problem.values),
            code=code,
        )
        put(line, err=True)
        if (problem.path, problem.code) not in cured:
            cured.add((problem.path, problem.code))
            cure = advise(name, **problem.values)
            put(f"    {say('check.cure')}: {cure}", err=True)
