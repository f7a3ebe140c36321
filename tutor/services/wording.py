"""Sentences both faces say of a question."""

from collections.abc import Sequence

from tutor.domain.problem import Problem
from tutor.domain.question import Choice, Question, ShortAnswer
from tutor.locale import count, no_break, say


def left_out_text(left_out: Sequence[Problem]) -> str:
    """Return what a file lost, line by line, or nothing where it lost nothing.

    Args:
        left_out: the slips that cost it a block.
    """
    if not left_out:
        return ""
    slips = [
        f"{say('play.line', line=slip.line)}, {say(f'check.{slip.code}', **slip.values)}"
        for slip in left_out
    ]
    listed = no_break(" ; ".join(slip.rstrip(".") for slip in slips))
    return count("play.left-out", len(slips), list=listed)


def kind_text(question: Question) -> str:
    """Return what is expected of the learner, in words."""
    if isinstance(question, Choice):
        return say(f"play.kind.{question.kind}", n=len(question.expected))
    if isinstance(question, ShortAnswer) and question.most_words:
        return say("play.kind.qroc.words", n=question.most_words)
    return say(f"play.kind.{question.kind}")
