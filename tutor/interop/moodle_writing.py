"""Write questions as Moodle XML, the form in which Moodle keeps most of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tutor.domain.prose import Text, plain
from tutor.interop.exchange import Category, Entry, Exported, Reply
from tutor.interop.exporting import Entries
from tutor.interop.gift_writing import TOP
from tutor.interop.html_writing import html_line, html_of
from tutor.interop.legal_fractions import written
from tutor.interop.losses import header, losses_of, own_losses
from tutor.services.conversion import Source

TYPES = {
    "choice": "multichoice",
    "short": "shortanswer",
    "matching": "matching",
    "essay": "essay",
    "description": "description",
}
"""What Moodle calls each kind."""
_SAID = frozenset({"hints", "last"})
"""Losses that this form spares."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>'


def write_moodle(sources: Sequence[Source]) -> Exported:
    """Return lessons and banks as one Moodle XML file.

    Args:
        sources: what to write, in order; texts outside of dossiers are left out.
    """
    found = Entries()
    for source in sources:
        found.take(source)
    kept = [_spared(entry) for entry in found.entries]
    losses = losses_of(kept, found.left_out)
    lines = [_PROLOGUE, _comment("\n".join(header(losses))), "<quiz>"]
    for entry in kept:
        lines.extend(line for c in found.opened_by(entry) for line in _category(c))
        lines.extend(xml_of(entry))
    asked = sum(entry.kind != "description" for entry in kept)
    return Exported("\n".join([*lines, "</quiz>"]) + "\n", losses, asked)


def xml_of(entry: Entry) -> list[str]:
    """Return one question as lines of XML, what is lost of it in a comment before."""
    lost = own_losses(entry)
    return [
        *([f"  {_comment(lost)}"] if lost else []),
        f'  <question type="{TYPES[entry.kind]}">',
        *(f"    {line}" for line in _inside(entry)),
        "  </question>",
    ]


def _inside(entry: Entry) -> list[str]:
    """Return what stands in a question; all of it that every kind has comes first."""
    is_asked = entry.kind != "description"
    lines = [
        f"<name>{_text(entry.name)}</name>",
        _html("questiontext", html_of(entry.stem)),
        _html("generalfeedback", html_of(entry.general)),
        f"<defaultgrade>{entry.grade if is_asked else 0:g}</defaultgrade>",
        "<penalty>0</penalty>",
        "<hidden>0</hidden>",
        f"<idnumber>{_cdata(entry.id)}</idnumber>",
        *_answers(entry),
        *(_html("hint", html_line(hint)) for hint in entry.hints),
    ]
    if entry.tags:
        tags = "".join(f"<tag>{_text(tag)}</tag>" for tag in entry.tags)
        lines.append(f"<tags>{tags}</tags>")
    return lines


def _answers(entry: Entry) -> list[str]:
    """Return the answers of a question, with the settings of its kind."""
    shuffled = str(entry.shuffled).lower()
    match entry.kind:
        case "choice":
            return [
                f"<single>{str(entry.single).lower()}</single>",
                f"<shuffleanswers>{shuffled}</shuffleanswers>",
                "<answernumbering>ABCD</answernumbering>",
                *(_answer(each, html_line(each.text)) for each in entry.replies),
            ]
        case "short":
            words = [plain(each.text) for each in entry.replies]
            wild = [each if each == "*" else each.replace("*", "\\*") for each in words]
            pairs = zip(entry.replies, wild, strict=True)
            answers = [_answer(reply, text, "plain_text") for reply, text in pairs]
            return ["<usecase>0</usecase>", *answers]
        case "matching":
            return [
                f"<shuffleanswers>{shuffled}</shuffleanswers>",
                *(_pair(*pair) for pair in entry.pairs),
            ]
        case "essay":
            return [
                "<responseformat>plain</responseformat>",
                "<responserequired>1</responserequired>",
                "<responsefieldlines>10</responsefieldlines>",
                "<attachments>0</attachments>",
                _html("graderinfo", ""),
                _html("responsetemplate", ""),
            ]
        case "description":
            return []


def _answer(reply: Reply, text: str, form: str = "html") -> str:
    """Return one answer with its fraction and its feedback."""
    fraction = written(Fraction(reply.fraction))
    feedback = _html("feedback", html_line(reply.feedback))
    return f'<answer fraction="{fraction}" format="{form}">{_text(text)}{feedback}</answer>'


def _pair(left: Text, right: Text) -> str:
    """Return one pair; the right side is plain text."""
    said = f"{_text(html_line(left))}<answer>{_text(plain(right))}</answer>"
    return f'<subquestion format="html">{said}</subquestion>'


def _category(category: Category) -> list[str]:
    """Return the false question that opens a category."""
    path = "/".join([TOP, *(name.replace("/", "//") for name in category.path)])
    return [
        '  <question type="category">',
        f"    <category>{_text(path)}</category>",
        f"    <idnumber>{_cdata(category.id)}</idnumber>",
        "  </question>",
    ]


def _spared(entry: Entry) -> Entry:
    """Return an entry without the losses that this form spares."""
    return replace(entry, lost=tuple(each for each in entry.lost if each not in _SAID))


def _html(tag: str, html: str) -> str:
    """Return a text that is HTML, under a tag."""
    return f'<{tag} format="html">{_text(html)}</{tag}>'


def _text(text: str) -> str:
    """Return a text as Moodle wants it, one tag deeper."""
    return f"<text>{_cdata(text)}</text>"


def _cdata(text: str) -> str:
    """Return characters that nothing in them can end or open."""
    safe = _NO_XML.sub("\ufffd", text).replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{safe}]]>" if safe else ""


def _comment(text: str) -> str:
    """Return a comment; two hyphens in a row would end it."""
    safe = re.sub(r"-(?=-)", "- ", _NO_XML.sub("\ufffd", text))
    return f"<!-- {safe} -->"
