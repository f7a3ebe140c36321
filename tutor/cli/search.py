"""`tutor search` and `tutor questions`: find a place, and read what interns ask."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import no_break, say

if TYPE_CHECKING:
    from textual.screen import Screen

    from tutor.services.asked import Told
    from tutor.services.desk import Desk


@click.command(cls=SpokenCommand, help="cli.search")
@click.argument("words", nargs=-1, required=True)
@click.option("--open", "number", type=int, metavar="N", help="cli.search.open")
@click.option("--plain", is_flag=True, help="cli.play.plain")
@click.pass_obj
def search(
    course: str | None, words: tuple[str, ...], number: int | None, plain: bool
) -> None:
    """Print what holds all the words, one place a line, or open one of the places."""
    from tutor.cli.entrance import can_draw

    query = " ".join(words)
    if number is None:
        _list(course, query)
    elif plain or not can_draw():
        _open_plain(course, query, number)
    else:
        _open_full(course, query, number)


def _list(course: str | None, query: str) -> None:
    """Print the places, and how to open one."""
    from tutor.cli.desks import desk_of
    from tutor.cli.plain_search import result_lines
    from tutor.services.search import finder_of

    desk = desk_of(course, writing=False)
    for notice in desk.notices:
        put(say(notice.message_id, **notice.values), err=True)
    results = finder_of(desk).find(query)
    for line in result_lines(query, results):
        put(line)
    if results.shown:
        put(say("search.how-to-open", query=query), err=True)


def _open_plain(course: str | None, query: str, number: int) -> None:
    """Read a place line by line, and come back to the others."""
    from tutor.cli.console import Console, Leaving
    from tutor.cli.desks import desk_of
    from tutor.cli.plain_run import PlainRun
    from tutor.cli.plain_search import PlainSearch
    from tutor.services.training import open_run

    desk, console = desk_of(course, writing=True), Console()

    def play(target: str) -> None:
        run = open_run(desk, target, desk.chance)
        PlainRun(desk, run, console).play()

    try:
        PlainSearch(desk, console, play=play).open(query, number)
    except Leaving:
        return
    finally:
        desk.close()


def _open_full(course: str | None, query: str, number: int) -> None:
    """Open a place in full screen, over the results.

    Raises:
        WrongUseError: there are not so many results.
    """
    from tutor.cli.desks import desk_of
    from tutor.cli.entrance import open_tutor
    from tutor.domain.errors import WrongUseError
    from tutor.services.search import finder_of

    most = len(finder_of(desk_of(course, writing=False)).find(query).shown)
    if most and not 1 <= number <= most:
        raise WrongUseError("errors.search-number", number=number, most=most)

    def first(desk: "Desk") -> "Screen[None]":
        from tutor.tui.screens.search import SearchScreen

        return SearchScreen(desk, query, number)

    open_tutor(course, first=first)


@click.command(cls=SpokenCommand, help="cli.questions")
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
            put()
        _print_told(each)
    if not told:
        put(say("search.asked.none"))


def _print_told(told: "Told") -> None:
    """Print a question, its answer and its lessons."""
    put(say("search.asked.line", question=no_break(told.question), id=told.id))
    put(no_break(told.answer))
    for lesson, title in told.lessons:
        put(say("search.asked.lesson", title=no_break(title), lesson=lesson))
