"""What is read is what was written, by the tutor and by plain TinyDB."""

import string
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from tests.examples import at_least
from tests.factories import NOON, answer
from tests.store.homes import COURSE, begun, ids, numbered, opened, read
from tutor.domain.answer import (
    AnswerGiven,
    Bookmark,
    Dispute,
    Note,
    Positioning,
    Record,
    RunStarted,
)
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover

ZONES = st.integers(-14 * 4, 14 * 4).map(
    lambda quarter: timezone(timedelta(minutes=15 * quarter))
)
MOMENTS = st.datetimes(
    datetime(1900, 1, 2),  # noqa: DTZ001 - the zones are drawn beside it
    datetime(2899, 12, 30),  # noqa: DTZ001
    timezones=ZONES,
)
IDS = st.text("0123456789abcdef", min_size=32, max_size=32)
SLUGS = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=20)
COURSES = st.sampled_from([COURSE, "autre-cours"])
SLUG_LISTS = st.lists(SLUGS, max_size=4).map(tuple)

ANSWERS = st.builds(
    AnswerGiven,
    id=IDS,
    course=COURSES,
    question=SLUGS,
    key_hash=st.text("0123456789abcdef", min_size=16, max_size=16),
    kind=st.sampled_from(["qru", "qrm", "qrp", "qrpl", "qroc", "tcs"]),
    dossier=st.none() | SLUGS,
    step=st.none() | st.integers(0, 20),
    items=st.lists(st.sampled_from(["C5.N.1", "C5.C.11"]), max_size=2).map(tuple),
    response=st.text() | st.lists(st.integers(-2, 24)),
    credit=st.floats(0, 1),
    self_marked=st.booleans(),
    certainty=st.none() | st.sampled_from([1, 2, 3]),
    hints=st.integers(0, 9),
    at=MOMENTS,
    seconds=st.floats(0, 3600),
    run=IDS,
)
POSITIONINGS = st.builds(
    Positioning,
    id=IDS,
    course=COURSES,
    code=st.sampled_from(["C5", "C5.N.1"]),
    value=st.sampled_from("12345NIC"),
    at=MOMENTS,
)
NOTES = st.builds(
    Note, id=IDS, course=COURSES, subject=SLUGS, text=st.text(), at=MOMENTS
)
BOOKMARKS = st.builds(
    Bookmark,
    id=IDS,
    course=COURSES,
    target=SLUGS,
    key=SLUGS,
    at=MOMENTS,
    removed=st.booleans(),
)
DISPUTES = st.builds(
    Dispute,
    id=IDS,
    course=COURSES,
    question=SLUGS,
    key_hash=st.text("0123456789abcdef", min_size=16, max_size=16),
    answer=IDS,
    text=st.text(),
    at=MOMENTS,
)
RUNS = st.builds(
    RunStarted,
    id=IDS,
    course=COURSES,
    target=st.text(min_size=1),
    kind=st.sampled_from(["lesson", "dossier", "quiz", "review", "question"]),
    seed=st.integers(-(2**63), 2**63 - 1),
    shuffled=st.booleans(),
    questions=SLUG_LISTS,
    path=st.none() | st.text(),
    at=MOMENTS,
    passed=SLUG_LISTS,
    hints=SLUG_LISTS,
    touched=MOMENTS,
    ended=st.booleans(),
)
ROW_OF = {AnswerGiven: "answers", Positioning: "positionings", Note: "notes"}
FACTS = st.lists(
    ANSWERS | POSITIONINGS | NOTES | BOOKMARKS | DISPUTES | RUNS,
    max_size=8,
    unique_by=lambda row: row.id,
)


def of_course(rows: list[object], course: str) -> Record:
    """Return the record that some rows make of a course."""
    mine = [row for row in rows if getattr(row, "course", None) == course]
    return Record(
        answers=tuple(row for row in mine if isinstance(row, AnswerGiven)),
        positionings=tuple(row for row in mine if isinstance(row, Positioning)),
        notes=tuple(row for row in mine if isinstance(row, Note)),
        runs=tuple(row for row in mine if isinstance(row, RunStarted)),
        bookmarks=tuple(row for row in mine if isinstance(row, Bookmark)),
        disputes=tuple(row for row in mine if isinstance(row, Dispute)),
    )


