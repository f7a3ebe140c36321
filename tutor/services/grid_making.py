"""Tie a faculty's grid to the items of a course, and say what is left on both sides."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tutor.domain.course import PHASES, Course
from tutor.domain.errors import TutorError
from tutor.domain.folding import fold
from tutor.domain.framework import Level
from tutor.domain.grid import Grid, GridCompetence, GridItem
from tutor.domain.identifiers import identifier
from tutor.domain.notice import Notice
from tutor.domain.outline import Branch, Outline, Tie

MOST_COMPETENCIES = 12
"""Petals that a flower in a terminal can show apart."""
LONGEST_CODE = 16
"""Signs of a code; in the place of a longer one stands its number."""
LEVEL_KINDS = frozenset({"niveau", "niveau de competence", "level", "skill level"})
"""What files call a level, folded."""
LEVELS = {"novice": "N", "intermediaire": "I", "competent": "C"}
"""The levels of the French framework by their names, folded."""

_OTHERS = re.compile(r"[^\w.]+")
"""What no code may hold: it names files, and is typed on a command line."""


class Left(NamedTuple):
    """An item that the other side does not reach."""

    code: str
    text: str
    questions: int = 0
    """Those of the course about it."""


class Made(NamedTuple):
    """A grid tied to a course, and what is left."""

    grid: Grid
    items: int
    """Items of the grid."""
    silent: tuple[Left, ...]
    """Items of the grid that no question of the course tells of."""
    lost: tuple[Left, ...]
    """Items of the course that the grid takes up nowhere."""


def made_grid(outline: Outline, course: Course, ties: Sequence[Tie] | None) -> Made:
    """Return a grid whose items are told of by those of a course.

    Args:
        outline: what the faculty's file says.
        course: on its own framework.
        ties: the lines of a table, all of which `faults_of` lets pass; None ties the
            items that carry the identifiers of this course's own export.

    Raises:
        TutorError: nothing is tied, or there are too many competencies.
    """
    if len(outline.tops) > MOST_COMPETENCIES:
        numbers = {"n": len(outline.tops), "most": MOST_COMPETENCIES}
        raise TutorError("framework.import.many", **numbers)
    grid = _Making(outline, course, ties).grid
    items = [item for each in grid.competence for item in each.item]
    if not any(item.sources for item in items):
        name = "table" if ties is not None else "no-table"
        raise TutorError(f"framework.import.nothing.{name}")
    asked = Counter(
        code
        for unit in course.units
        for question in unit.questions
        for code in set(question.items)
    )
    told = {code for item in items for code in item.sources}
    return Made(
        grid=grid,
        items=len(items),
        silent=tuple(
            Left(item.code, item.texte)
            for item in items
            if not any(asked[code] for code in item.sources)
        ),
        lost=tuple(
            Left(item.code, item.texte, asked[item.code])
            for item in course.framework.items
            if item.code not in told
        ),
    )


def without_title(ties: list[Tie], outline: Outline, course: Course) -> list[Tie]:
    """Return the lines of a table without the titles of its columns, if it has any.

    Args:
        ties: all its lines.
        outline: what the faculty's file says.
        course: on its own framework.
    """
    names, codes = names_of(outline), codes_of(course)
    if (
        ties
        and _name(ties[0].theirs) not in names
        and ties[0].ours.upper() not in codes
    ):
        return ties[1:]
    return ties


def faults_of(ties: Iterable[Tie], outline: Outline, course: Course) -> list[Notice]:
    """Return what is wrong with the lines of a table.

    Args:
        ties: the lines, without titles; one without a code of ours ties nothing.
        outline: what the faculty's file says.
        course: on its own framework.
    """
    names, codes = names_of(outline), codes_of(course)
    faults = []
    for tie in ties:
        said = {"line": str(tie.line), "theirs": tie.theirs, "ours": tie.ours}
        found = names.get(_name(tie.theirs), [])
        if not tie.ours:
            continue
        if not tie.theirs:
            faults.append(Notice("framework.tie.half", said))
        elif len(found) != 1:
            which = "several" if found else "theirs"
            faults.append(Notice(f"framework.tie.{which}", said))
        elif found[0].branches:
            faults.append(Notice("framework.tie.heading", said))
        elif tie.ours.upper() not in codes:
            faults.append(Notice("framework.tie.ours", said))
    return faults


def lines_to_fill(outline: Outline, course: Course) -> list[tuple[str, str, str]]:
    """Return the items of a grid: how a table names them, our code if known, their text.

    Args:
        outline: what the faculty's file says.
        course: on its own framework.
    """
    names, own = names_of(outline), _own_codes(course)
    lines = []
    for leaf in (leaf for top in outline.tops for leaf in top.leaves()):
        is_named = leaf.code[:1].isalnum() and len(names[_name(leaf.code)]) == 1
        called = leaf.code if is_named else leaf.identifier
        lines.append((called, own.get(leaf.identifier, ""), leaf.text))
    return lines


def names_of(outline: Outline) -> dict[str, list[Branch]]:
    """Return what each code and each identifier of a grid stands for."""
    names: dict[str, list[Branch]] = {}
    for each in _all(outline.tops):
        for name in filter(None, {each.identifier, _name(each.code)}):
            names.setdefault(name, []).append(each)
    return names


def codes_of(course: Course) -> dict[str, frozenset[str]]:
    """Return what each code of a course stands for: a competency for all its items."""
    framework = course.framework
    codes = {item.code: frozenset({item.code}) for item in framework.items}
    return codes | {e.code: frozenset({e.code}) | e.feeds for e in framework.competence}


def _all(branches: Iterable[Branch]) -> Iterator[Branch]:
    """Yield branches and all that lies under them."""
    for each in branches:
        yield each
        yield from _all(each.branches)


def _name(text: str) -> str:
    """Return a code or an identifier as it is compared."""
    return text.strip().removeprefix("urn:uuid:").casefold()


def _own_codes(course: Course) -> dict[str, str]:
    """Return our code for each identifier that this course's own export gives."""
    framework = course.framework
    codes = [each.code for each in (*framework.items, *framework.competence)]
    return {str(identifier(course.head.id, "item", code)): code for code in codes}


