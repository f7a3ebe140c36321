"""What stands for `*` in the messages of the faculty's report, put together at run time."""

from typing import get_args

from tutor.domain.debrief import Reason
from tutor.reports.story import GROUP_LIMITS, OWN_LIMITS
from tutor.reports.views import PARTS, REST
from tutor.tui.screens.report import REPORT_FIELDS

FACULTY: dict[str, tuple[str, ...]] = {
    "faculty.debrief.reason.*": get_args(Reason),
    "faculty.field.*": REPORT_FIELDS,
    "faculty.field.*.how": REPORT_FIELDS,
    "faculty.limit.*": (*GROUP_LIMITS, *OWN_LIMITS),
    "faculty.part.*": (*PARTS, REST),
}
