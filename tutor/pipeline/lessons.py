"""Warn of what a whole lesson lacks: its counterpart, its time, words it explains."""

import re
from collections.abc import Iterator, Mapping

from tutor.domain.course import Callout, Draw, Part, Passage, Unit
from tutor.domain.folding import fold
from tutor.domain.prose import (
    Heading,
    Listing,
    Paragraph,
    Prose,
    Quotation,
    Table,
    Text,
    plain,
    words,
)
from tutor.domain.question import Concordance
from tutor.pipeline.findings import Findings
from tutor.pipeline.lexicon import (
    COUNTERPARTS,
    KNOWN_TO_ALL,
    LANGUAGE,
    SECONDS,
    SECONDS_A_ROW,
    SHOUTED,
    WORDS_A_MINUTE,
)

SHORTEST = 300
"""Words of running text, below which a lesson is a sheet of questions: a minute and a
half of reading has no room for the two sides of anything."""
FARTHEST = 2
"""How many times shorter or longer than announced a lesson may be: people read at half
or twice the pace of each other."""
_SIGLE = re.compile(r"(?<![\w.])[A-ZÀ-ÖØ-Þ]{2,6}(?![\w-])")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_COUNTERPART = re.compile(rf"\b(?:{'|'.join(map(fold, COUNTERPARTS))})\b")


def check_lesson(unit: Unit, glossary: Mapping[str, str], findings: Findings) -> None:
    """Note what a lesson as a whole lacks.

    Args:
        unit: a lesson.
        glossary: the terms the course explains; without any, no sigle is looked up.
        findings: where problems are noted.
    """
    parts = unit.blocks
    if unit.head.langue == LANGUAGE:
        _check_counterpart(parts, findings)
        if glossary:
            _check_sigles(parts, glossary, findings)
    if unit.head.duree_min is not None:
        _check_time(parts, unit.head.duree_min, findings)


def _check_counterpart(parts: tuple[Part, ...], findings: Findings) -> None:
    """Note a lesson that has no section for the other side."""
    blocks = [b for part in parts if isinstance(part, Passage) for b in part.blocks]
    titles = [fold(plain(b.text)) for b in blocks if isinstance(b, Heading)]
    if any(map(_COUNTERPART.search, titles)):
        return
    if words(tuple(blocks)) >= SHORTEST:
        findings.add("lecon-sans-contrepartie", 1, known=", ".join(COUNTERPARTS[:4]))


def _check_time(parts: tuple[Part, ...], announced: int, findings: Findings) -> None:
    """Note a lesson that takes far more or far less time than it says."""
    seconds = sum(_seconds(part) for part in parts)
    if not announced * 60 / FARTHEST <= seconds <= announced * 60 * FARTHEST:
        findings.add(
            "duree-eloignee", 1, announced=announced, minutes=round(seconds / 60)
        )


def _seconds(part: Part) -> float:
    """Return how long a part takes."""
    match part:
        case Passage() | Callout():
            return words(part.blocks) * 60 / WORDS_A_MINUTE
        case Concordance():
            return len(part.rows) * SECONDS_A_ROW
        case Draw():
            return part.count * SECONDS["qru"]
        case _:
            return SECONDS[part.kind]


def _check_sigles(
    parts: tuple[Part, ...], glossary: Mapping[str, str], findings: Findings
) -> None:
    """Note each sigle of the running text that nothing explains, once."""
    seen = {*glossary, *KNOWN_TO_ALL, *SHOUTED}
    for part in parts:
        if not isinstance(part, Passage | Callout):
            continue
        for line in _lines(part.blocks):
            for found in _SIGLE.finditer(line):
                sigle = found.group()
                if sigle in seen or _ROMAN.fullmatch(sigle):
                    continue
                seen.add(sigle)
                if not _is_explained(line, found):
                    findings.add("sigle-sans-definition", part.line, sigle=sigle)


def _is_explained(line: str, found: re.Match[str]) -> bool:
    """Return whether a sigle stands in brackets, or has words in brackets after it."""
    before = line[: found.start()].rstrip()
    after = line[found.end() :].lstrip()
    return before.endswith(("(", "[")) or after.startswith("(")


def _lines(blocks: Prose) -> Iterator[str]:
    """Yield the texts of some blocks in order; what is shown as written is left out."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield _said(block.text)
            case Listing():
                for item in block.items:
                    yield from _lines(item)
            case Quotation():
                yield from _lines(block.blocks)
            case Table():
                for row in (block.header, *block.rows):
                    yield from map(_said, row)
            case _:
                continue


def _said(text: Text) -> str:
    """Return a text without its code, and in ordinary words where it is all capitals."""
    said = "".join(" " if span.code else span.text for span in text)
    return said.lower() if said.isupper() and " " in said.strip() else said
