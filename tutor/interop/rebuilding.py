"""Make questions of the tutor of what GIFT and Moodle XML said.

Nothing is made up: what an entry lacks, such as the reason of an option, stays out, and
`tutor check` names it in the bank that is written.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tutor.domain.course import Part, Passage, Reflection
from tutor.domain.prose import Prose, Span, Text, plain
from tutor.domain.question import (
    Choice,
    ChoiceKind,
    KnownAnswer,
    Matching,
    Option,
    Ordering,
    Pair,
    ShortAnswer,
)
from tutor.interop.exchange import Entry, Reply
from tutor.interop.html_reading import flat
from tutor.interop.labels import Labels, sort_out
from tutor.interop.legal_fractions import legal
from tutor.interop.noting import Notes, excerpt
from tutor.interop.questions_out import ANYTHING, SOURCE
from tutor.interop.stems import safe_stem, story

_FULL = Fraction(100)
_NEAR = Fraction(1, 10)
"""How far the sum of weights may be from 100: thirds are written with five digits."""
_QRM = range(4, 6)
_QRP = range(3, 10)
_QRU = range(2, 10)
_QRPL = range(10, 26)
_PAIRS = range(2, 9)
_NO_BLOCK = frozenset({"relais", "tcs"})
_MOST_POINTS = 100


@dataclass(frozen=True)
class Builder:
    """Makes one part of an entry."""

    entry: Entry
    id: str
    """The id it takes in its bank."""
    notes: Notes

    def build(self) -> Part | None:
        """Return the part, or None after saying why there is none."""
        entry, labels = self.entry, sort_out(self.entry.tags)
        if labels.unknown:
            self._note("labels", names=", ".join(labels.unknown)[:120])
        if entry.kind == "description":
            return Passage(blocks=story(entry.stem)) if entry.stem else None
        if not plain(flat(entry.stem)):
            self.notes.note("no-stem", entry.line)
            return None
        match entry.kind:
            case "choice":
                return self._choice(labels)
            case "short":
                return self._short(labels)
            case "matching":
                return self._matching(labels)
            case "essay":
                return self._essay(labels)

    def _choice(self, labels: Labels) -> Choice | None:
        """Return a choice question, of the kind its labels or its options say."""
        replies = [reply for reply in self.entry.replies if plain(reply.text)]
        right = [_is_right(reply, single=self.entry.single) for reply in replies]
        self._weigh(replies)
        kind = self._kind(labels, len(replies), sum(right))
        if kind is None:
            return None
        options = tuple(
            Option(
                text=reply.text,
                right=is_right,
                feedback=reply.feedback,
                indispensable=is_right
                and ("indispensable", place) in labels.on_options,
                inacceptable=not is_right
                and ("inacceptable", place) in labels.on_options,
                last=("dernier", place) in labels.on_options,
                misconception=labels.beliefs.get(place),
            )
            for place, (reply, is_right) in enumerate(zip(replies, right, strict=True))
        )
        return Choice(kind=kind, options=options, **self._shared(labels))

    def _kind(self, labels: Labels, count: int, right: int) -> ChoiceKind | None:
        """Return the kind a question can have, or None after saying why it has none."""
        named = labels.first("type")
        if right == 0:
            self._note("no-right")
            return None
        if self.entry.single and right > 1:
            self._note("several-right", n=right)
            return None
        if count not in _QRU and count not in _QRPL:
            self._note("count", n=count)
            return None
        if right == count and (count not in _QRM or self.entry.single):
            self._note("all-right", n=right)
            return None
        if right == 1 and count in _QRU and (self.entry.single or count not in _QRP):
            return "qru"
        if count in _QRM and named != "qrp" and not self.entry.single:
            return "qrm"
        kind: ChoiceKind = "qrp" if count in _QRP else "qrpl"
        if named != kind:
            self._note("announced", n=count, kind=kind.upper())
        return kind

    def _weigh(self, replies: list[Reply]) -> None:
        """Say what is odd about weights, of which right and wrong only are kept."""
        weights = [reply.fraction for reply in replies]
        odd = [each for each in weights if legal(each) is None]
        if odd:
            self._note("weight-illegal", weight=f"{float(odd[0]):g}")
        total = sum(each for each in weights if each > 0)
        if not self.entry.single and total and abs(total - _FULL) > _NEAR:
            self._note("weights-sum", sum=f"{float(total):g}")
        if self.entry.single:
            self._count_partial(replies)

    def _count_partial(self, replies: list[Reply]) -> None:
        """Say how many answers were right in part."""
        partial = sum(0 < reply.fraction < _FULL for reply in replies)
        if partial:
            self._note("partial", n=partial)

    def _short(self, labels: Labels) -> ShortAnswer | None:
        """Return a QROC: what is worth 100 is right, and `*` stands for the others."""
        replies = self.entry.replies
        others = [reply for reply in replies if plain(reply.text) == ANYTHING]
        known = tuple(
            KnownAnswer(
                text=plain(reply.text),
                right=reply.fraction >= _FULL,
                feedback=reply.feedback,
                misconception=labels.beliefs.get(place),
            )
            for place, reply in enumerate(replies)
            if plain(reply.text) not in {"", ANYTHING}
        )
        self._count_partial([r for r in replies if r not in others])
        if not any(answer.right for answer in known):
            self._note("no-right")
            return None
        words = int(labels.first("mots") or 0)
        return ShortAnswer(
            kind="qroc",
            known=known,
            other_feedback=others[0].feedback if others else (),
            most_words=words if 0 < words <= _MOST_WORDS else None,
            **self._shared(labels),
        )

    def _matching(self, labels: Labels) -> Matching | Ordering | None:
        """Return an appariement, or an ordre where the labels say so."""
        pairs = [pair for pair in self.entry.pairs if all(map(plain, pair))]
        if len(pairs) not in _PAIRS:
            self._note("pairs", n=len(pairs))
            return None
        ranks = [plain(right) for _, right in pairs]
        if labels.first("type") == "ordre" and sorted(ranks) == _ranks(len(pairs)):
            in_order = sorted(pairs, key=lambda pair: int(plain(pair[1])))
            texts = tuple(left for left, _ in in_order)
            return Ordering(kind="ordre", items_in_order=texts, **self._shared(labels))
        made = tuple(Pair(left=left, right=right) for left, right in pairs)
        return Matching(kind="appariement", pairs=made, **self._shared(labels))

    def _essay(self, labels: Labels) -> Reflection:
        """Return a reflection: nothing here reads what a person writes."""
        kind = labels.first("type")
        if kind in _NO_BLOCK:
            self._note("kind-lost", kind=kind)
        leads = tuple(text for text in (flat((b,)) for b in self.entry.general) if text)
        return Reflection(
            id=self.id,
            stem=safe_stem(self.entry.stem),
            items=labels.items,
            leads=leads,
        )

    def _shared(self, labels: Labels) -> dict[str, Any]:
        """Return what every question has."""
        entry = self.entry
        explanation, source = _explained(entry.general)
        return {
            "id": self.id,
            "stem": safe_stem(entry.stem, is_paired=entry.kind == "matching"),
            "items": labels.items,
            "missions": tuple(labels.values.get("mission", ())),
            "phases": tuple(labels.values.get("phase", ())),
            "facts": tuple(labels.values.get("fait", ())),
            "lesson": labels.first("lecon"),
            "asks_certainty": labels.asks_certainty,
            "points": entry.grade if 0 < entry.grade <= _MOST_POINTS else 1.0,
            "hints": entry.hints,
            "explanation": explanation,
            "source": source,
        }

    def _note(self, code: str, **values: object) -> None:
        """Note a problem of this entry."""
        called = excerpt(self.entry.name, self.entry.stem)
        self.notes.note(code, self.entry.line, text=called, **values)


_MOST_WORDS = 50


def _is_right(reply: Reply, *, single: bool) -> bool:
    """Return whether an option is to be ticked."""
    return reply.fraction >= _FULL if single else reply.fraction > 0


def _ranks(count: int) -> list[str]:
    """Return ranks from 1 as they are written, sorted as texts are."""
    return sorted(str(rank) for rank in range(1, count + 1))


def _explained(general: Prose) -> tuple[Text, Text]:
    """Return the explanation and the source of a general feedback."""
    lines = [text for text in (flat((block,)) for block in general) if text]
    last = lines[-1] if lines else ()
    if last[1:] and last[0].bold and last[0].text.strip(" :\u00a0") == SOURCE:
        rest = last[1].model_copy(update={"text": last[1].text.lstrip()})
        return _joined(lines[:-1]), (rest, *last[2:]) if rest.text else last[2:]
    return _joined(lines), ()


def _joined(lines: list[Text]) -> Text:
    """Return lines as one, a space between them."""
    spans: list[Span] = []
    for line in lines:
        spans.extend([Span(text=" "), *line] if spans else line)
    return tuple(spans)
