"""The correction, one thing a line."""

from tutor.cli.lines import line_of, lines_of
from tutor.domain.prose import Text, plain
from tutor.domain.question import Vignette
from tutor.locale import count, credit_text, no_break, say
from tutor.services.feedback import Feedback, PartNote
from tutor.services.summary import Summary
from tutor.services.wording import (
    links_text,
    missing_text,
    profession_lines,
    votes_text,
)

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
        lines.append(missing_text(feedback))
    lines.extend(_option_lines(feedback))
    lines.extend(_short_lines(feedback))
    for note in feedback.rows:
        lines.extend([panel_line(note.row), *profession_lines(note.row)])
    lines.extend(part_lines(feedback))
    lines.extend(line_of(reason.text) for reason in feedback.reasons)
    lines.extend(_closing_lines(feedback))
    return lines


def panel_line(row: Vignette) -> str:
    """Return the votes of a panel for one row of a TCS."""
    return say("play.panel", votes=votes_text(row.votes) if row.votes else "")


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
    lines = [links_text(feedback)] if feedback.links is not None else []
    for rank, note in enumerate(feedback.parts, 1):
        match feedback.question.kind:
            case "appariement":
                lines.append(_pair_line(note))
            case "ordre":
                lines.append(_rank_line(rank, note))
            case _:
                lines.append(_atom_line(note))
    return lines


def _pair_line(note: PartNote) -> str:
    """Say what goes with a left side."""
    said = {"text": _bare(note.text), "answer": _bare(note.answer)}
    if note.is_right:
        return say("play.pair.right", **said)
    return say("play.pair.wrong", expected=_bare(note.expected), **said)


def _rank_line(rank: int, note: PartNote) -> str:
    """Say what belongs at a rank."""
    text = _bare(note.text)
    if note.is_right:
        return say("play.rank.right", rank=rank, text=text)
    return say("play.rank.wrong", rank=rank, text=text, answer=_bare(note.answer))


def _atom_line(note: PartNote) -> str:
    """Say whether a piece of information arrived, and what its absence costs."""
    text = _bare(note.text)
    if note.is_right:
        return say("play.received", text=text)
    grave = note.is_indispensable
    line = say("play.lost.gravely" if grave else "play.lost", text=text)
    return f"{line} {line_of(note.feedback)}".strip()


def _bare(text: Text) -> str:
    """Return a text as part of a sentence, without a full stop of its own."""
    said = line_of(text)
    return said if said.endswith("...") else said.removesuffix(".")


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


def end_lines(summary: Summary) -> list[str]:
    """Return what is said at the end of a run.

    Args:
        summary: the run, summed up.
    """
    lines = [say("play.end", title=summary.title)]
    if summary.answered:
        earned = credit_text(summary.earned)
        points = {"earned": earned, "possible": credit_text(summary.possible)}
        counts = {"answered": summary.answered, "asked": summary.asked}
        lines.append(say("play.end.sum", **points, **counts))
    elif summary.asked:
        lines.append(say("play.end.sum.none"))
    if summary.kind == "dossier" and summary.mean is not None:
        lines.append(say("play.end.mean", mean=credit_text(summary.mean)))
    if summary.sure_and_wrong:
        lines.append(say("play.end.sure"))
    stems = (lines_of(question.stem) for question in summary.sure_and_wrong)
    return [*lines, *(f"- {no_break(' '.join(stem))}" for stem in stems)]
