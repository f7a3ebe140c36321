"""Cut a course file into the pieces its preview shows, each with its place."""

import dataclasses
import re
from collections.abc import Iterable, Sequence

from tutor.domain.course import Callout, Dossier, Draw, Part, Passage, Unit, is_scored
from tutor.domain.problem import Problem
from tutor.domain.prose import Heading, Prose, ProseBlock, Verbatim, plain
from tutor.domain.question import Asked, Question
from tutor.locale import say
from tutor.services.draws import Drawer
from tutor.services.stops import STEP_LEVEL, Task
from tutor.services.wording import kind_text

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s|$)")


@dataclasses.dataclass(frozen=True)
class Piece:
    """One thing of a file, from top to bottom: text, something asked, or a slip."""

    key: str
    """What it is called from one reading to the next."""
    line: int
    reading: tuple[Passage | Callout, ...] = ()
    task: Task | None = None
    head: str = ""
    """The number and the kind of a question."""
    note: str = ""
    """When the intern sees it, where that is not always; or where it comes from."""
    slip: Problem | None = None
    """A slip that costs what stood here."""
    is_stale: bool = False
    """Whether the file no longer reads here, and this is how it read last."""

    @property
    def question(self) -> Question | None:
        """The scored question asked here, if any."""
        task = self.task
        return task if task is not None and is_scored(task) else None

    @property
    def looks(self) -> object:
        """What shows: two pieces that show the same differ in their line at most."""
        parts = tuple(map(_without_line, self.reading))
        task = None if self.task is None else self.task.model_copy(update={"line": 1})
        slip = None if self.slip is None else (self.slip.code, self.slip.line)
        return (parts, task, self.head, self.note, slip, self.is_stale)


def pieces_of(unit: Unit, text: str, drawn: Drawer) -> tuple[Piece, ...]:
    """Return a lesson or bank as pieces, in the order of the file.

    Args:
        unit: the file.
        text: its source, to know the lines of headings.
        drawn: gives the questions of a `questions` block.
    """
    layout = _Layout(text.split("\n"), drawn)
    for part in unit.parts:
        if isinstance(part, Dossier):
            layout.take_dossier(part)
        else:
            layout.take(part)
    return _numbered(layout.pieces)


def verbatim(text: str) -> tuple[Piece, ...]:
    """Return a file that is no lesson as one piece, as it is written."""
    blocks: Prose = (Verbatim(text=text),)
    return (Piece("texte", 1, (Passage(blocks=blocks),)),)


def with_slips(pieces: Sequence[Piece], slips: Iterable[Problem]) -> tuple[Piece, ...]:
    """Return pieces with a note where a slip costs a block.

    Args:
        pieces: what could be read.
        slips: the errors of the file, each with its line.
    """
    noted = [
        Piece(f"faute:{slip.code}:{number}", slip.line, slip=slip)
        for number, slip in enumerate(slips)
    ]
    whole = list(pieces)
    for note in reversed(noted):
        after = [
            place
            for place, piece in enumerate(whole)
            if piece.line + piece.is_stale > note.line
        ]
        whole.insert(after[0] if after else len(whole), note)
    return tuple(whole)


def keep_lost(
    before: Sequence[Piece], now: Sequence[Piece], text: str
) -> tuple[Piece, ...]:
    """Return pieces with the last good reading of those the file still means to hold.

    Args:
        before: the pieces of the reading before.
        now: what can be read now.
        text: the source; a question whose id has gone from it was taken out.
    """
    whole, known = list(now), {piece.key for piece in now}
    place = 0
    for piece in before:
        if piece.key in known:
            place = [each.key for each in whole].index(piece.key) + 1
        elif piece.task is not None and f"#{piece.key}" in text:
            whole.insert(place, dataclasses.replace(piece, is_stale=True))
            place += 1
    return tuple(whole)


