"""Read the questions interns ask: `vos-questions.md`."""

import re
from itertools import pairwise
from pathlib import Path

from tutor.domain.reference import AskedQuestion
from tutor.pipeline.attributes import read_attributes, split_attributes
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import read_source

_HEAD = "## "
_LESSONS = re.compile(r"^Leçons?\s*:\s*(.*)$")
_SHOWN = 40
"""Characters of a heading that are enough to find it."""


def read_asked(path: Path, findings: Findings) -> tuple[AskedQuestion, ...]:
    """Return each question with its answer and its lessons, in the order of the file.

    Args:
        path: `vos-questions.md`: `## Question ? {#vq-id}`, the answer, then a line
            `Leçons : one, other`.
        findings: where a heading without an id, an id given twice, a missing answer
            or a missing line of lessons is noted.
    """
    lines = (read_source(path, findings) or "").split("\n")
    heads = [n for n, line in enumerate(lines) if line.startswith(_HEAD)]
    found: dict[str, AskedQuestion] = {}
    for start, end in pairwise([*heads, len(lines)]):
        asked = _read_one(lines[start:end], start + 1, findings)
        if asked is None:
            continue
        if asked.id in found:
            findings.add("vos-questions-double", asked.line, id=asked.id)
        else:
            found[asked.id] = asked
    return tuple(found.values())


def _read_one(
    lines: list[str], number: int, findings: Findings
) -> AskedQuestion | None:
    """Return one question, or None where it has no id or no answer.

    Args:
        lines: its heading and what stands under it.
        number: the line of its heading, from 1.
        findings: where problems are noted.
    """
    text, braces = split_attributes(lines[0].removeprefix(_HEAD).strip())
    attributes = read_attributes(braces, number, frozenset(), findings)
    if attributes is None:
        return None
    if attributes.id is None or not text:
        findings.add("vos-questions-titre", number, text=text[:_SHOWN])
        return None
    named = [_LESSONS.match(line.strip()) for line in lines]
    said = [
        line.strip() for line, is_list in zip(lines, named, strict=True) if not is_list
    ]
    answer = " ".join(line for line in said[1:] if line)
    listed = [line[1] for line in named if line]
    lessons = [each.strip() for line in listed for each in line.split(",")]
    if not any(lessons):
        findings.add("vos-questions-sans-lecon", number, id=attributes.id)
    if not answer:
        findings.add("vos-questions-vide", number, id=attributes.id)
        return None
    kept = tuple(dict.fromkeys(filter(None, lessons)))
    return AskedQuestion(
        id=attributes.id, question=text, answer=answer, lessons=kept, line=number
    )