@given(FACTS)
@at_least(40)
def test_every_row_is_read_as_it_was_written_even_after_reopening(
    rows: list[AnswerGiven | Positioning | Note | Bookmark | Dispute | RunStarted],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        with opened(place) as store:
            for row in rows:
                if isinstance(row, RunStarted):
                    store.keep_run(row)
                else:
                    store.add(row)
            at_once = {
                course: store.record(course) for course in (COURSE, "autre-cours")
            }
        for course, record in at_once.items():
            assert record == of_course(list(rows), course)
            assert read(place).record(course) == record


@given(st.lists(ANSWERS, min_size=1, max_size=6, unique_by=lambda row: row.id))
@settings(max_examples=20, deadline=None)
def test_plain_tinydb_reads_the_same_rows(rows: list[AnswerGiven]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        with opened(place) as store:
            store.add(*rows)
        with TinyDB(place.store, encoding="utf-8", access_mode="r") as plain:
            found = [AnswerGiven.model_validate(row) for row in plain.table("answers")]
        assert found == rows


@given(
    st.dictionaries(
        st.text(min_size=1),
        st.text() | st.booleans() | st.integers(-(2**63), 2**63 - 1),
        max_size=5,
    )
)
@settings(max_examples=20, deadline=None)
def test_preferences_are_read_as_they_were_chosen(
    chosen: dict[str, str | int | bool],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        with opened(place) as store:
            for name, value in chosen.items():
                store.prefer(name, value)
            assert store.preferences() == chosen
        assert read(place).preferences() == chosen


def test_the_last_choice_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    with opened(Place(tmp_path)) as store:
        store.prefer("certainty", value=True)
        store.prefer("certainty", value=False)

        assert store.preferences() == {"certainty": False}


def test_a_run_is_kept_once_and_as_it_stands_last(tmp_path: Path) -> None:
    with opened(Place(tmp_path)) as store:
        store.keep_run(begun())
        store.keep_run(begun("s" * 32))
        store.keep_run(begun(passed=("a", "b"), ended=True))

        kept = store.record(COURSE).runs

    assert [(run.id[0], run.passed, run.ended) for run in kept] == [
        ("r", ("a", "b"), True),
        ("s", (), False),
    ]


def test_a_late_worker_does_not_take_a_run_back(tmp_path: Path) -> None:
    with opened(Place(tmp_path)) as store:
        store.keep_run(begun(passed=("a", "b"), ended=True))
        store.keep_run(begun(passed=("a",)))

        assert store.record(COURSE).runs == (begun(passed=("a", "b"), ended=True),)


def test_an_answer_given_twice_to_be_saved_is_stored_once(tmp_path: Path) -> None:
    with opened(Place(tmp_path)) as store:
        store.add(numbered(1), numbered(1))
        store.add(numbered(1), numbered(2))

        assert ids(store) == [numbered(1).id, numbered(2).id]


def test_an_answer_known_from_an_earlier_session_is_not_stored_again(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    with opened(place) as store:
        store.add(numbered(1))
    with opened(place) as store:
        store.add(numbered(1))

        assert ids(store) == [numbered(1).id]


def test_a_moment_keeps_its_microseconds(tmp_path: Path) -> None:
    late = NOON.replace(microsecond=123_457)
    with opened(Place(tmp_path)) as store:
        store.add(answer(at=late))

    assert read(Place(tmp_path)).record(COURSE).answers[0].at == late


@given(st.lists(st.one_of(ANSWERS, NOTES, RUNS, st.just("erase")), max_size=8))
@settings(max_examples=25, deadline=None)
def test_what_is_known_as_it_grows_is_what_is_read_anew(
    written: list[AnswerGiven | Note | RunStarted | str],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        with opened(place) as store:
            for each in written:
                if isinstance(each, RunStarted):
                    store.keep_run(each)
                elif isinstance(each, str):
                    for note in store.record(COURSE).notes[:1]:
                        store.erase_note(note.id)
                else:
                    store.add(each)
                assert store.record(COURSE) == read(place).record(COURSE)
