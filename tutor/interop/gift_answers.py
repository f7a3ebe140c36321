"""Read what stands between the braces of a GIFT question."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from tutor.domain.prose import Prose, Span, Text
from tutor.interop.exchange import EntryKind, Reply
from tutor.interop.formats import read_text
from tutor.interop.gift_text import places, unescaped
from tutor.interop.html_reading import Seen, flat, tidy
from tutor.interop.numbers import middle
from tutor.locale import say

FULL = Fraction(100)
_MOST_WORDS = 12
"""Of a short answer without a sign; more of them are a slip."""
_MOST_ANSWERS = 200
"""Of one question; a bank takes 25 options."""
_GENERAL = "####"
_ARROW = "->"
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
_WEIGHT = re.compile(r"\s*%([^%\n]{0,40})%")
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:[.,]\d{1,9})?")
_TRUE, _FALSE = frozenset({"T", "TRUE"}), frozenset({"F", "FALSE"})


class Slip(NamedTuple):
    """What is wrong with the answers of a question."""

    code: str
    values: dict[str, object]


class Answers(NamedTuple):
    """What was read between braces."""

    kind: EntryKind = "essay"
    replies: tuple[Reply, ...] = ()
    pairs: tuple[tuple[Text, Text], ...] = ()
    single: bool = True
    general: Prose = ()
    slips: tuple[Slip, ...] = ()
    images: tuple[str, ...] = ()


class AnswerReader:
    """Reads the answers of one question, in the format of its stem."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._slips: list[Slip] = []
        self._images: list[str] = []

    def read(self, inside: str) -> Answers | None:
        """Return the answers, or None where they cannot be read.

        Args:
            inside: what stands between the braces, as written.
        """
        answers, general = self._parted(inside)
        found = self._kind(answers)
        if found is None:
            return None
        told = self._seen(general).prose if general else ()
        slips, images = tuple(self._slips), tuple(self._images)
        return found._replace(general=told, slips=slips, images=images)

    def _kind(self, answers: str) -> Answers | None:
        """Return the answers by what they look like, in the order Moodle tries."""
        bare = answers.strip()
        if not bare:
            return Answers()
        signs = [bare[place] for place in places(bare, "~=")]
        if len(signs) > _MOST_ANSWERS:
            return None
        if bare.startswith("#"):
            return self._numbers(bare[1:])
        word, feedbacks = self._halves(bare)
        if word.strip().upper() in _TRUE | _FALSE:
            return self._true_or_false(word.strip().upper() in _TRUE, feedbacks)
        if "~" in signs:
            return self._choice(bare, signs)
        if not signs:
            return self._lone(bare)
        pieces = [piece for _, piece in self._pieces(bare)]
        if all(_ARROW in piece for piece in pieces):
            return Answers("matching", pairs=tuple(map(self._pair, pieces)))
        return Answers("short", tuple(self._reply(piece, FULL) for piece in pieces))

    def _lone(self, bare: str) -> Answers | None:
        """Return one short answer without its sign, as Moodle allows."""
        if len(bare.split()) > _MOST_WORDS or "\n\n" in bare:
            return None
        return Answers("short", (self._reply(bare, FULL),))

    def _choice(self, bare: str, signs: Sequence[str]) -> Answers:
        """Return options: one may be ticked where an `=` marks the key."""
        single = "=" in signs
        replies = []
        for sign, piece in self._pieces(bare):
            plain = FULL if sign == "=" else Fraction(0)
            replies.append(self._reply(piece, plain, self._form))
        return Answers("choice", tuple(replies), single=single)

    def _true_or_false(self, is_true: bool, feedbacks: Sequence[str]) -> Answers:
        """Return two options; the first feedback is for the wrong one."""
        said = [self._line(each) for each in [*feedbacks, "", ""][:2]]
        wrong, right = said
        return true_or_false(is_true=is_true, if_right=right, if_wrong=wrong)

    def _numbers(self, answers: str) -> Answers:
        """Return numbers as wordings; of an interval, its middle."""
        signs = places(answers, "~=")
        pieces = [p for _, p in self._pieces(answers)] if signs else [answers]
        replies = []
        for piece in pieces:
            fraction, rest = self._weight(piece, FULL)
            number, feedbacks = self._halves(rest)
            said, is_range = middle(number)
            if is_range:
                self._slips.append(Slip("tolerance", {"range": number.strip()}))
            feedback = self._line("#".join(feedbacks))
            replies.append(Reply((Span(text=said),), fraction, feedback))
        return Answers("short", tuple(reply for reply in replies if reply.text[0].text))

    def _pieces(self, answers: str) -> list[tuple[str, str]]:
        """Return each answer with its sign, those without a text left out."""
        where = [*places(answers, "~="), len(answers)]
        cut = pairwise(where)
        found = [(answers[here], answers[here + 1 : end]) for here, end in cut]
        return [(sign, piece) for sign, piece in found if piece.strip()]

    def _reply(self, piece: str, fraction: Fraction, form: str = "plain") -> Reply:
        """Return one answer: its weight, its text, its feedback."""
        fraction, rest = self._weight(piece, fraction)
        text, feedbacks = self._halves(rest)
        if form == "plain":
            said = unescaped(text).replace("\\*", "*")
            has_form = _FORMAT.match(text) is not None
            words = self._line(text) if has_form else tidy([Span(text=said)])
        else:
            words = self._line(text)
        return Reply(words, fraction, self._line("#".join(feedbacks)))

    def _weight(self, piece: str, plain: Fraction) -> tuple[Fraction, str]:
        """Return what an answer is worth, and what stands after its weight."""
        found = _WEIGHT.match(piece)
        if not found:
            return plain, piece
        if not _NUMBER.fullmatch(found[1].strip()):
            self._slips.append(Slip("weight-unread", {"weight": found[1][:20]}))
            return plain, piece
        return Fraction(found[1].strip().replace(",", ".")), piece[found.end() :]

    def _pair(self, piece: str) -> tuple[Text, Text]:
        """Return the two sides of a pair."""
        left, _, right = piece.partition(_ARROW)
        return self._line(left), tidy([Span(text=unescaped(right))])

    def _parted(self, inside: str) -> tuple[str, str]:
        """Return the answers and the general feedback."""
        for place in places(inside, "#"):
            if inside.startswith(_GENERAL, place):
                return inside[:place], inside[place + len(_GENERAL) :]
        return inside, ""

    def _halves(self, text: str) -> tuple[str, list[str]]:
        """Return a text and the feedbacks after it."""
        where = [-1, *places(text, "#"), len(text)]
        cut = pairwise(where)
        first, *rest = (text[here + 1 : end] for here, end in cut)
        return first, rest

    def _line(self, text: str) -> Text:
        """Return a text as one line with looks."""
        return flat(self._seen(text).prose)

    def _seen(self, text: str) -> Seen:
        """Return a text as prose, by its own format or that of the stem."""
        found = _FORMAT.match(text)
        form = found[1] if found else self._form
        said = text[found.end() :] if found else text
        seen = read_text(unescaped(said).strip(), form)
        self._images.extend(seen.images)
        return seen


def true_or_false(*, is_true: bool, if_right: Text, if_wrong: Text) -> Answers:
    """Return the two options of a true-or-false question.

    Args:
        is_true: which of them is right.
        if_right: what is said to the right one.
        if_wrong: what is said to the other.
    """
    replies = tuple(
        Reply(
            (Span(text=name),),
            FULL if is_right else Fraction(0),
            if_right if is_right else if_wrong,
        )
        for name, is_right in (
            (say("exchange.true"), is_true),
            (say("exchange.false"), not is_true),
        )
    )
    return Answers("choice", replies)
