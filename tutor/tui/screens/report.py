"""Make a report for the faculty: which files, which format, how far, where it went."""

from collections.abc import Callable
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Label, Static
from textual.worker import get_current_worker
from typing_extensions import override

from tutor.domain.errors import TutorError, WrongUseError
from tutor.domain.figures import Figures
from tutor.locale import count, say
from tutor.reports.asked import FLOOR, LEAST_GROUP, Asked
from tutor.reports.cells import clean, fault_text
from tutor.reports.formats import FORMATS, format_of
from tutor.reports.story import opening
from tutor.services.desk import Desk
from tutor.services.served import is_served
from tutor.tui.keys import binding
from tutor.tui.notice import hide
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.path_suggester import PathSuggester
from tutor.tui.widgets.title_bar import TitleBar

LONGEST = 500
"""Characters of a path."""
REPORT_FIELDS = (
    "files", "promotion", "learner", "roster", "key", "least", "form", "output",
)  # fmt: skip
"""What is typed, in the order it is asked."""
MOST_DIGITS = 4
"""Digits of the smallest group."""
MOST_TOLD = 8
"""Files with a fault that the screen names; the report names all."""


class ReportScreen(LookingScreen):
    """Asks for files and a format, then makes the report."""

    BINDINGS = [binding("report-make"), binding("back")]

    class Made(Message):
        """The report is written, or there was nothing to write."""

        def __init__(self, figures: Figures, path: Path | None) -> None:
            super().__init__()
            self.figures = figures
            self.path = path

    class Read(Message):
        """Some of the files have been read."""

        def __init__(self, done: int, total: int) -> None:
            super().__init__()
            self.done = done
            self.total = total

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_busy = False

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the fields, what is said below, and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow", can_focus=False):
            if is_served():
                yield Static(say("faculty.served"), classes="said", markup=False)
            else:
                yield Static(say("faculty.screen.how"), classes="said", markup=False)
                yield self._fields()
                yield Static("", id="said", classes="said", markup=False)
        if is_served():
            yield KeyBar("back", "help")
        else:
            yield KeyBar("report-make", "field", "back", "help")

    def on_mount(self) -> None:
        """Name the place and give the keys to the first field."""
        self.query_one(TitleBar).place = say("faculty.screen")
        for field in self.query("#files"):
            field.focus()

    def _fields(self) -> Vertical:
        """Return the fields: the usual format and smallest group stand there already."""
        day = self._desk.clock.local_day(self._desk.clock.now()).isoformat()
        usual = {
            "form": FORMATS[0],
            "least": str(LEAST_GROUP),
            "output": f"rapport-{day}.{FORMATS[0]}",
        }
        paths = PathSuggester()
        helps: dict[str, Suggester] = dict.fromkeys(
            ("files", "roster", "key", "output"), paths
        )
        helps["form"] = SuggestFromList(FORMATS)
        return Vertical(
            *(
                Horizontal(
                    Label(say(f"faculty.field.{name}")),
                    Input(
                        usual.get(name, ""),
                        placeholder=say(f"faculty.field.{name}.how"),
                        max_length=LONGEST,
                        id=name,
                        compact=True,
                        suggester=helps.get(name),
                    ),
                )
                for name in REPORT_FIELDS
            ),
            id="fields",
        )

    @on(Input.Changed, "#form")
    def _rename(self, message: Input.Changed) -> None:
        """Give the file the ending of the format."""
        output, form = self.query_one("#output", Input), message.value.strip()
        path = Path(output.value)
        if form in FORMATS and path.name and format_of(path) not in {None, form}:
            output.value = str(path.with_suffix(f".{form}"))

    @on(Input.Submitted)
    def _next_field(self, message: Input.Submitted) -> None:
        """Give the keys to the next field; the last one makes the report."""
        message.stop()
        if message.input.id == REPORT_FIELDS[-1]:
            self.action_make()
        else:
            self.focus_next()

    def action_make(self) -> None:
        """Make the report, once at a time."""
        if self._is_busy or is_served():
            return
        hide(self)
        inputs = {n: self.query_one(f"#{n}", Input) for n in REPORT_FIELDS}
        typed = {name: field.value.strip() for name, field in inputs.items()}
        self._is_busy = True
        self._say(say("faculty.screen.reading"))
        self._make(typed)

    @work(thread=True, exclusive=True, group="report", exit_on_error=False)
    def _make(self, typed: dict[str, str]) -> None:
        """Read the files and write the report in a worker."""
        self.attempt(lambda: self._made(typed))

    def _made(self, typed: dict[str, str]) -> Made:
        """Read the files and write the report.

        Raises:
            TutorError: something typed cannot be taken, nothing could be read, or the
                disk refuses.
        """
        from tutor.reports.making import may_replace, write_report

        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise TutorError("faculty.stopped")
            self.post_message(self.Read(done, total))

        path = Path(typed["output"]).expanduser()
        form = next((name for name in FORMATS if name == typed["form"]), None)
        if not typed["files"] or form is None or not path.name:
            raise WrongUseError("faculty.screen.incomplete", formats=", ".join(FORMATS))
        may_replace(path)
        figures = self._figures(_asked(typed), progress)
        if not figures.people:
            return self.Made(figures, None)
        write_report(figures, form, path)
        return self.Made(figures, path.absolute())

    def _figures(self, asked: Asked, progress: Callable[[int, int], None]) -> Figures:
        """Return the figures of what was asked; statements count beside bundles.

        Raises:
            TutorError: nothing could be read, or a roster or a key cannot be.
        """
        from tutor.interop.statement_files import bundles_among
        from tutor.reports.making import figures_for, opening_of

        with bundles_among(asked.paths, opening_of(asked.key)) as among:
            wanted = asked._replace(paths=among.paths)
            course, clock = self._desk.course, self._desk.clock
            return among.told(figures_for(wanted, course, clock, progress))

    @on(Read)
    def _say_read(self, message: Read) -> None:
        """Say how far the reading is."""
        if self._is_busy and message.total:
            self._say(say("faculty.progress", done=message.done, total=message.total))

    @on(Made)
    def _say_made(self, message: Made) -> None:
        """Say where the report is, and what was the matter with files."""
        self._is_busy = False
        figures, lines = message.figures, []
        if message.path is None:
            lines.append(say("faculty.nobody"))
        else:
            if figures.learner is None:
                lines.append(opening(figures)[0])
            lines.append(say("faculty.written", path=message.path))
            self.query_one(TitleBar).state = say("faculty.screen.done")
        lines += [
            f"\n{clean(fault.path)}\n{fault_text(fault)}"
            for fault in figures.refused[:MOST_TOLD]
        ]
        rest = len(figures.refused) - MOST_TOLD
        if rest > 0:
            lines.append(count("faculty.faults.more", rest))
        self._say("\n".join(lines))

    @override
    def tell(self, error: TutorError) -> None:
        """Say what went wrong; it can be tried again."""
        self._is_busy = False
        self._say("")
        super().tell(error)

    def _say(self, text: str) -> None:
        """Put a text under the fields."""
        for said in self.query("#said").results(Static):
            said.update(text)

    def action_back(self) -> None:
        """Go back to Home; a reading under way is given up."""
        self.workers.cancel_all()
        self.dismiss()


def _asked(typed: dict[str, str]) -> Asked:
    """Return what the fields ask a report on; an empty one asks nothing.

    Raises:
        WrongUseError: the smallest group is no number, or too small a one.
    """
    return Asked(
        (str(Path(typed["files"]).expanduser()),),
        _least(typed["least"]),
        _file(typed["roster"]),
        typed["promotion"] or None,
        typed["learner"] or None,
        _file(typed["key"]),
    )


def _file(typed: str) -> Path | None:
    """Return the path of a file that a field names, or None."""
    return Path(typed).expanduser() if typed else None


def _least(typed: str) -> int:
    """Return the smallest group to show.

    Raises:
        WrongUseError: it is no number, or too small a one.
    """
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS):
        raise WrongUseError("faculty.least", floor=FLOOR)
    number = int(typed)
    if number < FLOOR:
        raise WrongUseError("faculty.least", floor=FLOOR)
    return number
