"""What the commands for the faculty say on stderr: files with a fault, where it went."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.fitting import put
from tutor.locale import advise, count, named, say

if TYPE_CHECKING:
    from tutor.domain.figures import Figures, Refused

MOST_TOLD = 40
"""Files with a fault that are named on a terminal; the report names all."""


def tell_faults(faults: "Sequence[Refused]") -> None:
    """Say what is the matter with files and what to do, one after the other.

    Args:
        faults: files that could not be used, or could with a doubt.
    """
    for each in faults[:MOST_TOLD]:
        said = say(each.message_id, **each.values)
        line = named(say("faculty.path", path=each.path), said)
        put(line, err=True)
        advice = advise(each.message_id, **each.values)
        if advice:
            put("  " + say("cli.try", advice=advice), err=True)
    rest = len(faults) - MOST_TOLD
    if rest > 0:
        put(count("faculty.faults.more", rest), err=True)


def tell_end(figures: "Figures", path: Path | None) -> None:
    """Say whom a report covers and where it is.

    Args:
        figures: the report.
        path: its file, or None where it went to the standard output.
    """
    from tutor.reports.story import faults_line, missing_line, opening

    if figures.learner is None:
        put(opening(figures)[0], err=True)
    if figures.missing:
        put(missing_line(figures), err=True)
    if figures.refused:
        put(faults_line(figures), err=True)
    if path is not None:
        put(say("faculty.written", path=path.absolute()), err=True)
