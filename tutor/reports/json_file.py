"""A report as JSON, for other programs, and the schema that says what is in it."""

import json
from typing import Any

from tutor.domain.figures import Figures
from tutor.locale import say
from tutor.reports.mark import MARK

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_report(figures: Figures) -> str:
    """Return a report as JSON, its figures as they were computed.

    Args:
        figures: on a group or on one intern.
    """
    found = {"schema": MARK, **figures.model_dump(mode="json")}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def read_report(text: str) -> Figures:
    """Return the figures of a report that `json_report` wrote.

    Raises:
        ValueError: it is no report of this schema.
    """
    found = json.loads(text)
    if not isinstance(found, dict) or found.pop("schema", None) != MARK:
        raise ValueError(MARK)
    return Figures.model_validate(found)


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema of a report."""
    schema = Figures.model_json_schema()
    schema["properties"] = {"schema": {"const": MARK}, **schema["properties"]}
    schema["required"] = ["schema", *schema["required"]]
    schema.pop("title", None)
    return {"$schema": DRAFT, "title": say("faculty.schema"), **schema}
