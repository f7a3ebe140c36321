"""What has one line at 80 columns fits in it, in both languages."""

from datetime import date, timedelta
from fnmatch import fnmatchcase
from itertools import product

import pytest

from tests.locale.bars import bars
from tests.locale.catalogues import written
from tutor.locale import count, say, short_date
from tutor.locale.language import LANGUAGES, Language, speak
from tutor.services.outlook import (
    CompetencyLine,
    Entry,
    Outlook,
    Suggestion,
    TrackLine,
)
from tutor.tui.keys import KEYS
from tutor.tui.screens.home_lines import SECTIONS, menu_lines
from tutor.tui.widgets.key_bar import FEWEST, KeyBar
from tutor.tui.widgets.menu import Menu

USUAL = 80
HOME = 76
"""The cells of Home's list in a window of 80."""
MANY = 21
TODAY = "2026-11-22"
REASONS = (
    "resume",
    "due",
    "first",
    "next-lesson",
    "placement",
    "weak",
    "dossier",
    "bank",
)
SHORT = {
    "des.state.*": 24,
    "des.level.*": 14,
    "des.scale.*": 40,
    "home.state.*": 14,
    "home.survey.*": 32,
    "home.tag.*": 16,
    "play.certainty.?": 14,
    "play.tag.*": 30,
    "search.kind.*": 16,
    "check.severity.*": 16,
}
"""Families that share a line with the words of the course, and the cells they have."""
TITLES = (
    *("home.title", "des.title", "search.title", "search.asked.title", "trace.screen"),
    *("reading.marks.title", "review.dangers", "play.terms.title", "des.help.title"),
)
WHOLE_LINES = (
    *("home.welcome", "home.review.none", "home.standing.none", "home.loading"),
    *("reading.marks.none", "reading.contents.none", "reading.contents.legend"),
)
"""What has a line of a list for itself."""
ROOM = HOME - 4
ONE_LINE = 48
"""Cells of a title: beside it stands what has just happened, or the day."""
PROMPT = 79
"""Cells of a prompt in plain mode: one is left for what is typed."""
BARS = {where: ids for where, ids in bars().items() if len(ids) > FEWEST}


def outlook(reason: str, state: str) -> Outlook:
    """Return a Home with everything that can stand on it."""
    entries = [
        Entry(tag, "Titre", tag, 45, MANY, state)
        for tags in SECTIONS.values()
        for tag in sorted(tags)
    ]
    position = None if state == "new" else "I"
    line = CompetencyLine("C5", "Nom", "insuffisant", MANY, 0.5, 0.1, 0.9, position)
    return Outlook(
        stamp="",
        course="Cours",
        answers=MANY if state == "done" else 0,
        suggestion=Suggestion("cible", "Titre", "survey", reason, 8, MANY),
        due_days=[TODAY] * MANY,
        dangerous=MANY,
        misconceptions=MANY,
        track=TrackLine("voie", "Titre", MANY, 599),
        entries=entries,
        competencies=[line],
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bars_of_the_screens_are_found(lang: Language) -> None:
    speak(lang)
    assert len(BARS) > 10
    assert any("open" in ids and "quit" in ids for ids in BARS.values())


@pytest.mark.parametrize(("lang", "where"), product(LANGUAGES, BARS))
def test_a_key_bar_takes_one_line(lang: Language, where: str) -> None:
    speak(lang)
    lines = KeyBar(*BARS[where]).lines(USUAL)
    assert [line.cell_length <= USUAL for line in lines] == [True]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_key_and_its_label_are_short_and_say_what_they_do(lang: Language) -> None:
    speak(lang)
    for each in KEYS:
        assert 0 < len(each.label) <= 36, each.id
        assert 0 < len(each.shown) <= 10, each.id
        assert each.label == each.label.strip(), each.id


@pytest.mark.parametrize(
    ("lang", "reason", "state"),
    product(LANGUAGES, REASONS, ("new", "started", "done")),
)
def test_nothing_on_home_is_cut_short(lang: Language, reason: str, state: str) -> None:
    speak(lang)
    drawn = Menu(menu_lines(outlook(reason, state), TODAY)).lines(HOME)
    cut = [line.plain for line in drawn if "…" in line.plain]
    assert cut == []
    assert max(line.cell_length for line in drawn) <= HOME


@pytest.mark.parametrize(("lang", "family"), product(LANGUAGES, SHORT))
def test_a_state_leaves_room_for_what_it_is_said_of(
    lang: Language, family: str
) -> None:
    said = {n: t for n, t in written(lang).items() if fnmatchcase(n, family)}
    assert len(said) > 1
    assert {
        name: text for name, text in said.items() if len(text) > SHORT[family]
    } == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_leaves_room_beside_it(lang: Language) -> None:
    said = written(lang)
    assert {name: said[name] for name in TITLES if len(said[name]) > ONE_LINE} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_a_line_for_itself_is_not_cut(lang: Language) -> None:
    said = written(lang)
    assert {name: said[name] for name in WHOLE_LINES if len(said[name]) > ROOM} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_prompt_of_plain_mode_stays_on_its_line(lang: Language) -> None:
    said = {name: text for name, text in written(lang).items() if text[-2:] == ": "}
    said = {n: t for n, t in said.items() if n.startswith(("play.", "reading."))}
    said = {n: t for n, t in said.items() if "\n" not in t}
    assert len(said) > 10
    assert {name: text for name, text in said.items() if len(text) > PROMPT} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_top_line_of_home_holds_any_day_and_what_is_due(lang: Language) -> None:
    speak(lang)
    for after in range(365):
        day = short_date(date(2026, 1, 1) + timedelta(after))
        left, right = f"{say('home.title')} · dominique", count("home.due", MANY)
        assert len(f"{left}  {day} · {right}") <= HOME
