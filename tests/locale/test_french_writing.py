"""Spaces, numbers and dates as French writes them, whatever the machine."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tutor.locale import credit_text, decimal, no_break, short_date

NB = "\u00a0"
NARROW = "\u202f"
TYPED = [
    ("Pourquoi ?", f"Pourquoi{NB}?"),
    ("Attention !", f"Attention{NB}!"),
    ("deux choses : ici", f"deux choses{NB}: ici"),
    ("ici ; là", f"ici{NB}; là"),
    ("« oui »", f"«{NB}oui{NB}»"),
    ("(« oui »)", f"(«{NB}oui{NB}»)"),
    ("Vraiment ?!", f"Vraiment{NB}?!"),
    ("Vraiment ?…", f"Vraiment{NB}?…"),
    ("« Quand ? »", f"«{NB}Quand{NB}?{NB}»"),
    ("« Non », dit-elle", f"«{NB}Non{NB}», dit-elle"),
    ("« Non ».", f"«{NB}Non{NB}»."),
    (f"Pourquoi{NARROW}?", f"Pourquoi{NB}?"),
    (f"«{NARROW}oui{NARROW}»", f"«{NB}oui{NB}»"),
    (f"Pourquoi{NB}?", f"Pourquoi{NB}?"),
    ("50 %", f"50{NB}%"),
    ("25 €", f"25{NB}€"),
    ("à 18 h 30", f"à 18{NB}h 30"),
    ("20 min", f"20{NB}min"),
    ("12 km", f"12{NB}km"),
    ("1 an, 2 ans", f"1{NB}an, 2{NB}ans"),
]
LEFT = [
    "Pourquoi?",
    "14:30",
    "3 hommes",
    "2 minutes",
    "2 anciens",
    "un mot :suite",
    "https://exemple.fr/?a=1",
    "a, b. c",
    ": début",
    "« ",
    "",
]
ANY = st.text(st.characters())
FRENCH = st.text(f"ab5 {NB}{NARROW}:;?!«».,)]…%€hminka\n", max_size=20)
CREDITS = [
    (0, "0"),
    (1, "1"),
    (0.5, "0,5"),
    (0.2, "0,2"),
    (0.666667, "0,67"),
    (0.541667, "0,54"),
    (10, "10"),
    (12.5, "12,5"),
    (100, "100"),
]
DECIMALS = [(None, "–"), (0.0, "0,00"), (1.0, "1,00"), (0.705, "0,70"), (0.5, "0,50")]
DAYS = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
MONTHS = [
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
]


@pytest.mark.parametrize(("typed", "drawn"), TYPED)
def test_a_space_that_french_keeps_whole_does_not_break(typed: str, drawn: str) -> None:
    assert no_break(typed) == drawn


@pytest.mark.parametrize("text", LEFT)
def test_what_asks_for_no_such_space_is_left_alone(text: str) -> None:
    assert no_break(text) == text


@settings(deadline=None)
@given(FRENCH | ANY)
@example("«  »")
def test_drawing_twice_changes_nothing_more(text: str) -> None:
    assert no_break(no_break(text)) == no_break(text)


@settings(deadline=None)
@given(FRENCH | ANY)
def test_only_spaces_ever_change(text: str) -> None:
    plain = str.maketrans({NB: " ", NARROW: " "})
    assert no_break(text).translate(plain) == text.translate(plain)


@pytest.mark.parametrize(("credit", "text"), CREDITS)
def test_a_credit_has_two_decimals_at_most_and_a_comma(
    credit: float, text: str
) -> None:
    assert credit_text(credit) == text


@pytest.mark.parametrize(("value", "text"), DECIMALS)
def test_an_estimate_has_two_decimals_or_a_dash(value: float | None, text: str) -> None:
    assert decimal(value) == text


def test_a_day_is_shortened_as_french_does() -> None:
    assert short_date(date(2026, 11, 22)) == "dim. 22 nov."
    assert short_date(date(2027, 3, 1)) == "lun. 1 mars"


def test_every_day_and_month_of_a_year_has_its_name() -> None:
    for after in range(365):
        day = date(2026, 1, 1) + timedelta(after)
        name, number, month = short_date(day).split()
        assert name == DAYS[day.weekday()]
        assert number == str(day.day)
        assert month == MONTHS[day.month - 1]
