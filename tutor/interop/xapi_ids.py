"""What xAPI statements are called: activities, extensions, people and the statements.

Everything is named under `urn:x-cpts-tutor:`. It is an IRI, it says what it names, and
it claims no web domain that somebody would have to keep. Only the home page of an
account has to be a locator: it stands under `.invalid`, which RFC 2606 promises to
nobody.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote, unquote
from uuid import UUID

from tutor.domain.identifiers import identifier

HOME_PAGE = "https://cpts-tutor.invalid/learners"
"""Where the accounts of learners are said to be: nowhere, so that nobody is named."""
ADL_VERBS = "http://adlnet.gov/expapi/verbs/"
ADL_ACTIVITIES = "http://adlnet.gov/expapi/activities/"
INTERACTION = f"{ADL_ACTIVITIES}cmi.interaction"
_BASE = "urn:x-cpts-tutor"
_PARTS = 5
"""Parts of the name of an activity before its own names: urn, space, course, kind."""
_MOMENTS = ("at", "exported_at")


class Named(NamedTuple):
    """What the name of an activity of ours says."""

    course: str
    kind: str
    names: tuple[str, ...]


def extension(name: str) -> str:
    """Return the IRI of an extension.

    Args:
        name: what it holds, such as `certainty`.
    """
    return f"{_BASE}:xapi:{name}"


def activity_id(course: str, kind: str, *names: str) -> str:
    """Return the IRI of an activity.

    Args:
        course: the id of the course.
        kind: what it is, such as `question`.
        names: its own, each written so that any sign may stand in it.
    """
    return ":".join([_BASE, *(quote(each, safe="") for each in (course, kind, *names))])


def named_by(iri: object) -> Named | None:
    """Return what the IRI of an activity says, or None where it is not one of ours.

    Args:
        iri: anything.
    """
    if not isinstance(iri, str) or not iri.startswith(f"{_BASE}:"):
        return None
    course, *rest = map(unquote, iri.removeprefix(f"{_BASE}:").split(":"))
    return Named(course, rest[0], tuple(rest[1:])) if rest else None


def statement_id(
    learner: str, course: str, part: str, said: Mapping[str, object]
) -> str:
    """Return the id of a statement: the same for the same fact, another for another.

    So it tells a fact sent twice from two facts, and one that was changed on the way
    from one that was not. Moments count to the millisecond: an LRS may keep no more.

    Args:
        learner: the random id of the person.
        course: the id of the course.
        part: what is told, such as `answers`.
        said: the fact, as JSON holds it.
    """
    exact = {
        name: moment_text(str(value))[:-4] if name in _MOMENTS else value
        for name, value in said.items()
    }
    text = json.dumps([learner, exact], sort_keys=True, separators=(",", ":"))
    return str(identifier(course, f"statement/{part}", text))


def registration(learner: str, course: str, run: str) -> str:
    """Return the UUID of one walk of a person through something.

    Args:
        learner: the random id of the person.
        course: the id of the course.
        run: the id of the run.
    """
    return str(identifier(course, "run", f"{learner}\n{run}"))


def moment_text(moment: str | datetime) -> str:
    """Return a moment in UTC, to the microsecond, as xAPI writes it.

    Args:
        moment: with a zone.

    Raises:
        ValueError: the text is no moment.
    """
    found = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    told = found.astimezone(UTC).isoformat(timespec="microseconds")
    return told.removesuffix("+00:00") + "Z"


def is_uuid(value: object) -> bool:
    """Return whether a value is a UUID as statements write it."""
    try:
        return isinstance(value, str) and str(UUID(value)) == value.lower()
    except ValueError:
        return False
