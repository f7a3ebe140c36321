"""A run in which a person also writes: notes, messages, positions."""

from functools import partial

from textual import on
from typing_extensions import override

from tutor.locale import say
from tutor.services.desk import Desk
from tutor.tui.screens.saving import SavingScreen
from tutor.tui.widgets.directory_card import DirectoryCard
from tutor.tui.widgets.rating_card import RatingCard
from tutor.tui.widgets.reflection_card import ReflectionCard
from tutor.tui.widgets.relay_editor import RelayEditor
from tutor.tui.widgets.run_flow import RunFlow


class WritingScreen(SavingScreen):
    """Keeps what is no answer: words stay on the machine, positions are dated."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waits_for_next = False

    @override
    async def before_leaving(self) -> bool:
        """Keep the fields of a directory as they are, then everything else."""
        for card in self.query(DirectoryCard):
            if card.is_open and not self._desk.is_read_only:
                await self.kept(partial(self._desk.pen.name_locally, card.names))
        return await super().before_leaving()

    @override
    def drafts(self) -> list[tuple[str, str]]:
        """Return the words of the present card that nobody has kept."""
        for flow in self.query(RunFlow):
            task, card = flow.shown.task, flow.card
            if task is not None and card is not None:
                words = [each.draft for each in card.query(RelayEditor)]
                if isinstance(card, ReflectionCard):
                    words.append(card.draft)
                return [(task.id, text) for text in words if text]
        return []

    @on(ReflectionCard.Written)
    async def _keep_note(self, message: ReflectionCard.Written) -> None:
        """Keep the note, then show the author's leads."""
        if self._waits_for_next:
            return
        if message.text:
            keep = partial(self._desk.pen.note, message.task.id, message.text)
            if not await self.kept(keep, say("play.retry.note")):
                return
            self.notify(say("play.saved.note"))
        self.query(ReflectionCard).last().show_leads()
        self._rest()

    @on(RelayEditor.Written)
    def _keep_message(self, message: RelayEditor.Written) -> None:
        """Keep the words of a message on the machine, as a note."""
        task = self.query_one(RunFlow).shown.task
        if task is not None and not self._desk.is_read_only:
            self.keep_text(task.id, message.text)

    @on(RatingCard.Rated)
    async def _keep_rating(self, message: RatingCard.Rated) -> None:
        """Keep where the learner places themself, on each item of the scale."""
        run, pen = self._run, self._desk.pen
        if run is not None and pen.keeps(run, message.task):
            keep = partial(pen.rate, run, message.task, message.degree)
            if not await self.kept(keep):
                return
            self.notify(say("play.saved.position"))
        self.query(RatingCard).last().show_proof()
        self._rest()

    @on(DirectoryCard.Filled)
    async def _keep_names(self, message: DirectoryCard.Filled) -> None:
        """Keep the local names of the person."""
        if await self.kept(partial(self._desk.pen.name_locally, message.names)):
            self.notify(say("play.local.saved"))
            self.query(DirectoryCard).last().close_fields()
            self._rest()

    def _rest(self) -> None:
        """Let the learner read; Enter goes on."""
        self._waits_for_next = True
        self.query_one(RunFlow).focus(scroll_visible=False)
