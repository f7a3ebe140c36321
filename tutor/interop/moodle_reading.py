"""Read Moodle XML, whoever wrote it."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

from tutor.domain.prose import Prose, Span, Text
from tutor.interop.exchange import NOWHERE, Category, Entry, Read, Reply
from tutor.interop.formats import read_text
from tutor.interop.gift_answers import true_or_false
from tutor.interop.gift_reading import category_of
from tutor.interop.html_reading import flat, tidy
from tutor.interop.noting import Notes, excerpt
from tutor.interop.numbers import middle
from tutor.interop.xml_tree import Element, read_xml

_FORMATS = {
    "html": "html",
    "markdown": "markdown",
    "plain_text": "plain",
    "moodle_auto_format": "moodle",
}
"""What Moodle calls its formats in XML."""
_ROOT = "quiz"
_MOST_IMAGES = 5
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,12})?")
_TRUE = frozenset({"true", "vrai", "1"})


def read_moodle(raw: bytes, path: str) -> Read:
    """Return the questions of a Moodle XML file, and what is wrong with the others.

    Args:
        raw: the file.
        path: as it is shown.
    """
    notes = Notes(path)
    root, error = read_xml(raw)
    entries: list[Entry] = []
    if root is not None and root.tag != _ROOT:
        notes.note("xml-other", root.line, name=root.tag[:40])
        return Read([], notes.problems)
    found = root.all("question") if root is not None else []
    whole = [element for element in found if element.is_whole]
    category = NOWHERE
    categories = []
    for element in whole:
        if element.attributes.get("type") == "category":
            category = _category(element)
            categories.append(category)
        elif (entry := _Question(element, notes).read()) is not None:
            entries.append(replace(entry, category=category))
    if error is not None:
        notes.note(error.code, error.line, reason=error.reason)
    return Read(entries, notes.problems, tuple(categories))


def _category(element: Element) -> Category:
    """Return the category that a false question opens."""
    return category_of(element.said("category"), element.said("idnumber").strip())


class _Question:
    """One question that is being read."""

    def __init__(self, element: Element, notes: Notes) -> None:
        self._element = element
        self._notes = notes
        self._images: list[str] = []
        self._name = " ".join(element.said("name").split())
        self._called = excerpt(self._name or element.said("questiontext"))

    def read(self) -> Entry | None:
        """Return the question, or None after saying that its type has no counterpart."""
        kind = self._element.attributes.get("type", "")
        make = self._READERS.get(kind)
        if make is None:
            self._note("type", type=kind[:40])
            return None
        entry = make(self, self._entry())
        if self._images:
            names = ", ".join(self._images[:_MOST_IMAGES])
            self._note("image", names=names)
        return entry

    def _entry(self) -> Entry:
        """Return what every question has."""
        tags = self._element.first("tags")
        labels = (
            [each.said("text") or each.text for each in tags.all("tag")] if tags else ()
        )
        return Entry(
            "description",
            self._prose("questiontext"),
            self._name,
            self._element.said("idnumber").strip(),
            general=self._prose("generalfeedback"),
            hints=tuple(filter(None, map(self._line, self._element.all("hint")))),
            shuffled=self._element.said("shuffleanswers").strip() not in {"false", "0"},
            grade=self._grade(),
            tags=tuple(filter(None, (" ".join(label.split()) for label in labels))),
            line=self._element.line,
        )

    def _choice(self, entry: Entry) -> Entry:
        """Return a question with options."""
        replies = tuple(self._reply(each) for each in self._element.all("answer"))
        single = self._element.said("single").strip().lower() in {"true", "1", ""}
        return replace(entry, kind="choice", replies=replies, single=single)

    def _short(self, entry: Entry) -> Entry:
        """Return a short answer; a `*` that a backslash escapes is a sign like others."""
        replies = []
        for each in self._element.all("answer"):
            said = each.said("text").replace("\\*", "*")
            replies.append(self._reply(each)._replace(text=tidy([Span(text=said)])))
        return replace(entry, kind="short", replies=tuple(replies))

    def _numerical(self, entry: Entry) -> Entry:
        """Return a number to type as a short answer; of an interval, its middle."""
        replies = []
        for each in self._element.all("answer"):
            number = each.said("text").strip()
            margin = each.said("tolerance").strip() or "0"
            said, is_range = middle(f"{number}:{margin}")
            if is_range:
                self._note("tolerance", range=f"{number} ± {margin}"[:60])
            text = (Span(text=said if ":" not in said else number),)
            replies.append(self._reply(each)._replace(text=text))
        return replace(entry, kind="short", replies=tuple(replies))

    def _true_or_false(self, entry: Entry) -> Entry:
        """Return a question with two options, « Vrai » and « Faux »."""
        replies = [self._reply(each) for each in self._element.all("answer")]
        said = [
            each.said("text").strip().lower() in _TRUE
            for each in self._element.all("answer")
        ]
        right = next(
            (t for r, t in zip(replies, said, strict=True) if r.fraction > 0), True
        )
        told = {name: reply.feedback for name, reply in zip(said, replies, strict=True)}
        made = true_or_false(
            is_true=right,
            if_right=told.get(right, ()),
            if_wrong=told.get(not right, ()),
        )
        return replace(entry, kind="choice", replies=made.replies)

    def _matching(self, entry: Entry) -> Entry:
        """Return pairs; what stands alone on the right is left out, and said."""
        pairs, alone = [], []
        for each in self._element.all("subquestion"):
            left, right = self._line(each), each.first("answer")
            said = right.said("text") if right is not None else ""
            if left:
                pairs.append((left, tidy([Span(text=said)])))
            elif said.strip():
                alone.append(" ".join(said.split())[:40])
        if alone:
            self._note("lone-right", names=", ".join(alone[:_MOST_IMAGES]))
        return replace(entry, kind="matching", pairs=tuple(pairs))

    def _essay(self, entry: Entry) -> Entry:
        """Return a text to write."""
        if self._prose("graderinfo"):
            self._note("note")
        return replace(entry, kind="essay")

    def _description(self, entry: Entry) -> Entry:
        """Return a text to read."""
        return entry

    def _reply(self, element: Element) -> Reply:
        """Return one answer."""
        written = element.attributes.get("fraction", "0").strip().replace(",", ".")
        is_number = _NUMBER.fullmatch(written)
        if not is_number:
            self._note("weight-unread", weight=written[:20])
        fraction = Fraction(written) if is_number else Fraction(0)
        feedback = element.first("feedback")
        said = self._line(feedback) if feedback is not None else ()
        return Reply(self._line(element), fraction, said)

    def _grade(self) -> float:
        """Return the weight of the question in a total; 1 where it is not a number."""
        written = self._element.said("defaultgrade").strip()
        return float(written) if _NUMBER.fullmatch(written) else 1.0

    def _prose(self, tag: str) -> Prose:
        """Return the text of a tag as prose."""
        found = self._element.first(tag)
        return self._read(found) if found is not None else ()

    def _line(self, element: Element) -> Text:
        """Return the text of an element as one line."""
        return flat(self._read(element))

    def _read(self, element: Element) -> Prose:
        """Return the text of an element, in the format it names."""
        form = _FORMATS.get(element.attributes.get("format", "html"), "html")
        inner = element.first("text")
        seen = read_text((element if inner is None else inner).text, form)
        named = [file.attributes.get("name", "")[:60] for file in element.all("file")]
        self._images.extend(dict.fromkeys(filter(None, (*seen.images, *named))))
        return seen.prose

    def _note(self, code: str, **values: object) -> None:
        """Note a problem of this question."""
        self._notes.note(code, self._element.line, text=self._called, **values)

    _READERS: ClassVar[dict[str, Callable[["_Question", Entry], Entry]]] = {
        "multichoice": _choice,
        "multichoiceset": _choice,
        "truefalse": _true_or_false,
        "shortanswer": _short,
        "numerical": _numerical,
        "matching": _matching,
        "essay": _essay,
        "description": _description,
    }
