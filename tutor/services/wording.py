"""Sentences both faces say of a question."""

from tutor.domain.question import Choice, Question, ShortAnswer
from tutor.locale import say


def kind_text(question: Question) -> str:
    """Return what is expected of the learner, in words."""
    if isinstance(question, Choice):
        return say(f"play.kind.{question.kind}", n=len(question.expected))
    if isinstance(question, ShortAnswer) and question.most_words:
        return say("play.kind.qroc.words", n=question.most_words)
    return say(f"play.kind.{question.kind}")
