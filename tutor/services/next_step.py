"""The one next step Home suggests, and why."""

from collections.abc import Iterable

from tutor.domain.answer import RunStarted
from tutor.domain.errors import TutorError
from tutor.domain.reference import Track
from tutor.services.desk import DRAWN, Desk
from tutor.services.outlook import Entry, Suggestion
from tutor.services.placement import placed
from tutor.services.standing import Standing
from tutor.services.training import MOST, unseen_on, weakest_item

OVER = frozenset({"done", "known"})
"""States of a lesson that need not come next."""


def next_step(
    desk: Desk, standing: Standing, entries: list[Entry], track: Track | None
) -> Suggestion | None:
    """Return one next step.

    What was left in the middle comes first, then what is due, the placement test of
    the track, an item that answers show weak, the next lesson, what remains to
    confirm, a case, a bank. A training is never suggested twice running.

    Args:
        desk: the person's desk.
        standing: where they stand.
        entries: what Home lists.
        track: the one they follow, if any.
    """
    unfinished = desk.record.last_run(desk.clock.now())
    if unfinished is not None and (found := _resumed(desk, unfinished)):
        return found
    if standing.due:
        return Suggestion("revision", "", "review", "due", len(standing.due))
    lessons = [each for each in entries if each.tag == "lesson"]
    return (
        _placement(desk, standing, entries, track)
        or _first(standing, entries)
        or _weak(desk, standing, only_weak=True)
        or _toward_first(lessons, "next-lesson")
        or _weak(desk, standing, only_weak=False)
        or _toward_first([e for e in entries if e.tag == "dossier"], "dossier")
        or _toward_first([e for e in entries if e.tag == "bank"], "bank")
    )


def _first(standing: Standing, entries: list[Entry]) -> Suggestion | None:
    """Return where to begin, for someone who has answered nothing."""
    return _toward(entries[0], "first") if not standing.answers and entries else None


def _placement(
    desk: Desk, standing: Standing, entries: list[Entry], track: Track | None
) -> Suggestion | None:
    """Return the placement test of the track, until it or a lesson is begun."""
    lessons = [each for each in entries if each.tag == "lesson"]
    if track is None or any(each.state in {"started", "done"} for each in lessons):
        return None
    questions = desk.library.questions().values()
    if any(each.answered for each in placed(questions, standing.latest)):
        return None
    tests = [each for each in entries if each.id == track.test]
    return _toward(tests[0], "placement") if tests else None


def _weak(desk: Desk, standing: Standing, *, only_weak: bool) -> Suggestion | None:
    """Return a training on the weakest item, unless one has just been done."""
    last = max(desk.record.runs, key=lambda run: run.touched, default=None)
    if last is not None and last.kind == "training":
        return None
    seen = standing.latest.keys()
    code = weakest_item(desk.course, standing, seen)
    if code is None or (only_weak and standing.items[code].state != "a-travailler"):
        return None
    texts = {item.code: item.texte for item in desk.course.framework.items}
    number = min(MOST, len(unseen_on(desk.course, code, seen)))
    return Suggestion(code, f"{code} {texts[code]}", "training", "weak", number)


def _toward_first(entries: Iterable[Entry], reason: str) -> Suggestion | None:
    """Return the suggestion to open the first entry that is not over."""
    left = (each for each in entries if each.state not in OVER)
    found = next(left, None)
    return None if found is None else _toward(found, reason)


def _toward(entry: Entry, reason: str) -> Suggestion:
    """Return the suggestion to open an entry."""
    return Suggestion(entry.id, entry.title, entry.tag, reason, 0, entry.questions)


def _resumed(desk: Desk, unfinished: RunStarted) -> Suggestion | None:
    """Return the suggestion to go on, or None where the target has gone."""
    try:
        run = desk.resume(unfinished)
    except TutorError:
        return None
    if unfinished.kind in DRAWN and not run.questions:
        return None
    tags = {"quiz": "bank", "question": "bank"}
    tag = tags.get(unfinished.kind, unfinished.kind)
    target = unfinished.path or unfinished.target
    number = max(1, run.number)
    return Suggestion(target, run.title, tag, "resume", number, len(run.questions))
