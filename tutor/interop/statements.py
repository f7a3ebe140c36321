"""What an intern hands over, as xAPI 1.0.3 statements.

Shape and traps: Experience API, part two (Data); `version`, `stored` and `authority` are
left to the record store, and nothing claims cmi5, which asks for a launch by an LMS.

A fact keeps one id and one text whenever and however often it is handed over: what
changes from one hand-over to the next (the pseudonym, the promotion, what was agreed
to) stands in the last statement alone, which names the others.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from tutor.domain.bundle import (
    Bundle,
    HandedAnswer,
    HandedLesson,
    HandedPositioning,
    HandedSurvey,
    HandedWords,
    Part,
)
from tutor.domain.course import Course
from tutor.interop.activities import Activities
from tutor.interop.interactions import Json, interaction_type, response_text
from tutor.interop.xapi_ids import (
    ADL_VERBS,
    HOME_PAGE,
    extension,
    moment_text,
    registration,
    statement_id,
)

ENDING = ".jsonl"
"""How the name of a file of statements ends."""
VERBS = {
    "answers": f"{ADL_VERBS}answered",
    "done": f"{ADL_VERBS}completed",
    "started": f"{ADL_VERBS}initialized",
    "positionings": "http://id.tincanapi.com/verb/rated",
    "survey": f"{ADL_VERBS}responded",
    "notes": f"{ADL_VERBS}commented",
    "disputes": f"{ADL_VERBS}commented",
    "hand-over": f"{ADL_VERBS}shared",
}
"""The verb of each thing that is told."""
HAND_OVER = "hand-over"
"""The part of the statement that names all the others; it comes last."""
FACTS: tuple[Part, ...] = ("answers", "positionings", "survey", "notes", "disputes")
"""The parts whose every row is a fact with an id; how far lessons are changes."""
LONGEST = 1e9
"""Seconds of the longest answer; what is beyond was forged."""
_THOUSANDTH = 3
HEAD = ("bundle_id", "promotion", "semester", "course", "consent", "lessons")
"""What the hand-over tells of a bundle, beside its moment and its facts."""
PLATFORM = "cpts-tutor"

Fact = HandedAnswer | HandedPositioning | HandedSurvey | HandedWords


def statements_of(bundle: Bundle, course: Course) -> Iterator[Json]:
    """Yield the statements of what an intern hands over, the hand-over itself last.

    Args:
        bundle: what they agreed to hand over.
        course: says what its questions ask; an answer to a question it no longer has,
            or whose key has changed, is told without it.
    """
    teller = _Teller(bundle, course)
    named: list[str] = []
    told: set[str] = set()
    for statement in teller.facts():
        named.append(statement["id"])
        if statement["id"] not in told:
            told.add(statement["id"])
            yield statement
    yield from teller.lessons()
    yield teller.hand_over(named)


def statement_lines(statements: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield statements as lines of UTF-8, the same bytes for the same statement.

    Args:
        statements: as `statements_of` yields them.
    """
    for each in statements:
        text = json.dumps(each, ensure_ascii=False, separators=(",", ":"))
        yield f"{text}\n".encode()


def is_hand_over(statement: Mapping[str, Any]) -> bool:
    """Return whether a statement of ours is the one that names the others.

    Args:
        statement: as `statements_of` yields them.
    """
    return bool(statement["verb"]["id"] == VERBS[HAND_OVER])


def fact_as_told(fact: Fact) -> Json:
    """Return what the id of a fact's statement is made of.

    Args:
        fact: an answer, a position, an answer to the survey, or words.
    """
    said = fact.model_dump(mode="json")
    return {**said, "at": moment_text(fact.at)}


