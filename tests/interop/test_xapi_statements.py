"""A bundle as statements: what each says, and that it always says it alike."""

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given

from tests.course.shipped import course
from tests.domain.bundles import handed_bundle
from tests.examples import at_least
from tests.factories import NOON
from tests.interop.handed import (
    QUESTIONS,
    RESPONSES,
    answer_to,
    any_bundle,
    every_kind,
    one_of_everything,
)
from tests.interop.shapes import slips
from tutor.domain.bundle import Bundle, HandedAnswer, HandedCourse, HandedLesson
from tutor.interop.case_ids import item_uri
from tutor.interop.statements import is_hand_over, statement_lines, statements_of
from tutor.interop.xapi_ids import activity_id, extension

COURSE = every_kind()
SAID = list(statements_of(one_of_everything(), COURSE))


def about(kind: str, *names: str) -> list[dict[str, Any]]:
    """Return the statements about an activity, whatever key it has."""
    start = activity_id("petit-cours", kind, *names)
    found = [
        each
        for each in SAID
        if each["object"]["id"] == start or each["object"]["id"].startswith(f"{start}:")
    ]
    assert found
    return found


def definition(question: str) -> dict[str, Any]:
    """Return what the first statement about a question says it is."""
    found: dict[str, Any] = about("question", question)[0]["object"]["definition"]
    return found


def test_every_statement_has_the_shape_that_xapi_asks() -> None:
    assert {each["id"]: slips(each) for each in SAID if slips(each)} == {}


@at_least(50)
@given(any_bundle())
def test_so_have_those_of_any_bundle(bundle: Any) -> None:
    said = list(statements_of(bundle, COURSE))
    assert [slips(each) for each in said if slips(each)] == []
    assert len({each["id"] for each in said}) == len(said)


def test_each_kind_is_an_interaction_of_its_type() -> None:
    forms = {
        name: definition(name)["interactionType"]
        for name in ("q-qru", "q-qrm", "q-mots", "q-tcs", "q-tcs-2")
    }
    assert forms == {
        "q-qru": "choice",
        "q-qrm": "choice",
        "q-mots": "fill-in",
        "q-tcs": "likert",
        "q-tcs-2": "matching",
    }
    others = [definition(n)["interactionType"] for n in ("q-paires", "q-ordre")]
    assert others == ["matching", "sequencing"]
    assert definition("q-relais")["interactionType"] == "performance"


def test_a_choice_names_options_by_their_place_in_the_source() -> None:
    found = definition("q-qrm")
    assert [each["id"] for each in found["choices"]] == ["0", "1", "2", "3"]
    assert found["choices"][2]["description"] == {"fr": "option 2"}
    assert found["correctResponsesPattern"] == ["0[,]1"]
    assert about("question", "q-qrm")[0]["result"]["response"] == "0[,]2"


def test_other_responses_are_written_as_xapi_asks() -> None:
    wanted = {
        "q-qru": "0",
        "q-mots": "soin\n« primaire » [,]",
        "q-tcs": "-2",
        "q-tcs-2": "0[.]-1[,]1[.]2",
        "q-paires": "0[.]1[,]1[.]0[,]2[.]2",
        "q-ordre": "1[,]0[,]3[,]2",
        "q-relais": "0[.]1[,]2[.]1",
    }
    found = {q: about("question", q)[0]["result"]["response"] for q in wanted}
    assert found == wanted
    accepted = definition("q-mots")["correctResponsesPattern"]
    assert accepted == ["soins primaires", "soin primaire"]
    assert "correctResponsesPattern" not in definition("q-tcs-2")


def test_full_credit_alone_is_a_success() -> None:
    right = about("question", "q-qru")[0]["result"]
    part = about("question", "q-qrm")[0]["result"]
    assert (right["success"], right["score"]["scaled"]) == (True, 1)
    assert (part["success"], part["score"]["raw"]) == (False, 0.666667)
    assert part["duration"] == "PT12.5S"
    assert part["extensions"][extension("certainty")] == 2


def test_words_left_out_and_nothing_said_are_two_things() -> None:
    _, left_out, nothing = about("question", "q-mots")
    assert "response" not in left_out["result"]
    assert extension("empty-response") not in left_out["result"]["extensions"]
    assert nothing["result"]["extensions"][extension("empty-response")] == ""
    assert extension("certainty") not in nothing["result"]["extensions"]


def test_a_dossier_is_the_parent_and_items_have_their_address_of_case() -> None:
    context = about("question", "q-qru")[0]["context"]
    around = context["contextActivities"]
    assert around["parent"][0]["id"] == activity_id("petit-cours", "dossier", "d-1")
    assert around["parent"][0]["definition"]["name"] == {"fr": "Un retour"}
    items = [each["id"] for each in around["grouping"]]
    assert items == [item_uri("petit-cours", c) for c in ("C5.N.1", "C5.I.2")]
    assert context["extensions"][extension("step")] == 0


def test_a_question_the_course_no_longer_has_so_is_told_without_its_options() -> None:
    old = next(e for e in about("question", "q-qrm") if e["object"]["id"].endswith("f"))
    assert "choices" not in old["object"]["definition"]
    gone = about("question", "q-partie : loin")[0]["object"]
    assert gone["definition"] == {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "interactionType": "choice",
    }


