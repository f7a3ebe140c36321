"""Plain mode: drive a run with lines in and lines out."""

from functools import partial

from tutor.assessment.grading import atoms_found
from tutor.cli.console import SKIP, Console, Leaving
from tutor.cli.lines import line_of, lines_of
from tutor.cli.plain_asides import Asides, Holder, words_lines
from tutor.cli.plain_cards import take_degree, take_names
from tutor.cli.plain_feedback import correction_lines, end_lines
from tutor.cli.plain_margin import OBJECTION, last_words, take_objection, wants_back
from tutor.cli.plain_place import noted_lines, reading_lines
from tutor.cli.plain_question import (
    help_lines,
    prompt_of,
    question_lines,
    row_lines,
    undocumented_lines,
)
from tutor.cli.plain_relay import (
    corrected,
    draft_lines,
    draft_prompt,
    drops_draft,
    read_message,
)
from tutor.cli.plain_sureness import take_certainty, take_own_mark
from tutor.cli.plain_words import kept_message, read_note
from tutor.domain.course import Directory, Reflection, SelfRating
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Concordance, Question, Relay, ShortAnswer
from tutor.domain.response import Handed
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on
from tutor.services.redo import done_before
from tutor.services.responses import parse_response
from tutor.services.returning import take_back
from tutor.services.run import Run, reading_of
from tutor.services.stops import Stop
from tutor.services.summary import summary_of
from tutor.services.wording import kind_text


class PlainRun:
    """One run at a console."""

    def __init__(self, desk: Desk, run: Run, console: Console) -> None:
        self._desk = desk
        self._run = run
        self._console = console
        self._texts: list[tuple[str, str, str | None]] = []
        """What was written and is not on the disk: its block, its words and, for a
        message, its run."""
        self._asides = Asides(
            Holder(desk, run, console, self._keep, self._save, self._show_again)
        )

    def play(self) -> None:
        """Go from where the run stands to its end, or until the person leaves.

        Raises:
            StoreError: an answer could not be saved.
        """
        self._console.tell(say(f"play.{_word_for(self._run)}", title=self._run.title))
        before, self._console.aside = self._console.aside, self._asides
        try:
            self._walk()
            self._read(self._run.stop)
            if not self._desk.is_read_only and wants_back(self._run, self._console):
                take_back(self._run)
                self._walk()
            self._run.pass_by()
            self._save()
            ending = end_lines(summary_of(self._run))
            for line in (*ending, *self._desk.closing(self._run)):
                self._console.tell(line)
            last_words(self._desk, self._run, self._console)
        except (Leaving, KeyboardInterrupt, BrokenPipeError) as leaving:
            self._run.leave()
            self._save()
            if isinstance(leaving, BrokenPipeError):
                raise
            saved = not self._desk.is_read_only
            self._console.tell(say("play.left" if saved else "play.left.read-only"))
            if isinstance(leaving, KeyboardInterrupt):
                raise
        finally:
            self._console.aside = before

    def _walk(self) -> None:
        """Go through what is left to do."""
        while not self._run.is_over:
            self._visit(self._run.stop)

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
        desk = self._desk
        again = done_before(self._run, desk.record, desk.clock)
        if again and stop is self._run.stops[0]:
            self._console.tell(again)
        for caution in desk.cautions(self._run, stop):
            self._console.tell(caution)
        reading = reading_of(self._run, stop)
        noted = noted_lines(stop.key, desk.record, desk.clock)
        local = desk.local_lines(self._run, stop)
        for line in (*reading_lines(reading), *noted, *local):
            self._console.tell(line)
        if reading:
            self._console.tell()

    def _show_again(self) -> None:
        """Say what is asked once more, after something else was read."""
        stop = self._run.stop
        if self._run.need == "response" and stop.question is not None:
            self._show_question(stop.question)
        elif stop.question is None and stop.task is not None:
            for line in lines_of(stop.task.stem):
                self._console.tell(line)

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
        begun = draft_lines(question, self._run)
        for line in (*question_lines(question, self._run.order(question)), *begun):
            self._console.tell(line)

    def _take_answer(self, question: Question) -> None:
        """Read lines until one answers; then certainty, own mark, correction."""
        order = self._run.order(question)
        while self._run.need == "response":
            asked = draft_prompt(question, self._run) or prompt_of(question, order)
            line = self._console.read(asked)
            if not self._is_command(line):
                self._respond(question, line, order)
            elif line.strip() == SKIP:
                self._run.pass_by()
                self._save()
                self._console.tell(say("play.skipped"))
                return
        take_certainty(self._run, self._console)
        if self._run.need == "self_mark" and isinstance(question, ShortAnswer):
            take_own_mark(self._run, question, self._console)
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
        if drops_draft(question, self._run, first):
            self._console.tell(say("relay.draft.dropped"))
            return
        text = read_message(question, self._run, first, self._console)
        if not text:
            raise WrongUseError("answers.empty-text")
        found = Handed(atoms=atoms_found(question, text))
        kept: str | None = text
        try:
            kept = kept_message(question, self._run, text, self._console)
        finally:
            if kept is not None:
                self._keep(question.id, kept, self._run.started.id)
                self._run.respond(found)
        if kept is None:
            return
        atoms = corrected(question, found.atoms, self._console)
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
                how = help_lines(self._run.stop, self._desk.course)
                for said in (*how, *words_lines()):
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
            case said if said.startswith(OBJECTION):
                take_objection(self._desk, self._run, said, self._console)
            case _:
                return False
        return True

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
        if read_note(self._console, partial(self._keep, task.id), self._run):
            self._save()
            self._console.tell(say("play.saved.note"))
        if isinstance(task, Concordance):
            more = undocumented_lines(task)
        else:
            more = [say("play.leads", text=line_of(lead)) for lead in task.leads]
        for line in more:
            self._console.tell(line)

    def _keep(self, subject: str, text: str, run: str | None = None) -> None:
        """Take a text to be put on the disk with the next answer, or on leaving."""
        self._texts.append((subject, text, run))

    def _save(self) -> None:
        """Put what was answered on the disk.

        Raises:
            StoreError: the disk refused; the one net of the command line says so.
        """
        if not self._desk.is_read_only:
            self._desk.save(self._run)
            while self._texts:
                subject, text, run = self._texts[0]
                self._desk.pen.note(subject, text, run=run)
                self._texts.pop(0)


def _card_kind(kind: str) -> str:
    """Return the catalogue name of a card; a TCS without panel is a reflection."""
    return kind if kind in {"autoeval", "annuaire"} else "reflexion"


def _word_for(run: Run) -> str:
    """Return the catalogue name of a kind of run."""
    kind = run.started.kind
    return {"question": "one"}.get(kind, kind)
