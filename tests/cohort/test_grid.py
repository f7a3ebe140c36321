"""A report on a faculty's grid: answers folded over what each item gathers."""

from functools import cache

from tests.cohort.cohorts import ParisClock, figures_from, row, rows_of
from tests.cohort.counted import bundles, close, means
from tests.course.shipped import course
from tests.interop.packages import uuid_of
from tests.services.grids import GRID
from tutor.cohort.intervals import mean, moments
from tutor.domain.course import Course
from tutor.domain.evidence import weigh
from tutor.domain.figures import Estimate
from tutor.domain.outline import Tie
from tutor.services.grid_making import made_grid
from tutor.services.learner_figures import record_of

TIES = [
    *(Tie(1, "COOR-1", code) for code in ("C5.N.4", "C5.C.3", "C5.C.8")),
    Tie(2, "COOR-2", "C5.C.3"),
    Tie(3, "PRO-1", "C6"),
]


@cache
def on_grid() -> Course:
    """The course that travels with the tutor, on the grid."""
    framework = made_grid(GRID, course(), TIES).grid.framework
    return course().model_copy(update={"framework": framework})


def test_items_and_competencies_of_a_grid_count_each_answer_once() -> None:
    figures = figures_from(bundles(), on_grid(), least=2)
    weighed = [weigh(record_of([b]).answers, ParisClock()) for b in bundles()]
    shown = 0
    framework = on_grid().framework
    for table, known in (
        ("items", framework.items),
        ("competencies", framework.competence),
    ):
        for each in known:
            found = row(figures, table, each.code)
            expected = means(
                [a.credit for a, _ in rows if each.feeds & set(a.items)]
                for rows in weighed
            )
            if expected is None:
                assert found["people"] in {0, None}
            else:
                assert close(found["estimate"], expected)
                shown += isinstance(found["estimate"], Estimate)
    assert shown >= 3


def test_positions_count_on_the_framework_they_were_taken_on() -> None:
    moved = [
        bundle.model_copy(
            update={
                "positionings": tuple(
                    each.model_copy(update={"code": uuid_of("COOR-1")})
                    for each in bundle.positionings
                    if each.code == "C5.N.4" and each.value.isdecimal()
                )
            }
        )
        for bundle in bundles()
    ]
    values = [
        int(record_of([b]).positionings[-1].value) for b in moved if b.positionings
    ]
    found = row(figures_from(moved, on_grid(), least=2), "items", "COOR-1")
    assert found["positioned"] == len(values) > 1
    assert close(found["positioning"], mean(moments(values), 1, 5))
    own = rows_of(figures_from(moved, least=2).table("items"))
    assert all(each["positioned"] in {0, None} for each in own)
