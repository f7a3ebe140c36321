"""The exact file that would leave; it leaves once the person says so."""

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from tutor.interop.handing_statements import as_statements, statements_in
from tutor.locale import advise, count, say
from tutor.services.desk import Desk
from tutor.services.handing import Ready, hand_over, path_for
from tutor.services.leaving import counted_lines, head_lines
from tutor.services.signing import looks_real
from tutor.tui.keys import binding
from tutor.tui.notice import hide
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.file_view import FileView
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.title_bar import TitleBar


class ExportFileScreen(LookingScreen):
    """Shows in words, then to the sign, what is about to leave, and writes it."""

    BINDINGS = [*map(binding, ("export-write", "export-form", "back"))]

    class Turned(Message):
        """The same is there in another form."""

        def __init__(self, ready: Ready) -> None:
            super().__init__()
            self.ready = ready

    class Left(Message):
        """The file is written."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, desk: Desk, ready: Ready, key: str) -> None:
        super().__init__(desk)
        self._ready = ready
        self._other: Ready | None = None
        """The same in the other form, once it was asked for."""
        self._key = key
        self._has_left = False

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, what leaves in words, the file and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="summary", can_focus=False):
            yield Static("\n".join(self._words()), markup=False, id="words")
        yield FileView(self._ready.data.decode())
        yield KeyBar("export-write", "export-form", "page", "back", "help")

    def on_mount(self) -> None:
        """Name the place and give the keys to the file."""
        self.query_one(TitleBar).place = say("export.screen.file")
        self.query_one(FileView).focus()

    def _words(self) -> list[str]:
        """Return what leaves, in words."""
        bundle = self._ready.bundle
        *head, consent = head_lines(bundle)
        lines = [" · ".join(head), consent, " · ".join(counted_lines(bundle))]
        if looks_real(bundle.learner):
            said = say("export.pseudonym.real", name=bundle.learner)
            lines.insert(0, f"{said} {advise('export.pseudonym.real')}")
        if statements := statements_in(self._ready):
            lines.append(count("xapi.shown", statements))
        how = say("export.how.sealed" if self._key else "export.how")
        return [*lines, how]

    def action_turn(self) -> None:
        """Show the other form of the same: a bundle, or xAPI statements."""
        if self._has_left:
            return
        if self._other is None:
            self._state_it()
        else:
            self.post_message(self.Turned(self._other))

    @work(thread=True, exclusive=True, group="form", exit_on_error=False)
    def _state_it(self) -> None:
        """Make the statements in a worker."""
        desk, ready = self._desk, self._ready
        self.attempt(lambda: self.Turned(as_statements(ready, desk.course)))

    @on(Turned)
    def _show_form(self, message: Turned) -> None:
        """Show the file in the form asked for, unless it has left meanwhile."""
        if not self._has_left and message.ready.ending != self._ready.ending:
            self._other, self._ready = self._ready, message.ready
            self.query_one("#words", Static).update("\n".join(self._words()))
            self.query_one(FileView).show(self._ready.data.decode())

    def action_write(self) -> None:
        """Write the file, once."""
        if not self._has_left:
            self._has_left = True
            hide(self)
            self._write()

    @work(thread=True, exclusive=True, group="write", exit_on_error=False)
    def _write(self) -> None:
        """Write the file in a worker."""
        self.attempt(self._written)

    def _written(self) -> Left:
        """Write the file under a free name.

        Raises:
            TutorError: it could not be written; it can be tried again.
        """
        desk, sealed = self._desk, bool(self._key)
        try:
            path = path_for(self._ready, desk.place, desk.clock, sealed=sealed)
            hand_over(desk, self._ready, path, self._key)
        except BaseException:
            self._has_left = False
            raise
        return self.Left(path)

    @on(Left)
    def _say_written(self, message: Left) -> None:
        """Say where the file is, and how to take it back."""
        name = "export.written.sealed" if self._key else "export.written"
        said = say(name, path=message.path.absolute())
        self.query_one("#words", Static).update(f"{said}\n{say('export.take-back')}")
        self.query_one(TitleBar).state = say("export.state")
        self.query_one(KeyBar).show("page", "back", "help")

    def action_back(self) -> None:
        """Go back to the list."""
        self.dismiss()
