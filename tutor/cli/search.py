"""`tutor search` and `tutor questions`: find a place, and read what interns ask."""

from typing import TYPE_CHECKING

import click

from tutor.cli.french import FrenchCommand
from tutor.locale import advise, count, no_break, say

if TYPE_CHECKING:
    from tutor.services.asked import Told
    from tutor.services.search import Result, Results


@click.command(cls=FrenchCommand, help=say("cli.search"))
@click.argument("words", nargs=-1, required=True)
@click.pass_obj
def search(course: str | None, words: tuple[str, ...]) -> None:
    """Print what holds all the words, one place a line."""
    from tutor.cli.desks import desk_of
    from tutor.services.search import finder_of

    desk = desk_of(course, writing=False)
    for notice in desk.notices:
        click.echo(say(notice.message_id, **notice.values), err=True)
    query = " ".join(words)
    _print_results(query, finder_of(desk).find(query))


@click.command(cls=FrenchCommand, help=say("cli.questions"))
@click.argument("name", required=False, metavar="ID")
@click.pass_obj
def questions(course: str | None, name: str | None) -> None:
    """Print the questions interns ask, or one of them."""
    from tutor.cli.desks import desk_of
    from tutor.services.asked import told_question, told_questions

    read = desk_of(course, writing=False).course
    told = [told_question(read, name)] if name else told_questions(read)
    for number, each in enumerate(told):
        if number:
            click.echo()
        _print_told(each)
    if not told:
        click.echo(say("search.asked.none"))


def _print_results(query: str, results: "Results") -> None:
    """Print numbered results, or words to try instead."""
    for number, result in enumerate(results.shown, 1):
        click.echo(_line(number, result))
    left = results.total - len(results.shown)
    if left:
        click.echo(count("search.more", left))
    if not results.shown:
        click.echo(say("search.none", query=query))
        near = say("search.near", words=", ".join(results.near)) if results.near else ""
        click.echo(near or advise("search.none"))


def _line(number: int, result: "Result") -> str:
    """Return a result and how to open it; what cannot be opened is told whole."""
    from tutor.services.search_sheets import PLAYED, place_of

    opens = "play" if result.kind in PLAYED else result.kind
    how = ""
    if opens in {"play", "asked"}:
        how = say(f"search.open.{opens}", target=result.target)
    text = "".join(bit.text for bit in result.snippet) if how else result.text
    kind = say(f"search.kind.{result.kind}")
    place, said = no_break(place_of(result)), no_break(text)
    line = say("search.line", n=number, kind=kind, place=place, text=said, how=how)
    return line.rstrip()


def _print_told(told: "Told") -> None:
    """Print a question, its answer and its lessons."""
    click.echo(say("search.asked.line", question=no_break(told.question), id=told.id))
    click.echo(no_break(told.answer))
    for lesson, title in told.lessons:
        click.echo(say("search.asked.lesson", title=no_break(title), lesson=lesson))
