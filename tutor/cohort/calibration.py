"""How often answers are right, by how sure people were of them."""

from tutor.cohort.intervals import Moments
from tutor.cohort.study import Study, shown, shown_mean, table
from tutor.domain.figures import Cell, ColumnKind, Table


def calibration_table(study: Study) -> Table:
    """Return the mean credit of answers by certainty, all rated answers counted.

    As in the intern's own calibration, an answer given again counts again; of the group
    it is the mean over people of each one's mean.

    Args:
        study: the cohort.
    """
    rows = study.tables.rows(
        """
        WITH own AS (
            SELECT person, certainty, avg(credit) AS credit, count(*) AS n
            FROM answers WHERE certainty IS NOT NULL GROUP BY person, certainty
        )
        SELECT certainty, count(*), avg(credit), coalesce(stddev_samp(credit), 0), sum(n),
            count(*) FILTER (credit > 0), count(*) FILTER (credit >= 1)
        FROM own GROUP BY certainty ORDER BY certainty
        """
    )
    found = {row[0]: row[1:] for row in rows}
    cells: list[tuple[Cell, ...]] = []
    for level in (1, 2, 3):
        n, mean, spread, answers, *ends = found.get(level, (0, 0.0, 0.0, 0, 0, 0))
        cells.append(
            (
                str(level),
                shown(study.why_few(n), n),
                shown(study.why_few(n), int(answers)),
                shown_mean(study.why_mean(n, *ends), Moments(n, mean, spread), 0, 1),
            )
        )
    columns: dict[str, ColumnKind] = {
        "certainty": "text",
        "people": "count",
        "answers": "count",
        "right": "share",
    }
    return table("calibration", columns, cells)
