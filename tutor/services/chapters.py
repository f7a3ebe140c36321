"""What is read and asked under each heading of a run or of a file, piece by piece."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tutor.domain.course import Callout, Dossier, Draw, Passage, Unit
from tutor.domain.prose import Heading, ProseBlock, plain
from tutor.services.contents import contents_of
from tutor.services.run import Run
from tutor.services.stops import Stop, Task
from tutor.services.way import gone_past, reading_before, way

TITLE = 1
"""The level of the title of a file, which begins no chapter."""
Reading = tuple[Passage | Callout, ...]
Piece = Passage | Callout | Task


class Leaf(NamedTuple):
    """A text, and what is asked after it."""

    parts: Reading
    task: Task | None = None
    key: str = ""
    """The stop it belongs to; empty where the text goes on after the next heading."""


class Chapter(NamedTuple):
    """A heading, and what stands under it."""

    title: str
    leaves: tuple[Leaf, ...]


def chapters_of_run(run: Run) -> tuple[Chapter, ...]:
    """Return what a person has come to in a run, cut at its headings.

    The first chapter is what stands before the first heading. The present question is
    the last thing asked.

    Args:
        run: any run.
    """
    return _cut(run.title, _pieces_of_run(run), run.stops[-1].key)


def leaf_of_run(run: Run, key: str) -> Leaf:
    """Return the text that leads to a stop of a run, and what is asked there.

    Args:
        run: any run.
        key: a stop the person has come to.

    Raises:
        StopIteration: the run has no such stop.
    """
    stop = next(each for each in run.stops if each.key == key)
    return Leaf(reading_before(run.stops, run.given, key), stop.task, key)


def chapters_of_unit(unit: Unit) -> tuple[Chapter, ...]:
    """Return a lesson or a bank cut at its headings, in the order of `sections_of`.

    What a message decides to show, dossiers and drawn questions are left out: they are
    met on the way.

    Args:
        unit: a lesson or bank.
    """
    return _cut(unit.title, _pieces_of_unit(unit), f"fin:{unit.id}")


def spot_of(run: Run, title: str, key: str = "") -> tuple[str, int] | None:
    """Return where a place stands in a run, or None where the person is not there yet.

    Args:
        run: a run over a lesson.
        title: the heading of the place.
        key: the question of the place; empty for a text.

    Returns:
        A stop, and which of the headings of its text.
    """
    if key:
        return (key, 0) if key in reached(run) else None
    lines = (each for each in contents_of(run).lines if each.title == title)
    return next(((each.key, each.number) for each in lines if each.key), None)


def reached(run: Run) -> frozenset[str]:
    """Return the keys of the stops that a person has come to.

    Args:
        run: any run.
    """
    return frozenset({*run.given, *run.started.passed, run.stop.key})


def is_past(run: Run, key: str) -> bool:
    """Return whether a stop was answered or passed.

    Args:
        run: any run.
        key: one of its stops.
    """
    return key in run.given or key in gone_past(run.started.passed)


def _pieces_of_run(run: Run) -> Iterator[Piece]:
    """Yield what is read and asked, as far as a person has come."""
    known = reached(run)
    for leg in way(run.stops, run.given):
        stop: Stop = leg.stop
        if not leg.comes_up or stop.key not in known:
            continue
        yield from reading_before(run.stops, run.given, stop.key)
        if stop.task is not None:
            yield stop.task


def _pieces_of_unit(unit: Unit) -> Iterator[Piece]:
    """Yield what is read and asked in a file, for anyone."""
    for part in unit.parts:
        if isinstance(part, Dossier | Draw):
            continue
        if isinstance(part, Passage) or not part.depends:
            yield part


def _cut(title: str, pieces: Iterable[Piece], end: str) -> tuple[Chapter, ...]:
    """Return pieces under their headings, the last text at the stop that ends."""
    binder = _Binder(title)
    for piece in pieces:
        if isinstance(piece, Passage):
            binder.read(piece)
        elif isinstance(piece, Callout):
            binder.parts.append(piece)
        else:
            binder.ask(piece)
    return binder.bound(end)


class _Binder:
    """Puts pieces into leaves, and leaves into chapters."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._chapters: list[Chapter] = []
        self._leaves: list[Leaf] = []
        self.parts: list[Passage | Callout] = []
        """What is read since the last thing asked."""

    def read(self, passage: Passage) -> None:
        """Take running text; each heading below the title begins a chapter."""
        blocks: list[ProseBlock] = []
        for block in passage.blocks:
            if isinstance(block, Heading) and block.level > TITLE:
                self._keep(blocks, passage.line)
                self._begin(plain(block.text))
                blocks = []
            blocks.append(block)
        self._keep(blocks, passage.line)

    def ask(self, task: Task) -> None:
        """Take what is asked."""
        self._leaves.append(Leaf(tuple(self.parts), task, task.id))
        self.parts = []

    def bound(self, end: str) -> tuple[Chapter, ...]:
        """Return every chapter."""
        self._begin("", end)
        return tuple(self._chapters)

    def _begin(self, title: str, key: str = "") -> None:
        """End a chapter and begin another."""
        if self.parts:
            self._leaves.append(Leaf(tuple(self.parts), key=key))
        self._chapters.append(Chapter(self._title, tuple(self._leaves)))
        self._title, self._leaves, self.parts = title, [], []

    def _keep(self, blocks: list[ProseBlock], line: int) -> None:
        """Put running text among what is read."""
        if blocks:
            self.parts.append(Passage(blocks=tuple(blocks), line=line))
