"""A schema accepts what the tutor accepts and explains each field."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.services.records import full_desk
from tutor.domain.bundle import Bundle
from tutor.domain.bundle_text import written
from tutor.domain.course import MISSIONS, FrontMatter
from tutor.services.bundling import PARTS, Choices, bundle_of
from tutor.services.schemas import bundle_schema, lesson_schema
from tutor.services.signing import Signature

JSON_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def misfits(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> list[str]:
    """Return what a JSON value has that its schema does not allow, as far as we use it."""
    if "$ref" in schema:
        return misfits(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in schema:
        each = [misfits(value, one, whole) for one in schema["anyOf"]]
        return [] if [] in each else [f"{value!r} fits none"]
    if not isinstance(value, JSON_TYPES[schema["type"]]):
        return [f"{value!r} is no {schema['type']}"]
    if isinstance(value, list):
        return [m for one in value for m in misfits(one, schema["items"], whole)]
    if isinstance(value, dict):
        fields = schema["properties"]
        strange = {*schema["required"]} - value.keys() | value.keys() - fields.keys()
        inside = value.keys() & fields.keys()
        found = [misfits(value[name], fields[name], whole) for name in inside]
        return [*sorted(strange), *(m for each in found for m in each)]
    return out_of_bounds(value, schema)


def out_of_bounds(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what a plain value has that its schema does not allow."""
    listed = value in schema.get("enum", [value])
    large = value > schema.get("maximum", value) if "maximum" in schema else False
    small = value < schema.get("minimum", value) if "minimum" in schema else False
    return [] if listed and not large and not small else [f"{value!r} is not allowed"]


@pytest.fixture
def handed(tmp_path: Path) -> dict[str, Any]:
    """A bundle of a person who did a little of everything, as JSON."""
    desk = full_desk(tmp_path)
    notes = frozenset(each.id for each in desk.record.notes)
    choices = Choices(frozenset(PARTS), notes=notes)
    made = bundle_of(desk, choices, Signature("mésange", "2025", 3))
    fields: dict[str, Any] = json.loads(written(made))
    return fields


def test_a_bundle_fits_its_schema(handed: dict[str, Any]) -> None:
    schema = bundle_schema()

    assert misfits(handed, schema, schema) == []
    assert all(handed[part] for part in PARTS)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("learner",), 3),
        (("weather",), 1),
        (("answers", 0, "credit"), 1.5),
        (("answers", 0, "credit"), -1),
        (("answers", 0, "response"), [0.5]),
        (("answers", 0, "certainty"), 4),
        (("lessons", 0, "state"), "over"),
        (("consent", "parts"), ["heart"]),
        (("course",), {}),
        (("semester",), 13),
    ],
)
def test_what_no_bundle_holds_does_not_fit_its_schema(
    handed: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    inside: Any = handed
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    schema = bundle_schema()
    assert misfits(handed, schema, schema)


def test_every_field_of_a_bundle_is_explained() -> None:
    schema = bundle_schema()

    assert set(schema["properties"]) == {
        field.alias or name for name, field in Bundle.model_fields.items()
    }
    for value in (schema, *schema["$defs"].values()):
        assert all(field["description"] for field in value["properties"].values())
        assert value["additionalProperties"] is False


def test_every_field_is_explained_and_none_is_missing() -> None:
    fields = lesson_schema()["properties"]

    assert set(fields) == set(FrontMatter.model_fields)
    assert all(field["description"] for field in fields.values())


def test_what_the_tutor_refuses_the_schema_refuses() -> None:
    schema = lesson_schema()

    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == {"id", "titre"}
    assert schema["properties"]["missions"]["items"]["enum"] == list(MISSIONS)
    assert schema["properties"]["id"]["pattern"] == r"^[a-z0-9-]+$"
