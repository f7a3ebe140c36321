"""Before words are kept in plain mode: what could identify somebody is shown masked."""

from collections.abc import Callable

from tutor.cli.console import QUIT, YES, Console, Leaving
from tutor.cli.plain_relay import read_text
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Relay
from tutor.locale import say
from tutor.services.identity_context import names_somebody_else
from tutor.services.identity_guard import is_too_long, lengths, masked
from tutor.services.messages import keep_draft
from tutor.services.run import Run

Keep = Callable[[str], None]


def read_note(console: Console, keep: Keep, run: Run) -> str:
    """Read a note until one may be kept; return what was kept, empty for none.

    Args:
        console: where lines come from and go to.
        keep: takes what is kept: what the person chose or, where they leave before,
            their own words.
        run: where it is written; the people its texts name are made up.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    kept: str | None = None
    draft = ""

    def hold(text: str) -> None:
        nonlocal draft
        draft = text

    try:
        while kept is None:
            first = console.read(say("play.prompt.note"), say("plain.help.note"))
            if first.strip() == QUIT:
                raise Leaving
            text = read_text(first, console, hold)
            if is_too_long(text):
                keep(text)
                draft = ""
                refuse_length(text, console)
                continue
            kept = agreed(text, console) if names_somebody_else(text, run) else text
            if kept is None:
                console.tell(say("identity.again"))
    finally:
        words = draft if kept is None else kept
        if words:
            keep(words)
    return kept


def note_in_a_line(text: str, console: Console, keep: Keep, run: Run) -> str:
    """Keep a note that was typed on one line; return what was kept, empty for none.

    Args:
        text: the note.
        console: shows the masked version and reads the choice.
        keep: takes what is kept, or the person's own words where they leave before.
        run: where it is written.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    kept: str | None = text
    if is_too_long(text):
        refuse_length(text, console)
    else:
        try:
            if names_somebody_else(text, run):
                kept = agreed(text, console)
        except BaseException:
            keep(text)
            raise
    if kept is None:
        console.tell(say("identity.again"))
        return ""
    keep(kept)
    return kept


def kept_message(question: Relay, run: Run, text: str, console: Console) -> str | None:
    """Return what is to be kept of a message, or None where it is to be gone on with.

    Args:
        question: the relais.
        run: keeps the words as a draft where they are not sent.
        text: the whole message.
        console: shows the masked version and reads the choice.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    kept = None
    if is_too_long(text):
        refuse_length(text, console)
    else:
        kept = agreed(text, console) if names_somebody_else(text, run) else text
        if kept is None:
            console.tell(say("identity.again.relay"))
    if kept is None:
        keep_draft(run, question.id, text)
    return kept


def agreed(text: str, console: Console) -> str | None:
    """Return what is to be kept of a text, or None where it is to be written again.

    Args:
        text: what was written; something in it could identify somebody.
        console: shows the masked version and reads the choice.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    safe = masked(text)
    console.tell(say("identity.why"))
    console.tell(say("identity.shown", text=safe))
    while True:
        match console.read_as_typed(say("identity.prompt")).strip().casefold():
            case "":
                return safe
            case "m":
                return None
            case word if word in YES:
                return text
            case "q":
                raise Leaving
            case _:
                console.refuse(WrongUseError("identity.answer"))


def refuse_length(text: str, console: Console) -> None:
    """Say that a text is too long to be kept as it is.

    Args:
        text: what was written.
        console: says so on stderr.
    """
    said = lengths(len(text))
    console.refuse(WrongUseError("identity.too-long.plain", **said))
