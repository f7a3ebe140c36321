"""The course that travels with the tutor can be played, left and resumed anywhere."""

from pathlib import Path
from random import Random

import pytest

from tests.course.shipped import ROOT, known_at
from tests.factories import StoppedClock
from tests.services.players import answer_here, asked, finish, wrong
from tutor.assessment.grading import grade
from tutor.domain.question import ShortAnswer
from tutor.domain.response import as_response, as_stored
from tutor.services.desk import Desk
from tutor.services.library import Library
from tutor.services.looking_out import look_out
from tutor.services.outlook import read_outlook
from tutor.services.responses import parse_response
from tutor.services.summary import summary_of
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover


def desk_in(folder: Path, chance: int = 7) -> Desk:
    """Return a desk at the course that travels with the tutor."""
    return Desk(ROOT, known_at(folder), StoppedClock(), Random(chance))


def test_the_course_from_the_cache_is_the_course_as_written(tmp_path: Path) -> None:
    parsed = Library(ROOT, Place(tmp_path)).course

    assert Library(ROOT, Place(tmp_path)).course == parsed
    assert parsed.lessons


@pytest.mark.parametrize("rightly", [True, False])
def test_every_target_can_be_played_to_its_end(
    tmp_path: Path, *, rightly: bool
) -> None:
    desk = desk_in(tmp_path)
    for target in desk.library.index:
        run = desk.start(target)
        finish(run, rightly=rightly, certainty=2)
        summary = summary_of(run)
        if run.started.kind in {"survey", "card"}:
            assert summary.asked == 0
            continue
        assert summary.answered == summary.asked >= 1
        assert summary.mean is not None
        assert (summary.mean == 1) is rightly


def test_every_answer_survives_the_store(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    for unit in desk.course.units:
        run = desk.start(unit.id)
        finish(run, certainty=3)
        desk.save(run)
    told = desk.record
    desk.close()
    again = desk_in(tmp_path)

    assert again.record == told
    assert len(told.answers) == len(desk.library.questions())
    for fact in told.answers:
        assert as_stored(as_response(fact.kind, fact.response)) == fact.response
    assert set(again.standing().lessons.values()) == {"done"}
    assert set(again.standing().dossiers.values()) <= {"done"}
    assert again.standing().ledger == ()


def test_the_first_lesson_resumes_at_every_stop(tmp_path: Path) -> None:
    steps = 0
    while True:
        desk = desk_in(tmp_path, chance=steps)
        run = desk.start(desk.course.lessons[0].id)
        assert run.index == steps
        if run.is_over:
            break
        if run.stop.question is None:
            run.pass_by()
        else:
            answer_here(run, wrong(asked(run)))
        desk.save(run)
        desk.close()
        steps += 1
    desk.close()


def test_every_accepted_wording_can_be_typed(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    for unit in desk.course.units:
        for question in unit.questions:
            if isinstance(question, ShortAnswer):
                for text in question.accepted:
                    response = parse_response(question, text, [])
                    assert grade(question, response).credit == 1


def test_home_is_kept_for_the_next_first_frame(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    seen = look_out(desk)

    assert read_outlook(ROOT, desk.place) == seen
    assert seen.suggestion is not None
    assert seen.suggestion.reason == "first"
