"""From the text of bundles to rows, many bundles at once, inside the database.

The JSON is taken apart by DuckDB, at a third of what it costs in Python. A bundle any
value of which is not what it should be is given back: somebody slower says why.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tutor.cohort.days import day_query
from tutor.cohort.tables import NotJsonError, Tables
from tutor.domain.bundle import SCHEMA

_LONGEST = 1e9
"""Seconds that an answer can take."""


class Sheet(NamedTuple):
    """A bundle in the form the tutor writes, by the number of its source."""

    number: int
    text: str


class Head(NamedTuple):
    """Who a bundle is from, when it was made, and of what."""

    number: int
    bundle_id: str
    learner_id: str
    learner: str
    promotion: str
    semester: int | None
    exported_at: int
    """In milliseconds since the epoch."""
    course: str
    repeats: bool
    """Whether two of its answers have the same id."""


def make_tables(tables: Tables, shares: int) -> None:
    """Make the empty tables that bundles go to, and show those of all shares as one.

    Args:
        tables: with the names of the course.
        shares: how many threads fill them, each its own: none waits for another.
    """
    _take_apart(tables, [])
    for name, query in _ROWS.items():
        for share in range(shares):
            tables.run(f"CREATE TABLE given_{name}_{share} AS {query}")
        each = (f"SELECT * FROM given_{name}_{share}" for share in range(shares))  # noqa: S608 - names of ours
        tables.run(f"CREATE VIEW given_{name} AS {' UNION ALL '.join(each)}")


def take(tables: Tables, sheets: Sequence[Sheet], share: int) -> list[Head]:
    """Put bundles into the tables.

    Args:
        tables: those of the thread at work.
        sheets: some bundles.
        share: the number of that thread.

    Returns:
        The heads of those whose head is right; what is wrong further on is not looked
        for: `wrong_numbers` finds it in all of them at once.
    """
    _take_apart(tables, sheets)
    for name, query in _ROWS.items():
        tables.run(f"INSERT INTO given_{name}_{share} {query}")
    return [Head(*row) for row in tables.rows(_HEADS)]


def wrong_numbers(tables: Tables) -> set[int]:
    """Return the numbers of the bundles that hold a value that is not what it should.

    Args:
        tables: with all bundles in them.
    """
    each = " UNION ".join(f"SELECT n FROM given_{name} WHERE NOT ok" for name in _ROWS)  # noqa: S608 - names of ours
    return {number for (number,) in tables.rows(each)}


def _take_apart(tables: Tables, sheets: Sequence[Sheet]) -> None:
    """Make the temporary table of some bundles, where each is one value."""
    values = [[sheet.number for sheet in sheets], [sheet.text for sheet in sheets]]
    try:
        tables.run(_BUNDLES.format(parsed=_PARSED), values)
    except NotJsonError:
        careful = f"CASE WHEN json_valid(text) THEN {_PARSED} END"
        tables.run(_BUNDLES.format(parsed=careful), values)


_SHAPE = """{
    "schema": "VARCHAR", "bundle_id": "VARCHAR", "learner_id": "VARCHAR",
    "learner": "VARCHAR", "promotion": "VARCHAR", "semester": "BIGINT",
    "exported_at": "TIMESTAMPTZ", "course": {"id": "VARCHAR"},
    "answers": [{
        "id": "VARCHAR", "question": "VARCHAR", "key_hash": "VARCHAR",
        "kind": "VARCHAR", "dossier": "VARCHAR", "step": "BIGINT",
        "items": ["VARCHAR"], "response": "JSON", "credit": "DOUBLE",
        "self_marked": "BOOLEAN", "certainty": "BIGINT", "at": "TIMESTAMPTZ",
        "seconds": "DOUBLE"
    }],
    "lessons": [{"id": "VARCHAR", "state": "VARCHAR"}],
    "positionings": [{"code": "VARCHAR", "value": "VARCHAR", "at": "TIMESTAMPTZ"}],
    "survey": [{
        "question": "VARCHAR", "value": "BIGINT", "run": "VARCHAR", "at": "TIMESTAMPTZ"
    }],
    "disputes": [{"subject": "VARCHAR"}]
}"""
"""What is taken of a bundle; of what nothing is made, nothing is looked at.

A value of another type than this becomes one where it can: it takes a forged digest to
come so far, and what then counts is that numbers stay within their bounds.
"""
_PARSED = f"json_transform(text, '{_SHAPE}')"
_BUNDLES = """
    CREATE OR REPLACE TEMP TABLE bundles AS SELECT n, {parsed} AS b
    FROM (SELECT unnest(?::INTEGER[]) AS n, unnest(?::VARCHAR[]) AS text)
