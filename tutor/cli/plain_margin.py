"""Beside a run in plain mode: what seems wrong, what was passed, what is kept."""

from tutor.cli.console import NO, YES, Console, Leaving
from tutor.cli.plain_words import agreed
from tutor.domain.errors import TutorError, WrongUseError
from tutor.locale import count, say
from tutor.services.desk import Desk
from tutor.services.disputes import dispute, last_answer
from tutor.services.identity_context import names_somebody_else
from tutor.services.recap import can_recap, keep_recap
from tutor.services.returning import skipped
from tutor.services.run import Run

OBJECTION = "!"
"""Begins a line against the question corrected last."""
KEEP = "k"


def take_objection(desk: Desk, run: Run, line: str, console: Console) -> None:
    """Keep what a line says against the question corrected last.

    Args:
        desk: the person's desk.
        run: the run.
        line: an exclamation mark, then the words; alone, the words are asked for.
        console: where lines come from and go to.

    Raises:
        Leaving: the input ended.
        StoreError: the disk refused.
    """
    answer = last_answer(run)
    if answer is None:
        console.tell(say("reading.dispute.first"))
        return
    text = line.strip().removeprefix(OBJECTION).strip()
    text = text or console.read_as_typed(say("reading.dispute.prompt")).strip()
    kept: str | None = text
    try:
        if names_somebody_else(text, run):
            kept = agreed(text, console)
    finally:
        if kept:
            dispute(desk, answer, kept, desk.chance)
    if kept:
        console.tell(say("reading.dispute.saved"))


def wants_back(run: Run, console: Console) -> bool:
    """Return whether the person takes up the questions passed, if there are any.

    Args:
        run: a run at its end.
        console: where lines come from and go to.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    passed = len(skipped(run))
    while passed:
        prompt, about = count("reading.back.prompt", passed), say("plain.help.back")
        line = console.read(prompt, about).strip().casefold()
        match line:
            case word if word in YES:
                return True
            case word if word in NO or not word:
                return False
            case "q":
                raise Leaving
            case _:
                console.refuse(WrongUseError("answers.yes-no"))
    return False


def last_words(desk: Desk, run: Run, console: Console) -> None:
    """After the sum, keep the recap or an objection until an empty line.

    Args:
        desk: the person's desk.
        run: a run that has ended.
        console: where lines come from and go to.

    Raises:
        StoreError: the disk refused.
    """
    if desk.is_read_only or not run.given:
        return
    prompt = "reading.recap.prompt" if can_recap(run) else "reading.dispute.last"
    while True:
        try:
            asked = say(prompt)
            line = console.read_if_any(asked, asked).strip()
            if line.startswith(OBJECTION):
                take_objection(desk, run, line, console)
            elif line.casefold() == KEEP and can_recap(run):
                _keep(desk, run, console)
            else:
                return
        except Leaving:
            return


def _keep(desk: Desk, run: Run, console: Console) -> None:
    """Write the recap in a file, and say where; a disk that refuses is said too."""
    target = run.started.path or run.started.target
    try:
        kept = keep_recap(desk, target)
    except TutorError as error:
        console.refuse(error)
    else:
        console.tell(say(f"reading.recap.{kept.word}", path=kept.path))
