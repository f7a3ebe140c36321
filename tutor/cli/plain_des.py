"""The DES view as lines: one's own position first, then what the answers show."""

from collections.abc import Iterable, Sequence

from tutor.cli.console import HELP, QUIT, Console, Leaving
from tutor.domain.answer import Positioning
from tutor.domain.errors import WrongUseError
from tutor.domain.evidence import Evidence
from tutor.domain.framework import Competence, Item
from tutor.locale import count, decimal, numeric_date, say
from tutor.services.desk import Desk
from tutor.services.discussion import calibration_lines, talks_of, topic_text
from tutor.services.gap import gap_of
from tutor.services.petals import LEVELS
from tutor.services.positions import Stand, stands_of, value_text
from tutor.services.standing import Standing

DEGREES = ("1", "2", "3", "4", "5")


class PlainDes:
    """Where a person stands, told line by line."""

    def __init__(self, desk: Desk) -> None:
        """Compute the standing once.

        Args:
            desk: the person's desk.

        Raises:
            TutorError: the course or the store cannot be read.
        """
        self._desk = desk
        self._framework = desk.course.framework
        self._standing: Standing = desk.standing()
        self._stands = stands_of(
            self._framework.placed(desk.record.positionings), desk.clock
        )

    def overview(self) -> list[str]:
        """Return each competency, what to talk over, and the calibration."""
        lines = [say("des.flower")]
        lines += [
            self._line(each.code, each.nom) for each in self._framework.competence
        ]
        lines.append(say("des.discuss"))
        talks = talks_of(self._framework, self._standing)
        for talk in talks:
            lines.append(say("des.discuss.trace", trace=talk.trace))
            lines += [f"- {topic_text(topic)}" for topic in talk.topics]
        if not talks:
            lines.append(say("des.discuss.none"))
        lines.append(say("des.certainty"))
        return [*lines, *calibration_lines(self._standing.calibration)]

    def of(self, code: str) -> list[str]:
        """Return a competency with its items, or an item with what is expected of it.

        Args:
            code: of either, in capitals or not.

        Raises:
            WrongUseError: the framework has no such code.
        """
        wanted = code.upper()
        for competence in self._framework.competence:
            if competence.code == wanted:
                return self._of_competence(competence)
        for item in self._framework.items:
            if item.code == wanted:
                return self._of_item(item)
        raise WrongUseError("errors.unknown-item", item=code)

    def place(self, code: str, value: str) -> None:
        """Keep where the person places themself.

        Args:
            code: of an item or of a competency, in capitals or not.
            value: 1 to 5 for an item; n, i or c for a competency.

        Raises:
            WrongUseError: the framework has no such code, or the value does not fit.
            StoreError: the disk refused.
        """
        self.of(code)
        wanted, said = code.upper(), value.strip().upper()
        fit = DEGREES if wanted in self._framework.codes else LEVELS
        if said not in fit:
            name = "item" if fit is DEGREES else "competency"
            raise WrongUseError(f"errors.position-{name}", value=value)
        self._desk.pen.position(wanted, said)

    def unplaced(self, code: str) -> list[Item]:
        """Return the items of a competency on which there is no position yet.

        Args:
            code: of the competency, in capitals or not.

        Raises:
            WrongUseError: the framework has no such competency.
        """
        for competence in self._framework.competence:
            if competence.code == code.upper():
                placed = self._standing.positionings
                return [each for each in competence.item if each.code not in placed]
        raise WrongUseError("errors.unknown-item", item=code)

    def _of_competence(self, competence: Competence) -> list[str]:
        """Return a competency, then its items under their levels."""
        names = {level.code: level.nom for level in self._framework.niveaux}
        lines = [self._line(competence.code, competence.nom)]
        level = ""
        for item in competence.item:
            if item.niveau != level:
                level = item.niveau
                name = names.get(level, level)
                lines.append(say("plain.des.level", name=name))
            lines.append(self._line(item.code, item.texte))
        wording = say(f"des.wording.{competence.formulation}")
        known = self._desk.course.sources
        source = competence.source
        source = known[source].titre if source in known else source
        return [*lines, say("des.source", wording=wording, source=source)]

    def _of_item(self, item: Item) -> list[str]:
        """Return an item, what is expected of it, the gap between position and answers."""
        lines = [self._line(item.code, item.texte)]
        own = self._standing.positionings.get(item.code)
        if own is None:
            lines += [say("des.positioning.ask"), *scale_lines()]
        else:
            gap = gap_of(own.value, self._standing.items[item.code])
            lines.append(say(f"des.gap.{gap}"))
        lines.append(
            say("des.trace", trace=item.trace) if item.trace else say("des.trace.none")
        )
        return [*lines, say("des.phase", phase=item.phase)] if item.phase else lines

    def _line(self, code: str, text: str) -> str:
        """Return a row: what it is, the own position, then the estimate."""
        own = self._standing.positionings.get(code)
        name = say("plain.des.name", code=code, text=text)
        if own is None:
            return say("plain.des.unplaced", name=name)
        found = self._standing.items.get(code) or self._standing.competencies[code]
        said = own_text(own, self._stands.get(code, ()))
        return say("plain.des.row", name=name, own=said, found=found_text(found))


def own_text(own: Positioning, stands: Sequence[Stand]) -> str:
    """Return the own position, the first one before the last where it moved.

    Args:
        own: the last position.
        stands: all of them, as `stands_of` returns them.
    """
    level = value_text(own.value)
    if not stands:
        return say("plain.des.own", level=level)
    first, last = stands[0], stands[-1]
    date = numeric_date(last.day)
    if first is last:
        return say("plain.des.own.dated", level=level, date=date)
    was = {"first": value_text(first.value), "first_date": numeric_date(first.day)}
    return say("plain.des.own.moved", level=level, date=date, **was)


def found_text(found: Evidence) -> str:
    """Return an estimate in words: no bracket, no dash, the answers counted."""
    if found.estimate is None or found.low is None or found.high is None:
        return say("plain.des.none")
    return count(
        "plain.des.estimate",
        found.n,
        estimate=decimal(found.estimate),
        low=decimal(found.low),
        high=decimal(found.high),
        word=say(f"des.state.{found.state}"),
    )


def scale_lines() -> list[str]:
    """Return the degrees one can choose on an item."""
    return [f"{degree}. {say(f'des.scale.{degree}')}" for degree in DEGREES]


def ask_positions(desk: Desk, items: Iterable[Item], console: Console) -> int:
    """Ask where the person stands on each item; return how many were kept.

    Args:
        desk: keeps the positions.
        items: those to ask about.
        console: where lines come from and go to.

    Raises:
        StoreError: the disk refused.
    """
    kept = 0
    try:
        for item in items:
            console.tell(say("plain.des.name", code=item.code, text=item.texte))
            kept += _asked(desk, item, console)
    except Leaving:
        pass
    return kept


def _asked(desk: Desk, item: Item, console: Console) -> bool:
    """Read a degree, or an empty line to pass; return whether it was kept.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    while True:
        line = console.read(say("play.prompt.scale", most=len(DEGREES))).strip()
        if line == QUIT:
            raise Leaving
        if not line:
            return False
        if line == HELP:
            for each in scale_lines():
                console.tell(each)
        elif line in DEGREES:
            desk.pen.position(item.code, line)
            return True
        else:
            console.refuse(WrongUseError("answers.scale", most=len(DEGREES)))
