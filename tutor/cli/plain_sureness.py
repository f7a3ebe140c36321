"""What follows a response in plain mode: how sure one is, one's own mark of a QROC."""

from tutor.cli.console import NO, QUIT, YES, Console, Leaving
from tutor.domain.errors import WrongUseError
from tutor.domain.question import ShortAnswer
from tutor.locale import listed, say
from tutor.services.run import Run


def take_certainty(run: Run, console: Console) -> None:
    """Read 1, 2, 3 or an empty line, where certainty is asked for.

    Args:
        run: the run.
        console: where lines come from and go to.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    while run.need == "certainty":
        about = say("plain.help.certainty")
        match console.read(say("play.prompt.certainty"), about).strip():
            case "":
                run.rate(None)
            case "1":
                run.rate(1)
            case "2":
                run.rate(2)
            case "3":
                run.rate(3)
            case "q":
                raise Leaving
            case _:
                console.refuse(WrongUseError("answers.certainty"))


def take_own_mark(run: Run, question: ShortAnswer, console: Console) -> None:
    """Show what was expected, then read yes or no (rules, 7).

    Args:
        run: the run.
        question: the question nobody foresaw the answer to.
        console: where lines come from and go to.

    Raises:
        Leaving: the line is `q`, or the input ended.
    """
    expected = listed(question.accepted[:3])
    console.tell(say("play.expected", text=expected))
    console.tell(say("play.self.ask"))
    while run.need == "self_mark":
        about = say("plain.help.self")
        match console.read(say("play.prompt.self"), about).strip().casefold():
            case word if word in YES:
                run.mark_self(right=True)
            case word if word in NO:
                run.mark_self(right=False)
            case word if word == QUIT:
                raise Leaving
            case _:
                console.refuse(WrongUseError("answers.yes-no"))
