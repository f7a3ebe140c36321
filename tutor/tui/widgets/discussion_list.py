"""The foot of the DES view: what to talk over, and what one's certainty is worth."""

from collections.abc import Sequence

from textual.content import Content
from typing_extensions import override

from tutor.assessment.certainty import Calibration
from tutor.locale import no_break, say
from tutor.services.discussion import Talk, calibration_lines, topic_text
from tutor.tui.typeset import hang, wrap
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.item_list import DIM, WIDEST


class DiscussionList(Drawn):
    """Shows the items to talk over by kind of trace, then the calibration."""

    def __init__(self) -> None:
        super().__init__()
        self._talks: Sequence[Talk] = ()
        self._calibration: Calibration | None = None

    def show(self, talks: Sequence[Talk], calibration: Calibration | None) -> None:
        """Show other topics.

        Args:
            talks: by kind of trace.
            calibration: how certainty and credit agree, where enough answers tell.
        """
        self._talks, self._calibration = talks, calibration
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return both parts."""
        width = min(width, WIDEST)
        lines = [_head(say("des.discuss"), width)]
        for talk in self._talks:
            lines.extend(wrap(Content.styled(no_break(talk.trace), "bold"), width))
            for topic in talk.topics:
                said = Content(topic_text(topic))
                lines.extend(hang(said, width, Content.styled("• ", "$primary"), "  "))
        if not self._talks:
            lines.extend(wrap(Content.styled(say("des.discuss.none"), DIM), width))
        lines += [Content(""), _head(say("des.certainty"), width)]
        for line in calibration_lines(self._calibration):
            lines.extend(wrap(Content(line), width))
        return lines


def _head(title: str, width: int) -> Content:
    """Return the title of a part, with a thin rule."""
    rule = "─" * max(0, width - len(title) - 1)
    return Content.assemble((f"{title} ", "bold"), (rule, "$rule"))
