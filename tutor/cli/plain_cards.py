"""Cards that are never scored, as lines: a scale, a directory to fill."""

from tutor.cli.console import QUIT, SKIP, Console, Leaving
from tutor.cli.lines import line_of
from tutor.domain.course import Directory, LocalField, SelfRating
from tutor.domain.errors import WrongUseError
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.local_names import cleaned
from tutor.services.run import Run
from tutor.services.survey import kept_word

CLEAR = "-"


def take_degree(desk: Desk, run: Run, task: SelfRating, console: Console) -> None:
    """Show a scale and read a degree of it, or an empty line to pass.

    Args:
        desk: keeps the degree.
        run: the run the scale stands in.
        task: the scale.
        console: where lines come from and go to.

    Raises:
        Leaving: the line is `q`.
        StoreError: the disk refused.
    """
    for number, degree in enumerate(task.scale, 1):
        console.tell(f"{number}. {line_of(degree)}")
    most = len(task.scale)
    while True:
        prompt, about = say("play.prompt.scale", most=most), say("plain.help.scale")
        line = console.read(prompt, about).strip()
        if line == QUIT:
            raise Leaving
        if line in {"", SKIP}:
            break
        if line.isdecimal() and 1 <= int(line) <= most:
            if desk.pen.keeps(run, task):
                desk.pen.rate(run, task, int(line))
                console.tell(say(kept_word(run)))
            break
        console.refuse(WrongUseError("answers.scale", most=most))
    if task.proof:
        console.tell(say("play.proof", text=line_of(task.proof)))


def take_names(desk: Desk, card: Directory, console: Console) -> None:
    """Read one line a field; each is kept at once.

    Args:
        desk: keeps the names.
        card: the directory.
        console: where lines come from and go to.

    Raises:
        Leaving: the line is `q`.
        StoreError: the disk refused.
    """
    known = desk.record.local()
    for field in card.fields:
        prompt = _prompt(field, known.get(field.key, ""), console)
        line = console.read(prompt, say("plain.help.names")).strip()
        if line == QUIT:
            raise Leaving
        if line == SKIP:
            break
        if line:
            desk.pen.name_locally({field.key: "" if line == CLEAR else cleaned(line)})
    console.tell(say("play.local.saved"))


def _prompt(field: LocalField, text: str, console: Console) -> str:
    """Say what a field holds and what helps to fill it; return its prompt."""
    label = line_of(field.label)
    if text:
        console.tell(say("play.local.filled", label=label, text=text))
    elif field.help:
        console.tell(line_of(field.help))
    return say("play.local.prompt", label=label)
