"""The activities that statements are about, described in the words of the course."""

from collections.abc import Iterable

from tutor.domain.bundle import HandedAnswer, HandedLesson, HandedSurvey
from tutor.domain.course import Course, SelfRating
from tutor.domain.prose import plain
from tutor.domain.question import Question, key_hash
from tutor.interop.case_ids import item_uri
from tutor.interop.interactions import (
    Json,
    bare_definition,
    definition_of,
    interaction_type,
    rating_definition,
)
from tutor.interop.xapi_ids import ADL_ACTIVITIES, activity_id, extension

SUPERVISION = ("1", "2", "3", "4", "5")
"""The degrees of the supervision scale, on which one places oneself on an item."""


class Activities:
    """The activities of one course, as a bundle names them."""

    def __init__(self, course: Course, course_id: str) -> None:
        """Know a course.

        Args:
            course: describes what it has.
            course_id: the course of the bundle; where it is another one, nothing is
                described.
        """
        units = course.units if course.head.id == course_id else ()
        self.langue = course.head.langue
        self._id, self._title = course_id, course.head.titre if units else ""
        self._levels = [each.code for each in course.framework.niveaux]
        self._titles = {unit.id: unit.title for unit in units}
        self._inside = {
            unit.id: [question.id for question in unit.questions]
            for unit in units
            if unit.kind == "lesson"
        }
        self._dossiers = {d.id: plain(d.title) for unit in units for d in unit.dossiers}
        self._questions = {q.id: q for unit in units for q in unit.questions}
        self._ratings = {
            block.id: block
            for unit in units
            for block in unit.blocks
            if isinstance(block, SelfRating)
        }
        self._keys: dict[str, str] = {}

    def course(self) -> Json:
        """Return the course."""
        return self._titled("course", self._title)

    def lesson(self, lesson: HandedLesson) -> Json:
        """Return a lesson.

        Args:
            lesson: how far it is.
        """
        return self._titled("lesson", self._titles.get(lesson.id, ""), lesson.id)

    def asked_in(self, lesson: str) -> list[str]:
        """Return the ids of the questions of a lesson, those of the course as it is.

        Args:
            lesson: its id.
        """
        return self._inside.get(lesson, [])

    def dossier(self, name: str) -> Json:
        """Return a dossier, which its questions have as their parent.

        Args:
            name: its id.
        """
        title = self._dossiers.get(name, "")
        return self._titled("dossier", title, name, kind="assessment")

    def items(self, codes: Iterable[str]) -> list[Json]:
        """Return items, by the addresses they have in CASE.

        Args:
            codes: of items or competencies.
        """
        kind = f"{ADL_ACTIVITIES}objective"
        return [
            _activity(
                item_uri(self._id, code),
                {"type": kind, "extensions": {extension("code"): code}},
            )
            for code in codes
        ]

    def question(self, answer: HandedAnswer) -> Json:
        """Return what an answer was given to; its name has the key in it.

        Args:
            answer: where the course no longer has its question, or the key has changed
                since, nothing is said of what could be chosen.
        """
        form = interaction_type(answer.kind, answer.response)
        found = self._asked(answer)
        definition = (
            bare_definition(form)
            if found is None
            else definition_of(found, self.langue, form)
        )
        name = activity_id(self._id, "question", answer.question, answer.key_hash)
        return _activity(name, definition)

    def position(self, code: str, value: str) -> Json:
        """Return the scale on which somebody placed themself.

        Args:
            code: of the item or competency.
            value: where; it tells the one scale from the other.
        """
        degrees = SUPERVISION if value in SUPERVISION else self._levels
        definition = rating_definition(degrees, self.langue)
        return _activity(activity_id(self._id, "position", code), definition)

    def survey(self, row: HandedSurvey) -> Json:
        """Return a question of the survey.

        Args:
            row: the answer.
        """
        rating = self._ratings.get(row.question)
        name = activity_id(self._id, "survey", row.question)
        if rating is None or row.value > len(rating.scale):
            return _activity(name, bare_definition("likert"))
        return _activity(name, rating_definition((), self.langue, rating))

    def block(self, subject: str) -> Json:
        """Return a block that something was written about.

        Args:
            subject: its id.
        """
        return self._titled("block", "", subject, kind="question")

    def _titled(self, what: str, title: str, *names: str, kind: str = "") -> Json:
        """Return an activity with its title, where it has one."""
        definition: Json = {"type": f"{ADL_ACTIVITIES}{kind or what}"}
        if title.strip():
            definition["name"] = {self.langue: title}
        return _activity(activity_id(self._id, what, *names), definition)

    def _asked(self, answer: HandedAnswer) -> Question | None:
        """Return the question an answer was given to, if the course has it as it was."""
        found = self._questions.get(answer.question)
        if found is None or found.kind != answer.kind:
            return None
        if found.id not in self._keys:
            self._keys[found.id] = key_hash(found)
        return found if self._keys[found.id] == answer.key_hash else None


def _activity(name: str, definition: Json) -> Json:
    """Return an activity."""
    return {"objectType": "Activity", "id": name, "definition": definition}
