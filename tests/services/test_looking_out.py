"""Home names one next step and why, the way, and what the answers show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import SMALL, desk_at, front, qru, without
from tests.services.players import answer_here, answered, go_to, played
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out
from tutor.services.outlook import CompetencyLine, Entry, Suggestion

pytestmark = pytest.mark.no_cover


def nothing(desk: Desk) -> None:
    """Do nothing at all."""


def lesson_in_the_middle(desk: Desk) -> None:
    """Leave a lesson before its second question."""
    run = desk.start("alpha")
    go_to(run, "a-mots")
    desk.save(run)


def card_in_the_middle(desk: Desk) -> None:
    """Leave a lesson before its first card."""
    desk.save(desk.start("alpha"))


def dossier_in_the_middle(desk: Desk) -> None:
    """Leave a dossier after its first question."""
    run = desk.start("cas-1")
    answer_here(run)
    desk.save(run)


def question_in_the_middle(desk: Desk) -> None:
    """Leave one question unanswered."""
    desk.save(desk.start("b-un"))


def one_lesson_done(desk: Desk) -> None:
    """Finish the first lesson."""
    played(desk, "alpha")


def lessons_done(desk: Desk) -> None:
    """Finish both lessons."""
    one_lesson_done(desk)
    played(desk, "beta")


def dossiers_done(desk: Desk) -> None:
    """Finish the lessons and the dossier."""
    lessons_done(desk)
    played(desk, "cas-1")


def target_gone(desk: Desk) -> None:
    """Leave a lesson that is then taken away."""
    lessons_done(desk)
    desk.save(desk.start("beta"))
    lost = desk.record.runs[-1].model_copy(update={"target": "envolee"})
    desk.store.keep_run(lost)
    desk._record = None


STEPS: list[tuple[Callable[[Desk], None], Suggestion]] = [
    (nothing, Suggestion("alpha", "Titre de alpha", "lesson", "first", 0, 3)),
    (
        lesson_in_the_middle,
        Suggestion("alpha", "Titre de alpha", "lesson", "resume", 2, 3),
    ),
    (
        card_in_the_middle,
        Suggestion("alpha", "Titre de alpha", "lesson", "resume", 1, 3),
    ),
    (
        dossier_in_the_middle,
        Suggestion("cas-1", "Le cas cas-1", "dossier", "resume", 2, 3),
    ),
    (
        question_in_the_middle,
        Suggestion("b-un", "Titre de banque", "bank", "resume", 1, 1),
    ),
    (
        one_lesson_done,
        Suggestion("beta", "Titre de beta", "lesson", "next-lesson", 0, 1),
    ),
    (lessons_done, Suggestion("cas-1", "Le cas cas-1", "dossier", "dossier", 0, 3)),
    (dossiers_done, Suggestion("banque", "Titre de banque", "bank", "bank", 0, 4)),
    (target_gone, Suggestion("cas-1", "Le cas cas-1", "dossier", "dossier", 0, 3)),
]


@pytest.mark.parametrize(
    ("live", "expected"), STEPS, ids=lambda v: getattr(v, "__name__", "")
)
def test_the_next_step_and_its_reason(
    tmp_path: Path, live: Callable[[Desk], None], expected: Suggestion
) -> None:
    desk = desk_at(tmp_path)
    live(desk)

    assert look_out(desk).suggestion == expected


def test_what_is_due_comes_before_a_new_lesson_and_after_what_is_unfinished(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "alpha", rightly=False, certainty=3)
    clock.forward(days=3)
    seen = look_out(desk)
    assert seen.suggestion == Suggestion("revision", "", "review", "due", 3)
    assert seen.due(clock.moment.date().isoformat()) == 3
    assert seen.dangerous == 2  # the QRM without certainty was not rated

    run = desk.review()
    assert run is not None
    answer_here(run)
    desk.save(run)
    assert look_out(desk).suggestion == Suggestion(
        "revision", "Révision", "review", "resume", 2, 3
    )


def test_a_course_without_banks_ends_on_nothing(tmp_path: Path) -> None:
    files = without(["quizzes/banque.md", "quizzes/cas.md"])
    desk = desk_at(tmp_path, files=files)
    lessons_done(desk)

    assert look_out(desk).suggestion is None


def test_an_empty_course_suggests_nothing(tmp_path: Path) -> None:
    seen = look_out(desk_at(tmp_path, files={}))

    assert (seen.suggestion, seen.entries, seen.competencies) == (None, [], [])


def test_a_person_with_answers_and_no_lessons_is_shown_a_case(tmp_path: Path) -> None:
    desk = desk_at(
        tmp_path, files=without(["content/01-alpha.md", "content/02-beta.md"])
    )
    answered(desk, "b-un")

    suggestion = look_out(desk).suggestion
    assert suggestion is not None
    assert suggestion.reason == "dossier"


def test_lessons_then_dossiers_then_banks_with_questions_of_their_own(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    played(desk, "beta")
    answered(desk, "cas-1-a")

    assert look_out(desk).entries == [
        Entry("alpha", "Titre de alpha", "lesson", 5, 3, "new"),
        Entry("beta", "Titre de beta", "lesson", 0, 1, "done"),
        Entry("cas-1", "Le cas cas-1", "dossier", 12, 3, "started"),
        Entry("banque", "Titre de banque", "bank", 0, 4, ""),
    ]


def test_a_file_of_two_dossiers_gives_neither_its_minutes(tmp_path: Path) -> None:
    both = SMALL["quizzes/cas.md"] + SMALL["quizzes/cas.md"].split("---\n")[-1].replace(
        "cas-1", "cas-2"
    ).replace("# Titre de cas\n", "")
    desk = desk_at(tmp_path, files={**SMALL, "quizzes/cas.md": both})

    dossiers = [each for each in look_out(desk).entries if each.tag == "dossier"]
    assert [(each.id, each.minutes) for each in dossiers] == [
        ("cas-1", 0),
        ("cas-2", 0),
    ]


def test_only_competencies_with_answers_are_shown_with_the_person_s_position(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    assert look_out(desk).competencies == []
    played(desk, "beta")
    (line,) = look_out(desk).competencies
    evidence = desk.standing().competencies["C5"]
    assert line == CompetencyLine(
        code="C5",
        name="Coordination",
        state="insuffisant",
        n=1,
        estimate=evidence.estimate,
        low=evidence.low,
        high=evidence.high,
        positioning=None,
    )

    desk.pen.position("C5", "I")
    (line,) = look_out(desk).competencies
    assert line.positioning == "I"


def test_due_days_are_sorted_for_the_first_frame(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un")
    answered(desk, "b-deux", rightly=False)

    days = look_out(desk).due_days
    assert days == sorted(days)
    assert len(days) == 2


def test_home_counts_the_answers_of_this_course(tmp_path: Path) -> None:
    files = {"content/01.md": front("seul") + qru("s-un") + qru("s-deux")}
    desk = desk_at(tmp_path, files=files)
    played(desk, "seul")

    seen = look_out(desk)
    assert (seen.answers, seen.course) == (2, "Petit cours")
