"""An attestation tells time and lessons, never a level, and nothing that was not given."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOON, StoppedClock
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, answered, asked, right
from tests.services.test_coverage_page import Page
from tutor.domain.evidence import Evidence
from tutor.services.attestation import (
    MOST_WEEKS,
    Attestation,
    Followed,
    Shown,
    Week,
    attestation_of,
    time_text,
    weeks_of,
)
from tutor.services.attestation_page import page_of
from tutor.services.attestation_text import text_of
from tutor.services.desk import Desk

JUDGING = re.compile(r"valid[ée]|acquis|certifi", re.IGNORECASE)
WRITERS = [page_of, text_of]


def walked(desk: Desk, clock: StoppedClock, target: str, seconds: float) -> None:
    """Walk a target to its end, each stop taking as long."""
    run = desk.start(target)
    while not run.is_over:
        run.show()
        clock.forward(seconds=seconds)
        if run.stop.question is None:
            run.pass_by()
        else:
            answer_here(run, right(asked(run)))
    run.pass_by()
    desk.save(run)


def made(**fields: object) -> Attestation:
    """Return an attestation with something of everything."""
    done = Followed("Leçon une", date(2026, 11, 20), 20, 1380.0, 12)
    shown = Shown(
        "C5.N.1",
        "Repère",
        "Je fais seul",
        Evidence(code="C5.N.1", n=3, estimate=0.5, low=0.2, high=0.8),
    )
    usual = Attestation(
        name="",
        course="Petit cours",
        version="1.0.0",
        made=date(2026, 11, 22),
        first=date(2026, 11, 1),
        last=date(2026, 11, 20),
        seconds=5000.0,
        answers=30,
        lessons=(done,),
        of_lessons=2,
        dossiers=(done._replace(title="Cas un", minutes=0),),
        of_dossiers=1,
        weeks=(Week(date(2026, 11, 16), 30),),
        items=(shown,),
    )
    return usual._replace(**fields)  # type: ignore[arg-type]


def test_time_and_lessons_are_those_of_the_answers(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    walked(desk, clock, "alpha", 60)
    clock.forward(days=2)
    walked(desk, clock, "cas-1", 30)
    clock.forward(days=20)
    answered(desk, "a-qru")
    run = desk.start("beta")
    desk.save(run)

    found = attestation_of(desk)

    assert (found.answers, found.seconds) == (7, 3 * 60 + 3 * 30)
    (lesson,) = found.lessons
    assert lesson.title == "Titre de alpha"
    assert (lesson.day, lesson.minutes) == (NOON.date(), 5)
    assert (lesson.answers, lesson.seconds) == (4, 180)
    (dossier,) = found.dossiers
    assert (dossier.title, dossier.minutes) == ("Le cas cas-1", 12)
    assert (dossier.answers, dossier.seconds) == (3, 90)
    assert (found.of_lessons, found.of_dossiers) == (2, 1)
    assert (found.first, found.last) == (NOON.date(), clock.now().date())
    assert [week.answers for week in found.weeks] == [3, 3, 0, 0, 1]
    desk.close()


def test_only_items_with_a_position_are_shown(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    answered(desk, "b-un")
    assert attestation_of(desk).items == ()

    desk.pen.position("C6.N.1", "4")
    (shown,) = attestation_of(desk).items
    assert (shown.code, shown.own) == ("C6.N.1", "Je fais seul")
    desk.close()


def test_an_answer_whose_question_has_gone_still_counts_as_time(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    walked(desk, clock, "beta", 60)
    desk.close()
    changed = {**SMALL, "content/02-beta.md": front("beta") + qru("autre")}
    later = desk_at(tmp_path, clock, files=changed)

    found = attestation_of(later)
    assert (found.answers, found.seconds, found.lessons) == (1, 60, ())


@pytest.mark.parametrize("write", WRITERS)
def test_no_name_is_written_unless_given(write: object) -> None:
    assert callable(write)
    assert "Suivi par" not in write(made())
    assert "Suivi par\u00a0: Anne Dupont" in write(made(name="Anne Dupont"))


@pytest.mark.parametrize("write", WRITERS)
def test_it_says_that_it_attests_no_level_and_judges_nothing(write: object) -> None:
    assert callable(write)
    for text in (write(made()), write(made(), progress=False)):
        assert "n&#x27;atteste aucun niveau" in text or "n'atteste aucun niveau" in text
        assert not JUDGING.search(text)


@pytest.mark.parametrize("write", WRITERS)
def test_estimates_are_left_out_with_the_part_for_the_person(write: object) -> None:
    assert callable(write)
    whole, alone = write(made()), write(made(), progress=False)

    assert "Estimation 0,50" in whole
    assert "Estimation" not in alone
    assert "C5.N.1" not in alone
    assert "23" in alone


def test_nothing_done_is_said_plainly(tmp_path: Path) -> None:
    found = attestation_of(desk_at(tmp_path, writing=False))

    for text in (page_of(found), text_of(found)):
        assert "Rien n" in text
        assert "Aucune leçon" in text
        assert "0 min" in text.replace("\u00a0", " ")


def test_the_page_stands_alone_and_its_drawings_can_be_heard() -> None:
    text = page_of(made())
    page = Page(text)
    names = [tag for tag, _ in page.tags]

    assert text.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert {"script", "link", "img", "iframe", "a"} & set(names) == set()
    assert not re.search(r"https?:|url\(|@import", text)
    assert names.count("caption") == names.count("table") == 4
    drawn = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert [attrs["role"] for attrs in drawn] == ["img", "img"]
    assert "semaine du 16/11/2026\u00a0: 30" in (drawn[0]["aria-label"] or "")
    assert "break-before: page" in text


@given(st.text())
def test_no_value_can_write_the_page(text: str) -> None:
    hostile = f"</p><script>{text}"
    done = tuple(each._replace(title=hostile) for each in made().lessons)
    items = tuple(each._replace(text=hostile, own=hostile) for each in made().items)
    changed = made(name=hostile, course=hostile, lessons=done, items=items)
    names = [tag for tag, _ in Page(page_of(changed)).tags]

    assert names == [tag for tag, _ in Page(page_of(made(name="x"))).tags]


@given(st.text())
def test_a_name_is_one_line_that_drives_nothing(name: str) -> None:
    found = text_of(made(name=" ".join(name.split())))
    assert found.count("\n# ") == 0


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("  Anne   Dupont ", "Anne Dupont"),
        ("Anne\n\x1b[31mDupont", "Anne [31mDupont"),
        ("x" * 500, "x" * 120),
        ("\u202e", ""),
    ],
)
def test_a_name_is_cleaned(tmp_path: Path, given_name: str, kept: str) -> None:
    desk = desk_at(tmp_path, writing=False)
    assert attestation_of(desk, given_name).name == kept


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 min"),
        (-5, "0 min"),
        (1, "moins d'une minute"),
        (59.9, "moins d'une minute"),
        (60, "1 min"),
        (3569, "59 min"),
        (3571, "1 h 00"),
        (7500, "2 h 05"),
    ],
)
def test_a_time_is_said_as_one_says_it(seconds: float, text: str) -> None:
    assert time_text(seconds).replace("\u00a0", " ") == text


@given(st.lists(st.dates(date(2000, 1, 1), date(2100, 1, 1)), max_size=20))
def test_weeks_are_whole_follow_each_other_and_are_not_too_many(
    days: list[date],
) -> None:
    weeks = weeks_of(days)

    assert len(weeks) <= MOST_WEEKS
    assert bool(weeks) == bool(days)
    assert all(week.monday.weekday() == 0 for week in weeks)
    pairs = pairwise(weeks)
    assert all((after.monday - before.monday).days == 7 for before, after in pairs)
    if days:
        assert weeks[-1].answers >= 1
        recent = [day for day in days if day >= weeks[0].monday]
        assert sum(week.answers for week in weeks) == len(recent)
