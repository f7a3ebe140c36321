"""An attestation as Markdown, to paste into a portfolio."""

from collections.abc import Iterator, Sequence

from tutor.domain.prose import Heading, Paragraph, ProseBlock, Span, Table
from tutor.locale import numeric_date, say
from tutor.services.attestation import (
    Attestation,
    Followed,
    Kind,
    cells_of,
    heads_of,
    period_text,
    sums_of,
)
from tutor.services.estimates import found_text
from tutor.services.markdown_text import blocks_of


def text_of(found: Attestation, *, progress: bool = True) -> str:
    """Return an attestation as a file of Markdown.

    Args:
        found: what the person has followed.
        progress: whether the part for them alone comes after it.
    """
    blocks = [*_attested(found), *(_own(found) if progress else ())]
    return "\n\n".join(blocks_of(tuple(blocks))) + "\n"


def _attested(found: Attestation) -> Iterator[ProseBlock]:
    """Yield what is attested, and what is not."""
    yield _head(1, say("attestation.title"))
    if found.name:
        yield _said(say("attestation.name", name=found.name))
    yield _said(say("attestation.course", title=found.course, version=found.version))
    yield _said(period_text(found))
    yield _said(say("attestation.made", date=numeric_date(found.made)))
    yield _said(say("attestation.scope"))
    heads = [say("attestation.sum.what"), say("attestation.sum.value")]
    yield _table(heads, sums_of(found))
    yield from _done("lesson", found.lessons)
    yield from _done("dossier", found.dossiers)
    yield _said(say("attestation.how"))
    yield _said(say("attestation.origin"))


def _done(kind: Kind, done: Sequence[Followed]) -> Iterator[ProseBlock]:
    """Yield the lessons or the dossiers that are done."""
    yield _head(2, say(f"attestation.{kind}s"))
    if not done:
        yield _said(say(f"attestation.{kind}s.none"))
        return
    yield _table(heads_of(kind, done), cells_of(done))


def _own(found: Attestation) -> Iterator[ProseBlock]:
    """Yield the part for the person alone."""
    yield _head(2, say("attestation.own"))
    yield _said(say("attestation.own.note"))
    yield _head(3, say("attestation.weeks"))
    if found.weeks:
        weeks = [(numeric_date(each.monday), str(each.answers)) for each in found.weeks]
        yield _table([say("attestation.week"), say("attestation.answers")], weeks)
    else:
        yield _said(say("attestation.weeks.none"))
    yield _head(3, say("attestation.items"))
    if not found.items:
        yield _said(say("attestation.items.none"))
        return
    heads = [
        say("attestation.item"),
        say("attestation.item.own"),
        say("attestation.item.found"),
    ]
    rows = [
        (f"{each.code} {each.text}", each.own, found_text(each.found))
        for each in found.items
    ]
    yield _table(heads, rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return words as a table."""
    return Table(
        header=tuple((Span(text=head),) for head in heads),
        rows=tuple(tuple((Span(text=cell),) for cell in row) for row in rows),
    )


def _said(text: str) -> Paragraph:
    """Return words as a paragraph."""
    return Paragraph(text=(Span(text=text),))


def _head(level: int, text: str) -> Heading:
    """Return a heading."""
    return Heading(level=level, text=(Span(text=text),))
