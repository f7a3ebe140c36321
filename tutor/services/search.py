"""Search the course: words in, places out; nothing that would give a key away.

The stem of a question is open to everyone. What stands under it, and the questions of a
dossier altogether, find it only once the person has answered it as it stands now.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from tutor.domain.answer import Record
from tutor.services.desk import Desk
from tutor.services.places import course_stamp
from tutor.services.search_index import Index, build_index, from_json
from tutor.services.search_pieces import Kind, Piece, lock_of, pieces_of
from tutor.services.search_words import Folder, Word, composed, telling
from tutor.store.cache import read_cached, write_cached

CACHE = "search.json"
FORMAT = "1"
"""Changes when an index is kept in another way."""
MOST = 30
"""Places shown for one query: nobody reads on, one more word finds better."""
NEAR = 5
_BEFORE, _LENGTH = 40, 150
"""Characters of a snippet before the first match, and in all."""
_MORE = "…"


class Bit(NamedTuple):
    """A piece of a snippet."""

    text: str
    is_match: bool = False


class Result(NamedTuple):
    """A place in the course."""

    kind: Kind
    title: str
    """Its heading; empty for a question."""
    snippet: tuple[Bit, ...]
    """The text around the first match; the stem alone for a question."""
    where: str
    """The file, then the section."""
    target: str
    """The id to open, or the code of what is only read."""
    stop: str
    """The stop of a run that brings it."""
    section: int
    """The place of its section in its file, from 0."""
    text: str
    """All that is read there."""


class Results(NamedTuple):
    """What a query finds."""

    shown: tuple[Result, ...]
    """The best first."""
    total: int
    near: tuple[str, ...] = ()
    """Words of the course to try instead, where nothing was found."""


class Finder:
    """Answers the queries of one person."""

    def __init__(self, index: Index, record: Record) -> None:
        self._index = index
        self._folder = Folder()
        locks = {lock_of(given.question, given.key_hash) for given in record.answers}
        self._opened = frozenset(
            number for number, piece in enumerate(index.pieces) if piece.lock in locks
        )

    def find(self, query: str, most: int = MOST) -> Results:
        """Return the places that hold all words of a query, the last one begun.

        Args:
            query: as it was typed.
            most: how many to return.
        """
        words = self._folder.words(query)
        if not words:
            return Results((), 0)
        hits = self._index.find(words, self._opened, most)
        wanted = telling(words)
        pieces = [self._index.pieces[number] for number in hits.best]
        found = tuple(self._result(piece, wanted) for piece in pieces)
        near = () if found else self._index.near(words, self._opened, NEAR)
        return Results(found, hits.total, tuple(near))

    def _result(self, piece: Piece, wanted: list[str]) -> Result:
        """Return a piece as a result, its snippet marked."""
        text = composed(piece.text)
        matches = [
            word
            for word in self._folder.places(text)
            if word.folded in wanted or word.folded.startswith(wanted[-1])
        ]
        return Result(
            *(piece.kind, piece.title, snippet_of(text, matches), piece.where),
            *(piece.target, piece.stop, piece.section, piece.text),
        )


def finder_of(desk: Desk) -> Finder:
    """Return what searches the course for a person.

    Args:
        desk: the person's desk.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    library = desk.library
    stamp = f"{FORMAT}|{course_stamp(library.root, library.added)}".encode()
    path = desk.place.cache / CACHE
    index = _kept(read_cached(path), stamp)
    if index is None:
        index = build_index(pieces_of(desk.course))
        body = index.as_json()
        write_cached(path, b"\n".join([stamp, _digest(body), body]))
    return Finder(index, desk.record)


def _kept(raw: bytes | None, stamp: bytes) -> Index | None:
    """Return the index that was kept, if it still fits and nothing changed it."""
    if raw is None:
        return None
    found, _, rest = raw.partition(b"\n")
    digest, _, body = rest.partition(b"\n")
    if found != stamp or digest != _digest(body):
        return None
    return from_json(body)


def _digest(body: bytes) -> bytes:
    """Return what shows that a body is whole."""
    return hashlib.sha256(body).hexdigest().encode()


def snippet_of(text: str, matches: Sequence[Word]) -> tuple[Bit, ...]:
    """Return the text around the first match, cut between words, each match marked.

    Args:
        text: any text.
        matches: the words that match, in the order of the text.
    """
    start = _start(text, matches[0].start if matches else 0)
    end = _end(text, start + _LENGTH)
    bits = [Bit(_MORE)] if start else []
    at = start
    for word in matches:
        if word.end <= end:
            bits += [Bit(text[at : word.start])] if word.start > at else []
            bits.append(Bit(text[word.start : word.end], is_match=True))
            at = word.end
    bits += [Bit(text[at:end])] if end > at else []
    return tuple([*bits, Bit(_MORE)] if end < len(text) else bits)


def _start(text: str, match: int) -> int:
    """Return where a snippet begins: at a word, a little before its first match."""
    if match <= _BEFORE:
        return 0
    return text.rfind(" ", 0, match - _BEFORE) + 1


def _end(text: str, wanted: int) -> int:
    """Return where a snippet ends: after a word."""
    if wanted >= len(text):
        return len(text)
    end = text.rfind(" ", 0, wanted)
    return wanted if end < 0 else end
