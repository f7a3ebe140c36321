"""Read one course file: a lesson or a bank, with its dossiers."""

from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from tutor.domain.course import (
    Dossier,
    Draw,
    Part,
    Passage,
    Step,
    Unit,
    UnitKind,
    is_scored,
)
from tutor.domain.prose import Heading, Prose, ProseBlock, Text, plain
from tutor.pipeline.anatomy import dissect
from tutor.pipeline.attributes import (
    NONE,
    Attributes,
    read_attributes,
    split_attributes,
)
from tutor.pipeline.cards import (
    CALLOUT_NAMES,
    CALLOUTS,
    CARDS,
    DRAW,
    DRAW_NAMES,
    build_callout,
    build_card,
    build_draw,
)
from tutor.pipeline.comments import without_comments
from tutor.pipeline.findings import Findings
from tutor.pipeline.front_matter import read_front_matter
from tutor.pipeline.markdown import children, inline, line_of, parse, prose
from tutor.pipeline.questions import EXTRA_NAMES, SHARED_NAMES, build_question
from tutor.pipeline.segments import Segment, segments
from tutor.pipeline.typography import check_typography

_HEADING_NAMES = frozenset({".dossier", ".kfp", "comp"})
_KFP_QUESTIONS = 3


@dataclass
class _Opened:
    """A dossier that is being read."""

    kind: Literal["dossier", "kfp"]
    id: str
    title: Text
    items: tuple[str, ...]
    level: int
    line: int
    opening: list[Part] = field(default_factory=list)
    steps: list[tuple[Text, int, list[Part]]] = field(default_factory=list)


def read_unit(text: str, kind: UnitKind, findings: Findings) -> Unit | None:
    """Return a course file as values, or None where its head cannot be used.

    Args:
        text: the cleaned source.
        kind: `lesson` for `content/`, `bank` for `quizzes/`, or `survey`.
        findings: where every problem is noted; a broken block is left out.
    """
    lines = text.split("\n")
    head = read_front_matter(lines, findings)
    lines = without_comments(lines, head.body_line, findings)
    check_typography(lines, head.body_line, findings)
    panel = head.front is not None and head.front.panel is not None
    reader = _UnitReader(findings, has_panel=panel)
    for segment in segments(lines, head.body_line, findings):
        if segment.kind:
            reader.take_block(segment)
        else:
            reader.take_text(segment)
    parts = reader.finish()
    if head.front is None:
        return None
    return Unit.model_construct(  # of values that are checked already
        kind=kind, head=head.front, path=findings.path, parts=parts
    )