def test_verbs_tell_what_was_done() -> None:
    verbs = Counter(each["verb"]["id"].rpartition("/")[2] for each in SAID)
    assert verbs == {
        "answered": 16,
        "rated": 2,
        "responded": 3,
        "commented": 3,
        "completed": 1,
        "shared": 1,
    }


def test_a_lesson_is_done_once_its_last_question_was_first_answered() -> None:
    (done,) = about("lesson", "alpha")
    assert done["result"] == {"completion": True}
    assert done["object"]["definition"]["name"] == {"fr": "Première leçon"}
    names = [name for name in RESPONSES if name != "q-ordre"]
    given = [
        answer_to(QUESTIONS[[q.id for q in QUESTIONS].index(name)], n, at=day(n))
        for n, name in enumerate(names)
    ]
    again = given[0].model_copy(update={"id": "9" * 32, "at": day(20)})
    assert moment_of("done", given) == moment_of("done", [again, *given]) == day(8)
    assert moment_of("started", given) == moment_of("started", [*given, again])
    assert moment_of("started", given) == day(0)


def test_a_lesson_that_no_answer_dates_is_told_by_the_hand_over_alone() -> None:
    *facts, last = statements_of(lesson_bundle("done", []), COURSE)
    assert facts == []
    head = last["context"]["extensions"][extension("bundle")]
    assert head["lessons"] == [{"id": "alpha", "state": "done"}]


def day(number: int) -> datetime:
    """Return a moment so many days later."""
    return NOON + timedelta(days=number)


def lesson_bundle(state: str, given: list[HandedAnswer]) -> Bundle:
    """Return a bundle with one lesson and these answers."""
    lesson = HandedLesson.model_validate({"id": "alpha", "state": state})
    return handed_bundle(lessons=(lesson,), answers=tuple(given), notes=())


def moment_of(state: str, given: list[HandedAnswer]) -> datetime:
    """Return when a lesson is said to be begun or done."""
    said = statements_of(lesson_bundle(state, given), COURSE)
    (told,) = [each for each in said if ":lesson:" in each["object"]["id"]]
    verb = {"done": "completed", "started": "initialized"}[state]
    assert told["verb"]["id"].endswith(f"/{verb}")
    return datetime.fromisoformat(told["timestamp"])


def test_the_hand_over_comes_last_and_alone_says_who() -> None:
    *facts, last = SAID
    assert is_hand_over(last)
    assert not any(map(is_hand_over, facts))
    assert last["actor"]["name"] == "mésange"
    assert "mésange" not in json.dumps(facts, ensure_ascii=False)
    assert "2025" not in json.dumps([f["context"] for f in facts])
    head = last["context"]["extensions"][extension("bundle")]
    assert head["consent"]["statement"] == "D'accord."
    assert head["facts"] == [
        each["id"] for each in facts if "lesson" not in each["object"]["id"]
    ]


def test_the_same_facts_are_the_same_bytes_whatever_they_are_handed_over_with() -> None:
    whole = one_of_everything()
    again = whole.model_copy(
        update={
            "bundle_id": "c" * 32,
            "learner": "merle",
            "promotion": "2026",
            "course": HandedCourse(id="petit-cours", version="2.0.0", hash="1" * 64),
        }
    )
    *facts, last = statement_lines(statements_of(whole, COURSE))
    *later, other = statement_lines(statements_of(again, COURSE))
    assert facts == later
    assert last != other


def test_what_differs_has_another_id() -> None:
    one = handed_bundle()
    (given, *_) = one.answers
    changes: list[dict[str, object]] = [
        {"response": None},
        {"credit": 0.5},
        {"certainty": 3},
        {"run": "2" * 32},
    ]
    ids = {next(statements_of(one, COURSE))["id"]}
    for change in changes:
        other = given.model_copy(update=change)
        bundle = one.model_copy(update={"answers": (other,)})
        ids.add(next(statements_of(bundle, COURSE))["id"])
    somebody = one.model_copy(update={"learner_id": "e" * 32})
    ids.add(next(statements_of(somebody, COURSE))["id"])
    assert len(ids) == len(changes) + 2


def test_a_bundle_of_another_course_is_told_without_its_words() -> None:
    said = list(statements_of(one_of_everything(), course()))
    assert not any("description" in each["object"]["definition"] for each in said)
    assert [slips(each) for each in said if slips(each)] == []


def test_a_fact_told_twice_is_one_statement() -> None:
    lessons = (HandedLesson(id="alpha", state="done"),)
    one = handed_bundle(lessons=lessons)
    again = {"answers": one.answers * 2, "lessons": lessons * 2}
    twice = one.model_copy(update=again)
    said = list(statements_of(twice, COURSE))
    ids = [each["id"] for each in said]
    assert len(ids) == len(set(ids)) == len(list(statements_of(one, COURSE)))
    head = said[-1]["context"]["extensions"][extension("bundle")]
    assert len(head["facts"]) == 2 * len(one.answers) + len(one.notes)
