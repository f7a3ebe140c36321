"""The head of a file: read as text, typed by pydantic, every slip with a line."""

from typing import NamedTuple

from pydantic import ValidationError

from tutor.domain.course import FrontMatter
from tutor.pipeline.findings import Findings
from tutor.pipeline.plain_head import Plain, plain_fields

_LISTS = ("phase", "prerequis", "competences", "missions", "auteurs", "relecteurs")
_NEEDED = ("id", "titre")


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
    found = plain_fields(text)
    if found is None:
        from tutor.pipeline.yaml_head import read_yaml  # dear, and seldom needed

        found = read_yaml(text, findings)
    return None if found is None else _typed(found.values, found.lines, findings)


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
