"""Tell somebody real from the made-up people that a run is about."""

from collections.abc import Iterator

from tutor.domain.course import Directory
from tutor.domain.prose import texts_of
from tutor.services.identity_guard import findings
from tutor.services.identity_letters import words_of
from tutor.services.run import Run


def names_somebody_else(message: str, run: Run) -> bool:
    """Return whether words could identify somebody whom their run does not name.

    A message or a note on a case is about its patient, and says their name or their
    initials as it should. What leaves the machine is masked all the same.

    Args:
        message: what the person wrote.
        run: where they wrote it.
    """
    found = findings(message)
    if not found:
        return False
    named = frozenset(_named(run))
    known = named | {word[0] for word in named if word}
    return any(not words_of(message[each.start : each.end]) <= known for each in found)


def _named(run: Run) -> Iterator[str]:
    """Yield the words of whatever the texts of a run name, folded."""
    said = " \n\n".join(_texts(run))
    for each in findings(said):
        yield from words_of(said[each.start : each.end])


def _texts(run: Run) -> Iterator[str]:
    """Yield the texts of a run: what is read and what is asked."""
    for stop in run.stops:
        for part in stop.reading:
            yield from texts_of(part.blocks)
        if stop.task is not None and not isinstance(stop.task, Directory):
            yield from texts_of(stop.task.stem)
