"""The parts every lesson has, known by their headings."""

from tutor.domain.course import Passage, Reflection, Unit
from tutor.domain.folding import fold
from tutor.domain.prose import Heading, plain

IN_THE_FIELD = "sur le terrain"
"""The heading of a lesson under which its action stands (rules, 34)."""


def field_card(unit: Unit) -> Reflection | None:
    """Return the follow-up of a lesson: the last reflection under its heading.

    Args:
        unit: a lesson.
    """
    found, inside = None, False
    for part in unit.blocks:
        if isinstance(part, Passage):
            titles = [
                fold(plain(b.text)) for b in part.blocks if isinstance(b, Heading)
            ]
            inside = titles[-1] == IN_THE_FIELD if titles else inside
        elif inside and isinstance(part, Reflection):
            found = part
    return found
