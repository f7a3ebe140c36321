"""The head of a course file as YAML says it: every slip with its line."""

import yaml

from tutor.pipeline.findings import Findings
from tutor.pipeline.plain_head import Fields, Plain
from tutor.pipeline.source import harmless

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_NODES = 2_000
_DEEPEST = 5
_MARKS = (" alias", " anchor", " tag")
"""What YAML was scanning when a text began with a star, an ampersand or a bang."""


def read_yaml(text: str, findings: Findings) -> Fields | None:
    """Return the fields of a head, or None after saying why there are none.

    Args:
        text: what stands between the two rules.
        findings: where problems are noted.
    """
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
    return Fields(fields, lines)


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
