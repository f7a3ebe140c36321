"""JSON Schemas for other programs: an editor, a pre-check, a form."""

from typing import Any

from tutor.domain.course import MISSIONS, FrontMatter
from tutor.locale import say

DRAFT = "https://json-schema.org/draft/2020-12/schema"


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
