"""How the group moved between the first and the last time it took the survey."""

from tutor.cohort.intervals import Moments
from tutor.cohort.privacy import Why
from tutor.cohort.study import Study, shown, shown_mean, table
from tutor.domain.figures import Cell, ColumnKind, Table
from tutor.domain.prose import Prose, texts_of

_NOTHING = Moments(0, 0.0, 0.0)


def survey_table(study: Study) -> Table:
    """Return the means before and after, over those who answered a scale both times.

    Args:
        study: the cohort.
    """
    found = _found(study)
    rows: list[tuple[Cell, ...]] = []
    for number, scale in enumerate(study.contents.scales):
        top = len(scale.scale)
        n, why, three = found.get(number, (0, None, [_NOTHING] * 3))
        bounds = ((1, top), (1, top), (1 - top, top - 1))
        means = (
            shown_mean(why, moments, *ends)
            for moments, ends in zip(three, bounds, strict=True)
        )
        rows.append((scale.id, line_of(scale.stem), shown(study.why_few(n), n), *means))
    columns: dict[str, ColumnKind] = {
        "scale": "text",
        "wording": "text",
        "people": "count",
        "before": "mean",
        "after": "mean",
        "shift": "shift",
    }
    return table("survey", columns, rows)


def line_of(prose: Prose) -> str:
    """Return prose as one line of plain characters.

    Args:
        prose: the stem of a scale or a question.
    """
    return " ".join(" ".join(texts_of(prose)).split())


def _found(study: Study) -> dict[int, tuple[int, Why | None, list[Moments]]]:
    """Return, for each scale, how many people, and how they were before, after, between.

    Of the three means, who hides one hides all: two of them make the third.
    """
    tops = [(n, len(scale.scale)) for n, scale in enumerate(study.contents.scales)]
    study.tables.fill("tops", {"scale": "INTEGER", "top": "INTEGER"}, tops)
    rows = study.tables.rows(
        """
        WITH own AS (
            SELECT person, scale, arg_min(run, moment) AS first_run,
                arg_max(run, moment) AS last_run,
                arg_min(value, moment) AS before, arg_max(value, moment) AS after, any_value(top) AS top
            FROM survey JOIN tops USING (scale) WHERE value <= top
            GROUP BY person, scale
        )
        SELECT scale, count(*),
            avg(before), coalesce(stddev_samp(before), 0),
            avg(after), coalesce(stddev_samp(after), 0),
            avg(after - before), coalesce(stddev_samp(after - before), 0),
            count(*) FILTER (before > 1), count(*) FILTER (before >= top),
            count(*) FILTER (after > 1), count(*) FILTER (after >= top),
            count(*) FILTER (after <> before)
        FROM own WHERE first_run <> last_run GROUP BY scale
        """
    )
    found = {}
    for scale, n, *rest in rows:
        numbers, ends, moved = rest[:6], rest[6:10], rest[10]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        three = [Moments(n, mean, spread) for mean, spread in pairs]
        why = (
            study.why_mean(n, *ends[:2])
            or study.why_mean(n, *ends[2:])
            or study.why_few(moved)
        )
        found[scale] = (n, why, three)
    return found
