"""`tutor debrief`: one page for a group session, from what the bundles show."""

from pathlib import Path

import click

from tutor.cli.spoken import SpokenCommand
from tutor.locale import say


@click.command(cls=SpokenCommand, help="cli.debrief")
@click.argument("bundles", nargs=-1, required=True, metavar="BUNDLE…")
@click.option("-o", "output", metavar="OUT", required=True, help="cli.debrief.output")
@click.option(
    "--minutes", metavar="N", type=click.IntRange(10, 180), default=20,
    help="cli.debrief.minutes",
)  # fmt: skip
@click.option(
    "--min-group", "least", metavar="N", type=click.IntRange(3, 1000), default=5,
    help="cli.report.least",
)  # fmt: skip
@click.option("--promotion", metavar="P", help="cli.report.promotion")
@click.option("--key", metavar="FILE", default="", help="cli.report.key")
@click.pass_obj
def debrief(
    course: str | None,
    *,
    bundles: tuple[str, ...],
    output: str,
    minutes: int,
    least: int,
    promotion: str | None,
    key: str,
) -> int:
    """Read bundles and write the page; say what was the matter with files."""
    from tutor.cli.desks import desk_of
    from tutor.cli.gauge import Gauge
    from tutor.cli.report_words import tell_faults
    from tutor.interop.statement_files import bundles_among
    from tutor.reports.asked import Asked
    from tutor.reports.making import (
        debrief_for,
        may_replace,
        opening_of,
        write_debrief,
    )

    path = Path(output)
    may_replace(path)
    asked = Asked(bundles, least, promotion=promotion, key=Path(key) if key else None)
    desk = desk_of(course, writing=False)
    with bundles_among(bundles, opening_of(asked.key)) as among, Gauge() as gauge:
        wanted = asked._replace(paths=among.paths)
        made, refused = debrief_for(wanted, desk.course, desk.clock, minutes, gauge)
    refused = among.all_refused(refused)
    tell_faults(refused)
    if not made.people:
        click.echo(say("faculty.nobody"), err=True)
        return 1
    write_debrief(made, path)
    click.echo(say("faculty.debrief.written", path=path.absolute()), err=True)
    return 1 if refused else 0