"""
_HEADS = f"""
    SELECT n, b.bundle_id, b.learner_id, b.learner, b.promotion, b.semester,
        epoch_ms(b.exported_at), b.course.id,
        len(list_distinct(list_transform(b.answers, lambda x: hash(x.id))))
            < len(b.answers)
    FROM bundles
    WHERE b.schema = '{SCHEMA}' AND b.bundle_id <> '' AND b.learner_id <> ''
        AND b.learner IS NOT NULL
        AND b.promotion IS NOT NULL AND b.course.id IS NOT NULL
        AND b.exported_at IS NOT NULL AND coalesce(b.semester BETWEEN 1 AND 12, true)
        AND b.answers IS NOT NULL AND b.lessons IS NOT NULL AND b.survey IS NOT NULL
        AND b.positionings IS NOT NULL AND b.disputes IS NOT NULL
"""  # noqa: S608 - a text of ours
_MOMENT = 'epoch_ms(a."at")'
_DAY = day_query(_MOMENT)
_ROWS = {
    "answers": f"""
        SELECT n, rank::INTEGER AS rank, hash(a.id) AS id,
            coalesce(asked.number, -2 - (hash(a.question) >> 35)::INTEGER) AS question,
            coalesce(asked.hash = a.key_hash, false) AS fresh,
            CASE WHEN a.dossier IS NOT NULL AND a.step IS NOT NULL
                THEN (hash(a.dossier, a.step) >> 34)::INTEGER END AS stage,
            CASE WHEN a.self_marked THEN 0.5 ELSE coalesce(formats.weight, 1) END::FLOAT
                AS weight,
            CASE WHEN a.items IS NOT DISTINCT FROM asked.items THEN asked.item_set
                ELSE hash(a.items) END AS items,
            CASE WHEN a.items IS DISTINCT FROM asked.items THEN a.items END AS names,
            {_MOMENT} AS moment, {_DAY} AS day,
            a.credit, TRY_CAST(a.certainty AS TINYINT) AS certainty,
            least(a.seconds, {_LONGEST})::FLOAT AS seconds,
            CASE WHEN asked.options > 0 AND asked.hash = a.key_hash THEN list_aggregate(
                list_transform(TRY_CAST(a.response AS INTEGER[]), lambda x:
                    CASE WHEN x BETWEEN 0 AND asked.options - 1 THEN 1::BIGINT << x END
                ), 'bit_or') END AS ticked,
            CASE WHEN asked.worded AND asked.hash = a.key_hash AND a.credit < 1
                THEN a.response ->> '$' END AS said,
            coalesce(
                a.id IS NOT NULL AND a.question IS NOT NULL AND a.key_hash IS NOT NULL
                AND a.kind IS NOT NULL AND a.items IS NOT NULL AND a."at" IS NOT NULL
                AND a.credit BETWEEN 0 AND 1 AND a.self_marked IS NOT NULL
                AND a.seconds BETWEEN 0 AND {_LONGEST}
                AND coalesce(a.certainty BETWEEN 1 AND 3, true), false
            ) AS ok
        FROM (
            SELECT n, unnest(b.answers) AS a,
                generate_subscripts(b.answers, 1) AS rank
            FROM bundles
        )
            LEFT JOIN questions asked ON asked.name = a.question
            LEFT JOIN formats ON formats.name = a.kind
    """,  # noqa: S608 - texts of ours
    "lessons": """
        SELECT n, lesson_names.number AS lesson, states.number AS state,
            a.id IS NOT NULL AND states.number IS NOT NULL AS ok
        FROM (SELECT n, unnest(b.lessons) AS a FROM bundles)
            LEFT JOIN lesson_names ON lesson_names.name = a.id
            LEFT JOIN states ON states.name = a.state
    """,
    "positionings": f"""
        SELECT n, places.number AS code, a.value, {_MOMENT} AS moment,
            coalesce(
                a.code IS NOT NULL AND a."at" IS NOT NULL
                AND a.value IN ('1', '2', '3', '4', '5', 'N', 'I', 'C'), false
            ) AS ok
        FROM (SELECT n, unnest(b.positionings) AS a FROM bundles)
            LEFT JOIN places ON places.name = a.code
    """,  # noqa: S608 - texts of ours
    "survey": f"""
        SELECT n, scales.number AS scale, greatest(0, least(a.value, 1000))::INTEGER AS value,
            hash(a.run) AS run, {_MOMENT} AS moment,
            coalesce(
                a.question IS NOT NULL AND a.run IS NOT NULL AND a."at" IS NOT NULL
                AND a.value >= 1, false
            ) AS ok
        FROM (SELECT n, unnest(b.survey) AS a FROM bundles)
            LEFT JOIN scales ON scales.name = a.question
    """,  # noqa: S608 - texts of ours
    "disputes": """
        SELECT n, questions.number AS question, a.subject IS NOT NULL AS ok
        FROM (SELECT n, unnest(b.disputes) AS a FROM bundles)
            LEFT JOIN questions ON questions.name = a.subject
    """,
}
"""The rows of each part, and whether each is what `tutor.domain.bundle` asks.

A number takes the place of each name; what the course does not name has none. The words
of short answers stay as long as the tables do, for the misconceptions they show.
"""
