"""Read GIFT as Moodle does, and say what Moodle would not."""

import re
from dataclasses import replace

from tutor.domain.prose import Paragraph, Prose, Span, plain
from tutor.interop.exchange import NOWHERE, Category, Entry, Read
from tutor.interop.formats import read_text
from tutor.interop.gift_answers import AnswerReader, Answers
from tutor.interop.gift_blocks import CATEGORY, Block, blocks_of
from tutor.interop.gift_text import places, unescaped
from tutor.interop.html_reading import tidy
from tutor.interop.noting import Notes, excerpt
from tutor.locale import say

_NAME = re.compile(r"\s*::((?:\\.|[^\\])*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
_SLASH = "//"
_ROOTS = frozenset({"$course$", "$system$", "$module$", "$cat1$", "top"})
_ROOT = re.compile(r"\$[\w/]+\$")


def read_gift(text: str, path: str) -> Read:
    """Return the questions of a GIFT file, and what is wrong with the others.

    Args:
        text: the file, decoded, its lines ended by line feeds.
        path: as it is shown.
    """
    notes = Notes(path)
    category = NOWHERE
    categories, entries = [], []
    for block in blocks_of(text):
        if block.text.startswith(CATEGORY):
            category = category_of(block.text.removeprefix(CATEGORY), block.id)
            categories.append(category)
        elif (entry := _entry(block, notes)) is not None:
            entries.append(replace(entry, category=category))
    return Read(entries, notes.problems, tuple(categories))


def category_of(path: str, name: str = "") -> Category:
    """Return a category by its path.

    Args:
        path: `$course$/top/a/b`; a slash inside a name is doubled.
        name: the id of what it was made of, if anything says it.
    """
    parts = re.split(r"(?<!/)/(?!/)", path.strip())
    said = [plain(tidy([Span(text=part.replace(_SLASH, "/"))])) for part in parts]
    kept = [
        part
        for rank, part in enumerate(said)
        if part and not (rank < 2 and (part in _ROOTS or _ROOT.fullmatch(part)))  # noqa: PLR2004
    ]
    return Category(tuple(kept), name)


def _entry(block: Block, notes: Notes) -> Entry | None:
    """Return one question, or None after saying what is wrong."""
    found = _NAME.match(block.text)
    name = " ".join(unescaped(found[1]).split()) if found else ""
    rest = block.text[found.end() :] if found else block.text
    marked = _FORMAT.match(rest)
    form = marked[1] if marked else "moodle"
    rest = rest[marked.end() :] if marked else rest
    called = excerpt(name or rest)
    parts = _parts(rest)
    if isinstance(parts, str):
        notes.note(parts, block.line, text=called)
        return None
    before, inside, after = parts
    stem, images = _stem(before, after, form)
    entry = Entry("description", stem, name, block.id, tags=block.tags, line=block.line)
    if inside is not None:
        answers = AnswerReader(form).read(inside)
        if answers is None:
            notes.note("no-answer", block.line, text=called)
            return None
        images = (*images, *answers.images)
        entry = _answered(entry, answers)
        for slip in answers.slips:
            notes.note(slip.code, block.line, text=called, **slip.values)
    if images:
        notes.note("image", block.line, text=called, names=", ".join(images[:5]))
    return entry


def _parts(rest: str) -> tuple[str, str | None, str] | str:
    """Return what stands before, in and after the braces, or the code of a slip."""
    where = places(rest, "{}")
    signs = "".join(rest[place] for place in where)
    if not signs:
        return rest, None, ""
    if signs == "{":
        return "unclosed"
    if signs != "{}":
        return "stray-brace"
    opening, closing = where
    return rest[:opening], rest[opening + 1 : closing], rest[closing + 1 :]


def _stem(before: str, after: str, form: str) -> tuple[Prose, tuple[str, ...]]:
    """Return the stem; where text follows the braces, a blank stands for them."""
    said = unescaped(before).strip()
    if after.strip():
        blank = say("exchange.blank")
        said = f"{said} {blank} {unescaped(after).strip()}"
    seen = read_text(said, form)
    if form == "plain" and len(seen.prose) > 1:
        lines = [b.text for b in seen.prose if isinstance(b, Paragraph)]
        spans = [span for line in lines for span in (*line, Span(text=" "))]
        return (Paragraph(text=tidy(spans)),), seen.images
    return seen.prose, seen.images


def _answered(entry: Entry, answers: Answers) -> Entry:
    """Return a question with its answers."""
    return replace(
        entry,
        kind=answers.kind,
        replies=answers.replies,
        pairs=answers.pairs,
        single=answers.single,
        general=answers.general,
    )