class _Teller:
    """Tells what one bundle holds."""

    def __init__(self, bundle: Bundle, course: Course) -> None:
        self._bundle = bundle
        self._id, self._learner = bundle.course.id, bundle.learner_id
        self._activities = Activities(course, bundle.course.id)

    def facts(self) -> Iterator[Json]:
        """Yield the statement of each fact, in the order of the bundle."""
        yield from map(self._answer, self._bundle.answers)
        yield from map(self._positioning, self._bundle.positionings)
        yield from map(self._survey, self._bundle.survey)
        yield from (self._words("notes", each) for each in self._bundle.notes)
        yield from (self._words("disputes", each) for each in self._bundle.disputes)

    def lessons(self) -> Iterator[Json]:
        """Yield which lessons are begun or done, of those whose answers say when.

        One is begun with its first answer, and done when the last of its questions
        was answered for the first time: answering again moves neither.
        """
        firsts: dict[str, datetime] = {}
        for answer in self._bundle.answers:
            known = firsts.setdefault(answer.question, answer.at)
            firsts[answer.question] = min(known, answer.at)
        for lesson in dict.fromkeys(self._bundle.lessons):
            asked = self._activities.asked_in(lesson.id)
            moments = [firsts[name] for name in asked if name in firsts]
            if moments and lesson.state == "done":
                yield self._lesson(lesson, "done", max(moments))
            elif moments and lesson.state == "started":
                yield self._lesson(lesson, "started", min(moments))

    def _lesson(self, lesson: HandedLesson, verb: str, moment: datetime) -> Json:
        """Return that a lesson was begun or done at a moment."""
        activity = self._activities.lesson(lesson)
        at = moment_text(moment)
        said = {**lesson.model_dump(mode="json"), "at": at}
        statement = self._statement("lessons", verb, said, activity)
        statement["timestamp"] = at
        if verb == "done":
            statement["result"] = {"completion": True}
        return statement

    def hand_over(self, named: list[str]) -> Json:
        """Return who hands over, of what course, and what they agreed to.

        Args:
            named: the ids of the statements of all facts, in their order.
        """
        fields = self._bundle.model_dump(mode="json", include=set(HEAD))
        moment = moment_text(self._bundle.exported_at)
        fields["consent"]["at"] = moment_text(self._bundle.consent.at)
        head = {**fields, "exported_at": moment, "facts": named}
        told = {**head, "learner": self._bundle.learner}
        activity = self._activities.course()
        statement = self._statement(HAND_OVER, HAND_OVER, told, activity)
        statement["timestamp"] = moment
        if self._bundle.learner:
            statement["actor"]["name"] = self._bundle.learner
        statement["context"]["extensions"][extension("bundle")] = head
        return statement

    def _answer(self, answer: HandedAnswer) -> Json:
        """Return that a question was answered."""
        seconds = round(min(answer.seconds, LONGEST), _THOUSANDTH)
        answer = answer.model_copy(update={"seconds": seconds})
        statement = self._fact("answers", answer, self._activities.question(answer))
        statement["result"] = _result(answer)
        context = statement["context"]
        context["registration"] = self._walk(answer.run)
        told = {"answer": answer.id, "kind": answer.kind, "run": answer.run}
        context["extensions"] |= {extension(name): each for name, each in told.items()}
        context["extensions"][extension("items")] = list(answer.items)
        if answer.step is not None:
            context["extensions"][extension("step")] = answer.step
        around: Json = {}
        if answer.dossier is not None:
            around["parent"] = [self._activities.dossier(answer.dossier)]
        if answer.items:
            around["grouping"] = self._activities.items(dict.fromkeys(answer.items))
        if around:
            context["contextActivities"] = around
        return statement

    def _positioning(self, row: HandedPositioning) -> Json:
        """Return that somebody placed themself."""
        activity = self._activities.position(row.code, row.value)
        statement = self._fact("positionings", row, activity)
        statement["result"] = {"response": row.value}
        grouping = self._activities.items([row.code])
        statement["context"]["contextActivities"] = {"grouping": grouping}
        return statement

    def _survey(self, row: HandedSurvey) -> Json:
        """Return that a question of the survey was answered."""
        statement = self._fact("survey", row, self._activities.survey(row))
        statement["result"] = {"response": str(row.value)}
        statement["context"]["registration"] = self._walk(row.run)
        statement["context"]["extensions"][extension("run")] = row.run
        return statement

    def _words(self, part: Part, row: HandedWords) -> Json:
        """Return what was written, masked."""
        statement = self._fact(part, row, self._activities.block(row.subject))
        if row.text:
            statement["result"] = {"response": row.text}
        return statement

    def _walk(self, run: str) -> str:
        """Return what the answers of one run have in common."""
        return registration(self._learner, self._id, run)

    def _fact(self, part: Part, fact: Fact, activity: Json) -> Json:
        """Return a statement of a fact, with what all have."""
        statement = self._statement(part, part, fact_as_told(fact), activity)
        return {**statement, "timestamp": moment_text(fact.at)}

    def _statement(self, part: str, verb: str, said: Json, activity: Json) -> Json:
        """Return a statement that is not dated yet."""
        display = {"en-US": VERBS[verb].rpartition("/")[2]}
        account = {"homePage": HOME_PAGE, "name": self._learner}
        return {
            "id": statement_id(self._learner, self._id, part, said),
            "actor": {"objectType": "Agent", "account": account},
            "verb": {"id": VERBS[verb], "display": display},
            "object": activity,
            "context": {
                "platform": PLATFORM,
                "language": self._activities.langue,
                "extensions": {extension("part"): part},
            },
        }


def _result(answer: HandedAnswer) -> Json:
    """Return what came of an answer: full credit alone is a success."""
    said: Json = {"hints": answer.hints, "self-marked": answer.self_marked}
    if answer.certainty is not None:
        said["certainty"] = answer.certainty
    result: Json = {
        "score": {"scaled": answer.credit, "raw": answer.credit, "min": 0, "max": 1},
        "success": answer.credit == 1,
        "completion": True,
        "duration": f"PT{_decimal(answer.seconds)}S",
    }
    if answer.response:
        form = interaction_type(answer.kind, answer.response)
        result["response"] = response_text(form, answer.response)
    elif answer.response is not None:
        said["empty-response"] = answer.response
    result["extensions"] = {extension(name): each for name, each in said.items()}
    return result


def _decimal(number: float) -> str:
    """Return a number of seconds as ISO 8601 writes it: no exponent, no useless zero."""
    return f"{number:.{_THOUSANDTH}f}".rstrip("0").rstrip(".")
