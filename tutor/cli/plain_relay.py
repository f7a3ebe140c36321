"""Texts of several lines in plain mode: write a message, correct what was found."""

import re
from collections.abc import Callable

from tutor.cli.console import HELP, QUIT, Console, Leaving
from tutor.cli.lines import line_of
from tutor.cli.plain_cards import CLEAR
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Question, Relay
from tutor.locale import say
from tutor.services.messages import draft_of, keep_draft
from tutor.services.run import Run

STOP = "."
"""Alone on a line, it ends a text (rules, 17)."""
_SPLIT = re.compile(r"[\s,;]+")


def read_text(first: str, console: Console, keep: Callable[[str], None]) -> str:
    """Return a text that ends with a line holding a single full stop.

    Args:
        first: its first line, read already.
        console: reads the rest.
        keep: takes the text, if there is any, even where the input ends in the middle.

    Raises:
        Leaving: the input ended in the middle.
    """
    lines = [first]
    try:
        while lines[-1].strip() != STOP:
            lines.append(console.read_as_typed(""))
    finally:
        ended = lines[-1].strip() == STOP
        text = "\n".join(lines[:-1] if ended else lines).strip()
        if text:
            keep(text)
    return text


def draft_lines(question: Question, run: Run) -> list[str]:
    """Return the message begun at a relais, under a line that says so, if there is one.

    Args:
        question: what is asked.
        run: keeps the draft.
    """
    draft = draft_of(run, question.id)
    return [say("relay.draft.back"), *draft.split("\n")] if draft else []


def draft_prompt(question: Question, run: Run) -> str:
    """Return the prompt where a message is gone on with; empty where there is none.

    Args:
        question: what is asked.
        run: keeps the draft.
    """
    return say("relay.draft.prompt") if draft_of(run, question.id) else ""


def drops_draft(question: Relay, run: Run, first: str) -> bool:
    """Return whether a line asks to begin the message anew; its draft is then gone.

    Args:
        question: the relais.
        run: keeps the draft.
        first: the line.
    """
    drops = first.strip() == CLEAR and bool(draft_of(run, question.id))
    if drops:
        keep_draft(run, question.id, "")
    return drops


def read_message(question: Relay, run: Run, first: str, console: Console) -> str:
    """Return a message: its draft, if any, and what is written after it.

    Args:
        question: the relais.
        run: keeps the words for the next time, until the message has ended.
        first: the first line after the draft, read already.
        console: reads the rest.

    Raises:
        Leaving: the input ended in the middle.
    """
    begun = draft_of(run, question.id)

    def whole(text: str) -> str:
        return "\n".join(filter(None, [begun, text]))

    added = read_text(
        first, console, lambda text: keep_draft(run, question.id, whole(text))
    )
    keep_draft(run, question.id, "")
    return whole(added)


def corrected(
    question: Relay, found: frozenset[int], console: Console
) -> frozenset[int]:
    """Show what was found in a message; let the learner turn what words mistook.

    Args:
        question: the relais.
        found: the atoms whose words stand in the message.
        console: shows them and reads numbers.

    Raises:
        Leaving: the learner left, or the input ended.
    """
    for number, atom in enumerate(question.atoms):
        said = {"number": number + 1, "text": line_of(atom.text)}
        known = number in found
        console.tell(say("play.atom.found" if known else "play.atom.missed", **said))
    numbers = {str(number + 1): number for number in range(len(question.atoms))}
    while True:
        line = console.read(say("play.prompt.atoms")).strip()
        turned = {word for word in _SPLIT.split(line) if word}
        if line == QUIT:
            raise Leaving
        if line == HELP:
            console.tell(say("play.help.atoms"))
        elif turned <= numbers.keys():
            return found ^ frozenset(numbers[word] for word in turned)
        else:
            console.refuse(WrongUseError("answers.scale", most=len(numbers)))
