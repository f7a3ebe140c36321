"""`tutor report`: what a group's bundles show, in a format worth a meeting."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import say

if TYPE_CHECKING:
    from tutor.domain.figures import Figures
    from tutor.reports.asked import Asked
    from tutor.reports.formats import Format

FORMATS = ("html", "xlsx", "csv", "json", "pdf")
SCREEN = "-"


@click.command(cls=SpokenCommand, help="cli.report")
@click.argument("bundles", nargs=-1, metavar="[BUNDLE…]")
@click.option("--format", "form", type=click.Choice(FORMATS), help="cli.report.format")
@click.option("-o", "output", metavar="OUT", default="", help="cli.report.output")
@click.option(
    "--min-group", "least", metavar="N", type=click.IntRange(3, 1000), default=5,
    help="cli.report.least",
)  # fmt: skip
@click.option("--roster", metavar="FILE", default="", help="cli.report.roster")
@click.option("--promotion", metavar="P", help="cli.report.promotion")
@click.option("--learner", metavar="ID", help="cli.report.learner")
@click.option("--key", metavar="FILE", default="", help="cli.report.key")
@click.option(
    "--from-lrs", "url", metavar="URL", default="", help="cli.report.from-lrs"
)
@click.option("--user", metavar="NAME", default="", help="cli.report.user")
@click.pass_obj
def report(
    course: str | None,
    *,
    bundles: tuple[str, ...],
    form: "Format | None",
    output: str,
    least: int,
    roster: str,
    promotion: str | None,
    learner: str | None,
    key: str,
    url: str,
    user: str,
) -> int:
    """Read bundles, write the report, and say what was the matter with files."""
    from tutor.cli.report_lrs import sources
    from tutor.cli.report_words import tell_end, tell_faults
    from tutor.reports.asked import Asked
    from tutor.reports.formats import format_of
    from tutor.reports.making import may_replace, write_report

    path = None if output in {"", SCREEN} else Path(output)
    wanted: Format = form or format_of(path) or "html"
    _check(wanted, path)
    if path is not None:
        may_replace(path)
    with sources(bundles, url, user) as found:
        files = (_file(roster), _file(key))
        asked = Asked(found.paths, least, files[0], promotion, learner, files[1])
        figures = found.told(_figures(asked, course))
    tell_faults(figures.refused)
    if not figures.people:
        put(say("faculty.nobody"), err=True)
        return 1
    if path is None:
        _print(figures, wanted)
    else:
        write_report(figures, wanted, path)
    tell_end(figures, path)
    return 1 if figures.refused else 0


def _figures(asked: "Asked", course: str | None) -> "Figures":
    """Return the figures, with a word on how far the reading is."""
    from tutor.cli.desks import desk_of
    from tutor.cli.gauge import Gauge
    from tutor.interop.statement_files import bundles_among
    from tutor.reports.making import figures_for, opening_of

    desk = desk_of(course, writing=False)
    if desk.course is not desk.library.written:
        title = desk.course.framework.titre
        put(say("framework.report", title=title), err=True)
    with bundles_among(asked.paths, opening_of(asked.key)) as among, Gauge() as gauge:
        wanted = asked._replace(paths=among.paths)
        return among.told(figures_for(wanted, desk.course, desk.clock, gauge))


def _check(form: "Format", path: Path | None) -> None:
    """Refuse what cannot go to a terminal or a pipe.

    Raises:
        WrongUseError: no file is named for a format that needs one.
    """
    from tutor.reports.formats import TYPED

    if path is None and form not in TYPED:
        raise WrongUseError("faculty.output", format=form)


def _file(named: str) -> Path | None:
    """Return the path of a file that an option names, or None."""
    return Path(named) if named else None


def _print(figures: "Figures", form: "Format") -> None:
    """Write a report to the standard output, byte for byte."""
    from tutor.reports.formats import drawn

    sys.stdout.flush()
    sys.stdout.buffer.write(drawn(figures, form))
    sys.stdout.buffer.flush()
