"""Warn of a question turned round by a word that nothing makes visible."""

import re
from collections.abc import Iterator, Sequence

from tutor.domain.prose import Paragraph, Prose, Text
from tutor.domain.question import Choice
from tutor.pipeline.findings import Findings
from tutor.pipeline.lexicon import CONJUNCTIONS, EXCEPTIONS, NEGATIONS, RELATIVES


def _words(words: Sequence[str]) -> str:
    """Return a pattern for any of some words, whole or cut by an apostrophe."""
    ends = (word if word.endswith("'") else rf"{word}\b" for word in words)
    return f"(?:{'|'.join(ends)})".replace("'", "['’]").replace(" ", r"\s")


_QUOTED = re.compile(r"«[^«»]*»")
_STOPS = ".!?…:"
_ASKING = re.compile(r"\best-ce qu(?:i\b|e\b|['’])", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"[,;(]|(?:^|\s){_words(CONJUNCTIONS)}|(?<=\S)\s{_words(RELATIVES)}",
    re.IGNORECASE,
)
_HARMLESS = re.compile(r"\bpourquoi\s+ne\s+pas\b|\bn['’]est-ce\s+pas\b", re.IGNORECASE)
_TURNED = re.compile(
    rf"\b(?P<exception>{'|'.join(EXCEPTIONS)})\b"
    rf"|\bn(?:e\b|['’]).{{0,80}}?\b(?P<negation>{'|'.join(NEGATIONS)})\b",
    re.IGNORECASE,
)


def check_negation(question: Choice, findings: Findings) -> None:
    """Note a question asked by the negative with neither bold nor capitals.

    Only the last question of the stem counts, without its subordinate clauses: the
    situation before it may well say that nobody answers.

    Args:
        question: a question with options.
        findings: where problems are noted.
    """
    text = _last_paragraph(question.stem)
    line = _blanked(_QUOTED, "".join(span.text for span in text))
    stop = max(line.rfind("?"), line.rfind(":"))
    first = 1 + max(line.rfind(mark, 0, max(stop, 0)) for mark in _STOPS)
    asked = _blanked(_HARMLESS, line[first : stop + 1])
    for start, clause in _clauses(asked):
        if found := _TURNED.search(clause):
            name = "exception" if found["exception"] else "negation"
            place = first + start + found.start(name)
            if not found[name].isupper() and not _is_bold(text, place):
                findings.add("negation-discrete", question.line, word=found[name])
            return


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return a text of the same length, with underscores for what a pattern finds."""
    return pattern.sub(lambda found: "_" * len(found.group()), text)


def _last_paragraph(stem: Prose) -> Text:
    """Return the last paragraph of a stem, where the question stands."""
    paragraphs = [block.text for block in stem if isinstance(block, Paragraph)]
    return paragraphs[-1] if paragraphs else ()


def _clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield the clauses that ask, each with the place where it begins."""
    bare = sentence.lstrip()
    offset = len(sentence) - len(bare)
    whole = _blanked(_ASKING, bare)
    cuts = [*_CLAUSE.finditer(whole)]
    stops = [*(found.start() for found in cuts), len(whole)]
    yield offset, whole[: stops[0]]
    for cut, stop in zip(cuts, stops[1:], strict=True):
        if cut.group() in {",", ";", "("}:
            yield offset + cut.start(), whole[cut.start() : stop]


def _is_bold(text: Text, place: int) -> bool:
    """Return whether the character at a place is bold."""
    for span in text:
        if place < len(span.text):
            return span.bold
        place -= len(span.text)
    return False
