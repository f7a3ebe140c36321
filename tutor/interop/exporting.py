"""Make entries of lessons and banks: what every form is written from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tutor.domain.course import (
    Callout,
    Directory,
    Dossier,
    Draw,
    Part,
    Passage,
    Reflection,
    SelfRating,
)
from tutor.domain.prose import Heading, Paragraph, Prose, ProseBlock, Span, plain
from tutor.domain.question import (
    Asked,
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.interop.exchange import Category, Entry
from tutor.interop.questions_out import (
    entry_of_choice,
    entry_of_concordance,
    entry_of_matching,
    entry_of_ordering,
    entry_of_reflection,
    entry_of_relay,
    entry_of_short,
)
from tutor.locale import say
from tutor.services.conversion import Source
from tutor.services.preview_pieces import condition_of

TITLE_LEVEL = 3
"""The level of the heading that opens a dossier or a step."""
_LEFT_OUT: dict[type, str] = {
    Passage: "text",
    Callout: "text",
    SelfRating: "rating",
    Directory: "directory",
    Draw: "draw",
}


class Entries:
    """What is written of some files, and what is not."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        """In the order of the files."""
        self.left_out: list[tuple[str, str]] = []
        """What no form can hold: the code of a loss, and of which block or file."""
        self._homes: dict[tuple[str, ...], Category] = {}
        self._opened: set[Category] = set()
        self._current: Category | None = None

    def take(self, source: Source) -> None:
        """Take a lesson or bank: its questions, then its dossiers' in their order."""
        unit = source.unit
        home = Category((unit.title,), unit.id)
        self._homes[home.path] = home
        for part in unit.parts:
            if isinstance(part, Dossier):
                self._take_dossier(part, home, unit.id)
            else:
                self._take(part, home, unit.id)

    def opened_by(self, entry: Entry) -> list[Category]:
        """Return the categories that begin with an entry, the one that holds it last.

        Args:
            entry: the next one in order; the bank of a dossier is opened once before it.
        """
        category = entry.category
        if category == self._current:
            return []
        self._current = category
        bank = self._homes.get(category.path[:-1])
        before = [bank] if bank is not None and bank not in self._opened else []
        self._opened.update([*before, category])
        return [*before, category]

    def _take(self, part: Part, category: Category, unit: str) -> None:
        """Take one part outside of dossiers."""
        if code := _LEFT_OUT.get(type(part)):
            name = part.bank if isinstance(part, Draw) else getattr(part, "id", None)
            self.left_out.append((code, name or unit))
        elif isinstance(part, Reflection):
            self.entries.append(replace(entry_of_reflection(part), category=category))
        elif isinstance(part, Asked):
            self._take_question(part, category)

    def _take_question(self, question: Question, category: Category) -> None:
        """Take a question, or say that it cannot be written."""
        entry = _entry(question)
        if entry is None:
            self.left_out.append(("too-many-right", question.id))
            return
        lost = [*entry.lost, *(["condition"] if question.depends else [])]
        self.entries.append(replace(entry, category=category, lost=tuple(lost)))

    def _take_dossier(self, dossier: Dossier, home: Category, unit: str) -> None:
        """Take a dossier: a category of its own, each story before its questions."""
        title = plain(dossier.title)
        category = Category((*home.path, title), dossier.id)
        labels = (f"type:{dossier.kind}", *dossier.items)
        head = Entry(
            "description",
            (Heading(level=TITLE_LEVEL, text=dossier.title),),
            title,
            dossier.id,
            category,
            tags=labels,
            line=dossier.line,
            lost=("steps",),
        )
        self._take_told(dossier.opening, head, unit)
        for number, step in enumerate(dossier.steps, 1):
            head = Entry(
                "description",
                (Heading(level=TITLE_LEVEL, text=step.title),),
                plain(step.title),
                f"{dossier.id}.{number}",
                category,
                tags=("type:etape",),
                line=step.line,
            )
            self._take_told(step.parts, head, unit)

    def _take_told(self, parts: Sequence[Part], head: Entry, unit: str) -> None:
        """Take a heading and what stands under it; text goes before what follows it."""
        story, told = head, 0
        for part in parts:
            if isinstance(part, Passage | Callout):
                story = replace(story, stem=(*story.stem, *_told(part)))
                continue
            if story.stem:
                self.entries.append(story)
            told += 1
            story = _more(head, told)
            self._take(part, head.category, unit)
        if story.stem:
            self.entries.append(story)


def _more(head: Entry, number: int) -> Entry:
    """Return the entry of what is told after a question."""
    name = say("exchange.story.more", name=head.name, number=number)
    more = f"{head.id}.{number}" if "." in head.id else f"{head.id}.0.{number}"
    tags = ("type:recit",)
    return replace(head, stem=(), name=name, id=more, tags=tags, lost=())


def _told(part: Passage | Callout) -> Iterator[ProseBlock]:
    """Yield what a passage or a callout says."""
    if isinstance(part, Callout):
        words = [condition_of(part), say(f"play.callout.{part.kind}")]
        said = " ".join(filter(None, words))
        yield Paragraph(text=(Span(text=said, bold=True),))
    yield from _lowered(part.blocks)


def _lowered(prose: Prose) -> Iterator[ProseBlock]:
    """Yield prose whose headings stand under the one of the step."""
    for block in prose:
        if isinstance(block, Heading):
            level = min(6, max(TITLE_LEVEL + 1, block.level))
            yield block.model_copy(update={"level": level})
        else:
            yield block


def _entry(question: Question) -> Entry | None:
    """Return a question as an entry, or None where no form can hold it."""
    match question:
        case Choice():
            return entry_of_choice(question)
        case ShortAnswer():
            return entry_of_short(question)
        case Matching():
            return entry_of_matching(question)
        case Ordering():
            return entry_of_ordering(question)
        case Relay():
            return entry_of_relay(question)
        case Concordance():
            return entry_of_concordance(question)
