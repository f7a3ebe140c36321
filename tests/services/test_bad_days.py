"""The course changes or goes, the clock is set back, far too much is pasted."""

import shutil
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import SMALL, desk_at, front, qroc, qru, write_course
from tests.services.players import answer_here, answered, asked, finish, go_to
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.question import ShortAnswer
from tutor.domain.response import Typed
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on_stored
from tutor.services.looking_out import look_out
from tutor.services.run import Run

pytestmark = pytest.mark.no_cover

MEGABYTE = "un mot " * 150_000


def bank(*blocks: str) -> dict[str, str]:
    """Return the small course with another bank."""
    return {**SMALL, "quizzes/banque.md": front("banque") + "".join(blocks)}


def begun(desk: Desk, target: str, answers: int = 1) -> Run:
    """Return a run with some answers, saved."""
    run = desk.start(target)
    for _ in range(answers):
        answer_here(run)
    desk.save(run)
    return run


def test_a_course_removed_under_a_run_costs_no_answer(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = begun(desk, "banque")
    shutil.rmtree(desk.library.root)

    desk.cautions(run, run.stops[0])
    desk.local_lines(run, run.stop)
    finish(run)
    desk.save(run)
    desk.closing(run)

    assert look_out(desk).answers == len(run.given) == 4
    assert desk.start("alpha").stop.key == "a-avant"
    desk.close()


def test_after_it_was_removed_one_line_says_so_and_the_answers_wait(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    begun(desk, "banque", 2)
    desk.close()
    away = tmp_path / "ailleurs"
    desk.library.root.rename(away)
    lost = Desk(desk.library.root, desk.place, desk.clock, desk.chance)

    with pytest.raises(ContentError) as refused:
        look_out(lost)
    assert refused.value.message_id == "errors.no-course"
    lost.close()

    away.rename(desk.library.root)
    again = desk_at(tmp_path)
    assert again.start("banque").stop.key == "b-liste"
    again.close()


def test_a_copy_of_the_course_elsewhere_goes_on_with_the_same_run(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = begun(desk, "banque", 2)
    desk.close()
    copy = tmp_path / "clé-usb"
    shutil.copytree(desk.library.root, copy)
    shutil.rmtree(desk.library.root)
    there = Desk(copy, desk.place, desk.clock, desk.chance)

    again = there.start("banque")

    assert again.started.id == run.started.id
    assert again.stop.key == "b-liste"
    assert there.standing().answers == 2
    there.close()


def test_a_course_changed_between_two_steps_keeps_every_answer(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = begun(desk, "banque")
    write_course(desk.library.root, bank(qroc("b-un"), qru("neuve")))
    answer_here(run)
    desk.save(run)
    desk.close()

    later = desk_at(tmp_path)
    again = later.start("banque")

    assert again.started.id == run.started.id
    assert again.stop.key == "neuve"
    assert [answer.question for answer in later.record.answers] == ["b-un", "b-deux"]
    for question in again.questions:
        if question.id in again.given:  # another kind of question now
            given = again.given[question.id]
            said = feedback_on_stored(question, given, [], later.course)
            assert said.verdict.credit == given.credit
    answer_here(again)
    later.save(again)
    assert again.is_over
    later.close()


def test_a_lesson_shortened_to_nothing_is_over_and_asks_nothing(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    begun(desk, "banque", 2)
    desk.close()
    write_course(desk.library.root, bank("Plus rien à demander.\n"))
    later = desk_at(tmp_path)

    run = later.start("banque")
    assert run.is_over
    assert run.questions == []
    run.pass_by()
    later.save(run)
    assert later.record.runs[0].ended
    assert look_out(later).answers == 2
    later.close()


def test_a_run_whose_lesson_has_gone_is_not_proposed(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    begun(desk, "beta")
    desk.close()
    (desk.library.root / "content" / "02-beta.md").unlink()
    later = desk_at(tmp_path)

    suggestion = look_out(later).suggestion
    assert suggestion is not None
    assert suggestion.target != "beta"
    with pytest.raises(WrongUseError) as refused:
        later.start("beta")
    assert refused.value.message_id == "errors.unknown-target"
    assert len(later.record.answers) == 1
    later.close()


def test_a_file_outside_the_course_that_goes_while_it_is_played_costs_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "dehors.md"
    path.write_text(front("dehors") + qru("d-1") + qru("d-2"), encoding="utf-8")
    desk = desk_at(tmp_path)
    run = begun(desk, str(path))
    path.unlink()

    assert desk.cautions(run, run.stops[0]) == ()
    answer_here(run)
    desk.save(run)
    assert look_out(desk).answers == 2
    with pytest.raises(ContentError) as refused:
        desk.start(str(path))
    assert refused.value.message_id == "errors.file-absent"
    desk.close()


def test_a_question_deleted_while_due_is_asked_no_more(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    for name in ("b-un", "b-deux"):
        answered(desk, name, rightly=False)
    clock.forward(days=3)
    review = desk.review()
    assert review is not None
    assert {q.id for q in review.questions} == {"b-un", "b-deux"}
    desk.save(review)
    desk.close()

    write_course(desk.library.root, bank(qru("b-deux", "--x")))
    fewer = desk_at(tmp_path, clock)
    assert fewer.standing().due == ("b-deux",)
    left = fewer.review()
    assert left is not None
    assert [q.id for q in left.questions] == ["b-deux"]
    fewer.close()

    write_course(desk.library.root, bank(qru("neuve")))
    none = desk_at(tmp_path, clock)
    assert none.standing().due == ()
    assert none.review() is None
    assert len(none.record.answers) == 2
    none.close()


def test_a_clock_set_back_a_year_loses_nothing(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=False)
    run = desk.start("alpha")
    desk.save(run)
    clock.forward(days=-365)

    answered(desk, "b-un")
    run.show()
    clock.forward(days=-1)
    go_to(run, "a-qru")
    assert answer_here(run).seconds == 0
    desk.save(run)
    desk.close()

    again = desk_at(tmp_path, clock)
    standing = again.standing()
    assert standing.answers == 3
    assert standing.items["C5.N.1"].n == 3
    assert look_out(again).answers == 3
    assert again.start("alpha").given.keys() == {"a-qru"}
    again.close()


def test_what_one_says_last_counts_even_after_the_clock_was_set_back(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    desk.pen.position("C5.N.1", "4")
    desk.pen.name_locally({"coordo": "Mme Diallo"})
    clock.forward(days=-365)
    for value, name in (("2", "M. Petit"), ("3", "Mme Roche")):
        desk.pen.position("C5.N.1", value)
        desk.pen.name_locally({"coordo": name})

    assert desk.standing().positionings["C5.N.1"].value == "3"
    assert desk.record.local() == {"coordo": "Mme Roche"}
    desk.pen.position("C5.N.2", "1")
    latest = desk.record.positioning("C5.N.2")
    assert latest is not None
    assert latest.at == clock.now()
    desk.close()


def test_a_megabyte_pasted_as_an_answer_is_refused_and_the_question_stays(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("a-mots")
    assert isinstance(asked(run), ShortAnswer)

    with pytest.raises(WrongUseError) as refused:
        run.respond(Typed(text=MEGABYTE))

    assert refused.value.message_id == "answers.too-long"
    assert run.need == "response"
    answer_here(run)
    desk.save(run)
    assert len(desk.record.answers) == 1
    desk.close()


def test_a_profile_erased_under_a_run_is_made_again_with_the_answer(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = begun(desk, "banque")
    shutil.rmtree(desk.place.root)
    fact = answer_here(run)

    desk.save(run)

    assert run.unsaved == []
    desk.close()
    kept = desk_at(tmp_path).record.answers
    assert len(kept) == 2
    assert kept[-1].id == fact.id
