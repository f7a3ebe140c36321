"""The correction: every option with its mark, its word and its reason."""

from textual.content import Content
from typing_extensions import override

from tutor.domain.prose import Text, plain
from tutor.locale import count, credit_text, no_break, say
from tutor.services.feedback import Feedback, OptionNote, PartNote, RowNote
from tutor.services.wording import links_text, missing_text, profession_lines
from tutor.tui.figures import verdict_mark
from tutor.tui.typeset import WIDEST, hang, styled, wrap
from tutor.tui.widgets.concordance_grid import SCALE, SHOWN
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.handed import handed_lines

NB = "\u00a0"
MARKS = {"right": "✓", "missed": "✓", "wrong": "✗", "left": " "}
STYLES = {
    "right": "$success",
    "missed": "$warning",
    "wrong": "$error",
    "left": "$quiet",
}


class FeedbackView(Drawn):
    """Draws what is said after an answer."""

    def __init__(self, feedback: Feedback) -> None:
        is_wide = feedback.question.kind == "relais"
        super().__init__(classes="-wide" if is_wide else "")
        self._feedback = feedback

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the correction: options or wording, then what follows from it."""
        feedback, available, width = self._feedback, width, min(width, WIDEST)
        lines = [*_verdict(feedback, width), Content("")]
        for note in feedback.options:
            lines.extend(_option(note, width))
        if feedback.question.kind == "qroc":
            lines.extend(_short(feedback, width))
        for row in feedback.rows:
            lines.extend(_row(row, width))
        for reason in feedback.reasons:
            lines.extend(
                hang(styled(reason.text), width, f"{SHOWN[reason.value + 2]} ", "   ")
            )
        if feedback.question.kind == "relais":
            lines.extend(handed_lines(feedback, available))
        lines.extend(_parts(feedback, width))
        lines.extend(_closing(feedback, width))
        return lines


def _option(note: OptionNote, width: int) -> list[Content]:
    """Draw one option, its word, and its reason below it."""
    style = STYLES[note.mark]
    tag = "" if note.mark == "left" else say(f"play.tag.{note.mark}")
    words = [
        word for word in (tag, note.gravity and say(f"play.tag.{note.gravity}")) if word
    ]
    first = Content.styled(f"{MARKS[note.mark]} {note.label}  ", f"bold {style}")
    text = styled(note.text, "bold" if note.mark != "left" else "")
    if words:
        text = text + Content.styled(f"  ← {no_break(', '.join(words))}", style)
    lines = hang(text, width, first, " " * first.cell_length)
    indent = " " * first.cell_length
    lines.extend(hang(styled(note.feedback, "$quiet"), width, indent, indent))
    return lines


def _short(feedback: Feedback, width: int) -> list[Content]:
    """Draw what was typed and what was expected."""
    right = feedback.verdict.is_right
    typed = Content.styled(
        f"{'✓' if right else '✗'} {say('play.typed', text=feedback.typed)}",
        "$success" if right else "$error",
    )
    lines = wrap(typed, width)
    if not right or feedback.verdict.self_marked:
        expected = say("play.expected", text=feedback.expected[0])
        lines.extend(wrap(Content.styled(expected, "$success"), width))
    return [*lines, *(wrap(styled(feedback.said), width) if feedback.said else [])]


def _row(note: RowNote, width: int) -> list[Content]:
    """Draw the panel's votes for one vignette, the learner's value marked."""
    lines = wrap(styled(note.row.hypothesis, "bold"), width)
    lines.extend(wrap(styled(note.row.news), width))
    scale = zip(SCALE, SHOWN, note.row.votes or (), strict=False)
    cells = [
        Content.styled(
            f"{'▸' if value == note.chosen else NB}{name.strip()}{NB}:{NB}{votes}{NB}",
            "reverse $primary" if value == note.chosen else "",
        )
        for value, name, votes in scale
    ]
    lines.extend(wrap(Content(" ").join(cells), width))
    for said in profession_lines(note.row):
        lines.extend(hang(Content.styled(said, "$quiet"), width, "  ", "  "))
    return [*lines, Content("")]


def _parts(feedback: Feedback, width: int) -> list[Content]:
    """Draw pairs or ranks."""
    kind = feedback.question.kind
    lines: list[Content] = []
    if kind == "relais":
        return lines
    if feedback.links is not None:
        lines += [*wrap(Content(links_text(feedback)), width), Content("")]
    for rank, part in enumerate(feedback.parts, 1):
        lines.extend(_part(kind, rank, part, width))
    return lines


def _part(kind: str, rank: int, note: PartNote, width: int) -> list[Content]:
    """Draw one pair or one rank."""
    style = "$success" if note.is_right else "$error"
    sign = "✓" if note.is_right else "✗"
    place = f" {rank}." if kind == "ordre" else ""
    first = Content.styled(f"{sign}{place} ", f"bold {style}")
    text = styled(note.text, "bold")
    if kind == "appariement":
        text = text + Content(" → ") + styled(note.expected)
    indent = " " * first.cell_length
    lines = hang(text, width, first, indent)
    if not note.is_right:
        said = say("play.typed.part", text=plain(note.answer))
        lines.extend(hang(Content.styled(said, style), width, indent, indent))
    return lines


def _verdict(feedback: Feedback, width: int) -> list[Content]:
    """Draw the credit, the certainty and what weighed."""
    verdict = feedback.verdict
    mark, style = verdict_mark(verdict.credit)
    words = [f"{mark} {_word(feedback)}", f"{credit_text(verdict.credit)} / 1"]
    if feedback.answer.certainty:
        words.append(say("play.certainty.name", n=feedback.answer.certainty))
    if verdict.discordances:
        words.append(count("play.discordances", verdict.discordances).rstrip("."))
    lines = wrap(Content.styled(no_break(" · ".join(words)), f"bold {style}"), width)
    for said, holds in (
        (say("play.unacceptable"), verdict.unacceptable),
        (missing_text(feedback), verdict.missing),
        (say("play.comes-back"), feedback.answer.is_sure_and_wrong),
    ):
        if holds:
            lines.extend(wrap(Content.styled(said, "$error"), width))
    return lines


def _word(feedback: Feedback) -> str:
    """Return the verdict in a word."""
    verdict = feedback.verdict
    if verdict.self_marked:
        return say("play.verdict.short.self")
    if feedback.question.kind == "tcs":
        return say("play.verdict.short.tcs")
    if verdict.is_right:
        return say("play.verdict.short.right")
    return say(f"play.verdict.short.{'partial' if verdict.credit else 'wrong'}")


def _closing(feedback: Feedback, width: int) -> list[Content]:
    """Draw misconceptions, explanation and source."""
    lines: list[Content] = []
    for belief in feedback.misconceptions:
        lines.append(Content(""))
        title = say("play.misconception", title=belief.title, code=belief.code)
        lines.extend(wrap(Content.styled(title, "$warning"), width))
        lines.extend(wrap(Content(no_break(belief.correction)), width))
    question = feedback.question
    if question.explanation:
        lines += [Content(""), *wrap(styled(question.explanation), width)]
    if question.source:
        lines += [Content(""), *_source(question.source, width)]
    return lines


def _source(source: Text, width: int) -> list[Content]:
    """Draw the source, dim."""
    style = "$quiet"
    return wrap(
        Content.styled(say("play.source", text=""), style) + styled(source, style),
        width,
    )
