"""Where the keys of Home lead, besides runs."""

from tutor.tui.screens.home import ASKED, DANGERS, MARKS, SEARCH

PLACES = {
    "des": "des:DesScreen",
    DANGERS: "dangers:DangersScreen",
    SEARCH: "search:SearchScreen",
    ASKED: "asked:AskedScreen",
    MARKS: "marks:MarksScreen",
}
"""What Home can ask for besides runs: the module, then the screen, made at a desk."""
