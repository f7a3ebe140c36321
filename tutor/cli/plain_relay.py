"""A hand-over message in plain lines: write, see what was found, correct."""

import re
from typing import NamedTuple

from tutor.assessment.grading import atoms_found
from tutor.cli.console import Console
from tutor.cli.lines import line_of
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Relay
from tutor.domain.response import Handed
from tutor.locale import say

_SPLIT = re.compile(r"[\s,;]+")


class Message(NamedTuple):
    """What was written, and the information it carries."""

    text: str
    handed: Handed


def take_message(question: Relay, first: str, console: Console) -> Message:
    """Return a message and the information it carries, as the learner corrects it.

    Args:
        question: the relais.
        first: the first line of the message; it ends with a single full stop.
        console: reads the rest, and the correction.

    Raises:
        Leaving: the input ended in the middle.
        WrongUseError: the message is empty.
    """
    lines = [first]
    while lines[-1].strip() != ".":
        lines.append(console.read(""))
    message = "\n".join(lines[:-1]).strip()
    if not message:
        raise WrongUseError("answers.empty-text")
    found = atoms_found(question, message)
    for number, atom in enumerate(question.atoms, 1):
        name = "found" if number - 1 in found else "not-found"
        console.tell(say(f"play.atom.{name}", number=number, text=line_of(atom.text)))
    return Message(message, Handed(atoms=_corrected(question, found, console)))


def _corrected(
    question: Relay, found: frozenset[int], console: Console
) -> frozenset[int]:
    """Let the learner turn what the words missed or mistook."""
    known = {str(number + 1): number for number in range(len(question.atoms))}
    while True:
        words = _SPLIT.split(console.read(say("play.prompt.atoms")).strip())
        turned = {word for word in words if word}
        if turned <= known.keys():
            return found ^ frozenset(known[word] for word in turned)
        console.refuse(WrongUseError("answers.scale", most=len(known)))
