"""What stands for `*` in the messages of the faculty's report, put together at run time."""

from typing import get_args

from tests.locale.catalogues import written
from tests.locale.framework_families import FRAMEWORK
from tutor.domain.debrief import Reason
from tutor.reports.story import GROUP_LIMITS, OWN_LIMITS
from tutor.reports.views import PARTS, REST
from tutor.services.gap import Gap
from tutor.tui.screens.report import REPORT_FIELDS

TABLES = (
    *("handed-in", "lessons", "lessons-by-promotion", "lessons-by-semester", "tracks"),
    *("competencies", "items", "gap", "calibration", "misconceptions", "survey"),
    *("questions", "options", "own-lessons", "own-competencies", "own-items"),
    *("own-calibration", "own-misconceptions"),
)
"""The tables of a report on a group and on one person; `tests/cohort` looks at each."""
COLUMNS = tuple(
    name.removeprefix("report.column.")
    for name in written("fr")
    if name.startswith("report.column.")
)
"""Their columns: a table whose column had no title would not be drawn at all."""

FACULTY: dict[str, tuple[str, ...]] = {
    **FRAMEWORK,
    "faculty.debrief.reason.*": get_args(Reason),
    "faculty.field.*": REPORT_FIELDS,
    "faculty.field.*.how": REPORT_FIELDS,
    "faculty.limit.*": (*GROUP_LIMITS, *OWN_LIMITS),
    "faculty.part.*": (*PARTS, REST),
    "report.column.*": COLUMNS,
    "report.gap.*": get_args(Gap),
    "report.group.*": ("promotion", "semester"),
    "report.note.*": TABLES,
    "report.others.*": ("promotion", "semester"),
    "report.refused.*": ("absent", "empty"),
    "report.table.*": TABLES,
}
