"""The numbers of a cohort, computed once: every format of the report shows these."""

from tutor.cohort.beliefs import belief_table
from tutor.cohort.calibration import calibration_table
from tutor.cohort.collect import Collected
from tutor.cohort.gaps import gap_table
from tutor.cohort.items import item_tables
from tutor.cohort.progress import progress_tables
from tutor.cohort.questions import asked_in, question_tables
from tutor.cohort.study import Study
from tutor.cohort.survey import survey_table
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.errors import WrongUseError
from tutor.domain.figures import Figures, Table

_LEAST_EVER = 2
LEAST_GROUP = 5
"""The smallest group shown unless told otherwise, in people."""


def cohort_figures(
    collected: Collected,
    course: Course,
    *,
    least_group: int = LEAST_GROUP,
    clock: Clock,
) -> Figures:
    """Return the figures of a cohort; of a group too small nothing is shown.

    Args:
        collected: what `collect` returned.
        course: the course it was collected for.
        least_group: the smallest group shown, in people; two at least.
        clock: what day it is.

    Raises:
        WrongUseError: the smallest group is one person.
        TutorError: the disk is full.
    """
    if least_group < _LEAST_EVER:
        raise WrongUseError("report.least", least=_LEAST_EVER)
    tables = _tables(Study(collected, least_group), clock)
    return Figures(
        made_at=clock.now(),
        course=course.head.id,
        title=course.head.titre,
        version=course.head.version,
        framework=course.framework.titre,
        least_group=least_group,
        people=len(collected.people),
        bundles=collected.bundles,
        promotion=collected.promotion,
        tables=tables,
        refused=collected.refused,
        missing=collected.missing,
    )


def _tables(study: Study, clock: Clock) -> tuple[Table, ...]:
    """Return the tables of a group, each from one look at its answers."""
    return (
        *progress_tables(study),
        *item_tables(study),
        gap_table(study, clock),
        calibration_table(study),
        belief_table(study),
        survey_table(study),
        *question_tables(study, asked_in(study)),
    )
