"""Questions passed on the way: offered again at the end, before the sum."""

from tutor.domain.answer import RunKind
from tutor.domain.course import Callout
from tutor.domain.question import Relay
from tutor.services.run import Run
from tutor.services.stops import Stop
from tutor.services.way import BACK, gone_past, way

OFFERED: frozenset[RunKind] = frozenset({"lesson", "quiz", "review", "training"})
"""Runs whose questions may be taken up again; the steps of a dossier are locked."""


def skipped(run: Run) -> list[Stop]:
    """Return the questions passed that may be answered now.

    Only at the end of a run that has not been seen, each question once, and none that
    what followed depends on.

    Args:
        run: any run.
    """
    if run.started.kind not in OFFERED or run.started.ended or not run.is_over:
        return []
    passed, known = gone_past(run.started.passed), set(run.started.passed)
    return [
        leg.stop
        for leg in way(run.stops, run.given)
        if leg.comes_up
        and leg.stop.key in passed - run.given.keys()
        and BACK + leg.stop.key not in known
        and _is_free(leg.stop, run)
    ]


def take_back(run: Run) -> None:
    """Go back to the questions passed; the run then stands at the first of them.

    Args:
        run: a run at its end.
    """
    back = tuple(BACK + stop.key for stop in skipped(run))
    passed = (*run.started.passed, *back)
    run.started = run.started.model_copy(update={"passed": passed})


def _is_free(stop: Stop, run: Run) -> bool:
    """Return whether a stop asks a question that nothing else rests on."""
    if stop.question is None or stop.dossier is not None:
        return False
    return not isinstance(stop.question, Relay) or not any(map(_rests, run.stops))


def _rests(stop: Stop) -> bool:
    """Return whether a stop, or a text that leads to it, follows from a message."""
    callouts = (part for part in stop.reading if isinstance(part, Callout))
    depends = stop.task is not None and stop.task.depends
    return depends or any(part.depends for part in callouts)
