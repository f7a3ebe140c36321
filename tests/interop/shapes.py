"""What every statement of the tutor must be, checked without anybody else's code.

Experience API 1.0.3, part two, and the traps that one validator or the other lets by.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

KEYS = {"id", "timestamp", "actor", "verb", "object", "result", "context"}
TYPES = {
    "choice": {"choices"},
    "sequencing": {"choices"},
    "likert": {"scale"},
    "matching": {"source", "target"},
    "performance": {"steps"},
    "fill-in": set[str](),
}
COMPONENTS = {"choices", "scale", "source", "target", "steps"}
IRI = re.compile(r"(?:https?|urn):[^\s\x00-\x1f<>\"{}|\\^`]+")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
DURATION = re.compile(r"PT[0-9]+(?:\.[0-9]+)?S")


def slips(statement: dict[str, Any]) -> list[str]:
    """Return what is wrong with a statement."""
    return list(_slips(statement))


def _slips(statement: dict[str, Any]) -> Iterator[str]:
    if not {"id", "actor", "verb", "object"} <= statement.keys() <= KEYS:
        yield f"keys {sorted(statement)}"
    if str(UUID(statement["id"])) != statement["id"]:
        yield "id"
    yield from _moment(statement.get("timestamp"))
    actor = statement["actor"]
    if set(actor) - {"name"} != {"objectType", "account"}:
        yield "actor: an account, and nothing that names a person"
    if set(actor["account"]) != {"homePage", "name"}:
        yield "account"
    if not actor["account"]["homePage"].startswith("https://"):
        yield "home page"
    yield from _empties({k: v for k, v in statement.items() if k != "context"}, "")
    yield from _iris(statement)
    yield from _languages(statement)
    yield from _result(statement.get("result", {}))
    if not statement.get("context", {"none": True}):
        yield "empty context"
    for activity in [statement["object"], *_around(statement)]:
        yield from _activity(activity)


def _moment(text: str | None) -> Iterator[str]:
    if text is None:
        return
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() != timedelta() or not text.endswith("Z"):
        yield f"timestamp {text}"


def _empties(value: Any, where: str) -> Iterator[str]:
    if value is None or value in ("", {}, []):
        yield f"empty {where}"
    if isinstance(value, dict):
        for name, each in value.items():
            if name != "extensions":
                yield from _empties(each, f"{where}.{name}")
    if isinstance(value, list):
        for each in value:
            yield from _empties(each, where)


def _iris(statement: dict[str, Any]) -> Iterator[str]:
    named = [statement["verb"]["id"], statement["actor"]["account"]["homePage"]]
    for activity in [statement["object"], *_around(statement)]:
        named += [activity["id"], activity["definition"]["type"]]
        named += activity["definition"].get("extensions", {})
    named += statement.get("result", {}).get("extensions", {})
    named += statement.get("context", {}).get("extensions", {})
    yield from (f"IRI {each}" for each in named if not IRI.fullmatch(each))
    if any("cmi5" in each for each in named):
        yield "cmi5 is claimed"


def _languages(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _languages(each)
    if isinstance(value, dict):
        for name, each in value.items():
            if name in {"display", "name", "description"} and isinstance(each, dict):
                yield from (f"tag {tag}" for tag in each if not LANGUAGE.fullmatch(tag))
            elif name != "extensions":
                yield from _languages(each)


def _result(result: dict[str, Any]) -> Iterator[str]:
    if not isinstance(result.get("response", ""), str):
        yield "response"
    if "duration" in result and not DURATION.fullmatch(result["duration"]):
        yield f"duration {result['duration']}"
    score = result.get("score")
    if score:
        if not score["min"] <= score["raw"] <= score["max"]:
            yield "raw"
        if not -1 <= score["scaled"] <= 1:
            yield "scaled"
        if result["success"] is not (score["raw"] == score["max"]):
            yield "success is not full credit"


def _around(statement: dict[str, Any]) -> list[dict[str, Any]]:
    kinds = statement.get("context", {}).get("contextActivities", {})
    return [each for kind in kinds.values() for each in kind]


def _activity(activity: dict[str, Any]) -> Iterator[str]:
    definition = activity["definition"]
    form = definition.get("interactionType")
    parts = {name: definition[name] for name in COMPONENTS & definition.keys()}
    if form is None:
        yield from (f"{name} without interaction" for name in parts)
        return
    if form not in TYPES or not parts.keys() <= TYPES[form]:
        yield f"{form} with {sorted(parts)}"
    for each in parts.values():
        ids = [component["id"] for component in each]
        if len(set(ids)) != len(ids) or any(re.search(r"\s", name) for name in ids):
            yield f"ids {ids}"
    if form == "likert" and "correctResponsesPattern" in definition:
        yield "an opinion is right or wrong"
