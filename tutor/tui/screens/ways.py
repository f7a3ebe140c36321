"""Where the keys of Home lead, besides runs."""

from tutor.tui.screens.home import ASKED, EXPORT, MARKS, REPORT, SEARCH, SETTINGS
from tutor.tui.screens.home_lines import DANGERS

PLACES = {
    "des": "des:DesScreen",
    DANGERS: "dangers:DangersScreen",
    SEARCH: "search:SearchScreen",
    ASKED: "asked:AskedScreen",
    MARKS: "marks:MarksScreen",
    SETTINGS: "settings:SettingsScreen",
    EXPORT: "export:ExportScreen",
    REPORT: "report:ReportScreen",
}
"""What Home can ask for besides runs: the module, then the screen, made at a desk."""
