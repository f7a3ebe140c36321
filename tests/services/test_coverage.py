"""What a course covers is counted once, in the right place, and said safely."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.shipped import course
from tests.services.courses import SMALL, front, qru, tcs, write_course
from tutor.domain.course import Course
from tutor.domain.question import Asked, Question
from tutor.pipeline.courses import read_course
from tutor.services.coverage import (
    KINDS,
    Coverage,
    Tally,
    coverage_json,
    coverage_of,
)
from tutor.services.fact_use import months_after

TODAY = date(2026, 11, 22)
SOURCES = '[une]\nauteur = "A"\ntitre = "T"\nnature = "loi"\ndate = 2020-01-01\n'


def fact(name: str, until: str = "", codes: str = "") -> str:
    """Return an entry of `faits.toml`."""
    end = f"valide_jusqu_au = {until}\n" if until else ""
    return (
        f'[{name}]\nenonce = "e"\nstatut = "règle"\nsource = "une"\nlieu = "l"\n'
        f"dossier = [{codes}]\nau = 2020-01-01\n{end}"
    )


def course_of(folder: Path, files: dict[str, str] | None = None) -> Course:
    """Return a small course, written and read."""
    return read_course(write_course(folder, files)).course


def covered(folder: Path, files: dict[str, str] | None = None) -> Coverage:
    """Return what a small course covers."""
    return coverage_of(course_of(folder, files), TODAY)


def tally(found: Coverage, code: str) -> Tally:
    """Return the count of an item or a competency."""
    return next(each for each in found.tallies if each.code == code)


def test_columns_are_lessons_then_banks_with_their_dossiers(tmp_path: Path) -> None:
    found = covered(tmp_path)

    assert [(c.id, c.kind, c.minutes, c.questions) for c in found.columns] == [
        ("alpha", "lesson", 5, 3),
        ("beta", "lesson", None, 1),
        ("banque", "bank", None, 4),
        ("cas", "bank", 12, 3),
    ]
    assert found.minutes == 5


def test_an_item_is_counted_first_or_second_in_each_file(tmp_path: Path) -> None:
    found = covered(tmp_path)

    item = tally(found, "C5.C.1")
    assert item.primary == (0, 0, 1, 3)
    assert item.secondary == (1, 0, 0, 0)
    assert (item.questions, item.first, item.lessons(found.columns)) == (5, 4, 1)


def test_a_competency_counts_each_question_once(tmp_path: Path) -> None:
    found = covered(tmp_path)

    whole = tally(found, "C5")
    assert whole.is_competency
    assert whole.primary == (3, 1, 3, 3)
    assert whole.questions == 10


def test_a_question_may_name_the_competency_itself(tmp_path: Path) -> None:
    text = front("une") + qru("q", more='comp="C6 C6.N.1 C5.N.1"')
    found = covered(tmp_path, {"content/01.md": text})

    assert tally(found, "C6").primary == (1,)
    assert tally(found, "C6").questions == 1
    assert (tally(found, "C6.N.1").first, tally(found, "C6.N.1").questions) == (0, 1)
    assert (tally(found, "C5").first, tally(found, "C5").questions) == (0, 1)


def test_a_card_without_a_panel_is_no_question(tmp_path: Path) -> None:
    found = covered(tmp_path, {"quizzes/b.md": front("b") + tcs("t")})

    assert found.questions == 0
    assert tally(found, "C5.C.1").lack == "none"


@pytest.mark.parametrize(
    ("first", "second", "lack"),
    [(0, 0, "none"), (4, 0, "few"), (0, 4, "few"), (0, 5, "never-first"), (1, 4, None)],
)
def test_an_item_says_what_it_lacks_most(
    first: int, second: int, lack: str | None
) -> None:
    made = Tally(
        code="C5.N.1",
        text="t",
        is_competency=False,
        primary=(first,),
        secondary=(second,),
    )

    assert made.lack == lack


def test_a_question_without_missions_takes_those_of_its_file(tmp_path: Path) -> None:
    head = front("une", more="missions: [acces, crise]\n")
    text = head + qru("q-un") + qru("q-deux", more='missions="crise qualite"')
    found = covered(tmp_path, {"content/01.md": text})

    numbers = {each.code: each.questions for each in found.missions}
    assert numbers == {
        "acces": 1,
        "parcours": 0,
        "prevention": 0,
        "crise": 2,
        "qualite": 1,
        "accompagnement": 0,
    }


def test_a_misconception_is_counted_once_a_question(tmp_path: Path) -> None:
    twice = (
        '- [x] a\n  > b\n- [ ] c {err="IF-01"}\n  > d\n- [ ] e {err="IF-01"}\n  > f\n'
    )
    text = front("une") + f"::: qru {{#q}}\nQui ?\n\n{twice}\n:::\n"
    found = covered(tmp_path, {**SMALL, "content/03.md": text})

    numbers = {each.code: each.questions for each in found.misconceptions}
    assert numbers == {"IF-01": 2, "IF-02": 2}


def test_facts_are_used_by_their_name_or_a_code_they_carry(tmp_path: Path) -> None:
    facts = (
        fact("par-nom") + fact("par-code", codes='"A-1"') + fact("par-encadre") + "\n"
    ) + fact("jamais", codes='"A-2"')
    text = (
        front("une")
        + qru("q", more='faits="par-nom A-1"')
        + '::: regle {faits="par-encadre"}\nUne règle.\n:::\n'
    )
    files = {"content/faits.toml": facts, "content/01.md": text}
    found = covered(tmp_path, {**files, "content/sources.toml": SOURCES})

    assert found.use.unused == ("jamais",)
    assert (found.facts, found.sources) == (4, 1)


def test_what_rests_on_an_old_fact_is_named_with_its_line(tmp_path: Path) -> None:
    days = {
        "passe": "2026-11-21",
        "aujourdhui": "2026-11-22",
        "bientot": "2027-05-22",
        "plus-tard": "2027-05-23",
    }
    text = (
        front("une")
        + qru("q", more='faits="bientot plus-tard passe"')
        + '::: regle {faits="aujourdhui"}\nUne règle.\n:::\n'
    )
    facts = "".join(fact(name, day) for name, day in days.items())
    found = covered(tmp_path, {"content/faits.toml": facts, "content/01.md": text})

    lines = enumerate(text.split("\n"), 1)
    first, second = (number for number, line in lines if line.startswith("::: "))
    assert found.use.horizon == date(2027, 5, 22)
    said = [(r.path, r.line, r.block, r.fact, r.has_expired) for r in found.use.resting]
    assert said == [
        ("content/01.md", first, "q", "passe", True),
        ("content/01.md", second, "regle", "aujourdhui", False),
        ("content/01.md", first, "q", "bientot", False),
    ]


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 60))
def test_some_months_later_is_the_same_day_or_the_last(day: date, months: int) -> None:
    later = months_after(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(1)).day == 1
    assert later.day <= day.day


def test_every_kind_of_question_is_counted() -> None:
    kinds: set[str] = set()
    for model in get_args(get_args(Question)[0]):
        assert issubclass(model, Asked)
        kinds.update(get_args(model.model_fields["kind"].annotation))

    assert set(KINDS) == kinds


def test_the_json_has_the_shape_of_the_contract(tmp_path: Path) -> None:
    said = coverage_json(coverage_of(course_of(tmp_path), TODAY, warnings=3))

    assert list(said) == [
        *("lessons", "minutes", "questions", "dossiers", "items", "missions"),
        *("misconceptions", "primary", "warnings"),
    ]
    assert said["lessons"] == 2
    assert said["questions"] == {
        "qru": 5,
        "qrm": 1,
        "qrp": 1,
        "qrpl": 1,
        "qroc": 2,
        "appariement": 0,
        "ordre": 0,
        "tcs": 1,
        "relais": 0,
    }
    assert (said["dossiers"], said["warnings"]) == (1, 3)
    assert said["items"] == {
        "C5": 10,
        "C5.N.1": 5,
        "C5.N.2": 1,
        "C5.C.1": 5,
        "C6": 1,
        "C6.N.1": 1,
    }
    assert said["primary"]["C5.C.1"] == 4
    assert said["misconceptions"] == {"IF-01": 1, "IF-02": 2}


def test_the_counts_of_the_shipped_course_agree_with_each_other() -> None:
    shipped = course()
    found = coverage_of(shipped, TODAY)

    assert found.questions == sum(column.questions for column in found.columns)
    wholes = [each for each in found.tallies if each.is_competency]
    tagged = [q for unit in shipped.units for q in unit.questions if q.items]
    assert sum(whole.first for whole in wholes) == len(tagged)
    for column, number in enumerate(found.columns):
        assert all(t.primary[column] <= number.questions for t in found.tallies)
    assert set(found.use.unused) < set(shipped.facts)


def test_a_course_without_files_is_covered_by_nothing(tmp_path: Path) -> None:
    found = covered(tmp_path, {})

    assert (found.questions, found.minutes, found.dossiers) == (0, 0, 0)
    assert {each.lack for each in found.tallies} == {"none"}
    assert found.columns == ()
