"""The sections of a lesson or bank: what stands under each of its headings."""

from dataclasses import dataclass, field

from tutor.domain.course import Callout, Dossier, Draw, Passage, Unit, is_scored
from tutor.domain.prose import Heading, ProseBlock, plain
from tutor.domain.question import Question


@dataclass
class Section:
    """A heading, and what stands under it."""

    title: str
    parts: list[Passage | Callout] = field(default_factory=list)
    """What is read there."""
    questions: list[Question] = field(default_factory=list)
    """The scored questions asked there."""
    stop: str = ""
    """The key of the stop of a run that brings it."""


def sections_of(unit: Unit) -> list[Section]:
    """Return the sections of a file, the first one under its title.

    Dossiers are left out: they are met step by step. So is what a message decides to
    show.

    Args:
        unit: a lesson or bank.
    """
    sections = [Section(unit.title)]
    for part in unit.parts:
        if isinstance(part, Dossier | Draw):
            continue
        if isinstance(part, Passage):
            _read(part, sections)
        elif isinstance(part, Callout):
            if not part.depends:
                sections[-1].parts.append(part)
        else:
            _come_to(part.id, sections)
            if is_scored(part):
                sections[-1].questions.append(part)
    _come_to(f"fin:{unit.id}", sections)
    return sections


def _read(passage: Passage, sections: list[Section]) -> None:
    """Cut a passage at its headings; the title of the file begins nothing."""
    blocks: list[ProseBlock] = []
    for block in passage.blocks:
        if isinstance(block, Heading):
            _keep(blocks, passage.line, sections)
            blocks = []
            if block.level > 1:
                sections.append(Section(plain(block.text)))
        else:
            blocks.append(block)
    _keep(blocks, passage.line, sections)


def _keep(blocks: list[ProseBlock], line: int, sections: list[Section]) -> None:
    """Put text under the last heading."""
    if blocks:
        sections[-1].parts.append(Passage(blocks=tuple(blocks), line=line))


def _come_to(stop: str, sections: list[Section]) -> None:
    """Note the stop that brings the sections begun since the one before."""
    for section in reversed(sections):
        if section.stop:
            return
        section.stop = stop
