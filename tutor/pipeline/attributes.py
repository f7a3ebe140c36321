"""Read `{#id .class name="value"}`, and refuse what the grammar lets pass."""

import re
from typing import NamedTuple

from mdit_py_plugins.attrs.parse import ParseError, parse

from tutor.pipeline.findings import Findings

_TRAILING = re.compile(r"\{[^{}]*\}\s*$")
_QUOTED = re.compile(r'"[^"]*"')
_NAME = re.compile(r"([A-Za-z_][\w-]*)\s*=")
_ID = re.compile(r"^[a-z0-9-]+$")
_CURLY = "“”«»„‟"


class Attributes(NamedTuple):
    """What stood between the braces."""

    id: str | None
    classes: frozenset[str]
    values: dict[str, str]

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the words of a value, separated by spaces, once each."""
        return tuple(dict.fromkeys(self.values.get(name, "").split()))


NONE = Attributes(None, frozenset(), {})


def split_attributes(text: str) -> tuple[str, str]:
    """Return the text before trailing braces, and the braces or an empty text."""
    found = _TRAILING.search(text)
    if not found:
        return text, ""
    return text[: found.start()].rstrip(), found.group().strip()


def read_attributes(
    braces: str, line: int, allowed: frozenset[str], findings: Findings
) -> Attributes | None:
    """Return the attributes between braces, or None where they cannot be read.

    Args:
        braces: the text with its braces; empty gives no attributes.
        line: where it stands, from 1.
        allowed: the names and `.classes` this place knows.
        findings: where problems are noted.
    """
    if not braces:
        return NONE
    if any(mark in braces for mark in _CURLY):
        findings.add("guillemets-typographiques", line)
        return None
    try:
        end, found = parse(braces)
    except ParseError:
        findings.add("attributs-illisibles", line, text=braces[:60])
        return None
    if braces[end + 1 :].strip():
        findings.add("attributs-illisibles", line, text=braces[:60])
        return None
    _refuse_repeats(braces, line, findings)
    block_id = found.pop("id", None)
    classes = frozenset(str(found.pop("class", "")).split())
    if block_id is not None and not _ID.match(str(block_id)):
        findings.add("identifiant-invalide", line, id=block_id)
        return None
    values = {str(name): str(value) for name, value in found.items()}
    for name in [*values, *("." + each for each in classes)]:
        if name not in allowed:
            known = ", ".join(sorted(allowed))
            findings.add("attribut-inconnu", line, name=name, known=known)
    return Attributes(None if block_id is None else str(block_id), classes, values)


def _refuse_repeats(braces: str, line: int, findings: Findings) -> None:
    """Name two ids, or the same attribute twice."""
    bare = _QUOTED.sub('""', braces)
    names = _NAME.findall(bare)
    if bare.count("#") + names.count("id") > 1:
        findings.add("deux-identifiants", line)
    for name in {name for name in names if names.count(name) > 1}:
        findings.add("attribut-repete", line, name=name)
