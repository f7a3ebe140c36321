"""The schema of a head accepts what the tutor accepts and explains each field."""

from tutor.domain.course import MISSIONS, FrontMatter
from tutor.services.schemas import lesson_schema


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
