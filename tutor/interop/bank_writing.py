"""Write questions as a bank of the tutor, in the Markdown its author would write."""

import json
import re
from collections.abc import Iterable, Sequence

from tutor.domain.course import Part, Passage, Reflection
from tutor.domain.prose import Prose, Text
from tutor.domain.question import (
    Asked,
    Choice,
    Matching,
    Option,
    Ordering,
    ShortAnswer,
)
from tutor.services.markdown_text import blocks_of, cell, line_of, table

_BRACES = re.compile(r"\{[^{}]*\}\s*$")
_OTHER = "(autre)"


def head_of(name: str, title: str) -> str:
    """Return the front matter of a bank."""
    quoted = json.dumps(title, ensure_ascii=False)
    return f"---\nid: {name}\ntitre: {quoted}\nlangue: fr\nversion: 1.0.0\n---"


def heading_of(level: int, title: Text, braces: str = "") -> str:
    """Return a heading, with its attributes if it has any."""
    return f"{'#' * level} {_safe_end(line_of(title, inside=True))} {braces}".rstrip()


def block_of(part: Part) -> str:
    """Return one part as the author would write it."""
    match part:
        case Passage():
            return "\n\n".join(blocks_of(part.blocks))
        case Reflection():
            leads = [_labelled("Pistes", lead) for lead in part.leads]
            braces = _braces(part.id, [("comp", part.items)])
            return _block("reflexion", braces, part.stem, leads)
        case Choice():
            options = "\n".join(_option(each) for each in part.options)
            n = [("n", str(part.most_ticks))] if part.kind in {"qrp", "qrpl"} else []
            return _asked(part.kind, part, n, options)
        case ShortAnswer():
            return _asked("qroc", part, [("mots", part.most_words)], _wordings(part))
        case Matching():
            rows = [(cell(pair.left), cell(pair.right)) for pair in part.pairs]
            return _asked("appariement", part, [], table((" ", " "), rows))
        case Ordering():
            items = enumerate(part.items_in_order, 1)
            lines = [f"{rank}. {line_of(text)}" for rank, text in items]
            return _asked("ordre", part, [], "\n".join(lines))
        case _:
            raise TypeError(f"{part.kind!r} comes from no other system")


def _asked(
    kind: str,
    question: Asked,
    own: Iterable[tuple[str, object]],
    answers: str,
) -> str:
    """Return the block of a question."""
    attributes: list[tuple[str, object]] = [
        *own,
        ("comp", question.items),
        ("missions", question.missions),
        ("faits", question.facts),
        ("phase", question.phases),
        ("lecon", question.lesson),
        ("points", f"{question.points:g}" if question.points != 1 else None),
        ("certitude", None if question.asks_certainty else "non"),
    ]
    labelled = [
        *(_labelled("Indice", hint) for hint in question.hints),
        *(
            [_labelled("Explication", question.explanation)]
            if question.explanation
            else []
        ),
        *([_labelled("Source", question.source)] if question.source else []),
    ]
    braces = _braces(question.id, attributes)
    return _block(kind, braces, question.stem, [answers, *labelled])


def _block(kind: str, braces: str, stem: Prose, after: Sequence[str]) -> str:
    """Return a block; blank lines part what stands in it."""
    inside = "\n\n".join([*blocks_of(stem), *after])
    return f"::: {kind} {braces}\n{inside}\n\n:::"


def _braces(name: str, attributes: Iterable[tuple[str, object]]) -> str:
    """Return an id and attributes between braces, those that say nothing left out."""
    said = [(key, value) for key, value in attributes if value]
    words = [
        f'{key}="{" ".join(value) if isinstance(value, tuple) else value}"'
        for key, value in said
    ]
    return f"{{{' '.join([f'#{name}', *words])}}}"


def _option(option: Option) -> str:
    """Return one option, and its feedback if it has one."""
    marks = [
        *([".indispensable"] if option.indispensable else []),
        *([".inacceptable"] if option.inacceptable else []),
        *([".dernier"] if option.last else []),
        *([f'err="{option.misconception}"'] if option.misconception else []),
    ]
    braces = f" {{{' '.join(marks)}}}" if marks else ""
    text = _safe_end(line_of(option.text, inside=True))
    return _task(f"{text}{braces}", option.feedback, ticked=option.right)


def _wordings(question: ShortAnswer) -> str:
    """Return the wordings of a QROC, which are kept as they are typed."""
    lines = []
    for known in question.known:
        said = known.text.replace("<!--", "< !--")
        braces = f'{{err="{known.misconception}"}}' if known.misconception else ""
        if not braces and _BRACES.search(said):
            braces = "{}"
        lines.append(
            _task(f"{said} {braces}".rstrip(), known.feedback, ticked=known.right)
        )
    if question.other_feedback:
        lines.append(_task(_OTHER, question.other_feedback, ticked=False))
    return "\n".join(lines)


def _task(text: str, feedback: Text, *, ticked: bool) -> str:
    """Return one line of a task list, and the quote under it."""
    line = f"- [{'x' if ticked else ' '}] {text}"
    return f"{line}\n  > {line_of(feedback)}" if feedback else line


def _labelled(name: str, text: Text) -> str:
    """Return a quote with its label."""
    return f"> **{name}** {line_of(text, inside=True)}"


def _safe_end(written: str) -> str:
    """Return a line whose last brace opens no attributes."""
    return f"{written[:-1]}&#125;" if written.endswith("}") else written
