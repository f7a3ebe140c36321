"""The preview of a file: its reader, its key and its slips, read again on save."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.problem import Problem
from tutor.domain.reasons import reason_of
from tutor.locale import count, say
from tutor.services.previewing import Preview, stale_text
from tutor.services.watching import changes
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.preview_panel import PreviewPanel
from tutor.tui.widgets.preview_reader import PreviewReader
from tutor.tui.widgets.title_bar import TitleBar

SIDE_BY_SIDE = 100
"""From this width on the panel stands beside the text."""
GRAVITIES = ("error", "warning", "info")


class PreviewScreen(Screen[None]):
    """Shows a file as it is, and again each time it is saved."""

    BINDINGS = [
        binding("preview-switch"),
        binding("preview-next", "go(1)"),
        binding("preview-previous", "go(-1)"),
        binding("preview-problem"),
        binding("preview-reload"),
        binding("preview-leave"),
    ]

    @dataclass
    class Loaded(Message):
        """The file has been read."""

        preview: Preview

    @dataclass
    class Unwatched(Message):
        """Nobody says any more when the file is saved."""

        reason: str

    def __init__(self, path: Path, read: Callable[[], Preview]) -> None:
        super().__init__()
        self._path = path
        self._read = read
        self._stop = threading.Event()
        self._turn = threading.Lock()
        self._preview: Preview | None = None
        self._problem: int | None = None
        self._unwatched = ""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the banner, both sides and the keys."""
        yield TitleBar()
        yield Static(id="banner", markup=False)
        with Horizontal(id="sides"):
            yield PreviewReader()
            yield PreviewPanel()
        yield KeyBar(
            "page",
            *(f"preview-{name}" for name in ("next", "previous", "problem", "switch")),
            *("preview-reload", "help", "preview-leave"),
        )

    def on_mount(self) -> None:
        """Read the file, now and whenever it is saved."""
        self.query_one(TitleBar).place = self._path.name
        self.query_one(PreviewPanel).show_key(None)
        self.query_one(PreviewReader).focus()
        self._watch(self._stop)

    def on_unmount(self) -> None:
        """Let the watch end."""
        self._stop.set()

    def on_resize(self, event: events.Resize) -> None:
        """Put the panel beside the text where there is room."""
        self.set_class(event.size.width < SIDE_BY_SIDE, "-narrow")

    @work(thread=True, exclusive=True, group="watch", exit_on_error=False)
    def _watch(self, stop: threading.Event) -> None:
        """Read the file, again and again."""
        try:
            for _ in changes(self._path, stop):
                with self._turn:
                    self.post_message(self.Loaded(self._read()))
        except OSError as error:
            self.post_message(self.Unwatched(reason_of(error)))

    @on(Loaded)
    async def _show(self, message: Loaded) -> None:
        """Show a reading in place of the one before."""
        preview = message.preview
        problems = () if self._preview is None else self._preview.problems
        if preview.problems != problems:
            self._problem = None
        self._preview = preview
        bar = self.query_one(TitleBar)
        bar.place = say("author.preview.title", title=preview.title)
        time = say("author.preview.reading", time=f"{preview.at.astimezone():%H:%M:%S}")
        bar.state = f"{_sum(preview.problems)} · {time}"
        self._tell()
        await self.query_one(PreviewReader).show(preview.pieces)
        self.query_one(PreviewPanel).show(preview)

    @on(Unwatched)
    def _say_unwatched(self, message: Unwatched) -> None:
        """Say that only a key reads the file again."""
        self._unwatched = say("author.preview.unwatched", reason=message.reason)
        self._tell()

    @on(PreviewReader.Arrived)
    def _show_key(self, message: PreviewReader.Arrived) -> None:
        """Show the key of the question under view."""
        self.query_one(PreviewPanel).show_key(message.piece)

    def action_switch(self) -> None:
        """Go from the text to the panel, or back."""
        reader, panel = self.query_one(PreviewReader), self.query_one(PreviewPanel)
        to_panel = self.focused is not panel
        self.set_class(to_panel, "-panel")
        self.call_after_refresh((panel if to_panel else reader).focus)

    def action_go(self, by: int) -> None:
        """Go to another question."""
        self._read_text(partial(self.query_one(PreviewReader).go, by))

    def action_problem(self) -> None:
        """Go to the next slip of this file, round the end."""
        preview = self._preview
        own = [
            number
            for number, problem in enumerate(preview.problems if preview else ())
            if Path(problem.path).name == self._path.name
        ]
        if preview is None or not own:
            self.notify(say("author.preview.clean"))
            return
        here = -1 if self._problem is None else self._problem
        later = [number for number in own if number > here]
        self._problem = (later or own)[0]
        self.query_one(PreviewPanel).show_problems(preview, self._problem)
        line = preview.problems[self._problem].line
        self._read_text(partial(self.query_one(PreviewReader).go_to_line, line))

    def action_reload(self) -> None:
        """Read the file again, and watch it anew."""
        self._stop.set()
        self._stop = threading.Event()
        self._unwatched = ""
        self._watch(self._stop)

    def action_leave(self) -> None:
        """Close the preview."""
        self.app.exit()

    def _read_text(self, go: Callable[[], None]) -> None:
        """Show the text where the panel hides it, then go somewhere in it."""
        if self.has_class("-narrow") and self.has_class("-panel"):
            self.action_switch()
            self.call_after_refresh(go)
        else:
            go()

    def _tell(self) -> None:
        """Say what is not as the file says, or take the banner away."""
        stale = stale_text(self._preview) if self._preview else ""
        said = "\n".join(filter(None, [stale, self._unwatched]))
        banner = self.query_one("#banner", Static)
        banner.update(said)
        banner.set_class(bool(said), "-shown")


def _sum(problems: tuple[Problem, ...]) -> str:
    """Return how many errors and warnings there are; remarks only where alone."""
    said: list[str] = []
    for gravity in GRAVITIES:
        number = sum(problem.severity == gravity for problem in problems)
        if number and not (said and gravity == "info"):
            said.append(count(f"author.preview.{gravity}s", number))
    return " · ".join(said) or say("author.preview.clean")
