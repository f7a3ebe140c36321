"""The YAML head of a file: read as text, typed by pydantic, every slip with a line."""

from typing import NamedTuple

import yaml
from pydantic import ValidationError

from tutor.domain.course import FrontMatter
from tutor.pipeline.findings import Findings

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_NODES = 2_000
_LISTS = ("phase", "prerequis", "competences", "missions", "auteurs", "relecteurs")
_NEEDED = ("id", "titre")

Plain = str | list["Plain"] | dict[str, "Plain"]


class Head(NamedTuple):
    """What the top of a file said."""

    front: FrontMatter | None
    body_line: int
    """The line, from 1, where the body begins."""


def read_front_matter(lines: list[str], findings: Findings) -> Head:
    """Return the front matter of a file, and where its body begins.

    Args:
        lines: the lines of the file.
        findings: where problems are noted.
    """
    if not lines or lines[0].rstrip() != "---":
        findings.add("en-tete-absent", 1)
        return Head(None, 1)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            text = "\n".join(lines[1 : number - 1])
            return Head(_parse(text, findings), number + 1)
    findings.add("en-tete-non-ferme", 1)
    return Head(None, len(lines) + 1)


def _parse(text: str, findings: Findings) -> FrontMatter | None:
    """Read the YAML between the two rules."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        cause = str(getattr(error, "problem", "") or "")
        colon = "mapping values" in cause
        findings.add("en-tete-deux-points" if colon else "en-tete-illisible", line)
        return None
    if not isinstance(node, yaml.MappingNode):
        findings.add("en-tete-illisible", 2)
        return None
    budget = [_MOST_NODES]
    lines: dict[str, int] = {}
    fields: dict[str, Plain] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if key.value in fields:
            findings.add("champ-repete", line, field=key.value)
            continue
        lines[str(key.value)] = line
        fields[str(key.value)] = _plain(value, budget)
    if budget[0] < 0:
        findings.add("en-tete-illisible", 2)
        return None
    return _typed(fields, lines, findings)


def _plain(node: yaml.Node, budget: list[int]) -> Plain:
    """Turn a YAML node into text, lists and mappings, within a size."""
    budget[0] -= 1
    if budget[0] < 0:
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, budget) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value, budget) for key, value in node.value}
    return str(node.value)


def _typed(
    fields: dict[str, Plain], lines: dict[str, int], findings: Findings
) -> FrontMatter | None:
    """Give types to the fields; drop those that are wrong, after saying so."""
    for name in _LISTS:
        if isinstance(fields.get(name), str):
            fields[name] = [fields[name]] if fields[name] else []
    for name in [name for name, value in fields.items() if value == ""]:
        del fields[name]
    try:
        return FrontMatter.model_validate(fields)
    except ValidationError as error:
        for slip in error.errors():
            name = str(slip["loc"][0])
            _name_slip(slip["type"], name, fields, lines.get(name, 1), findings)
            fields.pop(name, None)
    if any(name not in fields for name in _NEEDED):
        return None
    return FrontMatter.model_validate(fields)


def _name_slip(
    kind: str, name: str, fields: dict[str, Plain], line: int, findings: Findings
) -> None:
    """Note one field that is wrong."""
    match kind:
        case "extra_forbidden":
            findings.add("champ-inconnu", line, field=name)
        case "missing":
            findings.add("champ-manquant", line, field=name)
        case _:
            value = str(fields.get(name, ""))[:60]
            findings.add("champ-invalide", line, field=name, value=value)
