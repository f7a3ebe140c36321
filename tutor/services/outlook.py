"""What Home shows, light enough to be read before anything heavy is loaded.

Only the standard library here: Home paints from this file's cache, and pydantic,
the parser and the scheduler are loaded after the first frame.
"""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from tutor.locale.language import language
from tutor.services.places import course_stamp, file_stamp, grid_folders
from tutor.store.cache import read_cached, write_cached
from tutor.store.place import Place

CACHE = "home.json"


@dataclasses.dataclass(frozen=True)
class Entry:
    """Something that can be opened from Home."""

    id: str
    title: str
    tag: str
    """lesson, dossier, bank, survey, card, or field for an action to be asked about."""
    minutes: int
    questions: int
    state: str
    """new, known, started or done; empty for a bank."""


@dataclasses.dataclass(frozen=True)
class CompetencyLine:
    """One competency with what the answers show of it."""

    code: str
    name: str
    state: str
    n: int
    estimate: float | None
    low: float | None
    high: float | None
    positioning: str | None


@dataclasses.dataclass(frozen=True)
class Suggestion:
    """The next step, and why."""

    target: str
    title: str
    tag: str
    reason: str
    """Catalogue name under `home.reason.`."""
    number: int = 0
    """The question to come back to, from 1; or how many questions are due."""
    total: int = 0


@dataclasses.dataclass(frozen=True)
class TrackLine:
    """The track a person follows, and what is left of it."""

    id: str
    title: str
    lessons: int
    """Lessons neither done nor known."""
    minutes: int
    """What they say they last."""


@dataclasses.dataclass(frozen=True)
class Outlook:
    """Everything on Home."""

    stamp: str
    course: str
    answers: int
    suggestion: Suggestion | None
    due_days: list[str]
    """The local day, as an ISO date, on which each question met comes back."""
    dangerous: int
    """Questions whose last answer was sure and wrong, or dangerous."""
    misconceptions: int
    """Those to be met again, through a question there is."""
    track: TrackLine | None
    entries: list[Entry]
    competencies: list[CompetencyLine]

    def due(self, today: str) -> int:
        """Return how many questions are due.

        Args:
            today: the local day as an ISO date.
        """
        return sum(day <= today for day in self.due_days)

    def asks(self, today: str) -> bool:
        """Return whether a review has anything to ask.

        Args:
            today: the local day as an ISO date.
        """
        return bool(self.due(today) or self.misconceptions)


def outlook_stamp(root: Path, place: Place, added: Sequence[Path] = ()) -> str:
    """Return a text that changes with course, answers, grid and language."""
    own = "|".join(map(file_stamp, (place.store, *grid_folders(place))))
    return f"{language()}|{course_stamp(root, added)}|{own}"


def read_outlook(
    root: Path, place: Place, added: Sequence[Path] = ()
) -> Outlook | None:
    """Return what Home showed last, if nothing has changed since.

    Args:
        root: the folder of the course.
        place: the person's folder.
        added: folders of local lessons laid over the course.
    """
    raw = read_cached(place.cache / CACHE)
    if raw is None:
        return None
    try:
        fields = json.loads(raw)
        if fields["stamp"] != outlook_stamp(root, place, added):
            return None
        suggestion, track = fields.pop("suggestion"), fields.pop("track")
        entries = [Entry(**each) for each in fields.pop("entries")]
        lines = [CompetencyLine(**each) for each in fields.pop("competencies")]
        return Outlook(
            suggestion=Suggestion(**suggestion) if suggestion else None,
            track=TrackLine(**track) if track else None,
            entries=entries,
            competencies=lines,
            **fields,
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def keep_outlook(outlook: Outlook, place: Place) -> None:
    """Write what Home shows to the cache.

    Args:
        outlook: what it shows.
        place: the person's folder.
    """
    payload = json.dumps(dataclasses.asdict(outlook), ensure_ascii=False)
    write_cached(place.cache / CACHE, payload.encode())