class _UnitReader:
    """Puts segments in their place: the file, a dossier, or a step of one."""

    def __init__(self, findings: Findings, *, has_panel: bool) -> None:
        self._findings = findings
        self._has_panel = has_panel
        self._parts: list[Part | Dossier] = []
        self._opened: _Opened | None = None
        self._seen: dict[str, int] = {}
        self._flow: list[ProseBlock] = []
        """Running text that no part holds yet."""
        self._flow_line = 1
        """Where it begins."""

    def take_text(self, segment: Segment) -> None:
        """Take running text, heading by heading."""
        first = segment.body_line
        for block in children(parse(segment.lines, first, self._findings)):
            if block[0].type == "heading_open":
                self._take_heading(block, line_of(block, first))
            else:
                said = prose(block, first, self._findings)
                self._let_flow(said, line_of(block, first))

    def take_block(self, segment: Segment) -> None:
        """Take a `:::` block."""
        if segment.kind == "?":
            return
        if segment.kind in CALLOUTS:
            self._take_callout(segment)
            return
        if segment.kind == DRAW:
            self._take_draw(segment)
            return
        if segment.kind not in (*EXTRA_NAMES, *CARDS):
            known = ", ".join([*EXTRA_NAMES, *CARDS, *CALLOUTS, DRAW])
            self._findings.add(
                "bloc-inconnu", segment.line, kind=segment.kind, known=known
            )
            return
        attributes = self._identified(segment)
        if attributes is None:
            return
        if segment.kind in CARDS:
            self._add(build_card(segment, attributes, self._findings))
            return
        question = build_question(
            segment.kind,
            attributes,
            dissect(segment, self._findings),
            self._findings,
            has_panel=self._has_panel,
        )
        if question is not None:
            self._add(question)

    def finish(self) -> tuple[Part | Dossier, ...]:
        """Return all parts once the file has ended."""
        self._close_dossier()
        return tuple(self._parts)

    def _take_callout(self, segment: Segment) -> None:
        """Take a note, a rule, a custom or a dispute; its id is optional."""
        findings = self._findings
        found = read_attributes(segment.braces, segment.line, CALLOUT_NAMES, findings)
        if found is None:
            found = NONE
        if found.id and not self._is_new(found.id, segment.line):
            found = found._replace(id=None)
        self._add(build_callout(segment, found, findings))

    def _take_draw(self, segment: Segment) -> None:
        """Take a draw from a bank."""
        findings = self._findings
        found = read_attributes(segment.braces, segment.line, DRAW_NAMES, findings)
        if found is not None:
            self._add(build_draw(segment, found, findings))

    def _identified(self, segment: Segment) -> Attributes | None:
        """Return the attributes of a block that has an id of its own."""
        names = EXTRA_NAMES.get(segment.kind, frozenset()) | SHARED_NAMES
        attributes = read_attributes(
            segment.braces, segment.line, names, self._findings
        )
        if attributes is None:
            return None
        if attributes.id is None:
            self._findings.add("identifiant-absent", segment.line, kind=segment.kind)
            return None
        return attributes if self._is_new(attributes.id, segment.line) else None

    def _is_new(self, block_id: str, line: int) -> bool:
        """Return whether an id is met for the first time in this file."""
        if block_id in self._seen:
            first = f"{self._findings.path}:{self._seen[block_id]}"
            self._findings.add("identifiant-double", line, id=block_id, first=first)
            return False
        self._seen[block_id] = line
        return True

    def _take_heading(self, block: list[Token], line: int) -> None:
        """Open or close a dossier or a step, or keep an ordinary heading."""
        level = int(block[0].tag[1])
        written, braces = split_attributes(block[1].content)
        attributes = read_attributes(braces, line, _HEADING_NAMES, self._findings)
        text = inline(written, line, self._findings)
        if self._opened and level <= self._opened.level:
            self._close_dossier()
        classes = attributes.classes & {"dossier", "kfp"} if attributes else frozenset()
        if attributes and classes:
            self._open_dossier(attributes, text, level, line)
        elif self._opened and level == self._opened.level + 1:
            self._settle()
            self._opened.steps.append((text, line, []))
        else:
            self._let_flow((Heading(level=level, text=text),), line)

    def _open_dossier(
        self, attributes: Attributes, title: Text, level: int, line: int
    ) -> None:
        """Begin a dossier."""
        if attributes.id is None:
            self._findings.add("identifiant-absent", line, kind="dossier")
            return
        if self._is_new(attributes.id, line):
            kind: Literal["dossier", "kfp"]
            kind = "kfp" if "kfp" in attributes.classes else "dossier"
            items = attributes.codes("comp")
            self._close_dossier()
            self._opened = _Opened(kind, attributes.id, title, items, level, line)

    def _close_dossier(self) -> None:
        """End the dossier that is being read, if any."""
        self._settle()
        opened, self._opened = self._opened, None
        if opened is None:
            return
        if not opened.steps:
            self._findings.add("dossier-sans-etape", opened.line, id=opened.id)
            return
        steps = tuple(
            Step(title=title, parts=tuple(parts), line=line)
            for title, line, parts in opened.steps
        )
        made = Dossier(
            kind=opened.kind,
            id=opened.id,
            title=opened.title,
            items=opened.items,
            opening=tuple(opened.opening),
            steps=steps,
            line=opened.line,
        )
        self._check_dossier(made)
        self._parts.append(made)

    def _check_dossier(self, made: Dossier) -> None:
        """Note steps nobody can answer and KFP without their key features."""
        for step in made.steps:
            if not any(
                is_scored(part) or isinstance(part, Draw) for part in step.parts
            ):
                title = plain(step.title)
                self._findings.add("etape-sans-question", step.line, title=title)
        kinds = [question.kind for question in made.questions]
        complete = len(kinds) == _KFP_QUESTIONS and {"qroc", "qrp"} <= set(kinds)
        if made.kind == "kfp" and not complete:
            self._findings.add("kfp-incomplet", made.line, id=made.id)

    def _add(self, part: Part | None) -> None:
        """Add a part where it belongs, after the text that comes before it."""
        if part is not None:
            self._settle()
            self._place.append(part)

    def _let_flow(self, said: Prose, line: int) -> None:
        """Keep running text for the passage that the next part will end."""
        if not self._flow:
            self._flow_line = line
        self._flow.extend(said)

    def _settle(self) -> None:
        """Make a passage of the running text gathered so far."""
        if self._flow:
            blocks = tuple(self._flow)
            self._place.append(Passage(blocks=blocks, line=self._flow_line))
            self._flow = []

    @property
    def _place(self) -> list[Part] | list[Part | Dossier]:
        """Where the next part belongs: the file, a dossier, or a step of one."""
        if self._opened is None:
            return self._parts
        steps = self._opened.steps
        return steps[-1][2] if steps else self._opened.opening
