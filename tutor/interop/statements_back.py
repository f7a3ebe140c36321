"""What one xAPI statement of the tutor tells; anything else is named and left out.

Every value is taken for hostile. The id of a statement is made of what it tells, so a
statement changed on the way, or put together by hand without care, does not pass.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tutor.domain.bundle import (
    Bundle,
    HandedAnswer,
    HandedPositioning,
    HandedSurvey,
    HandedWords,
)
from tutor.domain.errors import TutorError
from tutor.interop.interactions import response_in
from tutor.interop.statements import HAND_OVER, HEAD, Fact, fact_as_told
from tutor.interop.xapi_ids import (
    HOME_PAGE,
    Named,
    extension,
    is_uuid,
    named_by,
    statement_id,
)

CHANGES = "lessons"
"""How far a lesson is: told again by the hand-over, which alone is read back."""
MOST_FACTS = 100_000
"""Facts that one hand-over may name: five times what a bundle of 16 MB holds."""
ONE = {"n": 1, "first": 1}
"""How often and where first: what a refusal of one statement says."""
_DURATION = re.compile(
    r"P(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?"
    r"(?:([0-9]{1,12}(?:\.[0-9]{1,9})?)S)?)?"
)
_UNFIT = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What is raised where one JSON value stands in the place of another."""
_SECONDS = (86_400, 3_600, 60, 1)


class ForeignError(TutorError):
    """A statement that no tutor of this kind wrote; a record store holds many."""


class Told(NamedTuple):
    """What a statement tells."""

    id: str
    """In lower case."""
    learner: str
    course: str
    part: str
    """That of a bundle, or the hand-over."""
    said: dict[str, Any]
    """The row of that part; of a hand-over, its head and the ids of its facts."""


def told_by(statement: object) -> Told:
    """Return what a statement tells.

    Args:
        statement: a JSON value.

    Raises:
        ForeignError: the tutor did not write it.
        TutorError: it did, but something in it is missing or was changed.
    """
    part = _at(statement, "context", "extensions", extension("part"))
    learner = _at(statement, "actor", "account", "name")
    page = _at(statement, "actor", "account", "homePage")
    ours = page == HOME_PAGE and isinstance(part, str) and isinstance(learner, str)
    if not ours or not learner or part not in {*_READERS, HAND_OVER, CHANGES}:
        raise ForeignError("xapi.refused.foreign", **ONE)
    named = named_by(_at(statement, "object", "id"))
    found_id = _at(statement, "id")
    if named is None or not is_uuid(found_id):
        lacking = "object" if named is None else "id"
        raise TutorError("xapi.refused.field", **ONE, field=lacking)
    if part == CHANGES:
        return Told(found_id.lower(), learner, named.course, part, {})
    try:
        said = _said(statement, part, named)
        wanted = statement_id(learner, named.course, part, said)
    except _UNFIT as error:
        raise TutorError("xapi.refused.field", **ONE, field=part) from error
    if wanted != found_id.lower():
        raise TutorError("xapi.refused.edited", **ONE)
    return Told(wanted, learner, named.course, part, said)


def _said(statement: object, part: str, named: Named) -> dict[str, Any]:
    """Return what a statement of a part tells, as its id is made of it.

    Raises:
        ValueError: something is not what it should be, or is not there.
    """
    if part == HAND_OVER:
        return _hand_over(statement, named)
    return fact_as_told(_READERS[part](statement, named))


def _hand_over(statement: object, named: Named) -> dict[str, Any]:
    """Return the head of a bundle, its signature and the ids of its facts.

    Raises:
        ValueError: something is not what it should be.
    """
    head = _at(statement, "context", "extensions", extension("bundle"))
    if not isinstance(head, dict) or set(head) != {*HEAD, "exported_at", "facts"}:
        raise ValueError
    facts, learner = head["facts"], _at(statement, "actor", "name") or ""
    if not isinstance(facts, list) or len(facts) > MOST_FACTS:
        raise ValueError
    if not all(map(is_uuid, facts)) or not isinstance(head["exported_at"], str):
        raise ValueError
    fields = {name: head[name] for name in (*HEAD, "exported_at")}
    identity = _at(statement, "actor", "account", "name")
    told = {**fields, "learner": learner, "learner_id": identity}
    if Bundle.model_validate(told).course.id != named.course:
        raise ValueError
    return {**head, "learner": learner}


def _answer(statement: object, named: Named) -> Fact:
    """Return an answer."""
    question, key = named.names
    around = _at(statement, "context", "extensions")
    result = _at(statement, "result")
    fields = {
        "id": around[extension("answer")],
        "question": question,
        "key_hash": key,
        "kind": around[extension("kind")],
        "dossier": _dossier(statement),
        "step": around.get(extension("step")),
        "items": around[extension("items")],
        "response": _response(statement),
        "credit": result["score"]["scaled"],
        "self_marked": result["extensions"][extension("self-marked")],
        "certainty": result["extensions"].get(extension("certainty")),
        "hints": result["extensions"][extension("hints")],
        "at": _moment(statement),
        "seconds": _seconds(result["duration"]),
        "run": around[extension("run")],
    }
    return HandedAnswer.model_validate(fields)


def _positioning(statement: object, named: Named) -> Fact:
    """Return where somebody placed themself."""
    (code,) = named.names
    value = _at(statement, "result", "response")
    fields = {"code": code, "value": value, "at": _moment(statement)}
    return HandedPositioning.model_validate(fields)


def _survey(statement: object, named: Named) -> Fact:
    """Return an answer to the survey."""
    (question,) = named.names
    fields = {
        "question": question,
        "value": int(_at(statement, "result", "response")),
        "run": _at(statement, "context", "extensions", extension("run")),
        "at": _moment(statement),
    }
    return HandedSurvey.model_validate(fields)


def _words(statement: object, named: Named) -> Fact:
    """Return masked words."""
    (subject,) = named.names
    text = _at(statement, "result", "response")
    fields = {"subject": subject, "text": text or "", "at": _moment(statement)}
    return HandedWords.model_validate(fields)


_READERS: dict[str, Callable[[object, Named], Fact]] = {
    "answers": _answer,
    "positionings": _positioning,
    "survey": _survey,
    "notes": _words,
    "disputes": _words,
}


def _response(statement: object) -> list[int] | str | None:
    """Return what was answered; None where the words were left out."""
    text = _at(statement, "result", "response")
    if text is None:
        empty: list[int] | str | None = _at(
            statement, "result", "extensions", extension("empty-response")
        )
        return empty
    form = _at(statement, "object", "definition", "interactionType")
    return response_in(form, text)


def _dossier(statement: object) -> str | None:
    """Return the dossier a question was asked in, if any."""
    parents = _at(statement, "context", "contextActivities", "parent")
    if parents is None:
        return None
    first = parents[0] if isinstance(parents, list) and parents else parents
    named = named_by(_at(first, "id"))
    if named is None:
        raise ValueError
    (name,) = named.names
    return name


def _moment(statement: object) -> str:
    """Return when something was done, as written."""
    found = _at(statement, "timestamp")
    if not isinstance(found, str):
        raise TypeError
    return found


def _seconds(duration: object) -> float:
    """Return the seconds of an ISO 8601 duration without years, months or weeks."""
    found = _DURATION.fullmatch(duration) if isinstance(duration, str) else None
    if found is None:
        raise ValueError
    each = zip(found.groups(), _SECONDS, strict=True)
    return sum(float(number) * unit for number, unit in each if number)


def _at(value: object, *names: str) -> Any:
    """Return what is inside a JSON value under names, or None."""
    for name in names:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value
