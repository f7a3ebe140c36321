"""A sheet to print, in plain Markdown: text, numbered questions, room to answer."""

from collections.abc import Iterator, Sequence

from tutor.assessment.ordering import shown_order
from tutor.domain.course import (
    Callout,
    Directory,
    Dossier,
    Draw,
    Part,
    Passage,
    Reflection,
    SelfRating,
    Unit,
)
from tutor.domain.prose import Heading, Text
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
from tutor.locale import say
from tutor.services.answer_key import VALUES, names
from tutor.services.conversion import Manner, Source
from tutor.services.markdown_text import (
    blocks_of,
    cell,
    escaped,
    line_of,
    quoted,
    table,
)
from tutor.services.preview_pieces import condition_of
from tutor.services.printed_key import printed_card, printed_key
from tutor.services.wording import kind_text

Printed = Passage | Callout | Heading | SelfRating | Reflection | Directory | Question
BOX = "☐"
LINE = "…" * 36
"""A line to write on; dots, since a row of underscores would be a rule."""
HARD_BREAK = "  \n"
RELAY_LINES, NOTE_LINES = 6, 4


def write_sheet(sources: Sequence[Source], manner: Manner) -> str:
    """Return lessons and banks as a sheet to print.

    The key, where asked for, comes after everything else under a heading of its own:
    one print then serves both the learners and, its last pages torn off, the teacher.

    Args:
        sources: what to print, in order; questions are numbered throughout.
        manner: whether the key is added, and the order of options.
    """
    sheet = _Sheet(manner)
    for source in sources:
        sheet.take(source)
    return "\n\n".join([*sheet.blocks, *(sheet.key if manner.with_key else [])]) + "\n"


class _Sheet:
    """Gathers the blocks of a sheet, and those of its key."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._number = 0
        self.blocks: list[str] = []
        self.key: list[str] = ["---", f"# {say('author.sheet.key')}"]

    def take(self, source: Source) -> None:
        """Take a lesson or bank."""
        unit, title = source.unit, escaped(source.unit.title)
        if not _has_title(unit):
            self.blocks.append(f"# {title}")
        self.key.append(f"## {title}")
        for part in _parts(unit, source):
            self._take(part)

    def _take(self, part: Printed) -> None:
        """Take one part."""
        match part:
            case Heading():
                self.blocks.extend(blocks_of((part,)))
            case Passage():
                self.blocks.extend(blocks_of(part.blocks))
            case Callout():
                self._take_condition(part)
                word = f"**{say(f'play.callout.{part.kind}')}**"
                self.blocks.append(quoted([word, *blocks_of(part.blocks)]))
            case Directory():
                self._take_directory(part)
            case SelfRating() | Reflection():
                self._take_card(part)
            case Concordance() if not part.scored:
                self._take_card(part)
            case _:
                self._take_question(part)

    def _take_card(self, card: SelfRating | Reflection | Concordance) -> None:
        """Take what is asked and never scored; it has no number."""
        kind = "autoeval" if isinstance(card, SelfRating) else "reflexion"
        self.blocks.append(f"*{say(f'play.kind.{kind}')}*")
        self.blocks.extend(blocks_of(card.stem))
        match card:
            case SelfRating():
                scale = enumerate(card.scale, 1)
                self.blocks.append(_boxes([(str(rank), text) for rank, text in scale]))
            case Concordance():
                self.blocks.append(_votes(card))
            case Reflection():
                self.blocks.extend([LINE] * NOTE_LINES)
        self.key.extend(printed_card(card))

    def _take_directory(self, card: Directory) -> None:
        """Take a directory: each field, and room to write."""
        self.blocks.append(f"*{say('play.kind.annuaire')}*")
        self.blocks.extend(blocks_of(card.stem))
        for field in card.fields:
            name = say("play.local.field", label=line_of(field.label, inside=True))
            self.blocks.extend([name, LINE])

    def _take_question(self, question: Question) -> None:
        """Take a question: its number and kind, what is asked, room to answer."""
        self._number += 1
        self._take_condition(question)
        number = say("author.sheet.question", number=self._number)
        seed, shuffled = self._manner.seed or 0, self._manner.seed is not None
        order = shown_order(question, seed, shuffled=shuffled)
        self.blocks.append(f"**{number}** *({kind_text(question)})*")
        self.blocks.extend(blocks_of(question.stem))
        self.blocks.extend(_room(question, order))
        self.key.extend(printed_key(question, self._number, order))

    def _take_condition(self, part: Callout | Asked) -> None:
        """Say when a block is shown, where that is not always."""
        if said := condition_of(part):
            self.blocks.append(f"*{escaped(said)}*")


def _parts(unit: Unit, source: Source) -> Iterator[Printed]:
    """Yield everything of a file in order, its dossiers open, its draws drawn."""
    for whole in unit.parts:
        for part in _opened(whole):
            if isinstance(part, Draw):
                yield from source.drawn(part)
            else:
                yield part


def _opened(whole: Part | Dossier) -> Iterator[Part | Heading]:
    """Yield a part, or the titles and parts of a dossier."""
    if not isinstance(whole, Dossier):
        yield whole
        return
    yield Heading(level=2, text=whole.title)
    yield from whole.opening
    for step in whole.steps:
        yield Heading(level=3, text=step.title)
        yield from step.parts


def _has_title(unit: Unit) -> bool:
    """Return whether the text of a file begins with a title of its own."""
    first = unit.parts[0] if unit.parts else None
    block = first.blocks[0] if isinstance(first, Passage) else None
    return isinstance(block, Heading) and block.level == 1


def _room(question: Question, order: Sequence[int]) -> list[str]:
    """Return the room to answer a question: boxes, lines, or a table."""
    match question:
        case Choice():
            texts = [question.options[place].text for place in order]
            return [_boxes(list(zip(_capitals(question), texts, strict=True)))]
        case Ordering():
            texts = [question.items_in_order[place] for place in order]
            return [_boxes(list(zip(_capitals(question), texts, strict=True)))]
        case Matching():
            return [_pairs(question, order)]
        case Concordance():
            return [_votes(question)]
        case ShortAnswer():
            return [LINE]
        case Relay():
            return [LINE] * RELAY_LINES


def _boxes(lines: Sequence[tuple[str, Text]]) -> str:
    """Return lines with a box and a letter each."""
    written = [f"{BOX} {label}. {line_of(text, inside=True)}" for label, text in lines]
    return HARD_BREAK.join(written)


def _pairs(question: Matching, order: Sequence[int]) -> str:
    """Return the two sides of an appariement, the right one in the order shown."""
    rights = zip(_capitals(question), order, strict=True)
    rows = [
        (
            f"{rank}. {cell(pair.left)}",
            "",
            f"{label}. {cell(question.pairs[place].right)}",
        )
        for rank, (pair, (label, place)) in enumerate(
            zip(question.pairs, rights, strict=True), 1
        )
    ]
    return table(("", say("author.sheet.letter"), ""), rows)


def _votes(question: Concordance) -> str:
    """Return the vignettes of a TCS with a box for each value."""
    hypothesis = escaped(say("play.table.hypothesis", text="…"))
    news = escaped(say("play.table.news", text="…"))
    boxes = (BOX,) * len(VALUES)
    rows = [(cell(row.hypothesis), cell(row.news), *boxes) for row in question.rows]
    return table((hypothesis, news, *VALUES), rows)


def _capitals(question: Question) -> list[str]:
    """Return the letters of the parts of a question, as paper shows them."""
    return [label.upper() for label in names(question)]
