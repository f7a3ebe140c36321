"""`tutor framework`: the competencies as CASE, and a faculty's own grid in their place."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import WrongUseError
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.domain.course import Course
    from tutor.domain.outline import Outline, Tie
    from tutor.services.desk import Desk
    from tutor.services.grid_making import Left, Made


@click.command(cls=SpokenCommand, help="cli.framework")
@click.option(
    "--format", "form", type=click.Choice(["case"]), help="framework.help.format"
)
@click.option("-o", "output", metavar="FILE", help="framework.help.output")
@click.option("--import", "grid", metavar="FILE.json", help="framework.help.import")
@click.option("--map", "table", metavar="TABLE", help="framework.help.map")
@click.option("--template", metavar="TABLE", help="framework.help.template")
@click.option("--dry-run", is_flag=True, help="framework.help.dry-run")
@click.option("--remove", is_flag=True, help="framework.help.remove")
@click.pass_obj
def framework(
    course: str | None,
    *,
    form: str | None,
    output: str | None,
    grid: str | None,
    table: str | None,
    template: str | None,
    dry_run: bool,
    remove: bool,
) -> int:
    """Print, export or replace the framework of the course at hand."""
    from tutor.cli.desks import desk_of

    _refuse_mixed(
        [form is not None, grid is not None, remove],
        has_import_options=bool(table or template or dry_run),
        is_import=grid is not None,
        has_output=output is not None,
        is_export=form is not None,
    )
    desk = desk_of(course, writing=False)
    if form is not None:
        _export(desk, output)
    elif grid is not None:
        return _import(desk, Path(grid), table, template, is_dry=dry_run)
    elif remove:
        _remove(desk)
    else:
        _print(desk)
    return 0


def _refuse_mixed(
    actions: list[bool],
    *,
    has_import_options: bool,
    is_import: bool,
    has_output: bool,
    is_export: bool,
) -> None:
    """Refuse options that do not go together.

    Raises:
        WrongUseError: there are some.
    """
    if sum(actions) > 1:
        raise WrongUseError("framework.use.several")
    if has_import_options and not is_import:
        raise WrongUseError("framework.use.import")
    if has_output and not is_export:
        raise WrongUseError("framework.use.output")


def _export(desk: "Desk", output: str | None) -> None:
    """Write the course's own framework as a CASE package."""
    from tutor.interop.case_package import last_change, package_of, written
    from tutor.services.whole_file import write_whole

    course = desk.library.written
    text = written(package_of(course, last_change(course, desk.library.root)))
    if output is None:
        click.echo(text, nl=False)
        return
    write_whole(Path(output), text)
    put(say("framework.export.written", path=output), err=True)


def _remove(desk: "Desk") -> None:
    """Go back to the course's own framework."""
    from tutor.services.grids import remove_grid

    found = remove_grid(desk.library.written.head.id, desk.place)
    click.echo(
        say("framework.removed" if found else "framework.removed.none"), err=True
    )


def _print(desk: "Desk") -> None:
    """Print the framework in force, an item a line."""
    for competence in desk.course.framework.competence:
        click.echo(f"{competence.code}\t{competence.nom}")
        for item in competence.item:
            click.echo(f"{item.code}\t{item.texte}")
    is_grid = desk.course is not desk.library.written
    title = desk.course.framework.titre
    name = "framework.in-force.grid" if is_grid else "framework.in-force.own"
    put(say(name, title=title), err=True)


def _import(
    desk: "Desk", path: Path, table: str | None, template: str | None, *, is_dry: bool
) -> int:
    """Read a faculty's grid, tie it to the course, say what is left, keep it."""
    from tutor.interop.case_reading import LARGEST, read_package
    from tutor.interop.grid_table import bytes_of
    from tutor.services.grid_making import made_grid
    from tutor.services.grids import keep_grid

    course = desk.library.written
    outline = read_package(bytes_of(path, LARGEST, "framework.read.huge"))
    for remark in outline.remarks:
        put(count(remark.message_id, int(remark.values["n"])), err=True)
    if template is not None:
        _write_template(outline, course, Path(template))
        return 0
    ties = None
    if table is not None:
        ties = _ties(Path(table), outline, course)
        if ties is None:
            return 1
    made = made_grid(outline, course, ties)
    _tell(made, course)
    if is_dry:
        put(say("framework.import.dry"), err=True)
        return 0
    keep_grid(made.grid, desk.place)
    put(say("framework.import.kept"), err=True)
    return 0


def _ties(path: Path, outline: "Outline", course: "Course") -> "list[Tie] | None":
    """Return the lines of a table, or None after saying what is wrong with them."""
    from tutor.interop.grid_table import read_table
    from tutor.services.grid_ties import faults_of, without_title

    ties = without_title(read_table(path), outline, course)
    faults = faults_of(ties, outline, course)
    for fault in faults:
        put(say(fault.message_id, **fault.values), err=True)
    if faults:
        put(count("framework.tie.refused", len(faults)), err=True)
        return None
    return ties


def _write_template(outline: "Outline", course: "Course", path: Path) -> None:
    """Write a table to fill in, and say what to do with it."""
    from tutor.interop.grid_table import table_to_fill
    from tutor.services.grid_ties import lines_to_fill
    from tutor.services.whole_file import write_first

    write_first(path, table_to_fill(lines_to_fill(outline, course)))
    put(say("framework.template.written", path=path), err=True)


def _tell(made: "Made", course: "Course") -> None:
    """Say what a grid holds, what is tied, and what is left on both sides."""
    grid = made.grid
    numbers = {"competencies": len(grid.competence), "items": made.items}
    put(say("framework.import.grid", title=grid.titre, **numbers))
    told = made.items - len(made.silent)
    put(say("framework.import.told", n=told, total=made.items))
    _list("framework.import.silent", made.silent)
    own = len(course.framework.items)
    put(say("framework.import.taken", n=own - len(made.lost), total=own))
    _list("framework.import.lost", made.lost)


def _list(head: str, left: "tuple[Left, ...]") -> None:
    """List what one side does not reach, where there is any."""
    if not left:
        return
    put(say(head))
    for each in left:
        line = {"code": each.code, "text": each.text}
        if each.questions:
            put(count("framework.import.line.asked", each.questions, **line))
        else:
            put(say("framework.import.line", **line))
