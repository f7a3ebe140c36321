"""One next step: a placement test, what is weak, what the track asks; what became of it."""

from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import desk_at, front, qru
from tests.services.players import answer_here, asked, finish, played, wrong
from tutor.domain.course import Reflection
from tutor.domain.errors import WrongUseError
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out
from tutor.services.outlook import Suggestion
from tutor.services.tracks import choose_track, track_of
from tutor.services.training import open_run, unseen_on

HEAD = """id = "petit-cours"
titre = "Petit cours"
version = "1.0.0"
referentiel = "petit"

[[parcours]]
id = "court"
titre = "Le plus court"
lecons = ["alpha"]

[[parcours]]
id = "savant"
titre = "Pour qui sait"
test = "placement"
lecons = ["beta"]

[[parcours]]
id = "long"
titre = "Tout"
lecons = ["alpha", "beta"]
"""
FIELD = """## Sur le terrain

Demandez un nom.

::: reflexion {#alpha-terrain comp="C5.N.1"}
Dans sept jours : l'avez-vous ?

> **Pistes** Un nom.

:::
"""
FILES = {
    "content/cours.toml": HEAD,
    "content/01-alpha.md": front("alpha", more="duree_min: 20\n")
    + "M. Noir attend.\n\n"
    + qru("a-1")
    + FIELD,
    "content/02-beta.md": front("beta", more="duree_min: 70\n") + qru("beta-1"),
    "quizzes/placement.md": front("placement")
    + qru("p-1", more='comp="C5.N.2" lecon="beta"'),
    "quizzes/banque.md": front("banque")
    + "".join(qru(f"b-{n}") for n in range(12))
    + qru("b-autre", more='comp="C6.N.1 C5.N.1"'),
}


def desk(folder: Path, clock: StoppedClock | None = None) -> Desk:
    """Return a desk at a course of three tracks."""
    return desk_at(folder, clock, files=FILES)


def suggested(at: Desk) -> Suggestion:
    """Return what Home suggests."""
    found = look_out(at).suggestion
    assert found is not None
    return found


def test_without_a_choice_the_longest_track_is_followed(tmp_path: Path) -> None:
    home = look_out(desk(tmp_path))
    assert home.track is not None
    assert (home.track.id, home.track.lessons, home.track.minutes) == ("long", 2, 90)
    assert [e.id for e in home.entries if e.tag == "lesson"] == ["alpha", "beta"]


def test_a_track_chosen_is_kept_and_home_lists_its_lessons(tmp_path: Path) -> None:
    at = desk(tmp_path)
    choose_track(at.store, at.course, "court")
    home = look_out(at)
    assert home.track is not None
    assert home.track.id == "court"
    assert [e.id for e in home.entries if e.tag == "lesson"] == ["alpha"]


def test_a_track_that_has_left_the_course_is_none(tmp_path: Path) -> None:
    at = desk(tmp_path)
    choose_track(at.store, at.course, "perdu")
    track = track_of(at.course, at.store.preferences())
    assert track is not None
    assert track.id == "long"


def test_the_placement_test_of_a_track_comes_first_and_only_once(
    tmp_path: Path,
) -> None:
    at = desk(tmp_path)
    choose_track(at.store, at.course, "savant")
    assert suggested(at) == Suggestion(
        "placement", "Titre de placement", "bank", "placement", 0, 1
    )
    played(at, "placement", rightly=False)
    assert suggested(at).reason == "next-lesson"
    assert suggested(at).target == "beta"


def weak(at: Desk, clock: StoppedClock) -> None:
    """Answer enough of a bank wrongly for its item to be weak, and nothing due."""
    run = at.start("banque", shuffled=False)
    for _ in range(8):
        answer_here(run, wrong(asked(run)), 1)
    while not run.is_over:
        run.pass_by()
    run.pass_by()
    at.save(run)
    assert clock.now() is not None


def test_a_weak_item_with_unseen_questions_comes_before_the_next_lesson(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    at = desk(tmp_path, clock)
    weak(at, clock)
    found = suggested(at)
    assert (found.target, found.tag, found.reason) == ("C5.N.1", "training", "weak")
    assert found.number == 5
    seen = {answer.question for answer in at.record.answers}
    drawn = [question.id for question in unseen_on(at.course, "C5.N.1", seen)]
    assert drawn == ["b-8", "b-9", "b-10", "b-11", "b-autre"]

    run = open_run(at, "C5.N.1", at.chance)
    assert run.started.kind == "training"
    assert [question.id for question in run.questions] == drawn
    answer_here(run)
    at.save(run)
    assert suggested(at).reason == "resume"
    assert open_run(at, "C5.N.1", at.chance).started.id == run.started.id
    finish(run)
    at.save(run)
    assert suggested(at).reason == "next-lesson"


def test_an_item_with_nothing_left_to_ask_says_so(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError) as refused:
        open_run(desk(tmp_path), "C5.C.1", desk(tmp_path).chance)
    assert refused.value.message_id == "errors.nothing-left"


def test_a_question_of_a_lesson_comes_back_with_its_story(tmp_path: Path) -> None:
    clock = StoppedClock()
    at = desk(tmp_path, clock)
    played(at, "alpha", rightly=False)
    clock.forward(days=3)
    run = open_run(at, "revision", at.chance)
    (passage,) = run.stop.reading
    assert [block.type for block in passage.blocks] == ["paragraph"]


def test_an_action_in_the_field_is_asked_about_after_seven_days(tmp_path: Path) -> None:
    clock = StoppedClock()
    at = desk(tmp_path, clock)
    played(at, "alpha")
    clock.forward(days=6)
    assert [e.id for e in look_out(at).entries if e.tag == "field"] == []
    clock.forward(days=1)
    (entry,) = (e for e in look_out(at).entries if e.tag == "field")
    assert (entry.id, entry.title) == ("alpha-terrain", "Titre de alpha")

    run = at.start("alpha-terrain")
    assert isinstance(run.stop.task, Reflection)
    at.pen.note("alpha-terrain", "Oui.")
    run.pass_by()
    run.pass_by()
    at.save(run)
    assert [e.id for e in look_out(at).entries if e.tag == "field"] == []


def test_a_follow_up_passed_over_is_not_asked_again(tmp_path: Path) -> None:
    clock = StoppedClock()
    at = desk(tmp_path, clock)
    played(at, "alpha")
    clock.forward(days=9)
    run = at.start("alpha-terrain")
    run.pass_by()
    run.pass_by()
    at.save(run)
    assert [e.id for e in look_out(at).entries if e.tag == "field"] == []
