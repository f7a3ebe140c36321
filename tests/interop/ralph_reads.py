"""Read statements from a file, one a line; print for each the faults that Ralph finds.

Run by the interpreter that has Ralph, never by that of the tutor.
"""

import json
import sys
from pathlib import Path

from pydantic import ValidationError
from ralph.models.xapi.base.statements import (  # type: ignore[import-not-found]
    BaseXapiStatement,
)


def faults(statement: object) -> list[str]:
    """Return where a statement is not what Ralph's base model asks."""
    try:
        BaseXapiStatement.model_validate(statement)
    except ValidationError as error:
        return [f"{each['type']} {each['loc']}" for each in error.errors()]
    return []


if __name__ == "__main__":
    for line in filter(None, Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")):
        sys.stdout.write(json.dumps(faults(json.loads(line))) + "\n")
