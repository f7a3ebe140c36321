"""A run in full screen: text flows down, one question at a time."""

from functools import partial

from textual import events, on
from typing_extensions import override

from tutor.domain.errors import ReadOnlyError, WrongUseError
from tutor.locale import say
from tutor.services.chapters import spot_of
from tutor.services.desk import Desk
from tutor.services.disputes import last_answer
from tutor.services.recap import can_recap
from tutor.services.run import Run
from tutor.services.terms import terms_at
from tutor.services.training import open_run
from tutor.tui.keys import binding
from tutor.tui.notice import show_error, show_notices
from tutor.tui.screens.opening import OpeningScreen
from tutor.tui.screens.saving import SavingScreen
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.terms import TermsScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.run_flow import RunFlow
from tutor.tui.widgets.title_bar import TitleBar

KEYS_OF_FOCUS = {
    "RunFlow": ("next", "contents", "look-up", "note", "mark", "terms", "home", "help"),
    "ReturnCard": ("take-back", "finish", "contents", "home", "help"),
    "ChoiceList": ("tick", "validate", "hint", "skip", "home", "help"),
    "AtomList": ("tick", "validate", "home", "help"),
    "MatchingGrid": ("pair", "validate", "hint", "skip", "home", "help"),
    "OrderList": ("carry", "validate", "hint", "skip", "home", "help"),
    "ConcordanceGrid": ("shift", "validate", "skip", "home", "help"),
    "CertaintyBar": ("certainty", "no-certainty", "home", "help"),
    "OwnMark": ("self", "home", "help"),
    "Input": ("submit-writing", "hint-writing", "skip-writing", "home", "help-writing"),
    "FieldInput": ("field", "save", "skip-writing", "home", "help-writing"),
    "WordsArea": ("save", "home", "help-writing"),
    "ReflectionArea": ("save", "skip-writing", "home", "help-writing"),
    "MessageArea": ("send", "hint-writing", "skip-writing", "home", "help-writing"),
}


AT_THE_END = ("next", "keep-recap", "dispute", "contents", "home", "help")
AFTER_AN_ANSWER = ("next", "dispute", "unfold", "contents", "home", "help")

ASKING = ("hint", "hint-writing", "skip", "skip-writing")
"""Keys for a question that waits for its answer."""
WITHIN = frozenset({
    *ASKING, "next", "unfold", "terms", "contents", "contents-writing", "mark",
    "mark-answering", "note", "note-writing", "dispute", "keep-recap", "look-up",
})  # fmt: skip
"""Keys that wait until the run is open."""


