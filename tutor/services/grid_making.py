"""Tie a faculty's grid to the items of a course, and say what is left on both sides."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tutor.domain.course import PHASES, Course
from tutor.domain.errors import TutorError
from tutor.domain.folding import fold
from tutor.domain.framework import Level
from tutor.domain.grid import Grid, GridCompetence, GridItem
from tutor.domain.outline import Branch, Outline, Tie
from tutor.services.grid_ties import codes_of, name_in, names_of, own_codes

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
    return _with_rest(grid, items, course)


def _with_rest(grid: Grid, items: Sequence[GridItem], course: Course) -> Made:
    """Return a grid with what neither side reaches."""
    questions = [question for unit in course.units for question in unit.questions]
    asked = Counter(code for each in questions for code in set(each.items))
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


class _Making:
    """Makes the values of a grid."""

    def __init__(
        self, outline: Outline, course: Course, ties: Sequence[Tie] | None
    ) -> None:
        self._outline = outline
        self._course = course
        self._keys = own_codes(course)
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
            (branch,) = names[name_in(tie.theirs)]
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
