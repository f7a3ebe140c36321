"""Bookmarks, notes on a passage, objections, and what is said on doing again."""

from pathlib import Path
from random import Random

from tests.factories import StoppedClock
from tests.services.courses import ALPHA, SMALL, desk_at
from tests.services.players import answer_here, go_to, played
from tutor.services.disputes import dispute, last_answer
from tutor.services.marks import (
    is_marked,
    kept_places,
    marked_in,
    spots_of,
    target_of,
    toggle_mark,
)
from tutor.services.notes import note_lines
from tutor.services.redo import done_before


def test_a_second_press_takes_the_bookmark_away_and_both_are_kept(
    tmp_path: Path,
) -> None:
    desk, chance = desk_at(tmp_path), Random(1)
    assert toggle_mark(desk, ALPHA, "a-qru", chance)
    assert is_marked(desk.record, ALPHA, "a-qru")
    desk.clock.forward(seconds=1)  # type: ignore[attr-defined]
    assert not toggle_mark(desk, ALPHA, "a-qru", chance)
    assert not is_marked(desk.record, ALPHA, "a-qru")
    assert [mark.removed for mark in desk.record.bookmarks] == [False, True]


def test_a_stop_of_a_dossier_or_of_a_review_is_marked_in_its_file(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    run = desk.start("cas-1")
    assert target_of(run, run.stop, desk) == "cas"
    played(desk, "beta", rightly=False)
    clock.forward(days=3)
    review = desk.review()
    assert review is not None
    assert target_of(review, review.stop, desk) == "beta"


def test_places_come_in_the_order_of_the_course_under_their_lesson(
    tmp_path: Path,
) -> None:
    desk, chance = desk_at(tmp_path), Random(1)
    toggle_mark(desk, "beta", "beta-qru", chance)
    toggle_mark(desk, "cas", "cas-1-b", chance)
    desk.pen.note("a-avant", "deux\nlignes")
    desk.pen.note("partie", "une question retirée")
    found = kept_places(desk.course, desk.record, desk.clock)
    said = [(e.kind, e.lesson, e.where.replace("\u00a0", " "), e.text) for e in found]
    assert said == [
        ("note", "Titre de alpha", "Énoncé de a-avant ?", "deux / lignes"),
        ("mark", "Titre de beta", "Énoncé de beta-qru ?", ""),
        ("mark", "Le cas cas-1", "Étape 2, la visite", ""),
        ("note", "", "n'est plus dans le cours", "une question retirée"),
    ]
    assert [e.key for e in found] == ["a-avant", "beta-qru", "cas-1-b", ""]
    assert marked_in(desk.record, "cas-1-b", "?") == "cas"
    assert marked_in(desk.record, "a-qru", ALPHA) == ALPHA


def test_every_stop_of_the_course_is_a_place(tmp_path: Path) -> None:
    spots = spots_of(desk_at(tmp_path).course)
    assert {"a-avant", "fin:alpha", "b-tcs", "cas-1-c"} <= spots.keys()


def test_notes_stand_under_their_passage_and_messages_do_not(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start(ALPHA)
    go_to(run, "a-qru")
    desk.pen.note("a-qru", "à\n\nrelire")
    assert note_lines(run.stop, desk.record, desk.clock) == (
        "✎ Votre note du 22/11/2026\u00a0: à / relire",
    )
    desk.pen.note("a-avant", "un message", run=run.started.id)
    assert note_lines(run.stops[0], desk.record, desk.clock) == ()
    assert len(kept_places(desk.course, desk.record, desk.clock)) == 1


def test_an_objection_names_the_answer_and_the_key_it_is_about(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = desk.start(ALPHA)
    assert last_answer(run) is None
    go_to(run, "a-qru")
    answer = answer_here(run)
    desk.save(run)
    assert last_answer(run) == answer
    dispute(desk, answer, "  deux bonnes réponses\n", Random(2))
    (said,) = desk.record.disputes
    assert (said.question, said.key_hash, said.answer, said.text) == (
        *("a-qru", answer.key_hash, answer.id),
        "deux bonnes réponses",
    )
    assert desk.record.answers == (answer,)


def test_doing_again_begins_afresh_and_says_when_it_was_done(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=SMALL)
    first = desk.start("beta")
    assert done_before(first, desk.record, clock) == ""
    played(desk, "beta")
    clock.forward(days=2)
    again = desk.start("beta")
    assert again.started.id != first.started.id
    assert again.given == {}
    assert "Déjà fait le 22/11/2026" in done_before(again, desk.record, clock)
    assert len(desk.record.answers) == 1
    other = desk.start(ALPHA)
    assert done_before(other, desk.record, clock) == ""
