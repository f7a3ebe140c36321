"""Read the Markdown reference files: glossary, misconceptions, timeline."""

import re
from datetime import date
from pathlib import Path

from tutor.domain.reference import Event, Misconception
from tutor.pipeline.attributes import split_attributes
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import read_source

_BELIEF = re.compile(r"^##\s+(?P<code>[A-Z]+-\d+)\s+(?P<title>\S.*)$")
_DEFINITION = re.compile(r"^:\s+(.*)$")
_ROW = re.compile(r"^\|(.+)\|\s*$")
_RULE = re.compile(r"^:?-+:?$")
_COLUMNS = 3


def read_glossary(path: Path, findings: Findings) -> dict[str, str]:
    """Return each term of the glossary with its definition.

    Args:
        path: `glossaire.md`: a term on its line, then `:   ` and its definition.
        findings: where a definition without a term, or a term given twice, is noted.
    """
    lines = (read_source(path, findings) or "").split("\n")
    terms: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        found = _DEFINITION.match(line)
        if not found:
            continue
        term = lines[number - 2].strip() if number > 1 else ""
        if not term or term.startswith(("#", ":")):
            findings.add("definition-sans-terme", number)
        elif term in terms:
            findings.add("terme-repete", number, term=term)
        else:
            terms[term] = _continued(lines, number, found.group(1))
    return terms


def _continued(lines: list[str], number: int, first: str) -> str:
    """Join the indented lines that continue a definition."""
    said = [first]
    for line in lines[number:]:
        if not line.startswith("    "):
            break
        said.append(line.strip())
    return " ".join(said).strip()


def read_misconceptions(path: Path, findings: Findings) -> dict[str, Misconception]:
    """Return each misconception by its code, with its correction.

    Args:
        path: `idees-fausses.md`: `## IF-01 Title {#if-01}`, then the correction.
        findings: where a heading without a code, or a code given twice, is noted.
    """
    lines = (read_source(path, findings) or "").split("\n")
    found: dict[str, Misconception] = {}
    title, code, said = "", "", []  # type: str, str, list[str]
    for number, line in enumerate([*lines, "## "], 1):
        if not line.startswith("## "):
            said.append(line.strip())
            continue
        if code:
            correction = " ".join(each for each in said if each)
            found[code] = Misconception(code=code, title=title, correction=correction)
        heading = _BELIEF.match(split_attributes(line)[0].rstrip())
        code, title = (heading["code"], heading["title"]) if heading else ("", "")
        said = []
        if heading is None and number <= len(lines):
            findings.add("idee-sans-code", number, text=line[:40])
        elif code in found:
            findings.add("idee-repetee", number, code=code)
    return found


def read_timeline(path: Path, findings: Findings) -> tuple[Event, ...]:
    """Return the rows of the timeline, oldest first.

    Args:
        path: `chronologie.md`: a table of date, change and fact.
        findings: where a row without a date is noted.
    """
    events = []
    lines = (read_source(path, findings) or "").split("\n")
    for number, line in enumerate(lines, 1):
        found = _ROW.match(line)
        cells = [cell.strip() for cell in found[1].split("|")] if found else []
        if len(cells) != _COLUMNS or cells[0] == "Date" or _RULE.match(cells[0]):
            continue
        try:
            day = date.fromisoformat(cells[0])
        except ValueError:
            findings.add("date-illisible", number, text=cells[0])
            continue
        events.append(Event(day=day, change=cells[1], fact=cells[2]))
    return tuple(sorted(events, key=lambda event: event.day))
