"""Draw a course file as a few lines, so that a case can say what it becomes."""

from collections.abc import Iterator

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
from tutor.domain.prose import plain
from tutor.domain.question import (
    Asked,
    Atom,
    Choice,
    Concordance,
    Matching,
    Option,
    Ordering,
    Relay,
    ShortAnswer,
)


def outline(unit: Unit) -> str:
    """Return a line for each part; what lies in a dossier or a step is indented."""
    return "".join(line + "\n" for part in unit.parts for line in _lines(part))


def _lines(part: Part | Dossier) -> Iterator[str]:
    """Draw one part."""
    match part:
        case Dossier():
            yield f"{part.kind} #{part.id} {plain(part.title)}{_items(part.items)}"
            yield from _indented(part.opening)
            for step in part.steps:
                yield f"  step {plain(step.title)}"
                yield from (f"  {line}" for line in _indented(step.parts))
        case Passage():
            yield "passage " + " ".join(block.type for block in part.blocks)
        case Callout():
            name = f" #{part.id}" if part.id else ""
            yield f"{part.kind}{name} " + " ".join(b.type for b in part.blocks)
        case SelfRating() | Reflection() | Directory():
            yield _card(part)
        case Draw():
            seed = "" if part.seed is None else f", seed {part.seed}"
            wanted = " ".join((*part.items, *part.missions))
            yield f"questions {part.count} of {part.bank} [{wanted}]{seed}"
        case _:
            yield f"{part.kind} #{part.id} {_key(part)}{_shared(part)}"


def _card(part: SelfRating | Reflection | Directory) -> str:
    """Draw what is never scored."""
    match part:
        case SelfRating():
            return f"autoeval #{part.id} {len(part.scale)} degrees{_items(part.items)}"
        case Reflection():
            stem = " ".join(block.type for block in part.stem)
            return f"reflexion #{part.id} {stem}, {len(part.leads)} leads"
        case Directory():
            fields = (f"{each.key} ({'|'.join(each.words)})" for each in part.fields)
            return f"annuaire #{part.id} {', '.join(fields)}"


def _indented(parts: tuple[Part, ...]) -> Iterator[str]:
    """Draw parts two columns further in."""
    return (f"  {line}" for part in parts for line in _lines(part))


def _key(question: Asked) -> str:
    """Draw what makes an answer right."""
    match question:
        case Choice():
            return "".join(_mark(option) for option in question.options)
        case ShortAnswer():
            signs = ("+" if answer.right else "-" for answer in question.known)
            texts = (answer.text for answer in question.known)
            return " ".join(f"{s}{t}" for s, t in zip(signs, texts, strict=True))
        case Concordance():
            scored = "scored" if question.scored else "card"
            votes = (str(row.votes or "no votes") for row in question.rows)
            return f"{scored}, {', '.join(votes)}, {len(question.reasons)} reasons"
        case Matching():
            both = ((plain(p.left), plain(p.right)) for p in question.pairs)
            return ", ".join(f"{left} → {right}" for left, right in both)
        case Ordering():
            return " < ".join(plain(text) for text in question.items_in_order)
        case Relay():
            return ", ".join(_atom(atom) for atom in question.atoms)
        case _:
            raise TypeError(question)


def _atom(atom: Atom) -> str:
    """Draw a piece of information: its name, gravity and words."""
    name = f"#{atom.name} " if atom.name else ""
    grave = "! " if atom.indispensable else ""
    return f"{name}{grave}{plain(atom.text)} ({'|'.join(atom.words)})"


def _mark(option: Option) -> str:
    """Draw an option: `x` right, `X` indispensable, `-` wrong, `!` unacceptable."""
    mark = "x" if option.right else "-"
    mark = mark.upper() if option.indispensable else mark
    mark = "!" if option.inacceptable else mark
    last = "last" if option.last else ""
    return mark + last + (f"({option.misconception})" if option.misconception else "")


def _shared(question: Asked) -> str:
    """Draw what is out of the ordinary."""
    said = _items(question.items)
    said += f" points={question.points:g}" if question.points != 1 else ""
    said += "" if question.asks_certainty else " no-certainty"
    said += f" hints={len(question.hints)}" if question.hints else ""
    for name in ("missions", "facts", "phases"):
        codes = getattr(question, name)
        said += f" {name}={','.join(codes)}" if codes else ""
    return said


def _items(items: tuple[str, ...]) -> str:
    """Draw competency items."""
    return f" items={','.join(items)}" if items else ""