class _Making:
    """Makes the values of a grid."""

    def __init__(
        self, outline: Outline, course: Course, ties: Sequence[Tie] | None
    ) -> None:
        self._outline = outline
        self._course = course
        self._keys = _own_codes(course)
        """Our code for each identifier that is ours."""
        self._sources = self._tied(ties)
        self._taken: set[str] = set()
        self._levels: dict[str, Level] = {}

    @property
    def grid(self) -> Grid:
        """The grid."""
        tops = [
            self._competency(top, number)
            for number, top in enumerate(self._outline.tops, 1)
        ]
        return Grid(
            course=self._course.head.id,
            titre=self._outline.title,
            niveaux=tuple(self._levels.values()),
            competence=tuple(tops),
        )

    def _tied(self, ties: Sequence[Tie] | None) -> Mapping[str, frozenset[str]]:
        """Return the codes of ours that tell of each item, by its identifier."""
        if ties is None:
            own = {item.code for item in self._course.framework.items}
            known = self._keys.items()
            return {name: frozenset({code}) for name, code in known if code in own}
        names, codes = names_of(self._outline), codes_of(self._course)
        found: dict[str, frozenset[str]] = {}
        for tie in filter(lambda tie: tie.ours, ties):
            (branch,) = names[_name(tie.theirs)]
            gathered = found.get(branch.identifier, frozenset())
            found[branch.identifier] = gathered | codes[tie.ours.upper()]
        return found

    def _competency(self, top: Branch, number: int) -> GridCompetence:
        """Return a competency with its items; one without any is its own item."""
        code = self._code(top.code, f"K{number}")
        inside = _leaves(top) if top.branches else [(top, None)]
        items = [
            self._item(leaf, level, f"{code}.{place}", alone=leaf is top)
            for place, (leaf, level) in enumerate(inside, 1)
        ]
        return GridCompetence(
            code=code,
            nom=top.text,
            source=self._outline.creator or self._outline.title,
            formulation="officielle",
            identifier=self._keys.get(top.identifier, top.identifier),
            item=tuple(items),
        )

    def _item(
        self, leaf: Branch, level: Branch | None, made: str, *, alone: bool
    ) -> GridItem:
        """Return an item."""
        key = self._keys.get(leaf.identifier, leaf.identifier)
        return GridItem(
            code=self._code("" if alone else leaf.code, made),
            niveau=self._level(level),
            texte=leaf.text,
            trace=leaf.trace,
            phase=next((word for word in leaf.keywords if fold(word) in PHASES), ""),
            identifier=f"{key}/1" if alone else key,
            sources=tuple(sorted(self._sources.get(leaf.identifier, ()))),
        )

    def _level(self, level: Branch | None) -> str:
        """Return the code of a level, known from now on."""
        if level is None:
            return ""
        name = fold(level.text)
        if name not in self._levels:
            code = LEVELS.get(_bare(name), str(len(self._levels) + 1))
            self._levels[name] = Level(code=code, nom=level.text)
        return self._levels[name].code

    def _code(self, wanted: str, made: str) -> str:
        """Return a code of one word in capitals that nothing else has."""
        code = _OTHERS.sub("-", wanted.upper()).strip("-.")
        if not code or len(code) > LONGEST_CODE or code in self._taken:
            code = made
        number = 2
        while code in self._taken:
            code, number = f"{made}-{number}", number + 1
        self._taken.add(code)
        return code


def _leaves(
    branch: Branch, level: Branch | None = None
) -> Iterator[tuple[Branch, Branch | None]]:
    """Yield the items under a branch, each with the level it lies under."""
    for each in branch.branches:
        if each.branches:
            yield from _leaves(each, each if _is_level(each) else level)
        else:
            yield each, level


def _is_level(branch: Branch) -> bool:
    """Return whether a heading is a level, by what it is called or by its name."""
    return fold(branch.kind) in LEVEL_KINDS or _bare(fold(branch.text)) in LEVELS


def _bare(name: str) -> str:
    """Return the name of a level without the word for it."""
    return name.removeprefix("niveau ").removeprefix(": ").strip()
