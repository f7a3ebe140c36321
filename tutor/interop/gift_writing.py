"""Write questions as GIFT, the plain text that Moodle imports.

Texts are HTML on one line: a blank line would end a question. Ids and labels stand in a
comment, where Moodle looks for them (`[id:…] [tag:…]`).
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tutor.domain.prose import Text, plain
from tutor.interop.exchange import Category, Entry, Exported, Reply
from tutor.interop.exporting import Entries
from tutor.interop.gift_text import escaped, escaped_html
from tutor.interop.html_writing import html_line, html_of
from tutor.interop.legal_fractions import written
from tutor.interop.losses import header, losses_of, own_losses
from tutor.services.conversion import Source

ARROW = "->"
"""What parts the two sides of a matching; nothing escapes it in a plain text."""
TOP = "$course$/top"


def write_gift(sources: Sequence[Source]) -> Exported:
    """Return lessons and banks as one GIFT file.

    Args:
        sources: what to write, in order; texts outside of dossiers are left out.
    """
    found = Entries()
    for source in sources:
        found.take(source)
    kept = [_marked(entry) for entry in found.entries if not _is_unsayable(entry)]
    refused = [("arrow", e.id) for e in found.entries if _is_unsayable(e)]
    losses = losses_of(kept, [*found.left_out, *refused])
    blocks = ["\n".join(f"// {line}".rstrip() for line in header(losses))]
    for entry in kept:
        blocks.extend(map(_category, found.opened_by(entry)))
        blocks.append(gift_of(entry))
    asked = sum(entry.kind != "description" for entry in kept)
    return Exported("\n\n".join(blocks) + "\n", losses, asked)


def gift_of(entry: Entry) -> str:
    """Return one question as GIFT, the comment that names it included."""
    marks = [f"[id:{entry.id}]"] if entry.id else []
    marks.extend(f"[tag:{tag}]" for tag in entry.tags)
    lines = [f"// {' '.join(marks)}"] if marks else []
    if lost := own_losses(entry):
        lines.append(f"// {lost}")
    name = f"::{escaped(entry.name)}::" if entry.name else ""
    stem = f"{name}[html]{escaped_html(html_of(entry.stem))}"
    if entry.kind == "description":
        return "\n".join([*lines, stem])
    inside = [f"\t{line}" for line in _answers(entry)]
    if entry.general:
        inside.append(f"\t####{escaped_html(html_of(entry.general))}")
    return "\n".join([*lines, f"{stem} {{", *inside, "}"])


def _is_unsayable(entry: Entry) -> bool:
    """Return whether GIFT would read another kind of question in its answers."""
    words = [plain(reply.text) for reply in entry.replies]
    return entry.kind == "short" and any(ARROW in each for each in words)


def _marked(entry: Entry) -> Entry:
    """Return an entry with what GIFT loses of its own: its weight in a total."""
    points = () if entry.grade == 1 else ("points",)
    return replace(entry, lost=(*entry.lost, *points))


def _category(category: Category) -> str:
    """Return the line that opens a category, after the id of what it was made of."""
    path = "/".join([TOP, *(name.replace("/", "//") for name in category.path)])
    return f"// [id:{category.id}]\n$CATEGORY: {path}"


def _answers(entry: Entry) -> list[str]:
    """Return the answers of a question, a line each."""
    if entry.kind == "matching":
        return [_pair(*pair) for pair in entry.pairs]
    if entry.kind == "short":
        return [_wording(reply) for reply in entry.replies]
    return [_option(reply, single=entry.single) for reply in entry.replies]


def _option(reply: Reply, *, single: bool) -> str:
    """Return one option: `=` or `~`, its weight where it is not plain, its reason."""
    is_key = single and reply.fraction == Fraction(100)
    weight = "" if single else f"%{written(reply.fraction)}%"
    text = escaped_html(html_line(reply.text))
    return f"{'=' if is_key else '~'}{weight}{text}{_feedback(reply.feedback)}"


def _wording(reply: Reply) -> str:
    """Return one wording of a short answer, its weight before all that follows."""
    words = plain(reply.text)
    asterisk = words if words == "*" else words.replace("*", "\\*")
    weight = f"%{written(reply.fraction)}%"
    return f"={weight}{escaped(asterisk)}{_feedback(reply.feedback)}"


def _pair(left: Text, right: Text) -> str:
    """Return one pair; the right side is plain text."""
    return f"={escaped_html(html_line(left))} {ARROW} {escaped(plain(right))}"


def _feedback(text: Text) -> str:
    """Return a reason after its sign, or nothing."""
    return f"#{escaped_html(html_line(text))}" if text else ""
