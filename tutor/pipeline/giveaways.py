"""Warn of what gives a key away to a reader who only knows how tests are made."""

import re
from collections import Counter
from collections.abc import Sequence

from tutor.domain.folding import fold
from tutor.domain.prose import plain
from tutor.domain.question import Choice, Option, ShortAnswer
from tutor.pipeline.findings import Findings
from tutor.pipeline.lexicon import (
    ABSOLUTES,
    COUNTED,
    NONE_OF_THESE,
    SOFTENERS,
)

LONG = 40
"""Characters: two options shorter than half a line look alike, whatever their ratio."""
LONGER = 1.5
"""A key half as long again shows before anything is read; writing one option more
exactly than another seldom takes more than a fifth."""
FEWEST = 5
"""QRUs in a file, below which a place that repeats is chance."""
MOST_ALIKE = 0.8
"""Four keys of five: with four options, chance makes four of five keys the longest once
in sixty files, and puts them at one place once in sixteen."""
_EXCERPT = 40


def _either(words: Sequence[str]) -> str:
    """Return a pattern for any of some words, accents and kind of space left free."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for written, found in (("é", "[ée]"), ("'", "['’]"), (r"\ ", r"\s+")):
        pattern = pattern.replace(written, found)
    return pattern


_SOFTENED = "".join(rf"(?<!\b{word}\s)" for word in SOFTENERS)
_ABSOLUTE = re.compile(
    rf"\b{_SOFTENED}(?:{_either(ABSOLUTES)})\b"
    rf"(?!\s+(?:les\s+)?(?:\d+|{_either(COUNTED)})\b)",
    re.IGNORECASE,
)
_ABOUT_THE_OTHERS = re.compile(
    r"^\W*(?:aucune?|tou(?:te)?s)\s+(?:autres?\b|(?:de\s+ces|des|ces|les)\s+(?:\w+\s+)?"
    rf"(?:{_either(NONE_OF_THESE)})s?\b)",
    re.IGNORECASE,
)


def check_giveaways(
    question: Choice, findings: Findings, *, is_french: bool = True
) -> None:
    """Note what the look of the options of one question says about its key.

    Args:
        question: a question with options.
        findings: where problems are noted.
        is_french: whether the words of the lexicon apply.
    """
    texts = [(option, plain(option.text)) for option in question.options]
    _check_twins(question, [text for _, text in texts], findings)
    _check_length(question, texts, findings)
    if is_french:
        _check_absolutes(question, texts, findings)


def _check_twins(question: Choice, texts: list[str], findings: Findings) -> None:
    """Note options that say the same once folded.

    Folding takes time: what ends in different words is not folded whole.
    """
    ends = [fold(text.rstrip().rpartition(" ")[2]).rpartition(" ")[2] for text in texts]
    if len(set(ends)) == len(ends):
        return
    seen: set[str] = set()
    for text in texts:
        folded = fold(text)
        if folded in seen:
            findings.add("propositions-identiques", question.line, text=text[:_EXCERPT])
        seen.add(folded)


def _check_length(
    question: Choice, texts: list[tuple[Option, str]], findings: Findings
) -> None:
    """Note a right option much longer than the longest wrong one."""
    longest = max((len(text) for option, text in texts if not option.right), default=0)
    least = max(LONG, longest * LONGER) if longest else float("inf")
    for option, text in texts:
        if option.right and len(text) >= least:
            findings.add(
                "cle-trop-longue",
                question.line,
                text=text[:_EXCERPT],
                length=len(text),
                longest=longest,
            )


def _check_absolutes(
    question: Choice, texts: list[tuple[Option, str]], findings: Findings
) -> None:
    """Note absolute words that stand in wrong options and in no right one."""
    found: dict[str, None] = {}
    for option, text in texts:
        word = None if option.last else _ABSOLUTE.search(text)
        if word is None or _ABOUT_THE_OTHERS.match(text):
            continue
        if option.right:
            return
        found[word.group().lower()] = None
    if found:
        findings.add("mots-absolus", question.line, words=", ".join(found))


def check_contradiction(question: ShortAnswer, findings: Findings) -> None:
    """Note a wording that a QROC lists as right and as wrong.

    Args:
        question: a QROC.
        findings: where problems are noted.
    """
    right = {fold(answer.text) for answer in question.known if answer.right}
    for answer in question.known:
        if not answer.right and fold(answer.text) in right:
            findings.add("reponse-juste-et-fausse", question.line, text=answer.text)


def check_keys(questions: Sequence[Choice], findings: Findings) -> None:
    """Note keys of a file that nearly all stand at one place, or are all the longest.

    The screen shuffles options; paper and exports keep the order of the file.

    Args:
        questions: the questions with options of a file.
        findings: where problems are noted, at the first QRU.
    """
    singles = [question for question in questions if question.kind == "qru"]
    if len(singles) < FEWEST:
        return
    line, total = singles[0].line, len(singles)
    least = total * MOST_ALIKE
    places = Counter(min(question.expected) for question in singles)
    (place, count), *_ = places.most_common(1)
    if count >= least:
        findings.add(
            "cles-au-meme-endroit", line, rank=place + 1, count=count, total=total
        )
    longest = sum(_is_longest(question) for question in singles)
    if longest >= least:
        findings.add("cles-les-plus-longues", line, count=longest, total=total)


def _is_longest(question: Choice) -> bool:
    """Return whether the key of a QRU is longer than every other option."""
    lengths = [(len(plain(option.text)), option.right) for option in question.options]
    right = max(length for length, is_right in lengths if is_right)
    return all(length < right for length, is_right in lengths if not is_right)
