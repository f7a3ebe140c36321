"""A run in which a person also writes: notes, messages, positions."""

from functools import partial

from textual import on
from typing_extensions import override

from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.disputes import dispute
from tutor.services.identity_context import names_somebody_else
from tutor.services.messages import keep_draft
from tutor.services.survey import kept_word
from tutor.tui.screens.guarding import GuardingScreen
from tutor.tui.widgets.bounded_area import ReflectionArea
from tutor.tui.widgets.directory_card import DirectoryCard
from tutor.tui.widgets.rating_card import RatingCard
from tutor.tui.widgets.reflection_card import ReflectionCard
from tutor.tui.widgets.relay_editor import MessageArea, RelayEditor
from tutor.tui.widgets.run_flow import RunFlow
from tutor.tui.widgets.words_card import WordsArea, WordsCard


class WritingScreen(GuardingScreen):
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
        for words in self.query(WordsCard):
            if not self._desk.is_read_only:
                await self._kept_words(words)
        self.put_message_by()
        return await super().before_leaving()

    @override
    def drafts(self) -> list[tuple[str, str]]:
        """Return the words of the present card that nobody has kept."""
        for flow in self.query(RunFlow):
            task, card = flow.shown.task, flow.card
            if task is not None and isinstance(card, ReflectionCard) and card.draft:
                return [(task.id, card.draft)]
        return []

    def put_message_by(self) -> None:
        """Keep the words of a message that is not finished with its run."""
        for flow in self.query(RunFlow):
            task, card, run = flow.shown.task, flow.card, self._run
            if task is not None and card is not None and run is not None:
                for editor in card.query(RelayEditor):
                    keep_draft(run, task.id, editor.draft)

    @on(ReflectionCard.Written)
    async def _keep_note(self, message: ReflectionCard.Written) -> None:
        """Keep the note once it may be kept."""
        if not self._waits_for_next:
            area = self.query(ReflectionCard).last().query_one(ReflectionArea)
            keep = partial(self._note, message.task.id)
            doubt = self._is_doubtful(message.text)
            await self.guard(area, message.text, keep, is_doubtful=doubt)

    def _is_doubtful(self, text: str) -> bool:
        """Return whether words could identify somebody the run has not made up."""
        return self._run is None or names_somebody_else(text, self._run)

    async def _note(self, subject: str, text: str) -> None:
        """Keep a note, then show the author's leads."""
        if text:
            keep = partial(self._desk.pen.note, subject, text)
            if not await self.kept(keep, say("play.retry.note")):
                return
            self.notify(say("play.saved.note"))
        self.query(ReflectionCard).last().show_leads()
        self._rest()

    @on(WordsCard.Written)
    async def _keep_words(self, message: WordsCard.Written) -> None:
        """Keep a note on a passage, or what seems wrong, once it may be kept."""
        card = message.card

        async def keep(_text: str) -> None:
            if await self._kept_words(card):
                self.query_one(RunFlow).close_words(card)

        if not card.is_kept:
            area, doubt = card.query_one(WordsArea), self._is_doubtful(message.text)
            await self.guard(area, message.text, keep, is_doubtful=doubt)

    async def _kept_words(self, card: WordsCard) -> bool:
        """Keep the words of a field; return whether none is lost."""
        text, answer = card.draft, card.answer
        if not text or card.is_kept:
            return True
        keep = partial(self._desk.pen.note, card.subject, text)
        if answer is not None:
            keep = partial(dispute, self._desk, answer, text, self._desk.chance)
        if await self.kept(keep, say("play.retry.note")):
            card.is_kept = True
            said = "play.saved.note" if answer is None else "reading.dispute.saved"
            self.notify(say(said))
        return card.is_kept

    @on(RelayEditor.Doubtful)
    async def _check_message(self, message: RelayEditor.Doubtful) -> None:
        """Take a message once the person chose what is kept of it."""
        editor, text = message.editor, message.text

        async def take(kept: str) -> None:
            editor.finish(text, kept)

        area, doubt = editor.query_one(MessageArea), self._is_doubtful(text)
        await self.guard(area, text, take, is_doubtful=doubt)

    @on(RelayEditor.Written)
    def _keep_message(self, message: RelayEditor.Written) -> None:
        """Keep the words of a message on the machine, as a note."""
        task, run = self.query_one(RunFlow).shown.task, self._run
        if task is not None and run is not None and not self._desk.is_read_only:
            keep_draft(run, task.id, "")
            self.keep_text(task.id, message.text, run.started.id)

    @on(RatingCard.Rated)
    async def _keep_rating(self, message: RatingCard.Rated) -> None:
        """Keep where the learner places themself, on each item of the scale."""
        run, pen = self._run, self._desk.pen
        if run is not None and pen.keeps(run, message.task):
            keep = partial(pen.rate, run, message.task, message.degree)
            if not await self.kept(keep):
                return
            self.notify(say(kept_word(run)))
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
