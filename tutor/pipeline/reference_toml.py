"""Read the TOML reference files: course, framework, facts and sources."""

import re
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from tutor.domain.framework import Framework
from tutor.domain.reference import CourseHead, Fact, Source
from tutor.domain.value import Value
from tutor.pipeline.findings import Findings
from tutor.pipeline.plain_toml import plain_tables
from tutor.pipeline.source import harmless, read_source

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_Made = TypeVar("_Made", bound=Value)


def read_toml(path: Path, findings: Findings) -> dict[str, Any]:
    """Return the tables of a TOML file, empty where it cannot be read.

    Args:
        path: the file.
        findings: where a slip is noted with its line.

    Raises:
        ContentError: the file cannot be opened.
    """
    text = read_source(path, findings)
    if text is None:
        return {}
    if (plain := plain_tables(text)) is not None:
        return plain
    import tomllib

    try:
        fields: dict[str, Any] = _harmless(tomllib.loads(text), findings)
    except RecursionError:
        findings.add("trop-profond", 1)
        return {}
    except ValueError as error:  # TOMLDecodeError, or a number without end
        found = _AT.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        findings.add("toml-illisible", line, column)
        return {}
    return fields


def _harmless(value: Any, findings: Findings) -> Any:
    """Return a TOML value whose texts cannot drive a terminal."""
    match value:
        case str():
            return harmless(value, 1, findings)
        case list():
            return [_harmless(each, findings) for each in value]
        case dict():
            return {
                harmless(key, 1, findings): _harmless(each, findings)
                for key, each in value.items()
            }
        case _:
            return value


def read_course_head(path: Path, findings: Findings) -> CourseHead | None:
    """Return what `cours.toml` says, or None after saying what is wrong."""
    return _whole(CourseHead, read_toml(path, findings), path, findings)


def read_framework(path: Path, findings: Findings) -> Framework | None:
    """Return a competency framework, or None after saying what is wrong.

    The codes of items must begin with the code of their competency.
    """
    found = _whole(Framework, read_toml(path, findings), path, findings)
    if found is None:
        return None
    seen: set[str] = set()
    for competence in found.competence:
        for item in competence.item:
            if item.code in seen or not item.code.startswith(competence.code + "."):
                line = _line_of(path, f'"{item.code}"')
                findings.add("item-mal-code", line, item=item.code)
            seen.add(item.code)
    return found


def read_facts(path: Path, findings: Findings) -> dict[str, Fact]:
    """Return the dated facts by key; a wrong one is named and left out."""
    return _entries(Fact, path, findings)


def read_sources(path: Path, findings: Findings) -> dict[str, Source]:
    """Return the sources by key; a wrong one is named and left out."""
    return _entries(Source, path, findings)


def _entries(model: type[_Made], path: Path, findings: Findings) -> dict[str, _Made]:
    """Read a file in which each table is one entry."""
    entries: dict[str, _Made] = {}
    for key, fields in read_toml(path, findings).items():
        try:
            entries[key] = model.model_validate(fields)
        except ValidationError as error:
            line = _line_of(path, f"[{key}]")
            _name_slips(error, key, line, findings)
    return entries


def _whole(
    model: type[_Made], fields: dict[str, Any], path: Path, findings: Findings
) -> _Made | None:
    """Read a file that is one entry."""
    if findings.problems and not fields:
        return None
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][-1])
        _name_slips(error, path.name, _line_of(path, name), findings)
        return None


def _name_slips(
    error: ValidationError, entry: str, line: int, findings: Findings
) -> None:
    """Note each field that is wrong."""
    for slip in error.errors():
        field = ".".join(str(part) for part in slip["loc"])
        match slip["type"]:
            case "extra_forbidden":
                findings.add("fiche-champ-inconnu", line, entry=entry, field=field)
            case "missing":
                findings.add("fiche-champ-manquant", line, entry=entry, field=field)
            case _:
                findings.add("fiche-champ-invalide", line, entry=entry, field=field)


def _line_of(path: Path, needle: str) -> int:
    """Return the line, from 1, on which a text first stands."""
    text = path.read_text(encoding="utf-8", errors="replace")
    position = text.find(needle)
    return text.count("\n", 0, position) + 1 if position >= 0 else 1
