"""Where the keys of Home lead, besides runs."""

PLACES = {
    "des": "des:DesScreen",
    "dangers": "dangers:DangersScreen",
    "search": "search:SearchScreen",
    "asked": "asked:AskedScreen",
    "marks": "marks:MarksScreen",
    "settings": "settings:SettingsScreen",
    "export": "export:ExportScreen",
    "report": "report:ReportScreen",
}
"""By the id of its key, what Home can ask for besides runs: the module, then the screen,
made at a desk."""


def target_of(place: str) -> str:
    """Return what is wanted in place of an id: no id begins with a colon.

    Args:
        place: one of `PLACES`.
    """
    return f":{place}"


def place_at(target: str) -> str | None:
    """Return the module and the screen that a target stands for, or None for a run.

    Args:
        target: an id, or what `target_of` made.
    """
    return PLACES.get(target[1:]) if target.startswith(":") else None
