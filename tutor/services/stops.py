"""Cut a lesson, a dossier or a bank into stops: text to read, then one thing to do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tutor.domain.course import (
    Callout,
    Directory,
    Dossier,
    Draw,
    Part,
    Passage,
    Reflection,
    SelfRating,
    Unit,
)
from tutor.domain.prose import Heading, Text
from tutor.domain.question import Concordance, Question
from tutor.services.draws import Drawer, nothing

Task = Question | SelfRating | Reflection | Directory
STEP_LEVEL = 3


@dataclass(frozen=True)
class Stop:
    """One thing to do, with the text that leads to it."""

    key: str
    """The id of what is asked, or `fin:` and the id of the target at the end."""
    reading: tuple[Passage | Callout, ...] = ()
    task: Task | None = None
    dossier: Dossier | None = None
    step: int | None = None
    """Position of the step in its dossier, from 0."""

    @property
    def question(self) -> Question | None:
        """The scored question asked here, if any."""
        task = self.task
        if task is None or isinstance(task, SelfRating | Reflection | Directory):
            return None
        if isinstance(task, Concordance) and not task.scored:
            return None
        return task


def stops_of_unit(unit: Unit, drawn: Drawer = nothing) -> list[Stop]:
    """Return the stops of a lesson or bank, the last one to end on.

    Args:
        unit: the lesson or bank.
        drawn: gives the questions of a `questions` block.
    """
    planner = _Planner(drawn)
    for part in unit.parts:
        if isinstance(part, Dossier):
            planner.take_dossier(part)
        else:
            planner.take(part)
    return planner.finish(unit.id)


def stops_of_dossier(dossier: Dossier, drawn: Drawer = nothing) -> list[Stop]:
    """Return the stops of one dossier, the last one to end on.

    Args:
        dossier: the dossier or KFP.
        drawn: gives the questions of a `questions` block.
    """
    planner = _Planner(drawn)
    planner.take_dossier(dossier)
    return planner.finish(dossier.id)


def stops_of_questions(
    questions: Iterable[Question], target: str, places: dict[str, Stop] | None = None
) -> list[Stop]:
    """Return one stop a question, the last one to end on.

    Away from its lesson no message comes before a question: it is asked whatever its
    `si` and `sinon`, and what leads to it tells nothing that follows from a message.

    Args:
        questions: what to ask, in order.
        target: the id the end belongs to.
        places: for questions of a dossier, the stop they have there.
    """
    known = places or {}
    found = [known.get(q.id) or Stop(key=q.id, task=q) for q in questions]
    return [*map(_alone, found), Stop(key=f"fin:{target}")]


def stops_of_card(card: Directory | Reflection) -> list[Stop]:
    """Return the stops of a card met outside its lesson.

    Args:
        card: a directory, or the follow-up of an action.
    """
    return [_alone(Stop(key=card.id, task=card)), Stop(key=f"fin:{card.id}")]


def _alone(stop: Stop) -> Stop:
    """Return a stop that rests on no message."""
    task = stop.task
    if task is not None and task.depends:
        task = task.model_copy(update={"when": None, "unless": None})
    reading = tuple(
        part for part in stop.reading if isinstance(part, Passage) or not part.depends
    )
    return replace(stop, task=task, reading=reading)


class _Planner:
    """Gathers reading until something asks for an answer."""

    def __init__(self, drawn: Drawer) -> None:
        self._drawn = drawn
        self._stops: list[Stop] = []
        self._reading: list[Passage | Callout] = []
        self._dossier: Dossier | None = None
        self._step: int | None = None

    def take(self, part: Part) -> None:
        """Take one part."""
        if isinstance(part, Passage | Callout):
            self._reading.append(part)
            return
        if isinstance(part, Draw):
            for question in self._drawn(part):
                self._add(question)
            return
        self._add(part)

    def _add(self, part: Task) -> None:
        """Add a stop, once for each block."""
        if any(stop.key == part.id for stop in self._stops):
            return
        stop = Stop(
            key=part.id,
            reading=tuple(self._reading),
            task=part,
            dossier=self._dossier,
            step=self._step,
        )
        self._stops.append(stop)
        self._reading = []

    def take_dossier(self, dossier: Dossier) -> None:
        """Take a dossier, step by step."""
        self._dossier = dossier
        self._say(dossier.title, STEP_LEVEL - 1)
        for part in dossier.opening:
            self.take(part)
        for number, step in enumerate(dossier.steps):
            self._step = number
            self._say(step.title, STEP_LEVEL)
            for part in step.parts:
                self.take(part)
        self._dossier, self._step = None, None

    def finish(self, target: str) -> list[Stop]:
        """Return the stops, with what remains to read at the end."""
        end = Stop(key=f"fin:{target}", reading=tuple(self._reading))
        return [*self._stops, end]

    def _say(self, title: Text, level: int) -> None:
        """Add a title to the reading."""
        self._reading.append(Passage(blocks=(Heading(level=level, text=title),)))
