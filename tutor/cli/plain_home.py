"""What Home says, as lines: the next step and why, the track, what is one's own."""

from tutor.locale import count, duration, say
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out
from tutor.services.outlook import Entry, Suggestion, TrackLine

COUNTED = frozenset({"due", "weak"})
"""Reasons that say how many questions."""
REVIEW = "revision"


def home_lines(desk: Desk) -> list[str]:
    """Return the next step and why, then what Home lists besides lessons and cases.

    Args:
        desk: the person's desk.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    outlook = look_out(desk)
    lines = _next_step(outlook.suggestion)
    if outlook.track is not None:
        lines.append(_track(outlook.track))
    own = [e for e in outlook.entries if e.tag in {"field", "survey", "card"}]
    return [*lines, *map(_entry, own)]


def _next_step(found: Suggestion | None) -> list[str]:
    """Return the suggested next step, why, and how to open it."""
    if found is None:
        return []
    tag = say(f"home.tag.{found.tag}")
    title = say("plain.home.named", tag=tag, title=found.title) if found.title else tag
    if found.reason == "resume" and found.total:
        where = {"number": found.number, "total": found.total}
        step = say("plain.home.next.at", title=title, **where)
    else:
        step = say("plain.home.next", title=title)
    if found.reason in COUNTED:
        reason = count(f"home.reason.{found.reason}", found.number)
    else:
        reason = say(f"home.reason.{found.reason}")
    command = "review" if found.target == REVIEW else f"play {found.target}"
    return [step, say("home.why", reason=reason), say("plain.home.open", what=command)]


def _track(track: TrackLine) -> str:
    """Return the track followed, and what is left of it."""
    if not track.lessons:
        return say("plain.home.track.over", title=track.title)
    time = duration(track.minutes)
    return count("plain.home.track", track.lessons, title=track.title, time=time)


def _entry(entry: Entry) -> str:
    """Return what is one's own: an action to tell of, the survey, the directory."""
    title = entry.title
    if entry.tag == "field":
        title = say("home.field.ask", title=title)
    state = {"field": "", "survey": f"home.survey.{entry.state}"}.get(
        entry.tag, f"home.state.{entry.state}"
    )
    if not state:
        return say("plain.home.field", title=title, id=entry.id)
    if entry.tag == "survey":
        return say("plain.home.survey", state=say(state), title=title, id=entry.id)
    return say("home.status.lesson", state=say(state), title=title, id=entry.id)
