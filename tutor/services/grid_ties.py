"""The table that ties a grid to a course: what its lines name, and what is wrong."""

from collections.abc import Iterable, Iterator

from tutor.domain.course import Course
from tutor.domain.identifiers import identifier
from tutor.domain.notice import Notice
from tutor.domain.outline import Branch, Outline, Tie


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
        and name_in(ties[0].theirs) not in names
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
        found = names.get(name_in(tie.theirs), [])
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
    names, own = names_of(outline), own_codes(course)
    lines = []
    for leaf in (leaf for top in outline.tops for leaf in top.leaves()):
        is_named = leaf.code[:1].isalnum() and len(names[name_in(leaf.code)]) == 1
        called = leaf.code if is_named else leaf.identifier
        lines.append((called, own.get(leaf.identifier, ""), leaf.text))
    return lines


def names_of(outline: Outline) -> dict[str, list[Branch]]:
    """Return what each code and each identifier of a grid stands for."""
    names: dict[str, list[Branch]] = {}
    for each in _all(outline.tops):
        for name in filter(None, {each.identifier, name_in(each.code)}):
            names.setdefault(name, []).append(each)
    return names


def codes_of(course: Course) -> dict[str, frozenset[str]]:
    """Return what each code of a course stands for: a competency for all its items."""
    framework = course.framework
    codes = {item.code: frozenset({item.code}) for item in framework.items}
    return codes | {e.code: frozenset({e.code}) | e.feeds for e in framework.competence}


def own_codes(course: Course) -> dict[str, str]:
    """Return our code for each identifier that this course's own export gives."""
    framework = course.framework
    codes = [*framework.codes, *(each.code for each in framework.competence)]
    return {str(identifier(course.head.id, "item", code)): code for code in codes}


def name_in(text: str) -> str:
    """Return a code or an identifier as it is compared."""
    return text.strip().removeprefix("urn:uuid:").casefold()


def _all(branches: Iterable[Branch]) -> Iterator[Branch]:
    """Yield branches and all that lies under them."""
    for each in branches:
        yield each
        yield from _all(each.branches)
