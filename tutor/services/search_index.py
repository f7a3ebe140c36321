"""A folded index over the pieces of a course: built once, then matched fast."""

import heapq
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tutor.services.search_pieces import Kind, Piece
from tutor.services.search_words import LITTLE, Folder, telling

TEXT, KEPT, TERM, HEADING, TITLE = range(5)
"""What of a piece a word stands in."""
_LEVELS = 8
_WEIGHTS = (4, 4, 16, 32, 64)
"""What a word counts there; a title outweighs a heading, and so on down."""
_EXACT = 1
"""What a word counts more where all of it was typed."""
_PHRASE = 2
"""How many words more a query counts where it stands as it was typed."""
_WHOLE = 64
"""What a title counts more that is the query and nothing else."""
_TITLES: Mapping[Kind, int] = {"dossier": TITLE, "term": TERM}
FEWEST = 2
"""Letters from which a query is looked for."""
_LEAST_SHARED = 3
"""Letters at the beginning that near words share at least."""


class Hits(NamedTuple):
    """The pieces a query finds."""

    best: list[int]
    """Their numbers, the best first."""
    total: int


class _Folds(NamedTuple):
    """The folded words of a piece, a space before each."""

    title: str
    text: str
    kept: str


class Index:
    """Words, and the pieces they stand in."""

    def __init__(
        self,
        pieces: list[Piece],
        folds: list[_Folds],
        postings: Mapping[str, list[int]],
        shown: Mapping[str, str],
    ) -> None:
        self.pieces = pieces
        """What can be found, in the order of the course."""
        self._folds = folds
        self._postings = postings
        self._shown = shown
        self._words = sorted(postings)

    def find(self, query: list[str], opened: frozenset[int], most: int) -> Hits:
        """Return the pieces that hold all words of a query, the last one begun.

        Args:
            query: folded words.
            opened: the numbers of the pieces whose kept words may find them.
            most: how many to return.
        """
        scores: dict[int, int] | None = None
        wanted = telling(query)
        if sum(map(len, wanted)) < FEWEST:
            return Hits([], 0)
        for place, word in enumerate(wanted, 1):
            is_begun = place == len(wanted) and not _is_digit(word)
            found = self._scores(word, opened, is_begun=is_begun)
            if scores is not None:
                both = found.keys() & scores.keys()
                found = {number: found[number] + scores[number] for number in both}
            scores = found
        scores = scores or {}
        phrase = " " + " ".join(query)
        ranked = (
            (-score - self._bonus(number, phrase, len(query), opened), number)
            for number, score in scores.items()
        )
        return Hits(
            [number for _, number in heapq.nsmallest(most, ranked)], len(scores)
        )

    def near(self, query: list[str], opened: frozenset[int], most: int) -> list[str]:
        """Return words of the course that begin like those of a query it lacks.

        Args:
            query: folded words.
            opened: the numbers of the pieces whose kept words may be named.
            most: how many to return.
        """
        near: dict[str, None] = {}
        for word in telling(query):
            if not self._scores(word, opened, is_begun=True):
                near.update(dict.fromkeys(self._neighbours(word, opened, most)))
        return list(near)[:most]

    def _neighbours(self, word: str, opened: frozenset[int], most: int) -> list[str]:
        """Return the words that share the longest beginning, the commonest first."""
        for length in range(len(word), _LEAST_SHARED - 1, -1):
            beginning = word[:length]
            there = [
                known
                for known in self._beginning(beginning)
                if known not in LITTLE and self._scores(known, opened, is_begun=False)
            ]
            if there:
                there.sort(key=lambda known: -len(self._postings[known]))
                return [self._shown[known] for known in there[:most]]
        return []

    def _beginning(self, beginning: str) -> Iterable[str]:
        """Yield the words that begin so, in the order of the alphabet."""
        for place in range(bisect_left(self._words, beginning), len(self._words)):
            if not self._words[place].startswith(beginning):
                return
            yield self._words[place]

    def _scores(
        self, word: str, opened: frozenset[int], *, is_begun: bool
    ) -> dict[int, int]:
        """Return what a word counts in each piece that it may find."""
        best: dict[int, int] = {}
        same = [word] if word in self._postings else []
        for known in self._beginning(word) if is_begun else same:
            more = _EXACT if known == word else 0
            for posting in self._postings[known]:
                number, level = divmod(posting, _LEVELS)
                if level == KEPT and number not in opened:
                    continue
                score = _WEIGHTS[level] + more
                if best.get(number, 0) < score:
                    best[number] = score
        return best

    def _bonus(
        self, number: int, phrase: str, length: int, opened: frozenset[int]
    ) -> int:
        """Return what a query counts more where it stands as it was typed."""
        folds = self._folds[number]
        if folds.title == phrase:
            return _WHOLE
        if length == 1:
            return 0
        if phrase in folds.title:
            return _PHRASE * _WEIGHTS[_title_level(self.pieces[number])]
        if phrase in folds.text or (number in opened and phrase in folds.kept):
            return _PHRASE * _WEIGHTS[TEXT]
        return 0

    def as_json(self) -> bytes:
        """Return the index as it is kept."""
        whole = [self.pieces, self._folds, self._postings, self._shown]
        return json.dumps(whole, ensure_ascii=False).encode()


def from_json(raw: bytes) -> Index:
    """Return an index that was kept.

    Args:
        raw: what `as_json` returned.

    Raises:
        ValueError: it is something else.
        TypeError: the same.
    """
    pieces, folds, postings, shown = json.loads(raw)
    pieces = [Piece(*each) for each in pieces]
    return Index(pieces, [_Folds(*each) for each in folds], postings, shown)


def build_index(pieces: Iterable[Piece]) -> Index:
    """Return the index of pieces.

    Args:
        pieces: what can be found, in the order of the course.
    """
    folder = Folder()
    known: list[Piece] = []
    folds: list[_Folds] = []
    postings: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        title, text, kept = map(folder.words, (piece.title, piece.text, piece.kept))
        inside = KEPT if piece.closed else TEXT
        for level, words in (
            (_title_level(piece), title),
            (inside, text),
            (KEPT, kept),
        ):
            for word in words:
                places = postings.setdefault(word, [])
                place = number * _LEVELS + level
                if not places or places[-1] != place:
                    places.append(place)
        known.append(piece._replace(kept=""))
        folds.append(_Folds(*map(_spaced, (title, text, kept))))
    return Index(known, folds, postings, folder.shown)


def _is_digit(word: str) -> bool:
    """Return whether a word is one digit, which begins no other: sector 2, not 2019."""
    return len(word) == 1 and word.isdigit()


def _spaced(words: list[str]) -> str:
    """Return words with a space before each."""
    return "".join(f" {word}" for word in words)


def _title_level(piece: Piece) -> int:
    """Return how much the title of a piece says."""
    if piece.kind in {"lesson", "bank"} and not piece.section:
        return TITLE
    return _TITLES.get(piece.kind, HEADING)
