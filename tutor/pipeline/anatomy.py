"""Take a block apart: stem, task list, scale, tables, labelled quotes."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it.token import Token

from tutor.domain.prose import Prose, Span, Text
from tutor.pipeline.attributes import Attributes, read_attributes, split_attributes
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import (
    children,
    inline,
    line_of,
    parse,
    prose,
    spans,
)
from tutor.pipeline.segments import Segment

LABELS = ("Indice", "Explication", "Source", "Preuve", "Pistes")
_LABEL = re.compile(r"^\*\*([^*]+)\*\*\s*:?\s*")
_BOX = re.compile(r"^\[(?P<mark>[ xX])\]\s+(?P<text>.*)$", re.DOTALL)
_FIELD = re.compile(r"^(?P<mark>)(?P<text>.+)$", re.DOTALL)
"""A line without a box: the name of a field."""
_OPTION_NAMES = frozenset(
    {".indispensable", ".inacceptable", ".dernier", "err", "mots"}
)
_RANK = "premi[èe]re|deuxi[èe]me|seconde|troisi[èe]me|quatri[èe]me|derni[èe]re"
_LETTER = re.compile(
    r"\b(?i:r[ée]ponses?|propositions?|options?|lettres?)\s+(?:n°\s*)?[«\"(]?\s?"
    r"(?:[A-Hb-h]\b(?!['’])|[a1-9](?=\s*(?:[.,;:!?»\")]|$)|\s+(?:et|ou|est|sont)\b))"
    rf"|\b[Ll]a\s+(?:{_RANK})\s+(?:option|proposition)\b(?!\s+de\s+loi)"
)
"""A letter, a number or a rank that stands for an option; « la réponse a été » is none."""


class Task(NamedTuple):
    """One line of a task list."""

    ticked: bool
    text: Text
    source: str
    """The line as written, without its box and braces."""
    attributes: Attributes
    feedback: Text
    line: int


@dataclass
class Anatomy:
    """What stands inside a block."""

    line: int
    stem: Prose = ()
    tasks: list[Task] = field(default_factory=list)
    bullets: list[Text] = field(default_factory=list)
    """Items of lists without boxes."""
    scale: list[Text] = field(default_factory=list)
    tables: list[list[Token]] = field(default_factory=list)
    labelled: dict[str, list[Text]] = field(default_factory=dict)

    def label(self, name: str) -> Text:
        """Return the labelled quotes of a name, joined, or nothing."""
        joined: list[Span] = []
        for text in self.labelled.get(name, []):
            joined.extend([Span(text=" ")] if joined else [])
            joined.extend(text)
        return tuple(joined)


def dissect(segment: Segment, findings: Findings) -> Anatomy:
    """Return what stands inside a block.

    Args:
        segment: the block.
        findings: where slips are noted: a quote without its label, text after the
            options, a box that is none.
    """
    anatomy = Anatomy(line=segment.line)
    stem: list[Token] = []
    for block in children(parse(segment.lines, segment.body_line, findings)):
        line = line_of(block, segment.body_line)
        match block[0].type:
            case "bullet_list_open" if _is_of_tasks(block, segment.kind):
                _take_list(block, anatomy, segment.body_line, findings)
            case "bullet_list_open" if segment.kind == "annuaire":
                _take_fields(block, anatomy, segment.body_line, findings)
            case "blockquote_open":
                _take_quote(block, anatomy, line, findings)
            case "ordered_list_open" if segment.kind in {"autoeval", "ordre"}:
                _take_scale(block, anatomy, segment.body_line, findings)
            case "table_open" if segment.kind in {"tcs", "appariement"}:
                anatomy.tables.append(block)
            case _ if anatomy.tasks:
                findings.add("texte-apres-les-propositions", line)
            case _:
                stem.extend(block)
    anatomy.stem = prose(stem, segment.body_line, findings)
    return anatomy


def _is_of_tasks(block: list[Token], kind: str) -> bool:
    """Return whether a bullet list holds tasks; elsewhere it belongs to the stem."""
    if kind == "relais":
        return any(_BOX.match(each.content) for each in block if each.type == "inline")
    return kind not in {"autoeval", "reflexion", "annuaire", "appariement", "ordre"}


def _take_scale(
    block: list[Token], anatomy: Anatomy, first: int, findings: Findings
) -> None:
    """Add the items of an ordered list to the scale."""
    for item in children(block[1:-1]):
        inlines = [token for token in item if token.type == "inline"]
        if inlines:
            line = line_of(item, first)
            anatomy.scale.append(spans(inlines[0], line, findings))


def _take_quote(
    block: list[Token], anatomy: Anatomy, line: int, findings: Findings
) -> None:
    """Add a labelled quote, or say that the label is missing."""
    contents = [token.content for token in block if token.type == "inline"]
    whole = " ".join(contents)
    found = _LABEL.match(whole)
    name = found.group(1).strip().rstrip(":").strip() if found else ""
    if found is None or name not in LABELS:
        findings.add("citation-sans-etiquette", line, text=whole[:40])
        return
    if name in {"Indice", "Explication"} and _LETTER.search(whole):
        findings.add("lettre-dans-un-retour", line)
    text = inline(whole[found.end() :].replace("\n", " "), line, findings)
    anatomy.labelled.setdefault(name, []).append(text)


def _take_list(
    block: list[Token], anatomy: Anatomy, first: int, findings: Findings
) -> None:
    """Add the items of a bullet list: tasks where they have a box."""
    for item in children(block[1:-1]):
        line = line_of(item, first)
        parts = children(item[1:-1])
        head = parts[0] if parts else []
        if not any(token.type == "inline" for token in head[1:2]):
            findings.add("proposition-vide", line)
            continue
        found = _BOX.match(head[1].content)
        if found is None:
            anatomy.bullets.append(spans(head[1], line, findings))
            continue
        task = _task(found, line, findings)
        feedback = _feedback(parts[1:], line, findings)
        anatomy.tasks.append(task._replace(feedback=feedback))


def _take_fields(
    block: list[Token], anatomy: Anatomy, first: int, findings: Findings
) -> None:
    """Add the items of a bullet list, each a field to be filled."""
    for item in children(block[1:-1]):
        line = line_of(item, first)
        parts = children(item[1:-1])
        found = _FIELD.match(parts[0][1].content) if parts and parts[0][1:] else None
        if found is None:
            findings.add("proposition-vide", line)
            continue
        task = _task(found, line, findings)
        feedback = _feedback(parts[1:], line, findings)
        anatomy.tasks.append(task._replace(feedback=feedback))


def _task(found: re.Match[str], line: int, findings: Findings) -> Task:
    """Read the box, the text and the braces of a task."""
    written, braces = split_attributes(found.group("text").replace("\n", " "))
    attributes = read_attributes(braces, line, _OPTION_NAMES, findings)
    return Task(
        ticked=found.group("mark") != " ",
        text=inline(written, line, findings),
        source=written,
        attributes=attributes or Attributes(None, frozenset(), {}),
        feedback=(),
        line=line,
    )


def _feedback(parts: list[list[Token]], line: int, findings: Findings) -> Text:
    """Read the quote under an option."""
    said: list[Span] = []
    for part in parts:
        if part[0].type != "blockquote_open":
            findings.add("contenu-dans-une-proposition", line)
            continue
        for token in part:
            if token.type == "inline":
                said.extend([Span(text=" ")] if said else [])
                said.extend(spans(token, line, findings))
                if _LETTER.search(token.content):
                    findings.add("lettre-dans-un-retour", line)
    return tuple(said)
