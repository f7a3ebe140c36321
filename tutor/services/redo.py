"""What is said to someone who opens again what they have finished."""

from tutor.domain.answer import Record, RunKind
from tutor.domain.clock import Clock
from tutor.locale import numeric_date, say
from tutor.services.run import Run

TOLD: frozenset[RunKind] = frozenset({"lesson", "dossier", "quiz"})


def done_before(run: Run, record: Record, clock: Clock) -> str:
    """Return when a target was finished before, or nothing where it never was.

    Args:
        run: a run over it.
        record: what the store knows of earlier ones.
        clock: says on which local day that was.
    """
    mine = run.started
    if mine.kind not in TOLD:
        return ""
    ends = [
        each.touched
        for each in record.runs
        if each.ended
        and each.id != mine.id
        and (each.kind, each.target) == (mine.kind, mine.target)
    ]
    if not ends:
        return ""
    return say("reading.redo", date=numeric_date(clock.local_day(max(ends))))
