"""JSON Schemas for other programs: an editor, a pre-check, a form."""

from typing import Any

from tutor.domain.bundle import Bundle
from tutor.domain.course import MISSIONS, FrontMatter
from tutor.locale import say

DRAFT = "https://json-schema.org/draft/2020-12/schema"

HANDED = {
    "HandedCourse": "course",
    "Consent": "consent",
    "HandedAnswer": "answers",
    "HandedLesson": "lessons",
    "HandedPositioning": "positionings",
    "HandedSurvey": "survey",
    "HandedWords": "words",
}
"""The values inside a bundle, and the page of the catalogue that explains each."""


def bundle_schema() -> dict[str, Any]:
    """Return the JSON Schema of a bundle, each field explained.

    Returns:
        What pydantic knows of the fields, with a sentence for each.
    """
    schema = Bundle.model_json_schema(by_alias=True)
    _explain(schema, "")
    for name, inner in schema["$defs"].items():
        _explain(inner, f"{HANDED[name]}.")
    head = {"$schema": DRAFT, "title": say("schema.bundle")}
    return {**head, **{k: v for k, v in schema.items() if k not in head}}


def _explain(schema: dict[str, Any], page: str) -> None:
    """Put a sentence beside each field of a value."""
    schema.pop("description", None)
    for name, field in schema["properties"].items():
        field.pop("title", None)
        path = f"{page}{name}"
        field["description"] = say(f"schema.bundle.{path}")


def lesson_schema() -> dict[str, Any]:
    """Return the JSON Schema of the head of a lesson or bank.

    Returns:
        What pydantic knows of the fields, with a sentence for each that an editor
        can show.
    """
    schema = FrontMatter.model_json_schema()
    for inner in schema["$defs"].values():
        for named in (inner, *inner["properties"].values()):
            named.pop("title", None)
            named.pop("description", None)
    fields: dict[str, dict[str, Any]] = schema["properties"]
    for name, field in fields.items():
        field["description"] = say(f"schema.lesson.{name}")
        field.pop("title", None)
    fields["missions"]["items"]["enum"] = list(MISSIONS)
    head = {"$schema": DRAFT, "title": say("schema.lesson")}
    return {**head, **{k: v for k, v in schema.items() if k not in head}}
