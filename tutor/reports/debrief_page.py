"""A group session on one page to print: what to take up, in what order, how long."""

from math import ceil
from typing import NamedTuple

from tutor.domain.debrief import Debrief, Said, Talk
from tutor.domain.figures import Column, Estimate
from tutor.locale import grouped, listed, numeric_date, say
from tutor.locale.language import language
from tutor.reports.cells import clean, estimate_text, number_text, place_text
from tutor.reports.html_page import environment
from tutor.reports.mark import MARK

LONGEST = {"story": 600, "stem": 900, "option": 160, "explanation": 420}
"""Characters of a text where there is room."""
CUTS = (1.0, 0.75, 0.55, 0.4, 0.3, 0.2)
"""What is left of those where there is less."""


class Room(NamedTuple):
    """What an A4 page holds, in one size of type."""

    line: int
    """Characters of a line."""
    option: int
    """Characters of a line of an option, beside its bar."""
    lines: int
    """Lines of all questions together."""


ROOMY, DENSE = Room(105, 72, 70), Room(62, 38, 168)
"""One question under the other; in two columns of small type."""
_AROUND = 5
"""Lines of a question beside its texts: title, reasons, place, the space between."""
_SHARE = Column(id="chosen", kind="share")
_CREDIT = Column(id="difficulty", kind="share")


class Line(NamedTuple):
    """An option, and how many took it."""

    letter: str
    text: str
    is_right: bool
    share: str
    percent: int | None
    """How long its bar is; none where nothing is shown."""


class Card(NamedTuple):
    """A question to take up."""

    time: str
    question: str
    place: str
    lesson: str
    story: str
    """The case so far."""
    stem: str
    why: str
    """Why it is worth a talk, and how the group did."""
    lines: tuple[Line, ...]
    explanation: str


def debrief_page(made: Debrief) -> str:
    """Return a session as a whole page of HTML, which fits on one sheet.

    Args:
        made: what to take up.
    """
    cards, is_dense = _fitting(made)
    end = made.minutes
    return (
        environment()
        .get_template("debrief.html")
        .render(
            mark=MARK,
            lang=language(),
            title=say("faculty.debrief.title", minutes=end),
            subject=say(
                "faculty.debrief.subject",
                title=clean(made.title),
                people=grouped(made.people),
                date=numeric_date(made.made_at.date()),
            ),
            opening=say("faculty.debrief.opening", end=made.opening),
            closing=say("faculty.debrief.closing", start=end - made.closing, end=end),
            cards=cards,
            is_dense=is_dense,
            note=say("faculty.debrief.note", least=made.least_group),
        )
    )


def _fitting(made: Debrief) -> tuple[tuple[Card, ...], bool]:
    """Return the questions, cut as little as one page asks for, and whether in small."""
    cards: tuple[Card, ...] = ()
    for cut in CUTS:
        cards = tuple(_card(talk, cut) for talk in made.talks)
        for room in (ROOMY, DENSE):
            if sum(_lines(card, room) for card in cards) <= room.lines:
                return cards, room is DENSE
    return cards, True


def _lines(card: Card, room: Room) -> int:
    """Return how many lines a question takes on paper."""
    told = (card.story, card.stem, card.explanation)
    texts = sum(ceil(len(text) / room.line) for text in told)
    options = sum(
        ceil((len(line.text) + 12 * line.is_right) / room.option) for line in card.lines
    )
    return _AROUND + texts + options


def _card(talk: Talk, cut: float) -> Card:
    """Return a question as the page shows it."""
    reasons = [say(f"faculty.debrief.reason.{each}") for each in talk.reasons]
    if isinstance(talk.credit, Estimate):
        credit = estimate_text(talk.credit, _CREDIT)
        reasons.append(say("faculty.debrief.credit", credit=credit))
    if isinstance(talk.sure_wrong, Estimate):
        share = estimate_text(talk.sure_wrong, _SHARE)
        reasons.append(say("faculty.debrief.sure", share=share))
    return Card(
        time=say(
            "faculty.debrief.time", start=talk.start, end=talk.start + talk.minutes
        ),
        question=clean(talk.question),
        place=place_text(talk.place),
        lesson=clean(talk.lesson),
        story=_ends(talk.story, cut),
        stem=_short(talk.stem, "stem", cut),
        why=listed(reasons),
        lines=tuple(_line(option, cut) for option in talk.options),
        explanation=_short(talk.explanation, "explanation", cut),
    )


def _line(option: Said, cut: float) -> Line:
    """Return an option as the page shows it."""
    letter, text = clean(option.letter), _short(option.text, "option", cut)
    if not isinstance(option.chosen, Estimate):
        return Line(letter, text, option.is_right, say("faculty.masked"), None)
    value = option.chosen.value
    share = number_text(value, _SHARE)
    return Line(letter, text, option.is_right, share, round(value * 100))


def _short(text: str, what: str, cut: float) -> str:
    """Return a text cut at a word where the page has no room for the rest."""
    line, most = " ".join(clean(text).split()), round(LONGEST[what] * cut)
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0] + " …"


def _ends(story: str, cut: float) -> str:
    """Return a story whose middle gives way: who it is about, and what happens now."""
    line, most = " ".join(clean(story).split()), round(LONGEST["story"] * cut)
    if len(line) <= most:
        return line
    head = line[: most // 3].rsplit(" ", 1)[0]
    tail = line[3 - 2 * most // 3 :].split(" ", 1)[-1]
    return f"{head} … {tail}"
