"""How long a search over 10,000 questions takes, all of them answered before."""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

from bench.figures import Figure, Stand
from bench.rounds import Measure, Measures, Spent
from bench.stage import ROOT
from tutor.domain.answer import AnswerGiven, Record
from tutor.domain.course import Course, FrontMatter, Unit
from tutor.domain.folding import fold
from tutor.domain.prose import Paragraph, Span, Text, plain, texts_of
from tutor.domain.question import Choice, Option, key_hash
from tutor.services.library import Library
from tutor.services.run import new_id
from tutor.services.search import Finder
from tutor.services.search_index import build_index, from_json
from tutor.services.search_pieces import pieces_of
from tutor.store.place import Place

BANKS, QUESTIONS = 100, 100
"""Banks, and questions in each."""
WORDS = 5_000
"""Words that the questions are made of; a few of them are met everywhere."""
SYLLABLES = (
    "dé",
    "ça",
    "mi",
    "ra",
    "tion",
    "né",
    "plo",
    "gui",
    "tê",
    "ver",
    "ou",
    "sa",
)


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give a search in the index, the first one of a process, and a scan.

    Args:
        folder: an empty one.
    """
    course, queries = make_questions(Place(folder), Random(0))
    questions = [q for u in course.units for q in u.questions if isinstance(q, Choice)]
    texts = {question.id: _text(question) for question in questions}
    record = Record(answers=tuple(map(_answer, questions)))
    index = build_index(pieces_of(course))
    kept, finder = index.as_json(), Finder(index, record)
    for query in queries[-2:]:
        assert _found(finder, texts, query) == _scan(texts, query)

    def first() -> Spent:
        start = time.perf_counter()
        Finder(from_json(kept), record).find(queries[0])
        return Spent(time.perf_counter() - start)

    def scanned() -> Spent:
        start = time.perf_counter()
        _scan(texts, queries[0])
        return Spent(time.perf_counter() - start)

    yield {
        "indexed": partial(_searched, finder, queries),
        "first": first,
        "scanned": scanned,
    }


def _searched(finder: Finder, queries: list[str]) -> Spent:
    """Return what a search takes, on the average of some queries."""
    start = time.perf_counter()
    for query in queries:
        finder.find(query)
    return Spent((time.perf_counter() - start) / len(queries))


def search_among(folder: Path, banks: int) -> Measure:
    """Return the measure of a search over so many banks of a hundred questions.

    Args:
        folder: an empty one.
        banks: at least 1.
    """
    course, queries = make_questions(Place(folder), Random(0), banks)
    index = build_index(pieces_of(course))
    return partial(_searched, Finder(index, Record()), queries)


def make_questions(
    place: Place, chance: Random, banks: int = BANKS
) -> tuple[Course, list[str]]:
    """Return our course with generated banks alone, and queries that find some.

    Args:
        place: where the course is cached.
        chance: gives the words.
        banks: how many, of a hundred questions each.
    """
    made = itertools.product(SYLLABLES, repeat=4)
    known = ["".join(each) for each in made]
    chance.shuffle(known)
    known = known[:WORDS]
    weights = [1 / rank for rank in range(1, WORDS + 1)]

    def text(length: int) -> Text:
        return (Span(text=" ".join(chance.choices(known, weights, k=length))),)

    def question(name: str) -> Choice:
        options = tuple(
            Option(text=text(11), right=not number, feedback=text(14))
            for number in range(4)
        )
        stem = (Paragraph(text=text(30)),)
        return Choice(
            kind="qru", id=name, stem=stem, options=options, explanation=text(15)
        )

    units = tuple(
        _bank(bank, [question(f"q-{bank}-{n}") for n in range(QUESTIONS)])
        for bank in range(banks)
    )
    course = Library(ROOT, place).course.model_copy(
        update={"units": units, "glossary": {}, "misconceptions": {}, "timeline": ()}
    )
    common, usual, rare = known[0], known[50], known[2_000]
    queries = [common, usual, rare, f"{common} {usual[:4]}", f"{usual} {known[60]}"]
    return course, queries


def _bank(number: int, questions: list[Choice]) -> Unit:
    """Return a bank of questions."""
    head = FrontMatter(id=f"banque-{number}", titre=f"Banque {number}")
    path = f"quizzes/{head.id}.md"
    return Unit(kind="bank", head=head, path=path, parts=tuple(questions))


def _found(finder: Finder, texts: dict[str, str], query: str) -> set[str]:
    """Return the questions a finder finds."""
    found = finder.find(query, len(texts)).shown
    return texts.keys() & {result.target for result in found}


def _text(question: Choice) -> str:
    """Return everything a question says."""
    said = [*texts_of(question.stem), plain(question.explanation)]
    for option in question.options:
        said += [plain(option.text), plain(option.feedback)]
    return " ".join(said)


def _scan(texts: dict[str, str], query: str) -> set[str]:
    """Return the questions that hold all words of a query, the last one begun."""
    *whole, begun = fold(query).split()
    found = set()
    for name, text in texts.items():
        folded = f" {fold(text)} "
        if f" {begun}" in folded and all(f" {word} " in folded for word in whole):
            found.add(name)
    return found


def _answer(question: Choice) -> AnswerGiven:
    """Return an answer to a question."""
    return AnswerGiven(
        id=new_id(Random(question.id)),
        course="banc",
        question=question.id,
        key_hash=key_hash(question),
        kind=question.kind,
        response=[0],
        credit=1.0,
        at=datetime.now(UTC),
        seconds=20.0,
        run="banc",
    )


_SCAN = "folding and scanning them"
STAND = Stand(
    "searching",
    stage,
    (
        Figure(
            "search",
            "search over 10,000 questions",
            _SCAN,
            "indexed",
            "scanned",
            0.1,
            "5",
        ),
        Figure("search-first", "the first search", _SCAN, "first", "scanned"),
    ),
)
