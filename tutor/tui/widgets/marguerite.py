"""The flower of the framework: one petal a competency, and the same in words."""

from collections.abc import Sequence

from textual.content import Content
from typing_extensions import override

from tutor.locale import say
from tutor.services.petals import Petal, petal_words
from tutor.tui.typeset import wrap
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.flower import marguerite

DIM = "$quiet"
LEAST_HEIGHT, MOST_HEIGHT = 13, 20
RATIO = 2
"""Cells across for a line down: a cell is twice as high as it is wide."""
BESIDES = 10
"""Lines that the title, the keys and what explains the picture take."""
LEAST_TEXT = 30
GAP = 2


class Marguerite(Drawn):
    """Draws the flower, with its words beside it where there is room, else below."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._petals: Sequence[Petal] = ()
        self._at = ""

    def show(self, petals: Sequence[Petal], at: str) -> None:
        """Show petals.

        Args:
            petals: one a competency.
            at: the code of the competency at hand.
        """
        self._petals, self._at = petals, at
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the flower and its words."""
        if not self._petals:
            return []
        room = self.app.size.height - len(self._petals) * 2 - BESIDES
        height = max(LEAST_HEIGHT, min(MOST_HEIGHT, room))
        across = min(width, MOST_HEIGHT * RATIO - 2)
        beside = width - across - GAP
        if beside < LEAST_TEXT:
            flower = marguerite(self._petals, width, height, self._at)
            words = twin(self._petals, width, self._at, briefly=True)
            return [*flower, Content(""), *words]
        height = max(LEAST_HEIGHT, min(MOST_HEIGHT, self.app.size.height - 3))
        flower = marguerite(self._petals, across, height, self._at)
        words = twin(self._petals, beside, self._at)
        blank = Content(" " * across)
        flower += [blank] * (len(words) - height)
        words += [Content("")] * (height - len(words))
        return [f + " " * GAP + w for f, w in zip(flower, words, strict=True)]


def twin(
    petals: Sequence[Petal], width: int, at: str, *, briefly: bool = False
) -> list[Content]:
    """Return the petals in words, then what the picture means.

    Args:
        petals: one a competency.
        width: cells a line.
        at: the code of the competency at hand.
        briefly: own positions by their letters.
    """
    lines: list[Content] = []
    for petal in petals:
        look = "bold reverse $primary" if petal.code == at else "bold $primary"
        mark = Content.styled(petal.code, look) + " "
        name = Content(petal.name).truncate(width - mark.cell_length, ellipsis=True)
        lines.append(mark + name)
        said = petal_words(petal, briefly=briefly)
        lines.extend(wrap(Content.styled(said, DIM), width))
    how = Content.styled(say("des.flower.how"), DIM)
    return [*lines, Content(""), *wrap(how, width)]
