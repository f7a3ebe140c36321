"""A prompt for free text; never scored, kept on the machine."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from typing_extensions import override

from tutor.domain.course import Passage, Reflection
from tutor.domain.prose import Paragraph, Span, Table
from tutor.domain.question import Concordance
from tutor.locale import say
from tutor.tui.keys import binding
from tutor.tui.widgets.bounded_area import ReflectionArea
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.text_line import TextLine


class ReflectionCard(Vertical):
    """Shows a prompt, takes a text, then shows the author's leads."""

    BINDINGS = [binding("save")]

    @dataclass
    class Written(Message):
        """The learner has finished writing; the text may be empty."""

        task: Reflection | Concordance
        text: str

    def __init__(self, task: Reflection | Concordance) -> None:
        super().__init__()
        self._card = task

    @override
    def compose(self) -> ComposeResult:
        """Lay out the prompt and the field."""
        yield TextLine(say("play.kind.reflexion"))
        yield Page((Passage(blocks=self._card.stem),))
        if isinstance(self._card, Concordance):
            yield Page((Passage(blocks=(_rows(self._card),)),))
        yield ReflectionArea(placeholder=say("play.write.note"), soft_wrap=True)

    @property
    def draft(self) -> str:
        """What is written and not kept."""
        field = self.query_one(ReflectionArea)
        return "" if field.disabled else field.text.strip()

    def action_save(self) -> None:
        """Announce the text."""
        text = self.query_one(ReflectionArea).text.strip()
        self.post_message(self.Written(self._card, text))

    def show_leads(self) -> None:
        """Lock the field and show what the author adds."""
        self.query_one(ReflectionArea).disabled = True
        said = _leads(self._card)
        if said:
            blocks = tuple(Paragraph(text=(Span(text=each),)) for each in said)
            self.mount(Page((Passage(blocks=blocks),)))


def _rows(task: Concordance) -> Table:
    """Return the vignettes of a TCS as a table."""
    names = (say("play.table.hypothesis", text="…"), say("play.table.news", text="…"))
    header = tuple((Span(text=name),) for name in names)
    rows = tuple((row.hypothesis, row.news) for row in task.rows)
    return Table(header=header, rows=rows)


def _leads(task: Reflection | Concordance) -> list[str]:
    """Return what the author adds: leads, or votes nobody vouches for."""
    if isinstance(task, Reflection):
        texts = ["".join(span.text for span in lead) for lead in task.leads]
        return [say("play.leads", text=text) for text in texts]
    said = []
    for row in task.rows:
        if row.votes:
            pairs = zip(("−2", "−1", "0", "+1", "+2"), row.votes, strict=True)
            votes = ", ".join(f"{value}\u00a0:\u00a0{n}" for value, n in pairs)
            said.append(say("play.panel.undocumented", votes=votes))
    return said
