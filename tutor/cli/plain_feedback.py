"""The correction, one thing a line."""

from tutor.cli.lines import line_of
from tutor.domain.prose import Text, plain
from tutor.domain.question import Vignette
from tutor.locale import count, credit_text, no_break, say
from tutor.services.feedback import Feedback

WHOLE = 1.0


def verdict_line(feedback: Feedback) -> str:
    """Return the first line of a correction: a word and the credit."""
    verdict = feedback.verdict
    credit = credit_text(verdict.credit)
    if feedback.question.kind == "tcs":
        return say("play.verdict.tcs", credit=credit)
    if verdict.self_marked:
        return say("play.verdict.self", credit=credit)
    if verdict.credit >= WHOLE:
        return say("play.verdict.right", credit=credit)
    word = "partial" if verdict.credit > 0 else "wrong"
    return say(f"play.verdict.{word}", credit=credit)


def correction_lines(feedback: Feedback) -> list[str]:
    """Return everything said after an answer.

    Args:
        feedback: what the services say of it.
    """
    verdict = feedback.verdict
    lines = [verdict_line(feedback)]
    if verdict.discordances:
        lines.append(count("play.discordances", verdict.discordances))
    if verdict.unacceptable:
        lines.append(say("play.unacceptable"))
    if verdict.missing:
        lines.append(say("play.missing"))
    lines.extend(_option_lines(feedback))
    lines.extend(_short_lines(feedback))
    lines.extend(panel_line(note.row) for note in feedback.rows)
    lines.extend(part_lines(feedback))
    lines.extend(line_of(reason.text) for reason in feedback.reasons)
    lines.extend(_closing_lines(feedback))
    return lines


def panel_line(row: Vignette) -> str:
    """Return the votes of a panel for one row of a TCS."""
    pairs = zip(("−2", "−1", "0", "+1", "+2"), row.votes or (), strict=False)
    votes = ", ".join(no_break(f"{value} : {n}") for value, n in pairs)
    return say("play.panel", votes=votes)


def _option_lines(feedback: Feedback) -> list[str]:
    """Say something of each option."""
    lines = []
    for note in feedback.options:
        said = line_of(note.feedback)
        line = say(f"play.mark.{note.mark}", label=note.label, feedback=said)
        if note.gravity:
            line = f"{line} ({say(f'play.tag.{note.gravity}')})"
        lines.append(line)
    return lines


def _short_lines(feedback: Feedback) -> list[str]:
    """Say what was expected of a QROC."""
    if feedback.question.kind != "qroc":
        return []
    lines = [_labelled("play.typed", feedback.typed)]
    lines.append(_labelled("play.expected", feedback.expected[0]))
    if feedback.said:
        lines.append(line_of(feedback.said))
    return lines


def part_lines(feedback: Feedback) -> list[str]:
    """Return one line a pair, a rank or a piece of information."""
    names = {"appariement": "part", "ordre": "rank", "relais": "atom"}
    name = names.get(feedback.question.kind, "")
    lines = []
    for rank, note in enumerate(feedback.parts, 1):
        word = "right" if note.is_right else "wrong"
        texts = {
            "text": line_of(note.text),
            "answer": line_of(note.answer),
            "expected": line_of(note.expected),
            "feedback": line_of(note.feedback),
        }
        line = say(f"play.{name}.{word}", rank=rank, **texts).strip()
        if note.is_indispensable and not note.is_right:
            line = f"{line} ({say('play.tag.indispensable')})"
        lines.append(line)
    return lines


def _closing_lines(feedback: Feedback) -> list[str]:
    """Name misconceptions, explain, cite, and say what comes back."""
    lines = []
    for belief in feedback.misconceptions:
        said = {"title": belief.title, "code": belief.code}
        lines.append(say("play.misconception", **said))
        lines.append(no_break(belief.correction))
    question = feedback.question
    for name, text in (
        ("explanation", question.explanation),
        ("source", question.source),
    ):
        if text:
            lines.append(_labelled(f"play.{name}", text))
    if feedback.answer.is_sure_and_wrong:
        lines.append(say("play.comes-back"))
    return lines


def _labelled(message_id: str, text: Text | str) -> str:
    """Fill a text into its label."""
    return say(message_id, text=text if isinstance(text, str) else plain(text))
