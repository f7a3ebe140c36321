"""The tracks of a course: choose the one to follow."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from typing_extensions import override

from tutor.domain.course import Course
from tutor.domain.reference import Track
from tutor.locale import count, duration, say
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Line, Menu

DIM = "$quiet"


class TracksScreen(ModalScreen[str | None]):
    """Lists the tracks; gives the id of the one chosen, or nothing."""

    BINDINGS = [binding("close-terms")]

    def __init__(self, course: Course, followed: Track | None) -> None:
        super().__init__()
        self._course = course
        self._followed = followed

    @override
    def compose(self) -> ComposeResult:
        """Lay out the tracks, the one followed marked."""
        lines = [
            Line(Content.styled(say("home.track.choose"), "bold $primary"), Content(""))
        ]
        for track in self._course.head.parcours:
            sign = "●" if track == self._followed else "○"
            right = Content.styled(self._length(track), DIM)
            lines.append(Line(Content(f"{sign} {track.titre}"), right, track.id))
        with VerticalScroll(id="help", can_focus=False):
            yield Menu(lines)
        yield KeyBar("open", "up", "down", "close-terms")

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one(Menu).focus()

    def _length(self, track: Track) -> str:
        """Return how long a track is."""
        minutes = {unit.id: unit.head.duree_min or 0 for unit in self._course.lessons}
        time = duration(sum(minutes.get(each, 0) for each in track.lecons))
        return count("home.track.all", len(track.lecons), time=time)

    @on(Menu.Opened)
    def _choose(self, message: Menu.Opened) -> None:
        """Give the track chosen."""
        message.stop()
        self.dismiss(message.target)

    def action_close(self) -> None:
        """Keep the track as it is."""
        self.dismiss(None)
