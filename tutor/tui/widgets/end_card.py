"""The end of a run: points, what to look at again."""

from collections.abc import Sequence

from textual.content import Content
from typing_extensions import override

from tutor.domain.prose import Paragraph, plain
from tutor.domain.question import Question
from tutor.locale import credit_text, no_break, say
from tutor.services.summary import Summary
from tutor.tui.figures import verdict_mark
from tutor.tui.typeset import WIDEST, hang, wrap
from tutor.tui.widgets.drawn import Drawn


class EndCard(Drawn):
    """Draws the sum of a run."""

    def __init__(self, summary: Summary, more: Sequence[str] = ()) -> None:
        super().__init__()
        self._more = more
        self._summary = summary

    @override
    def lines(self, width: int) -> list[Content]:
        """Return title, points, one line a question, and what was sure and wrong."""
        summary, width = self._summary, min(width, WIDEST)
        lines = wrap(
            Content.styled(say("play.end", title=summary.title), "bold"), width
        )
        if summary.asked:
            lines += [Content(""), *wrap(Content(_points(summary)), width)]
        if summary.kind == "dossier" and summary.mean is not None:
            mean = say("play.end.mean", mean=credit_text(summary.mean))
            lines.extend(wrap(Content(mean), width))
        lines.append(Content(""))
        for question, answer in summary.answers:
            sign, style = verdict_mark(answer.credit)
            mark = Content.styled(f"{sign} {credit_text(answer.credit):<5}", style)
            lines.extend(hang(Content(_start(question, width)), width, mark, " " * 7))
        if summary.sure_and_wrong:
            sure = Content.styled(say("play.end.sure"), "$error")
            lines += [Content(""), *wrap(sure, width)]
            for question in summary.sure_and_wrong:
                lines.extend(hang(Content(_start(question, width)), width, "• ", "  "))
        if self._more:
            lines.append(Content(""))
            for said in self._more:
                lines.extend(wrap(Content(no_break(said)), width))
        lines += [Content(""), *wrap(Content(say("play.end.keys")), width)]
        return lines


def _points(summary: Summary) -> str:
    """Return the points of a run, in a sentence."""
    if not summary.answered:
        return say("play.end.sum.none")
    return say(
        "play.end.sum",
        earned=credit_text(summary.earned),
        possible=credit_text(summary.possible),
        answered=summary.answered,
        asked=summary.asked,
    )


def _start(question: Question, width: int) -> str:
    """Return the last sentence of a stem, on one line: what was asked."""
    paragraphs = [b for b in question.stem if isinstance(b, Paragraph)]
    text = plain(paragraphs[-1].text) if paragraphs else question.id
    room = max(20, width - 9)
    return no_break(text if len(text) <= room else text[: room - 1] + "…")
