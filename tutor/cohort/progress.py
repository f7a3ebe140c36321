"""Who handed in, and how far they are: by lesson, by track, by group."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tutor.cohort.groups import KINDS, Kind
from tutor.cohort.intervals import moments
from tutor.cohort.privacy import Counted, Why, hidden
from tutor.cohort.study import Study, shown, shown_mean, shown_share, table
from tutor.domain.figures import Cell, ColumnKind, Table
from tutor.locale import say

_DONE = 2
Key = tuple[str, str, int, int]
"""A number of people: what is counted, of which kind of group, which group, where."""
ALL = ("all", 0)
"""Everybody, as a kind of group and a group."""


class _Lessons(NamedTuple):
    """How many people are how far, and what is not shown of it."""

    people: Mapping[Key, int]
    """With a state of the lesson; so have those below."""
    done: Mapping[Key, int]
    started: Mapping[int, int]
    why_people: Mapping[Key, Why]
    why: Mapping[Key, Why]
    tracks: Mapping[int, list[float]]
    """For each track, the share of its lessons that each person has done."""


def progress_tables(study: Study) -> tuple[Table, ...]:
    """Return the tables on who handed in and how far they are.

    Args:
        study: the cohort.
    """
    found = _counted(study)
    return (
        _handed_in(study),
        _lessons(study, found),
        *(_by_group(study, found, kind) for kind in KINDS),
        _tracks(study, found),
    )


def _handed_in(study: Study) -> Table:
    """Return how many people handed in how many answers, by group."""
    collected = study.collected
    everybody = len(collected.people)
    expected = None if collected.expected is None else len(collected.expected)
    answers = study.tables.rows(
        "SELECT promotion, semester, count(answers.person) FROM people "
        "LEFT JOIN answers USING (person) GROUP BY ALL"
    )
    said = sum(count for *_, count in answers)
    everyone = say("report.everyone")
    rows = [_handed_row(study, (everyone, everybody, expected, said))]
    for rank, kind in enumerate(KINDS):
        for number, group in enumerate(study.groups[kind].groups):
            given = sum(row[2] for row in answers if row[rank] == number)
            label = say(f"report.group.{kind}", label=group.label)
            rows.append(_handed_row(study, (label, *group[1:], given)))
    columns: dict[str, ColumnKind] = {
        "group": "text",
        "people": "count",
        "expected": "count",
        "answers": "count",
    }
    return table("handed-in", columns, rows)


def _handed_row(study: Study, of: tuple[str, int, int | None, int]) -> tuple[Cell, ...]:
    """Return a row on a group: its label, people, people expected, answers."""
    label, people, expected, answers = of
    why = study.why_few(people)
    return label, shown(why, people), expected, shown(why, answers)


def _counted(study: Study) -> _Lessons:
    """Count people by lesson and by group, and find what is not shown."""
    rows = study.tables.rows(
        f"""
        SELECT lesson, promotion, semester, count(*),
            count(*) FILTER (state = {_DONE}), count(*) FILTER (state > 0)
        FROM lessons JOIN people USING (person) GROUP BY ALL
        """  # noqa: S608 - a number of ours
    )
    people: dict[Key, int] = {}
    done: dict[Key, int] = {}
    started: dict[int, int] = {}
    for lesson, promotion, semester, n, n_done, n_started in rows:
        started[lesson] = started.get(lesson, 0) + n_started
        for group in (ALL, ("promotion", promotion), ("semester", semester)):
            whole, part = ("people", *group, lesson), ("done", *group, lesson)
            people[whole] = people.get(whole, 0) + n
            done[part] = done.get(part, 0) + n_done
    why_people = hidden(
        {key: Counted(n) for key, n in people.items()},
        list(_partitions(people)),
        study.least,
    )
    tracks = _of_tracks(study)
    cells = _cells(people, done, started, tracks)
    without = [("done", *key[1:]) for key in why_people]
    without += [key for key in cells if key[0] == "midway"]  # never shown by itself
    sums = [*_partitions(done), *_states(started), *_in_tracks(study, cells)]
    return _Lessons(
        people,
        done,
        started,
        why_people,
        hidden(cells, sums, study.least, without),
        tracks,
    )


def _cells(
    people: Mapping[Key, int],
    done: Mapping[Key, int],
    started: Mapping[int, int],
    tracks: Mapping[int, list[float]],
) -> dict[Key, Counted]:
    """Return every number of people that the tables on lessons would tell."""
    cells = {
        key: Counted(count, people["people", *key[1:]]) for key, count in done.items()
    }
    for lesson, begun in started.items():
        n, finished = people["people", *ALL, lesson], done["done", *ALL, lesson]
        cells["new", *ALL, lesson] = Counted(n - begun, n)
        cells["midway", *ALL, lesson] = Counted(begun - finished, n)
    for number, shares in tracks.items():
        some = sum(each > 0 for each in shares)
        some_less = sum(each < 1 for each in shares)
        least = min(some, some_less, key=lambda each: (each == 0, each))
        cells["track", *ALL, number] = Counted(least, len(shares))
    return cells


def _partitions(counts: Mapping[Key, int]) -> Iterator[dict[Key, int]]:
    """Yield that the groups of each kind make up everybody, lesson by lesson."""
    for key in counts:
        what, kind, _, lesson = key
        if kind == ALL[0]:
            for each in KINDS:
                groups = [k for k in counts if k[1] == each and k[3] == lesson]
                yield {**dict.fromkeys(groups, 1), (what, *ALL, lesson): -1}


def _states(started: Mapping[int, int]) -> Iterator[dict[Key, int]]:
    """Yield that people are new to a lesson, midway or done."""
    for lesson in started:
        yield {(what, *ALL, lesson): 1 for what in ("new", "midway", "done")}


def _in_tracks(study: Study, cells: Mapping[Key, Counted]) -> Iterator[dict[Key, int]]:
    """Yield that what is said of a track is the sum of what is said of its lessons."""
    numbers = study.contents.lessons
    for number, track in enumerate(study.course.head.parcours):
        parts = [
            ("done", *ALL, numbers[each]) for each in track.lecons if each in numbers
        ]
        if ("track", *ALL, number) in cells:
            here = [each for each in parts if each in cells]
            yield {**dict.fromkeys(here, 1), ("track", *ALL, number): -1}


def _of_tracks(study: Study) -> dict[int, list[float]]:
    """Return, for each track, the share of its lessons that each person has done."""
    numbers = study.contents.lessons
    found: dict[int, list[float]] = {}
    for number, track in enumerate(study.course.head.parcours):
        inside = [numbers[each] for each in track.lecons if each in numbers]
        if inside:
            listed = ", ".join(map(str, inside))
            rows = study.tables.rows(
                f"SELECT count(*) FILTER (state = {_DONE} AND lesson IN ({listed})) "  # noqa: S608 - numbers of ours
                "FROM lessons GROUP BY person"
            )
            found[number] = [done / len(inside) for (done,) in rows]
    return {number: shares for number, shares in found.items() if shares}


def _lessons(study: Study, found: _Lessons) -> Table:
    """Return the table of lessons."""
    rows: list[tuple[Cell, ...]] = []
    for number, unit in enumerate(study.course.lessons):
        here = (*ALL, number)
        n, done = (
            found.people.get(("people", *here), 0),
            found.done.get(("done", *here), 0),
        )
        why = found.why_people.get(("people", *here))
        begun = found.started.get(number, 0)
        rows.append(
            (
                unit.id,
                unit.title,
                shown(why, n),
                shown_share(found.why.get(("new", *here)), begun, n),
                shown_share(found.why.get(("done", *here)), done, n),
            )
        )
    columns: dict[str, ColumnKind] = {
        "lesson": "text",
        "title": "text",
        "people": "count",
        "started": "share",
        "done": "share",
    }
    return table("lessons", columns, rows)


def _by_group(study: Study, found: _Lessons, kind: Kind) -> Table:
    """Return the table of lessons by group."""
    rows: list[tuple[Cell, ...]] = []
    for number, group in enumerate(study.groups[kind].groups):
        for lesson, unit in enumerate(study.course.lessons):
            here = (kind, number, lesson)
            n = found.people.get(("people", *here), 0)
            done = found.done.get(("done", *here), 0)
            why = found.why_people.get(("people", *here))
            people = shown(why, n)
            cell = shown_share(found.why.get(("done", *here)), done, n)
            rows.append((group.label, unit.id, people, cell))
    columns: dict[str, ColumnKind] = {
        kind: "text",
        "lesson": "text",
        "people": "count",
        "done": "share",
    }
    return table(f"lessons-by-{kind}", columns, rows)


def _tracks(study: Study, found: _Lessons) -> Table:
    """Return the table of tracks."""
    rows: list[tuple[Cell, ...]] = []
    for number, track in enumerate(study.course.head.parcours):
        shares = found.tracks.get(number, [])
        why = found.why.get(("track", *ALL, number))
        people = shown(study.why_few(len(shares)), len(shares))
        cell = shown_mean(why, moments(shares), 0, 1)
        rows.append((track.id, track.titre, people, cell))
    columns: dict[str, ColumnKind] = {
        "track": "text",
        "title": "text",
        "people": "count",
        "done": "share",
    }
    return table("tracks", columns, rows)
