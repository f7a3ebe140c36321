"""Search the course: results as one types, Enter opens the place."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static
from typing_extensions import override

from tutor.locale import advise, count, say
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.services.search import Finder, Result, finder_of
from tutor.services.search_sheets import goes_on, read_only, sheet_of
from tutor.tui.keys import binding
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.screens.sheet import SheetScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.result_list import ResultList
from tutor.tui.widgets.title_bar import TitleBar

LONGEST = 100


class SearchScreen(LookingScreen):
    """A field, and under it what it finds."""

    BINDINGS = [*map(binding, ("up", "down", "open", "back"))]

    class Ready(Message):
        """The course can be searched."""

        def __init__(self, finder: Finder) -> None:
            super().__init__()
            self.finder = finder

    def __init__(
        self, desk: Desk, query: str = "", number: int = 0, run: Run | None = None
    ) -> None:
        """Take what to look for at once, if anything.

        Args:
            desk: the person's desk.
            query: the words.
            number: which of the places to open at once, from 1; 0 for none.
            run: the run one comes back to; from inside it places are read only.
        """
        super().__init__(desk)
        self._finder: Finder | None = None
        self._query = query
        self._number = number
        self._run = run

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the field, the places and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        yield Input(self._query, placeholder=say("search.ask"), max_length=LONGEST)
        with VerticalScroll(id="flow", can_focus=False):
            yield ResultList()
        yield KeyBar("open", "up", "down", "back", "help-writing")

    def on_mount(self) -> None:
        """Open the index."""
        self.query_one(TitleBar).place = say("search.title")
        self.query_one(ResultList).show((), say("search.how"))
        self.query_one(Input).focus()
        self._prepare()

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def _prepare(self) -> None:
        """Open the index in a worker."""
        self.attempt(lambda: self.Ready(finder_of(self._desk)))

    @on(Ready)
    def _begin(self, message: Ready) -> None:
        """Look for what has been typed meanwhile."""
        self._finder = message.finder
        self._look()
        shown = message.finder.find(self._query).shown if self._number else ()
        for result in shown[self._number - 1 : self._number]:
            self.query_one(ResultList).move(self._number - 1)
            self._open(result)

    @on(Input.Changed)
    def _look(self) -> None:
        """Show what the words find."""
        query = self.query_one(Input).value.strip()
        places, bar = self.query_one(ResultList), self.query_one(TitleBar)
        bar.state = ""
        self.query_one("#flow").scroll_home(animate=False)
        if self._finder is None:
            return
        results = self._finder.find(query)
        if results.shown:
            bar.state = count("search.found", results.total)
            left = results.total - len(results.shown)
            more = [count("search.more", left)] if left else []
            places.show(results.shown, *more)
        elif len(query) > 1:
            words = ", ".join(results.near)
            near = say("search.near", words=words) if words else ""
            none = say("search.none", query=query)
            places.show((), none, near or advise("search.none"))
        else:
            places.show((), say("search.how"))

    @on(Input.Submitted)
    def action_open(self) -> None:
        """Open the place at hand."""
        result = self.query_one(ResultList).at_hand
        if result is not None:
            self._open(result)

    @on(ResultList.Opened)
    def _open_clicked(self, message: ResultList.Opened) -> None:
        """Open the place that was clicked."""
        self._open(message.result)

    def _open(self, result: Result) -> None:
        """Open the lesson at the place, play what is played, show what is only read."""
        desk, run = self._desk, self._run
        if run is not None:
            asked = frozenset(q.id for q in run.questions if q.id not in run.given)
            sheet = read_only(desk.course, result)
            self.app.push_screen(SheetScreen(desk, sheet, asked))
            return
        found = sheet_of(desk.course, result)
        if found is None:
            self.app.open_target(result.target)  # type: ignore[attr-defined]
        elif goes_on(desk, found):
            place = found.here.title, found.key
            self.app.open_target(found.target, place)  # type: ignore[attr-defined]
        else:
            self.app.push_screen(SheetScreen(desk, found))

    def action_up(self) -> None:
        """Move to the place before."""
        self.query_one(ResultList).move(-1)

    def action_down(self) -> None:
        """Move to the place after."""
        self.query_one(ResultList).move(1)

    def action_back(self) -> None:
        """Go back to the run, or Home."""
        if self._run is None:
            self.app.go_home()  # type: ignore[attr-defined]
        else:
            self.dismiss()
