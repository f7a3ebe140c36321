"""The way through the lessons a person has chosen."""

from collections.abc import Mapping

from tutor.domain.course import Course
from tutor.domain.reference import Track
from tutor.store.store import Store

PREFERENCE = "track"


def track_of(course: Course, preferences: Mapping[str, object]) -> Track | None:
    """Return the track a person follows, or None where the course has none.

    Args:
        course: the course.
        preferences: what the person chose; without a choice, or where the track has
            left the course, the one with the most lessons.
    """
    tracks = course.head.parcours
    chosen = preferences.get(f"{PREFERENCE}:{course.head.id}")
    for track in tracks:
        if track.id == chosen:
            return track
    return max(tracks, key=lambda track: len(track.lecons), default=None)


def choose_track(store: Store, course: Course, name: str) -> None:
    """Keep the track a person wants to follow.

    Args:
        store: where it is kept.
        course: the course it belongs to.
        name: the id of the track.

    Raises:
        ReadOnlyError: the store was opened for reading.
        StoreError: the disk refused.
    """
    store.prefer(f"{PREFERENCE}:{course.head.id}", name)
