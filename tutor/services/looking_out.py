"""Compute what Home shows: the next step and why, the way, what answers show."""

from collections.abc import Mapping

from tutor.domain.course import Directory, Unit
from tutor.domain.prose import plain
from tutor.domain.reference import Track
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.field_actions import due_actions
from tutor.services.local_names import directories
from tutor.services.next_step import next_step
from tutor.services.outlook import (
    CompetencyLine,
    Entry,
    Outlook,
    TrackLine,
    keep_outlook,
    outlook_stamp,
)
from tutor.services.placement import known_lessons
from tutor.services.reviewing import Ground, minutes_of, to_meet
from tutor.services.settings import keep_first
from tutor.services.standing import Standing
from tutor.services.survey import passes
from tutor.services.tracks import track_of


def look_out(desk: Desk) -> Outlook:
    """Return what Home shows now, and keep it for the next first frame.

    Args:
        desk: the person's desk.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    stamp = outlook_stamp(desk.library.root, desk.place, desk.library.added)
    standing = desk.standing()
    preferences = desk.store.preferences()
    track = track_of(desk.course, preferences)
    entries = _entries(desk, standing, track)
    minutes = minutes_of(preferences)
    ground = Ground(desk.course, desk.record, standing, desk.clock, minutes)
    outlook = Outlook(
        stamp=stamp,
        course=desk.course.head.titre,
        answers=standing.answers,
        suggestion=next_step(desk, standing, entries, track),
        due_days=sorted(standing.due_days.values()),
        dangerous=len(standing.dangerous),
        misconceptions=len(to_meet(ground)),
        track=_track(track, entries),
        entries=entries,
        competencies=_competencies(desk, standing),
    )
    if not desk.is_read_only:
        keep_outlook(outlook, desk.place)
        keep_first(desk.place, preferences)
    return outlook


def _entries(desk: Desk, standing: Standing, track: Track | None) -> list[Entry]:
    """Return lessons, then dossiers, then banks with questions of their own."""
    course = desk.course
    questions = desk.library.questions().values()
    known = known_lessons(questions, standing.latest)
    lessons = [
        _of_unit(unit, "lesson", _state(unit.id, standing, known))
        for unit in _followed(desk, track)
    ]
    dossiers = [
        Entry(
            id=dossier.id,
            title=plain(dossier.title),
            tag="dossier",
            minutes=unit.head.duree_min or 0 if len(unit.dossiers) == 1 else 0,
            questions=len(dossier.questions),
            state=standing.dossiers[dossier.id],
        )
        for unit in course.banks
        for dossier in unit.dossiers
    ]
    banks = [
        _of_unit(unit, "bank", "") for unit in course.banks if unit.loose_questions
    ]
    actions = due_actions(course, desk.record, standing, desk.clock)
    field = [Entry(card.id, unit.title, "field", 0, 0, "new") for unit, card in actions]
    return [*lessons, *dossiers, *banks, *_own_words(desk), *field]


def _followed(desk: Desk, track: Track | None) -> list[Unit]:
    """Return the lessons of the track the person follows, in its order."""
    lessons = {unit.id: unit for unit in desk.course.lessons}
    if track is None:
        return list(lessons.values())
    return [lessons[each] for each in track.lecons if each in lessons]


def _track(track: Track | None, entries: list[Entry]) -> TrackLine | None:
    """Return the track the person follows, and what is left of it."""
    if track is None:
        return None
    left = [
        each
        for each in entries
        if each.tag == "lesson" and each.state not in {"done", "known"}
    ]
    minutes = sum(each.minutes for each in left)
    return TrackLine(track.id, track.titre, len(left), minutes)


def _state(lesson: str, standing: Standing, known: frozenset[str]) -> str:
    """Return the state of a lesson; one not begun may be known from a test."""
    state = standing.lessons[lesson]
    return "known" if state == "new" and lesson in known else state


def _own_words(desk: Desk) -> list[Entry]:
    """Return what the person says of themself: the survey, their directory."""
    record, course, names = desk.record, desk.course, desk.record.local()
    taken = len(passes(record.survey))
    surveys = [
        _of_unit(unit, "survey", ("new", "started", "done")[min(taken, 2)])
        for unit in course.units
        if unit.kind == "survey"
    ]
    return [*surveys, *(_of_card(card, names) for card in directories(course))]


def _of_card(card: Directory, names: Mapping[str, str]) -> Entry:
    """Return the entry of a directory to fill."""
    filled = sum(field.key in names for field in card.fields)
    state = "started" if filled else "new"
    state = "done" if filled == len(card.fields) else state
    return Entry(card.id, say("home.card"), "card", 0, len(card.fields), state)


def _of_unit(unit: Unit, tag: str, state: str) -> Entry:
    """Return the entry of a lesson or bank."""
    minutes, count = unit.head.duree_min or 0, len(unit.questions)
    return Entry(unit.id, unit.title, tag, minutes, count, state)


def _competencies(desk: Desk, standing: Standing) -> list[CompetencyLine]:
    """Return the competencies that have answers."""
    lines = []
    for competence in desk.course.framework.competence:
        found = standing.competencies[competence.code]
        if found.n:
            own = standing.positionings.get(competence.code)
            line = CompetencyLine(
                code=competence.code,
                name=competence.nom,
                state=found.state,
                n=found.n,
                estimate=found.estimate,
                low=found.low,
                high=found.high,
                positioning=own.value if own else None,
            )
            lines.append(line)
    return lines
