"""A survey, a directory and a placement test: kept apart, and shown where they help."""

from pathlib import Path

import pytest

from tests.services.courses import desk_at
from tests.services.own_words import FILES
from tests.services.players import answer_here, asked, finish, right, wrong
from tutor.domain.course import Directory, SelfRating
from tutor.services.desk import Desk
from tutor.services.local_names import LONGEST, cleaned
from tutor.services.looking_out import look_out
from tutor.services.placement import known_lessons, placed
from tutor.services.run import Run
from tutor.services.stops import Stop

pytestmark = pytest.mark.no_cover

NUMBER = "Mme Payet, 02 62 00 00 00"


def desk(folder: Path) -> Desk:
    """Return a desk at the course that asks about oneself."""
    return desk_at(folder, files=FILES)


def take_survey(at: Desk, *degrees: int) -> Run:
    """Walk through the survey once, a degree a scale; 0 passes."""
    run = at.start("enquete")
    for degree in degrees:
        task = run.stop.task
        assert isinstance(task, SelfRating)
        if degree:
            at.pen.rate(run, task, degree)
        run.pass_by()
    run.pass_by()
    at.save(run)
    return run


def stop_of(run: Run, key: str) -> Stop:
    """Return a stop by its key."""
    return next(stop for stop in run.stops if stop.key == key)


def test_the_survey_is_kept_apart_from_everything_that_counts(tmp_path: Path) -> None:
    at = desk(tmp_path)
    run = take_survey(at, 2, 5)

    kept = [(each.question, each.value, each.run) for each in at.record.survey]
    assert kept == [("e-libre", 2, run.started.id), ("e-utile", 5, run.started.id)]
    assert at.record.positionings == ()
    assert at.record.answers == ()
    assert at.standing().answers == 0
    assert run.started.kind == "survey"


def test_the_first_time_shows_no_move_and_the_second_shows_each(tmp_path: Path) -> None:
    at = desk(tmp_path)
    (first,) = at.closing(take_survey(at, 2, 4))
    assert "à la fin du parcours" in first

    moved = at.closing(take_survey(at, 5, 4))
    assert [line.replace("\u00a0", " ") for line in moved[1:]] == [
        "- Énoncé de e-libre ? De « degré 2 » à « degré 5 ».",
        "- Énoncé de e-utile ? Toujours « degré 4 ».",
    ]


def test_a_scale_passed_over_once_shows_no_move(tmp_path: Path) -> None:
    at = desk(tmp_path)
    take_survey(at, 2, 0)
    moved = at.closing(take_survey(at, 3, 4))
    assert len(moved) == 2


def test_a_degree_the_scale_has_lost_is_left_out(tmp_path: Path) -> None:
    at = desk(tmp_path)
    take_survey(at, 5, 4)
    take_survey(at, 5, 2)
    at.close()
    shorter = FILES["content/enquete.md"].replace("5. degré 5\n", "")
    later = desk_at(tmp_path, files={**FILES, "content/enquete.md": shorter})
    assert len(later.closing(take_survey(later, 0, 3))) == 2


def test_a_survey_that_has_left_the_course_says_nothing(tmp_path: Path) -> None:
    at = desk(tmp_path)
    run = take_survey(at, 1, 1)
    (tmp_path / "cours/content/enquete.md").unlink()
    assert desk_at(tmp_path).closing(run) == ()


def test_local_names_are_kept_when_they_change_and_cleared_when_empty(
    tmp_path: Path,
) -> None:
    at = desk(tmp_path)
    at.pen.name_locally({"cpts": "CPTS du lagon", "coordo": NUMBER})
    at.pen.name_locally({"cpts": "CPTS du lagon", "coordo": ""})
    assert at.record.local() == {"cpts": "CPTS du lagon"}
    assert len(at.record.local_names) == 3


def test_a_local_name_is_shown_once_a_run_beside_what_speaks_of_it(
    tmp_path: Path,
) -> None:
    at = desk(tmp_path)
    run = at.start("chez-moi")
    first, second = stop_of(run, "m-1"), stop_of(run, "m-2")
    assert at.local_lines(run, first) == ()

    names = {"cpts": "CPTS du lagon", "coordo": NUMBER, "muet": "personne"}
    at.pen.name_locally(names)
    (line,) = at.local_lines(run, first)
    assert line == f"Chez vous, Coordonnatrice\u00a0: {NUMBER}"
    (other,) = at.local_lines(run, second)
    assert "CPTS du lagon" in other
    assert at.local_lines(run, stop_of(run, "contacts")) == ()


def test_the_directory_can_be_opened_on_its_own(tmp_path: Path) -> None:
    at = desk(tmp_path)
    run = at.start("contacts")
    assert isinstance(run.stop.task, Directory)
    assert run.started.kind == "card"
    assert run.questions == []
    run.pass_by()
    run.pass_by()
    at.save(run)
    assert at.closing(run) == ()
    assert at.start("contacts").started.id != run.started.id


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mme Payet \t 02 62 ", "Mme Payet 02 62"),
        ("\x1b[31mrouge\x07", "[31mrouge"),
        ("a" * (LONGEST + 5), "a" * LONGEST),
        ("\u202eabc", "abc"),
    ],
)
def test_a_local_name_is_one_clean_line(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


def test_a_lesson_is_known_once_all_that_probes_it_is_right_enough(
    tmp_path: Path,
) -> None:
    at = desk(tmp_path)
    run = at.start("placement")
    for _ in range(3):
        answer_here(run)
    after = placed(run.questions, run.given)
    assert [(p.lesson, p.answered, p.mean, p.is_known) for p in after] == [
        ("chez-moi", 2, 1.0, True),
        ("apres", 1, 1.0, False),
    ]
    answer_here(run, wrong(asked(run)))
    assert known_lessons(run.questions, run.given) == {"chez-moi"}
    lines = at.closing(run)
    assert [line for line in lines if line.startswith("-")] == [
        "- Titre de chez-moi (moyenne 1 / 1)",
        "- Titre de apres (moyenne 0,5 / 1)",
    ]


def test_questions_that_probe_nothing_place_nobody(tmp_path: Path) -> None:
    at = desk(tmp_path)
    run = at.start("apres")
    finish(run)
    assert placed(run.questions, run.given) == ()
    assert at.closing(run) == ()


def test_home_passes_over_a_lesson_known_and_names_what_is_the_persons_own(
    tmp_path: Path,
) -> None:
    at = desk(tmp_path)
    run = at.start("placement")
    while not run.is_over:
        respond = right if "chez-moi" in run.stop.key else wrong
        answer_here(run, respond(asked(run)))
    run.pass_by()
    at.save(run)
    at.pen.name_locally({"cpts": "CPTS du lagon"})
    take_survey(at, 1, 2)

    home = look_out(at)
    states = {entry.id: entry.state for entry in home.entries}
    assert states["chez-moi"] == "known"
    assert (states["enquete"], states["contacts"]) == ("started", "started")
    assert home.suggestion is not None
    assert home.suggestion.target == "apres"
    assert at.standing().lessons["chez-moi"] == "new"

    at.pen.name_locally({"coordo": NUMBER, "muet": "-"})
    take_survey(at, 1, 2)
    states = {entry.id: entry.state for entry in look_out(at).entries}
    assert (states["enquete"], states["contacts"]) == ("done", "done")
