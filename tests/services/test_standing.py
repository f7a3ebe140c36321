"""Where a person stands is folded from their answers, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.factories import StoppedClock
from tests.services.courses import SMALL, desk_at, front, qroc, qru, reflection
from tests.services.players import answer_here, answered, finish, go_to, played
from tutor.domain.response import Typed
from tutor.services.desk import Desk
from tutor.services.standing import State, status_json

pytestmark = pytest.mark.no_cover


def status(desk: Desk) -> dict[str, Any]:
    """Return the status as a program reads it."""
    told: dict[str, Any] = json.loads(json.dumps(status_json(desk.standing())))
    return told


def state_of(desk: Desk, lesson: str = "alpha") -> State:
    """Return the state of a lesson."""
    return desk.standing().lessons[lesson]


def test_a_lesson_is_started_by_opening_it_and_done_by_its_end(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    assert state_of(desk) == "new"
    run = desk.start("alpha")
    desk.save(run)
    assert desk.standing().lessons == {"alpha": "started", "beta": "new"}

    finish(run)
    desk.save(run)
    assert desk.standing().lessons == {"alpha": "done", "beta": "new"}


def test_a_lesson_answered_without_its_end_shown_is_not_done(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("alpha")
    go_to(run, "a-qru")
    while not run.is_over:
        if run.stop.question is None:
            run.pass_by()
        else:
            answer_here(run)
    desk.save(run)

    assert state_of(desk) == "started"
    run.pass_by()
    desk.save(run)
    assert desk.standing().lessons["alpha"] == "done"


def test_a_lesson_with_a_skipped_question_is_not_done_until_it_is_answered(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("alpha")
    go_to(run, "a-mots")
    finish(run)
    desk.save(run)
    assert state_of(desk) == "started"

    answered(desk, "a-qru")
    assert desk.standing().lessons["alpha"] == "done"


def test_a_lesson_is_started_by_one_of_its_questions_alone(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    answered(desk, "beta-qru")

    assert state_of(desk, "beta") == "started"


def test_a_lesson_without_a_question_is_done_once_read(tmp_path: Path) -> None:
    files = {"content/01.md": front("lue") + "Lire.\n\n" + reflection("l-avant")}
    desk = desk_at(tmp_path, files=files)
    assert state_of(desk, "lue") == "new"
    played(desk, "lue")

    assert desk.standing().lessons["lue"] == "done"


def test_a_lesson_begun_again_stays_done(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    played(desk, "beta")
    desk.save(desk.start("beta"))

    assert state_of(desk, "beta") == "done"


def test_a_dossier_is_done_when_every_question_has_an_answer(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    assert desk.standing().dossiers == {"cas-1": "new"}
    answered(desk, "cas-1-b")
    assert desk.standing().dossiers["cas-1"] == "started"
    played(desk, "cas")

    assert desk.standing().dossiers["cas-1"] == "done"


def test_the_status_of_a_new_person_lists_everything_with_nothing(
    tmp_path: Path,
) -> None:
    nothing = {"n": 0, "n_eff": 0, "estimate": None, "low": None, "high": None}
    rest = {"state": "insuffisant", "positioning": None}

    assert status(desk_at(tmp_path)) == {
        "answers": 0,
        "lessons": [{"id": "alpha", "state": "new"}, {"id": "beta", "state": "new"}],
        "items": [
            {"code": code, **nothing, **rest}
            for code in ("C5.N.1", "C5.N.2", "C5.C.1", "C6.N.1")
        ],
        "due": 0,
        "ledger": [],
    }


def test_the_status_has_the_shape_of_the_contract(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "alpha", rightly=False, certainty=3)
    played(desk, "beta")
    desk.pen.position("C5.N.1", "2")
    clock.forward(days=3)
    told = status(desk)

    assert list(told) == ["answers", "lessons", "items", "due", "ledger"]
    assert told["answers"] == 4
    assert told["due"] == 4
    assert told["lessons"] == [
        {"id": "alpha", "state": "done"},
        {"id": "beta", "state": "done"},
    ]
    assert told["ledger"] == [
        {"code": "IF-01", "count": 1},
        {"code": "IF-02", "count": 1},
    ]
    for item in told["items"]:
        assert list(item) == [
            "code", "n", "n_eff", "estimate", "low", "high", "state", "positioning",
        ]  # fmt: skip
    first = told["items"][0]
    assert (first["code"], first["n"], first["positioning"]) == ("C5.N.1", 3, "2")
    assert 0 <= first["low"] <= first["estimate"] <= first["high"] <= 1
    assert first["estimate"] == round(first["estimate"], 6)


def test_the_numbers_of_the_status_have_six_decimals(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    for _ in range(8):
        answered(desk, "b-un")
        clock.forward(days=7)
    item = status(desk)["items"][0]

    assert item["n"] == 8
    for name in ("n_eff", "estimate", "low", "high"):
        assert item[name] == round(item[name], 6)


def test_enough_right_answers_make_an_item_solid(tmp_path: Path) -> None:
    many = "".join(qru(f"n-{number}") for number in range(12))
    desk = desk_at(tmp_path, files={"quizzes/n.md": front("n") + many})
    played(desk, "n")

    assert desk.standing().items["C5.N.1"].state == "solide"
    assert desk.standing().competencies["C5"].state == "solide"
    assert desk.standing().competencies["C6"].n == 0


def test_the_last_position_on_a_code_is_the_one_that_counts(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    desk.pen.position("C5.N.1", "4")
    clock.forward(days=1)
    desk.pen.position("C5.N.1", "2")
    desk.pen.position("C5", "N")

    found = desk.standing().positionings
    assert {code: each.value for code, each in found.items()} == {
        "C5.N.1": "2",
        "C5": "N",
    }
    assert status(desk)["items"][0]["positioning"] == "2"


def test_another_course_is_not_counted(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    played(desk, "beta")
    desk.close()
    head = tmp_path / "cours" / "content" / "cours.toml"
    text = head.read_text("utf-8").replace("petit-cours", "autre-cours")
    head.write_text(text, encoding="utf-8")
    other = desk_at(tmp_path)

    assert status(other)["answers"] == 0
    assert other.standing().lessons["beta"] == "new"


BELIEF = {
    "content/01.md": front("foi") + "".join(qru(f"f-{n}", "xB-") for n in range(4))
}


def test_a_belief_holds_until_two_questions_dispel_it(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEF)

    def ledger() -> list[tuple[str, int]]:
        clock.forward(hours=1)
        return [(entry.code, entry.count) for entry in desk.standing().ledger]

    answered(desk, "f-0", rightly=False)
    assert ledger() == [("IF-01", 1)]
    answered(desk, "f-1")
    assert ledger() == [("IF-01", 1)]
    answered(desk, "f-1")
    assert ledger() == [("IF-01", 1)]
    answered(desk, "f-2")
    assert ledger() == []
    answered(desk, "f-3", rightly=False)
    assert ledger() == [("IF-01", 2)]


def test_typed_words_show_a_belief_too(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("a-mots")
    answer_here(run, Typed(text="Un courriel"))
    desk.save(run)

    assert [entry.code for entry in desk.standing().ledger] == ["IF-02"]


@pytest.mark.parametrize("rewritten", [qru("beta-qru", "-xB"), qroc("beta-qru")])
def test_an_answer_to_a_key_that_changed_shows_no_belief(
    tmp_path: Path, rewritten: str
) -> None:
    text = front("beta") + qru("beta-qru", "xB-")
    desk = desk_at(tmp_path, files={**SMALL, "content/02-beta.md": text})
    answered(desk, "beta-qru", rightly=False)
    assert [entry.code for entry in desk.standing().ledger] == ["IF-01"]
    desk.close()

    files = {**SMALL, "content/02-beta.md": front("beta") + rewritten}
    later = desk_at(tmp_path, files=files)
    assert later.standing().ledger == ()
    assert later.standing().answers == 1


def test_calibration_is_shown_from_twenty_rated_answers(tmp_path: Path) -> None:
    many = "".join(qru(f"n-{number}", "x-") for number in range(20))
    desk = desk_at(tmp_path, files={"quizzes/n.md": front("n") + many})
    run = desk.start("n")
    for number in range(20):
        answer_here(run, None, 3 if number < 19 else None)
    desk.save(run)
    assert desk.standing().calibration is None

    answered(desk, "n-0", certainty=3)
    found = desk.standing().calibration
    assert found is not None
    assert (found.rated, found.by_level) == (20, {3: (20, 1.0)})


def test_the_same_answers_give_the_same_standing_at_another_desk(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    played(desk, "banque", rightly=False)
    desk.close()

    assert desk_at(tmp_path, writing=False).standing() == desk.standing()
