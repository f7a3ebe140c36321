"""Plain mode: drive a run with lines in and lines out."""

from functools import partial

from tutor.assessment.grading import atoms_found
from tutor.cli.console import QUIT, SKIP, Console, Leaving
from tutor.cli.lines import line_of, lines_of, lines_of_reading
from tutor.cli.plain_cards import take_degree, take_names
from tutor.cli.plain_feedback import correction_lines, end_lines
from tutor.cli.plain_question import (
    help_lines,
    prompt_of,
    question_lines,
    row_lines,
)
from tutor.cli.plain_relay import corrected, read_text
from tutor.domain.course import Directory, Reflection, SelfRating
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Concordance, Question, Relay, ShortAnswer
from tutor.domain.response import Handed
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on
from tutor.services.responses import parse_response
from tutor.services.run import Run, reading_of
from tutor.services.stops import Stop
from tutor.services.summary import summary_of
from tutor.services.wording import kind_text, votes_text


class PlainRun:
    """One run at a console."""

    def __init__(self, desk: Desk, run: Run, console: Console) -> None:
        self._desk = desk
        self._run = run
        self._console = console
        self._texts: list[tuple[str, str]] = []
        """What was written and is not on the disk, with the block it was written for."""

    def play(self) -> None:
        """Go from where the run stands to its end, or until the person leaves.

        Raises:
            StoreError: an answer could not be saved.
        """
        self._console.tell(say(f"play.{_word_for(self._run)}", title=self._run.title))
        try:
            while not self._run.is_over:
                self._visit(self._run.stop)
            self._read(self._run.stop)
            self._run.pass_by()
            self._save()
            ending = end_lines(summary_of(self._run))
            for line in (*ending, *self._desk.closing(self._run)):
                self._console.tell(line)
        except (Leaving, KeyboardInterrupt, BrokenPipeError) as leaving:
            self._run.leave()
            self._save()
            if isinstance(leaving, BrokenPipeError):
                raise
            saved = not self._desk.is_read_only
            self._console.tell(say("play.left" if saved else "play.left.read-only"))
            if isinstance(leaving, KeyboardInterrupt):
                raise

    def _visit(self, stop: Stop) -> None:
        """Show a stop and take what it asks for."""
        self._read(stop)
        self._run.show()
        question = stop.question
        if self._desk.is_read_only:
            self._show_only(stop)
            self._run.pass_by()
        elif question is not None:
            self._show_question(question)
            self._take_answer(question)
        else:
            self._take_card(stop)
            self._run.pass_by()
            self._save()

    def _read(self, stop: Stop) -> None:
        """Print the text that leads to a stop."""
        for caution in self._desk.cautions(self._run, stop):
            self._console.tell(caution)
        reading = reading_of(self._run, stop)
        for part in reading:
            for line in lines_of_reading(part):
                self._console.tell(line)
        for line in self._desk.local_lines(self._run, stop):
            self._console.tell(line)
        if reading:
            self._console.tell()

    def _show_only(self, stop: Stop) -> None:
        """Print what is asked, without asking: the store is open elsewhere."""
        if stop.question is not None:
            self._show_question(stop.question)
        elif stop.task is not None:
            for line in lines_of(stop.task.stem):
                self._console.tell(line)
        self._console.tell(say("play.reading-only"))

    def _show_question(self, question: Question) -> None:
        """Print a question and its options."""
        total = len(self._run.questions)
        kind = kind_text(question)
        head = say("play.question", number=self._run.number, total=total)
        self._console.tell(f"{head} {kind[:1].upper()}{kind[1:]}.")
        for line in question_lines(question, self._run.order(question)):
            self._console.tell(line)

    def _take_answer(self, question: Question) -> None:
        """Read lines until one answers; then certainty, own mark, correction."""
        order = self._run.order(question)
        while self._run.need == "response":
            line = self._console.read(prompt_of(question, order))
            if not self._is_command(line):
                self._respond(question, line, order)
            elif line.strip() == SKIP:
                self._run.pass_by()
                self._save()
                self._console.tell(say("play.skipped"))
                return
        self._take_certainty()
        if self._run.need == "self_mark" and isinstance(question, ShortAnswer):
            self._take_own_mark(question)
        verdict = self._run.verdict()
        answer = self._run.settle()
        self._save()
        said = feedback_on(question, answer, verdict, order, self._desk.course)
        for text in correction_lines(said):
            self._console.tell(text)
        self._console.tell(say("play.saved"))
        self._console.tell()

    def _respond(self, question: Question, line: str, order: list[int]) -> None:
        """Give a response to the run; say why where it is not taken."""
        try:
            if isinstance(question, Relay):
                self._take_message(question, line)
            else:
                self._run.respond(parse_response(question, line, order))
        except WrongUseError as error:
            self._console.refuse(error)

    def _take_message(self, question: Relay, first: str) -> None:
        """Read a message, then what the learner corrects of what was found in it.

        The message counts once it is read: leaving before the correction keeps it.
        """
        text = read_text(first, self._console, partial(self._keep, question.id))
        if not text:
            raise WrongUseError("answers.empty-text")
        found = atoms_found(question, text)
        self._run.respond(Handed(atoms=found))
        atoms = corrected(question, found, self._console)
        self._run.respond(Handed(atoms=atoms))

    def _is_command(self, line: str) -> bool:
        """Do what a one-letter line asks; return whether it was one.

        Raises:
            Leaving: the line is `q`.
        """
        match line.strip():
            case "q":
                raise Leaving
            case "?":
                for said in help_lines(self._run.stop, self._desk.course):
                    self._console.tell(said)
            case "i":
                seen, text = self._run.hints_seen, self._run.hint()
                if text is None:
                    none = "play.hint.none" if seen else "play.hint.absent"
                    self._console.tell(say(none))
                else:
                    self._console.tell(say("play.hint", text=line_of(text)))
            case "p":
                return True
            case _:
                return False
        return True

    def _take_certainty(self) -> None:
        """Read 1, 2, 3 or an empty line."""
        while self._run.need == "certainty":
            match self._console.read(say("play.prompt.certainty")).strip():
                case "":
                    self._run.rate(None)
                case "1":
                    self._run.rate(1)
                case "2":
                    self._run.rate(2)
                case "3":
                    self._run.rate(3)
                case "q":
                    raise Leaving
                case _:
                    self._console.refuse(WrongUseError("answers.certainty"))

    def _take_own_mark(self, question: ShortAnswer) -> None:
        """Show what was expected, then read o or n (rules, 7)."""
        expected = " / ".join(question.accepted[:3])
        self._console.tell(say("play.expected", text=expected))
        self._console.tell(say("play.self.ask"))
        while self._run.need == "self_mark":
            match self._console.read(say("play.prompt.self")).strip().casefold():
                case "o" | "oui":
                    self._run.mark_self(right=True)
                case "n" | "non":
                    self._run.mark_self(right=False)
                case "q":
                    raise Leaving
                case _:
                    self._console.refuse(WrongUseError("answers.yes-no"))

    def _take_card(self, stop: Stop) -> None:
        """Take what a card that is never scored asks for."""
        task = stop.task
        if task is None:
            return
        self._console.tell(f"({say(f'play.kind.{_card_kind(task.kind)}')})")
        for line in lines_of(task.stem):
            self._console.tell(line)
        if isinstance(task, SelfRating):
            take_degree(self._desk, self._run, task, self._console)
        elif isinstance(task, Directory):
            take_names(self._desk, task, self._console)
        elif isinstance(task, Reflection | Concordance):
            self._take_note(task)

    def _take_note(self, task: Reflection | Concordance) -> None:
        """Read free text, then show what the author adds."""
        if isinstance(task, Concordance):
            for line in row_lines(task):
                self._console.tell(line)
        first = self._console.read(say("play.prompt.note"))
        if first.strip() == QUIT:
            raise Leaving
        if read_text(first, self._console, partial(self._keep, task.id)):
            self._save()
            self._console.tell(say("play.saved.note"))
        if isinstance(task, Concordance):
            self._show_undocumented(task)
        else:
            for lead in task.leads:
                self._console.tell(say("play.leads", text=line_of(lead)))

    def _show_undocumented(self, task: Concordance) -> None:
        """Print votes nobody vouches for, where there are any."""
        for row in task.rows:
            if row.votes:
                said = votes_text(row.votes)
                self._console.tell(say("play.panel.undocumented", votes=said))

    def _keep(self, subject: str, text: str) -> None:
        """Take a text to be put on the disk with the next answer, or on leaving."""
        self._texts.append((subject, text))

    def _save(self) -> None:
        """Put what was answered on the disk.

        Raises:
            StoreError: the disk refused; the one net of the command line says so.
        """
        if not self._desk.is_read_only:
            self._desk.save(self._run)
            while self._texts:
                self._desk.pen.note(*self._texts[0])
                self._texts.pop(0)


def _card_kind(kind: str) -> str:
    """Return the catalogue name of a card; a TCS without panel is a reflection."""
    return kind if kind in {"autoeval", "annuaire"} else "reflexion"


def _word_for(run: Run) -> str:
    """Return the catalogue name of a kind of run."""
    kind = run.started.kind
    return {"question": "one"}.get(kind, kind)
