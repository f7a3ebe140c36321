"""Comforts of reading inside a run: contents, bookmarks, notes, recap, objections."""

import asyncio

from textual import on

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.contents import contents_of
from tutor.services.disputes import last_answer
from tutor.services.marks import target_of
from tutor.services.recap import can_recap, keep_recap
from tutor.services.returning import take_back
from tutor.services.served import shown_path
from tutor.tui.keys import binding
from tutor.tui.notice import show_error
from tutor.tui.screens.contents import ContentsScreen, Spot
from tutor.tui.screens.marking import switch_mark
from tutor.tui.screens.search import SearchScreen
from tutor.tui.screens.writing import WritingScreen
from tutor.tui.widgets.return_card import ReturnCard
from tutor.tui.widgets.run_flow import RunFlow


class ReadingScreen(WritingScreen):
    """A run one can find one's way in, and write in the margin of."""

    BINDINGS = [
        *map(binding, ("contents", "contents-writing", "mark", "mark-answering")),
        *map(binding, ("note", "note-writing", "dispute", "keep-recap", "look-up")),
    ]

    def action_contents(self) -> None:
        """List the headings; go to the one that is chosen."""
        if self._run is not None:
            screen = ContentsScreen(self._run.title, contents_of(self._run))
            self.app.push_screen(screen, self._bring)

    def _bring(self, spot: Spot | None) -> None:
        """Bring a place into view."""
        if spot is not None and self.is_attached:
            self.query_one(RunFlow).bring(*spot)

    def action_look_up(self) -> None:
        """Search the course, to come back to the same question."""
        if self._run is not None:
            self.app.push_screen(SearchScreen(self._desk, run=self._run))

    async def action_mark(self) -> None:
        """Put a bookmark at what is shown, or take it away."""
        run, desk = self._run, self._desk
        if run is None:
            return
        stop = self.query_one(RunFlow).shown
        await switch_mark(self, desk, target_of(run, stop, desk), stop.key)

    def action_note(self) -> None:
        """Open a field for a note on what is shown."""
        if self._may_write():
            self.query_one(RunFlow).open_words()

    def action_dispute(self) -> None:
        """Open a field for what seems wrong with the question corrected last."""
        run = self._run
        if run is None or not self._may_write():
            return
        flow = self.query_one(RunFlow)
        answer = run.given.get(flow.shown.key) or last_answer(run)
        if answer is None:
            self.notify(say("reading.dispute.first"))
        else:
            flow.open_words(answer)

    def _may_write(self) -> bool:
        """Return whether words can be kept; say so where they cannot."""
        if self._run is None:
            return False
        if self._desk.is_read_only:
            self.notify(say("errors.store-read-only"), severity="warning")
            return False
        return True

    async def action_keep_recap(self) -> None:
        """Write the recap in a file, at the end, and say where."""
        run = self._run
        if run is None or not can_recap(run) or self.query_one(RunFlow).shown.task:
            return
        target = run.started.path or run.started.target
        try:
            kept = await asyncio.to_thread(keep_recap, self._desk, target)
        except TutorError as error:
            show_error(self, error)
        else:
            said = say(
                f"reading.recap.{kept.word}",
                path=shown_path(kept.path, self._desk.place.root),
            )
            self.notify(said, timeout=20, markup=False)

    @on(ReturnCard.Chosen)
    async def _return(self, message: ReturnCard.Chosen) -> None:
        """Take up the questions passed, or show the sum."""
        run = self._run
        if run is None:
            return
        flow = self.query_one(RunFlow)
        if message.takes_back:
            take_back(run)
            self.save()
            await flow.go_on()
        else:
            await flow.end()
        self._arrive()

    def _arrive(self) -> None:
        """Take note of what is shown now."""