class RunScreen(OpeningScreen):
    """Shows a run and saves each answer."""

    BINDINGS = [
        *map(binding, ("next", "hint", "hint-writing", "skip", "skip-writing")),
        *map(binding, ("unfold", "terms", "home")),
    ]

    def __init__(
        self,
        desk: Desk,
        target: str,
        *,
        seed: int | None = None,
        shuffled: bool | None = None,
        minutes: int | None = None,
        at: tuple[str, str] | None = None,
    ) -> None:
        """Take what to open.

        Args:
            desk: the person's desk.
            target: an id, a path, or `revision` for what is due.
            seed: the seed of the order of options.
            shuffled: False keeps source order.
            minutes: how long a review may last.
            at: a heading, and a question under it or nothing, to bring into view where
                the person has come to it.
        """
        open_it = partial(open_run, desk, target, desk.chance)
        begin = partial(open_it, seed=seed, shuffled=shuffled, minutes=minutes)
        super().__init__(desk, begin)
        self._at = at

    @override
    async def show(self, message: OpeningScreen.Ready) -> None:
        """Show the run where it stands."""
        read_only = self._desk.is_read_only
        desk = self._desk
        flow = RunFlow(message.run, desk, read_only=read_only)
        await self.mount(flow)
        if not flow.is_attached:
            return  # left while it was opening
        self._run = message.run
        show_notices(self, self._desk.notices)
        if message.lost:
            self.notify(message.lost, severity="warning", timeout=15, markup=False)
        self._arrive()
        if self._at is not None:
            self.call_after_refresh(self._bring, spot_of(message.run, *self._at))

    def action_terms(self) -> None:
        """Explain the terms of the glossary in the text at hand."""
        if self._run is None:
            return
        terms = terms_at(self.query_one(RunFlow).shown, self._desk.course)
        if terms:
            self.app.push_screen(TermsScreen(terms))
        else:
            self.notify(say("play.terms.none"))

    @on(RunFlow.Settled)
    def _keep_answer(self) -> None:
        """Save the answer, and wait for the learner to read."""
        self.save()
        self._rest()
        self._name_keys()

    @on(RunFlow.Refused)
    async def _refuse(self, message: RunFlow.Refused) -> None:
        """Say why a response is not taken."""
        error = message.error
        self.app.clear_notifications()
        self.notify(say(error.message_id, **error.values), severity="warning")
        if isinstance(error, ReadOnlyError):
            await self.action_skip()

    @on(SavingScreen.Failed)
    def _tell(self, message: SavingScreen.Failed) -> None:
        """Say what went wrong; go back where there is nothing to show."""
        error = message.error
        if self._run is not None:
            self.query_one(TitleBar).state = ""
            show_error(self, error, say("play.retry"))
        elif error.exit_code == WrongUseError.exit_code:
            self.app.notify(say(error.message_id, **error.values), severity="warning")
            self.app.go_home()  # type: ignore[attr-defined]
        else:
            self.app.close_over(error)  # type: ignore[attr-defined]

    async def action_next(self) -> None:
        """Go on, once what was answered is saved."""
        run = self._run
        if run is None or self.query_one(RunFlow).read_on():
            return
        if not self._waits_for_next:
            return
        if self.is_behind:
            self.save()
            return
        if self.query_one(RunFlow).shown.task is None:
            self.run_worker(self.action_home(), group="home")
        else:
            await self._go_on(run)

    async def _go_on(self, run: Run) -> None:
        """Fold the present stop and show the next one."""
        flow = self.query_one(RunFlow)
        if flow.shown.key == run.stop.key:
            run.pass_by()
            self.save()
        await flow.go_on()
        self._arrive()

    def action_hint(self) -> None:
        """Show the next hint of the question."""
        run = self._unanswered()
        if run is None:
            return
        text = run.hint()
        words = "".join(span.text for span in text) if text else ""
        said = say("play.hint", text=words) if text else say("play.hint.none")
        self.query_one(RunFlow).say_hint(said)

    async def action_skip(self) -> None:
        """Go past what is asked without an answer."""
        if run := self._unanswered():
            self.put_message_by()
            await self._go_on(run)

    def _unanswered(self) -> Run | None:
        """Return the run where the shown stop has no answer yet."""
        run = None if self._waits_for_next else self._run
        if run is None or self.query_one(RunFlow).offers_back:
            return None
        if run.stop.question and run.need != "response":
            return None
        return run

    def idle_keys(self) -> frozenset[str]:
        """Return the ids of keys that are bound and have nothing to act on now."""
        run = self._run
        if run is None:
            return WITHIN
        flow = self.query_one(RunFlow)
        idle = set(ASKING if self._unanswered() is None else ())
        if flow.shown.task is not None or not can_recap(run):
            idle.add("keep-recap")
        if (run.given.get(flow.shown.key) or last_answer(run)) is None:
            idle.add("dispute")
        if not self.query(".-past"):
            idle.add("unfold")
        return frozenset(idle)

    def action_unfold(self) -> None:
        """Unfold what is past; it stays locked."""
        if self._run is not None:
            self.query_one(RunFlow).unfold_earlier()

    async def action_home(self) -> None:
        """Go back to Home, or the results one came from, once everything is saved."""
        if not await self.before_leaving():
            return
        if isinstance(self.app.screen_stack[-2], SearchScreen):
            self.dismiss()
        else:
            self.app.go_home()  # type: ignore[attr-defined]

    @override
    def _arrive(self) -> None:
        """Take note of a new stop: title, keys, and the end that counts as reached."""
        run = self._run
        if run is None:
            return
        flow = self.query_one(RunFlow)
        total = len(run.questions)
        place = say("home.step", number=run.number, total=total) if run.number else ""
        bar = self.query_one(TitleBar)
        bar.place, bar.state = " ▸ ".join(filter(None, [run.title, place])), ""
        self._waits_for_next = flow.shown.task is None and not flow.offers_back
        if self._waits_for_next:
            run.pass_by()
            self.save()
            self._rest()
            self._name_keys()

    @on(events.DescendantFocus)
    def _name_keys(self) -> None:
        """Show the keys that work where the focus is."""
        kind = type(self.focused).__name__
        keys = KEYS_OF_FOCUS.get(kind, KEYS_OF_FOCUS["RunFlow"])
        if kind == "RunFlow" and self._waits_for_next and self._run is not None:
            is_end = self.query_one(RunFlow).shown.task is None
            keys = AT_THE_END if is_end else AFTER_AN_ANSWER
            if not can_recap(self._run):
                keys = tuple(each for each in keys if each != "keep-recap")
        self.query_one(KeyBar).show(*keys)
