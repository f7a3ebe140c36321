"""`tutor debrief`: one page for a group session, from what the bundles show."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say

if TYPE_CHECKING:
    from tutor.domain.debrief import Debrief
    from tutor.domain.figures import Refused
    from tutor.reports.asked import Asked


@click.command(cls=SpokenCommand, help="cli.debrief")
@click.argument("bundles", nargs=-1, metavar="[BUNDLE…]")
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
@click.option(
    "--from-lrs", "url", metavar="URL", default="", help="cli.report.from-lrs"
)
@click.option("--user", metavar="NAME", default="", help="cli.report.user")
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
    url: str,
    user: str,
) -> int:
    """Read bundles and write the page; say what was the matter with files."""
    from tutor.cli.report_lrs import sources
    from tutor.cli.report_words import tell_faults
    from tutor.reports.asked import Asked
    from tutor.reports.making import may_replace, write_debrief

    path = Path(output)
    may_replace(path)
    opens = Path(key) if key else None
    with sources(bundles, url, user) as found:
        asked = Asked(found.paths, least, promotion=promotion, key=opens)
        made, refused = _made(asked, course, minutes)
    refused = found.all_refused(refused)
    tell_faults(refused)
    if not made.people:
        put(say("faculty.nobody"), err=True)
        return 1
    write_debrief(made, path)
    put(say("faculty.debrief.written", path=path.absolute()), err=True)
    return 1 if refused else 0


def _made(
    asked: "Asked", course: str | None, minutes: int
) -> "tuple[Debrief, tuple[Refused, ...]]":
    """Return the page and the faults, with a word on how far the reading is."""
    from tutor.cli.desks import desk_of
    from tutor.cli.gauge import Gauge
    from tutor.interop.statement_files import bundles_among
    from tutor.reports.making import debrief_for, opening_of

    desk = desk_of(course, writing=False)
    with bundles_among(asked.paths, opening_of(asked.key)) as among, Gauge() as gauge:
        wanted = asked._replace(paths=among.paths)
        made, refused = debrief_for(wanted, desk.course, desk.clock, minutes, gauge)
        return made, among.all_refused(refused)
