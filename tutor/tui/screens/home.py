"""Home: the next step and why, what is due, the way, what the answers show."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.clock import Clock
from tutor.domain.notice import Notice
from tutor.locale import advise, count, decimal, say, short_date
from tutor.services.outlook import CompetencyLine, Entry, Outlook, Suggestion, TrackLine
from tutor.tui.figures import interval_bar
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Line, Menu
from tutor.tui.widgets.title_bar import TitleBar

SIGNS = {"new": "○", "known": "»", "started": "◐", "done": "✓", "": "·"}
SECTIONS = {
    "field": {"field"},
    "lessons": {"lesson"},
    "cases": {"dossier", "bank"},
    "own": {"survey", "card"},
}
"""The sections of Home, and what each holds."""
DANGERS = ":dangers"
"""Wanted in place of an id: the list of what was sure and dangerous."""
SEARCH, ASKED, MARKS = ":search", ":asked", ":marks"
"""Wanted in place of an id: a search, and the questions interns ask."""
MINUTES = 60
COUNTED = frozenset({"due", "weak"})
"""Reasons that say how many questions."""
DIM = "$foreground 65%"
EMPTY = Line(Content(""), Content(""))


class HomeScreen(Screen[None]):
    """Where was I, what next, and why."""

    BINDINGS = [
        *map(binding, ("review", "dangers", "des", "track", "marks")),
        *map(binding, ("search", "asked")),
    ]

    @dataclass
    class Wanted(Message):
        """The person wants to open something: an id, `revision`, `des` or `parcours`."""

        target: str

    def __init__(self, outlook: Outlook | None) -> None:
        super().__init__()
        self._outlook = outlook

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the list and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow", can_focus=False):
            if self._outlook is None:
                yield Static(f"\n    {say('home.loading')}", id="loading", markup=False)
            else:
                yield Menu(menu_lines(self._outlook, self._today()))
        yield KeyBar(
            *("open", "track", "review", "search", "asked", "des", "marks"),
            *("help", "quit"),
        )

    def on_mount(self) -> None:
        """Name the place and the day."""
        self._name_the_day()

    def show(self, outlook: Outlook, notices: Sequence[Notice]) -> None:
        """Show what has been computed.

        Args:
            outlook: Home's content.
            notices: what the person must be told about their store.
        """
        if not self.is_attached:
            return  # the tutor is closing
        if notices:
            said = [
                f"{say(n.message_id, **n.values)} {advise(n.message_id, **n.values)}"
                for n in notices
            ]
            self.query_one("#notice", Static).update("\n".join(said))
            self.query_one("#notice").add_class("-shown")
        if outlook == self._outlook:
            return
        self._outlook = outlook
        self._name_the_day()
        flow = self.query_one("#flow")
        with self.app.batch_update():
            flow.remove_children()
            menu = Menu(menu_lines(outlook, self._today()))
            flow.mount(menu)
        menu.focus()

    @on(Menu.Opened)
    def _want(self, message: Menu.Opened) -> None:
        """Ask for what was opened."""
        self.post_message(self.Wanted(message.target))

    def action_review(self) -> None:
        """Ask for what is due."""
        if self._outlook and self._outlook.asks(self._today()):
            self.post_message(self.Wanted("revision"))
        else:
            self.notify(say("home.review.none"))

    def action_des(self) -> None:
        """Ask for the DES view."""
        self.post_message(self.Wanted("des"))

    def action_dangers(self) -> None:
        """Ask for what was sure and dangerous."""
        if self._outlook is not None:
            self.post_message(self.Wanted(DANGERS))

    def action_track(self) -> None:
        """Ask for another track."""
        self.post_message(self.Wanted("parcours"))

    def action_search(self) -> None:
        """Ask for a search of the course."""
        self.post_message(self.Wanted(SEARCH))

    def action_asked(self) -> None:
        """Ask for the questions interns ask."""
        self.post_message(self.Wanted(ASKED))

    def action_marks(self) -> None:
        """Ask for bookmarks and notes."""
        self.post_message(self.Wanted(MARKS))

    def _today(self) -> str:
        """Return the local day as an ISO date."""
        clock = self._clock()
        return clock.local_day(clock.now()).isoformat()

    def _name_the_day(self) -> None:
        """Put the day and what is due on the top line."""
        bar, clock = self.query_one(TitleBar), self._clock()
        bar.place = " · ".join(filter(None, [say("home.title"), self.app.sub_title]))
        parts = [short_date(clock.local_day(clock.now()))]
        if self._outlook is not None and (due := self._outlook.due(self._today())):
            parts.append(count("home.due", due))
        bar.state = " · ".join(parts)

    def _clock(self) -> Clock:
        """Return the clock the app was given."""
        clock: Clock = self.app.clock  # type: ignore[attr-defined]
        return clock


def menu_lines(outlook: Outlook, today: str) -> list[Line]:
    """Return Home's lines.

    Args:
        outlook: its content.
        today: the local day as an ISO date.
    """
    lines: list[Line] = []
    if not outlook.answers:
        lines += [Line(Content.styled(say("home.welcome"), DIM), Content("")), EMPTY]
    lines += _next_step(outlook.suggestion)
    lines += _to_review(outlook, today)
    for title, tags in SECTIONS.items():
        entries = [entry for entry in outlook.entries if entry.tag in tags]
        if entries:
            head = _track_head(outlook.track) if title == "lessons" else None
            head = head or _head(say(f"home.{title}"))
            lines += [head, *map(_entry, entries), EMPTY]
    return [*lines, *_standing(outlook.competencies)]


def _track_head(track: TrackLine | None) -> Line | None:
    """Return the title of the lessons: the track followed, and the time it takes."""
    if track is None:
        return None
    left = say("home.track.over")
    if track.lessons:
        time = duration(track.minutes)
        left = count("home.track.left", track.lessons, time=time)
    return _head(say("home.track", title=track.title), f"{left}   p")


def duration(minutes: int) -> str:
    """Return a time as one says it: 45 min, 2 h 05.

    Args:
        minutes: how many.
    """
    hours, rest = divmod(minutes, MINUTES)
    if not hours:
        return say("home.time.minutes", m=rest)
    return say("home.time.hours", h=hours, m=f"{rest:02}")


def _head(title: str, key: str = "") -> Line:
    """Return the title of a section."""
    return Line(Content.styled(title, "bold $primary"), Content.styled(key, DIM))


def _next_step(found: Suggestion | None) -> list[Line]:
    """Return the suggested next step, and why."""
    if found is None:
        return []
    tag = say(f"home.tag.{found.tag}").capitalize()
    title = f"{tag} · {found.title}" if found.title else tag
    begun = found.reason == "resume"
    right = say(f"home.action.{'resume' if begun else 'start'}")
    if begun and found.total:
        place = say("home.step", number=found.number, total=found.total)
        title = f"{title} · {place}"
    if found.reason in COUNTED:
        reason = count(f"home.reason.{found.reason}", found.number)
    else:
        reason = say(f"home.reason.{found.reason}")
    why = Content.styled(say("home.why", reason=reason), DIM)
    step = Line(Content(title), Content.styled(right, "$primary"), found.target)
    return [_head(say("home.next")), step, Line(why, Content("")), EMPTY]


def _to_review(outlook: Outlook, today: str) -> list[Line]:
    """Return what is due, what is to be met again, and what was sure and dangerous."""
    asks, dangerous = outlook.asks(today), outlook.dangerous
    lines = [_head(say("home.review"), "r" if asks else "")]
    if asks:
        parts = [count("home.review.some", outlook.due(today))]
        if outlook.misconceptions:
            parts.append(count("home.review.beliefs", outlook.misconceptions))
        lines.append(Line(Content(" · ".join(parts)), Content(""), "revision"))
    if dangerous:
        text = Content(count("home.review.dangers", dangerous))
        lines.append(Line(text, Content.styled("w", DIM), DANGERS))
    return [*lines, EMPTY] if asks or dangerous else []


def _entry(entry: Entry) -> Line:
    """Return the line of a lesson, dossier or bank."""
    style = "$success" if entry.state == "done" else ""
    title = entry.title
    if entry.tag == "field":
        title = say("home.field.ask", title=title)
    left = Content.styled(SIGNS[entry.state], style) + Content(f" {title}")
    parts = []
    if entry.state == "known":
        parts.append(say("home.known"))
    if entry.tag == "survey":
        parts.append(say(f"home.survey.{entry.state}"))
    elif entry.tag == "card":
        parts.append(count("home.fields", entry.questions))
    elif entry.tag not in {"lesson", "field"}:
        parts.append(count("home.questions", entry.questions))
    if entry.minutes:
        parts.append(say("home.minutes", n=entry.minutes))
    return Line(left, Content.styled(" · ".join(parts), DIM), entry.id)


def _standing(lines: list[CompetencyLine]) -> list[Line]:
    """Return what the answers show, only beside the person's own positioning."""
    head = _head(say("home.standing"), "d")
    if not lines:
        return [head, Line(Content.styled(say("home.standing.none"), DIM), Content(""))]
    return [head, *(row for line in lines for row in _competency(line))]


def _competency(line: CompetencyLine) -> list[Line]:
    """Return a competency, with its estimate once the person has a position on it."""
    left = Content(f"{line.code} {line.name}")
    if line.positioning is None or line.estimate is None:
        right = Content.styled(say("home.standing.position"), "$warning")
        return [Line(left, right, "des")]
    level = say(f"des.level.{line.positioning}")
    own = Content.styled(say("home.you", level=level), "$secondary")
    interval = f"[{decimal(line.low)}–{decimal(line.high)}]"
    word = say(f"des.state.{line.state}")
    said = f"  {decimal(line.estimate)} {interval} {say('des.n', n=line.n)} · {word}"
    bar = interval_bar(line.low or 0.0, line.estimate, line.high or 0.0)
    return [Line(left, own, "des"), Line(bar + Content(said), Content(""))]
