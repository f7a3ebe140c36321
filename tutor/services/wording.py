"""Sentences both faces say of a question."""

from collections.abc import Sequence

from tutor.domain.course import Callout, Passage
from tutor.domain.problem import Problem
from tutor.domain.question import (
    Choice,
    Question,
    Relay,
    ShortAnswer,
    Vignette,
    Votes,
)
from tutor.locale import count, listed, named, no_break, say
from tutor.services.feedback import Feedback

SHOWN_SCALE = ("−2", "−1", "0", "+1", "+2")


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
    said = no_break(listed(slip.rstrip(".") for slip in slips))
    return count("play.left-out", len(slips), list=said)


def callout_word(part: Callout, before: Passage | Callout | None) -> str:
    """Return the word above a callout; the scenes of a message have one together.

    Args:
        part: the callout.
        before: what stands above it, if anything.
    """
    if not _is_scene(part):
        return say(f"play.callout.{part.kind}")
    return "" if _is_scene(before) else say("relay.scene")


def _is_scene(part: Passage | Callout | None) -> bool:
    """Return whether a part tells what follows from a message."""
    return isinstance(part, Callout) and part.kind == "note" and part.depends


def votes_text(votes: Votes) -> str:
    """Return how a panel voted, value by value."""
    pairs = zip(SHOWN_SCALE, votes, strict=True)
    return ", ".join(named(value, n) for value, n in pairs)


def profession_lines(row: Vignette) -> list[str]:
    """Return how each profession voted, and whether they pull apart.

    Args:
        row: a vignette; without votes by profession there is nothing to say.
    """
    lines = [
        say(
            "play.panel.profession",
            profession=each.profession,
            votes=votes_text(each.votes),
        )
        for each in row.by_profession
    ]
    leanings = {_leaning(each.votes) for each in row.by_profession}
    if {-1, 1} <= leanings:
        lines.append(say("play.panel.apart"))
    return lines


def _leaning(votes: Votes) -> int:
    """Return the side most of a profession is on: −1, 0 or 1."""
    against, for_it = votes[0] + votes[1], votes[3] + votes[4]
    return (for_it > against) - (for_it < against)


def kind_text(question: Question) -> str:
    """Return what is expected of the learner, in words."""
    if isinstance(question, Choice):
        return say(f"play.kind.{question.kind}", n=len(question.expected))
    if isinstance(question, ShortAnswer) and question.most_words:
        return say("play.kind.qroc.words", n=question.most_words)
    return say(f"play.kind.{question.kind}")


def links_text(feedback: Feedback) -> str:
    """Return how many things of an ordre stand right after the one they follow."""
    total = len(feedback.parts) - 1
    return count("play.links", feedback.links or 0, total=total)


def missing_text(feedback: Feedback) -> str:
    """Return why a question is worth nothing: what nobody may leave out is missing."""
    if isinstance(feedback.question, Relay):
        return say("play.missing.atom")
    return say("play.missing")
