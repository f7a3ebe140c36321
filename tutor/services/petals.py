"""The flower of a framework: one petal a competency, and the same in words."""

from typing import Literal, NamedTuple

from tutor.domain.evidence import Evidence
from tutor.domain.framework import Framework
from tutor.locale import decimal, say
from tutor.services.standing import Standing

Fill = Literal["hidden", "none", "few", "known"]
"""What a petal may show: nothing before the person's own position, nothing without an
answer, an estimate that too few answers carry, an estimate."""


LEVELS = ("N", "I", "C")
"""The positions on a whole competency."""


class Petal(NamedTuple):
    """A competency: where the person places themself, then what their answers show."""

    code: str
    name: str
    own: str | None
    """N, I or C."""
    evidence: Evidence | None
    """None as long as the person has no position on the competency."""

    @property
    def fill(self) -> Fill:
        """What the petal may show."""
        if self.evidence is None:
            return "hidden"
        if self.evidence.estimate is None:
            return "none"
        return "few" if self.evidence.state == "insuffisant" else "known"

    @property
    def length(self) -> float:
        """How far the petal is filled, from 0 to 1."""
        found = self.evidence
        return 0.0 if found is None or found.estimate is None else found.estimate


def petals_of(framework: Framework, standing: Standing) -> tuple[Petal, ...]:
    """Return the petals of a person, in the order of the framework.

    Args:
        framework: the competencies.
        standing: where the person stands.
    """
    petals = []
    for each in framework.competence:
        placed = standing.positionings.get(each.code)
        own = placed.value if placed and placed.value in LEVELS else None
        found = standing.competencies[each.code] if own else None
        petals.append(Petal(each.code, each.nom, own, found))
    return tuple(petals)


def petal_words(petal: Petal, *, briefly: bool = False) -> str:
    """Return the own position, then what the answers show, never before it.

    Args:
        petal: a competency.
        briefly: the position by its letter alone, beside a picture that shows it.
    """
    if petal.own is None:
        return say("des.positioning.none")
    level, found = say(f"des.level.{petal.own}"), petal.evidence
    own = petal.own if briefly else say("des.positioning.yours", level=level)
    if found is None or found.estimate is None:
        return say("des.flower.none", own=own)
    return say(
        "des.flower.estimate",
        own=own,
        estimate=decimal(found.estimate),
        low=decimal(found.low),
        high=decimal(found.high),
        n=found.n,
        word=say(f"des.state.{found.state}"),
    )
