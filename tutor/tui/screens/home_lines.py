"""The lines of Home: the next step, what is due, the way, what the answers show."""

from textual.content import Content

from tutor.locale import advise, count, decimal, duration, say
from tutor.services.outlook import CompetencyLine, Entry, Outlook, Suggestion, TrackLine
from tutor.tui.figures import interval_bar
from tutor.tui.screens.ways import target_of
from tutor.tui.widgets.menu import Line

SIGNS = {"new": "○", "known": "»", "started": "◐", "done": "✓", "": "·"}
SECTIONS = {
    "field": {"field"},
    "lessons": {"lesson"},
    "cases": {"dossier", "bank"},
    "own": {"survey", "card"},
}
"""The sections of Home, and what each holds."""
DANGERS, DES = target_of("dangers"), target_of("des")
COUNTED = frozenset({"due", "weak"})
"""Reasons that say how many questions."""
DIM = "$quiet"
EMPTY = Line(Content(""), Content(""))


def menu_lines(outlook: Outlook, today: str) -> list[Line]:
    """Return Home's lines.

    Args:
        outlook: its content.
        today: the local day as an ISO date.
    """
    lines: list[Line] = []
    if not outlook.entries and not outlook.answers:
        said = Content(say("home.empty")), Content.styled(advise("home.empty"), DIM)
        return [Line(each, Content("")) for each in said]
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
    return _head(say("home.track", title=track.title), f"{left}   p", "parcours")


def _head(title: str, key: str = "", clicked: str = "") -> Line:
    """Return the title of a section, its key, and what a click on it opens."""
    left, right = Content.styled(title, "bold $primary"), Content.styled(key, DIM)
    return Line(left, right, clicked=clicked)


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
    lines = [_head(say("home.review"), *(("r", "revision") if asks else ()))]
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
    head = _head(say("home.standing"), "d", DES)
    if not lines:
        return [head, Line(Content.styled(say("home.standing.none"), DIM), Content(""))]
    return [head, *(row for line in lines for row in _competency(line))]


def _competency(line: CompetencyLine) -> list[Line]:
    """Return a competency, with its estimate once the person has a position on it."""
    left = Content(f"{line.code} {line.name}")
    if line.positioning is None or line.estimate is None:
        right = Content.styled(say("home.standing.position"), "$warning")
        return [Line(left, right, DES)]
    level = say(f"des.level.{line.positioning}")
    own = Content.styled(say("home.you", level=level), "$secondary")
    interval = f"[{decimal(line.low)}–{decimal(line.high)}]"
    word = say(f"des.state.{line.state}")
    said = f"  {decimal(line.estimate)} {interval} {say('des.n', n=line.n)} · {word}"
    bar = interval_bar(line.low or 0.0, line.estimate, line.high or 0.0)
    return [Line(left, own, DES), Line(bar + Content(said), Content(""))]