class _Layout:
    """Lays parts out, knowing which line of the file it has come to."""

    def __init__(self, lines: Sequence[str], drawn: Drawer) -> None:
        self._lines = lines
        self._drawn = drawn
        self._line = 1
        self._keys: dict[str, int] = {}
        self.pieces: list[Piece] = []
        """In the order of the file."""

    def take(self, part: Part) -> None:
        """Take one part."""
        match part:
            case Passage():
                self._take_text(part.blocks)
            case Callout():
                self._line = part.line
                self._add(part.id or "", reading=(part,), note=condition_of(part))
            case Draw():
                self._take_draw(part)
            case _:
                self._line = part.line
                note = condition_of(part) if isinstance(part, Asked) else ""
                self._add(part.id, task=part, note=note)

    def take_dossier(self, dossier: Dossier) -> None:
        """Take a dossier, all its steps open."""
        self._line = dossier.line
        self._say(Heading(level=STEP_LEVEL - 1, text=dossier.title))
        for part in dossier.opening:
            self.take(part)
        for step in dossier.steps:
            self._line = step.line
            self._say(Heading(level=STEP_LEVEL, text=step.title))
            for part in step.parts:
                self.take(part)

    def _take_text(self, blocks: Prose) -> None:
        """Take running text, a piece for each heading."""
        section: list[ProseBlock] = []
        for block in blocks:
            if isinstance(block, Heading):
                self._add_text(section)
                section = []
                self._line = self._line_of_heading(block.level)
            section.append(block)
        self._add_text(section)

    def _take_draw(self, draw: Draw) -> None:
        """Take the questions a run might draw here."""
        self._line = draw.line
        found = self._drawn(draw)
        said = say("author.preview.draw", n=draw.count, bank=draw.bank)
        if len(found) < draw.count:
            said = f"{said} {say('author.preview.draw.short', found=len(found))}"
        self._add(f"tirage:{draw.bank}", note=said)
        for question in found:
            self._add(question.id, task=question)

    def _say(self, heading: Heading) -> None:
        """Add a title of its own."""
        self._add_text([heading])

    def _add_text(self, blocks: Sequence[ProseBlock]) -> None:
        """Add running text, called by its heading or by what it follows."""
        if not blocks:
            return
        first = blocks[0]
        title = plain(first.text) if isinstance(first, Heading) else ""
        self._add(title, reading=(Passage(blocks=tuple(blocks)),))

    def _add(
        self,
        name: str,
        *,
        reading: tuple[Passage | Callout, ...] = (),
        task: Task | None = None,
        note: str = "",
    ) -> None:
        """Add a piece under a key no other piece has."""
        key = name or f"{self.pieces[-1].key if self.pieces else ''}+"
        times = self._keys[key] = self._keys.get(key, 0) + 1
        key = key if times == 1 else f"{key} ({times})"
        self.pieces.append(Piece(key, self._line, reading, task, note=note))

    def _line_of_heading(self, level: int) -> int:
        """Return the next line, from 1, that is a heading of a level."""
        for number in range(self._line, len(self._lines)):
            found = _HEADING.match(self._lines[number])
            if found and len(found.group(1)) == level:
                return number + 1
        return self._line


def _numbered(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces whose questions say which they are, of how many."""
    total = sum(piece.question is not None for piece in pieces)
    numbered, number = [], 0
    for piece in pieces:
        if piece.question is None:
            numbered.append(piece)
            continue
        number += 1
        kind = kind_text(piece.question)
        head = say("play.question", number=number, total=total)
        head = f"{head} {kind[:1].upper()}{kind[1:]}."
        numbered.append(dataclasses.replace(piece, head=head))
    return tuple(numbered)


def condition_of(part: Callout | Asked) -> str:
    """Return when the intern sees a block, or nothing where they always do.

    Args:
        part: a callout or a question.
    """
    said = []
    if part.when:
        said.append(say("author.preview.when", atom=part.when))
    if part.unless:
        said.append(say("author.preview.unless", atom=part.unless))
    return " ".join(said)


def _without_line(part: Passage | Callout) -> Passage | Callout:
    """Return a part as if it stood on the first line."""
    if isinstance(part, Passage):
        return part
    return part.model_copy(update={"line": 1})
