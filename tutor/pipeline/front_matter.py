"""The YAML head of a file: read as text, typed by pydantic, every slip with a line."""

from typing import NamedTuple

import yaml
from pydantic import ValidationError

from tutor.domain.course import FrontMatter
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import harmless

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_NODES = 2_000
_DEEPEST = 5
_LISTS = ("phase", "prerequis", "competences", "missions", "auteurs", "relecteurs")
_NEEDED = ("id", "titre")
_MARKS = (" alias", " anchor", " tag")
"""What YAML was scanning when a text began with a star, an ampersand or a bang."""

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
        if not _is_tame(text, findings):
            return None
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        line = _line_of(getattr(error, "problem_mark", None))
        cause = str(getattr(error, "problem", "") or "")
        place = str(getattr(error, "context", "") or "")
        if place.endswith(_MARKS):
            findings.add("en-tete-renvoi", line)
            return None
        colon = "mapping values" in cause
        findings.add("en-tete-deux-points" if colon else "en-tete-illisible", line)
        return None
    if not isinstance(node, yaml.MappingNode):
        findings.add("en-tete-illisible", 2)
        return None
    lines: dict[str, int] = {}
    fields: dict[str, Plain] = {}
    for key, value in node.value:
        line = _line_of(key.start_mark)
        name = str(key.value)
        if not isinstance(key, yaml.ScalarNode):
            findings.add("en-tete-illisible", line)
            continue
        if name in fields:
            findings.add("champ-repete", line, field=name)
            continue
        lines[name] = line
        fields[name] = _plain(value, name, findings)
    return _typed(fields, lines, findings)


def _is_tame(text: str, findings: Findings) -> bool:
    """Return whether YAML is small and flat: no alias, no tag, no depth, no length.

    It is read event by event, since composing a bomb is what sets it off.

    Raises:
        YAMLError: it is not YAML.
    """
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        line = _line_of(event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            findings.add("trop-profond", line)
            return False
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            findings.add("en-tete-renvoi", line)
            return False
        if count > _MOST_NODES:
            findings.add("en-tete-illisible", line)
            return False
    return True


def _plain(node: yaml.Node, field: str, findings: Findings) -> Plain:
    """Turn a YAML node into text, lists and mappings; a name given twice is noted."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, field, findings) for child in node.value]
    if not isinstance(node, yaml.MappingNode):
        return harmless(str(node.value), _line_of(node.start_mark), findings)
    found: dict[str, Plain] = {}
    for key, value in node.value:
        inner = f"{field}.{str(key.value)[:40]}"
        if str(key.value) in found:
            findings.add("champ-repete", _line_of(key.start_mark), field=inner)
            continue
        found[str(key.value)] = _plain(value, inner, findings)
    return found


def _line_of(mark: object) -> int:
    """Return the line of the file, from 1, for YAML's mark of a place in the head."""
    return int(getattr(mark, "line", -1)) + 2


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
            field = ".".join(str(part) for part in slip["loc"])
            line = lines.get(name, 1)
            _name_slip(slip["type"], field, slip["input"], line, findings)
            fields.pop(name, None)
    if any(name not in fields for name in _NEEDED):
        return None
    return FrontMatter.model_validate(fields)


def _name_slip(
    kind: str, field: str, given: object, line: int, findings: Findings
) -> None:
    """Note one field that is wrong; `panel.date` is the date of the panel."""
    match kind:
        case "extra_forbidden":
            findings.add("champ-inconnu", line, field=field)
        case "missing":
            findings.add("champ-manquant", line, field=field)
        case _:
            value = str(given)[:60]
            findings.add("champ-invalide", line, field=field, value=value)
