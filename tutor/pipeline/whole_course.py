"""Warn of what only a whole course shows: gaps, loops, facts that have expired."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tutor.domain.course import Course
from tutor.domain.problem import Problem
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import read_source
from tutor.pipeline.supports import expired_facts, names_facts, rests_on

ENOUGH = 10
"""Questions, from which a course shows whether its authors name facts."""
_ITEM = re.compile(r"""^\s*code\s*=\s*["']([^"']+)["']""")
_TABLE = re.compile(r"""^\s*\[\s*["']?([^\]"']+?)["']?\s*\]""")


def check_whole(course: Course, root: Path, today: date) -> list[Problem]:
    """Return what a course shows once all its files have been read.

    Args:
        course: the whole course.
        root: the folder it was read from.
        today: the day on which dates are judged.

    Raises:
        ContentError: a reference file was taken away meanwhile.
    """
    return [
        *_gaps(course, root),
        *_expiries(course, root, today),
        *_unsupported(course),
        *_loops(course),
    ]


def _gaps(course: Course, root: Path) -> list[Problem]:
    """Name the items of the framework that no question evidences."""
    name = f"content/referentiels/{course.head.referentiel}.toml"
    findings = Findings(name)
    met = {code for u in course.units for q in u.questions for code in q.items}
    missing = [item for item in course.framework.items if item.code not in met]
    lines = _lines(root / name, _ITEM) if missing else {}
    for item in missing:
        line = lines.get(item.code, 1)
        findings.add("item-sans-question", line, item=item.code, text=item.texte)
    return findings.problems


def _expiries(course: Course, root: Path, today: date) -> list[Problem]:
    """Name the facts that have expired, and how many blocks rest on each."""
    findings = Findings("content/faits.toml")
    expired = expired_facts(course, today)
    if not expired:
        return []
    uses = dict.fromkeys((fact for facts in expired.values() for fact in facts), 0)
    for unit in course.units:
        for part in unit.blocks:
            for fact in rests_on(part, expired):
                uses[fact] += 1
    lines = _lines(root / findings.path, _TABLE)
    for fact, count in uses.items():
        line = lines.get(fact.key, 1)
        findings.add("fait-perime", line, fact=fact.key, date=fact.until, count=count)
    return findings.problems


def _lines(path: Path, pattern: re.Pattern[str]) -> dict[str, int]:
    """Return the line, from 1, on which each name first stands in a TOML file."""
    text = read_source(path, Findings(str(path))) or ""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if named := pattern.match(line):
            found.setdefault(named.group(1), number)
    return found


def _unsupported(course: Course) -> list[Problem]:
    """Name the files that leave out facts where the rest of the course names them."""
    questions = [question for unit in course.units for question in unit.questions]
    problems: list[Problem] = []
    if not course.facts or not names_facts(questions, ENOUGH):
        return problems
    for unit in course.units:
        bare = [question for question in unit.questions if not question.facts]
        if bare and not names_facts(unit.questions):
            findings = Findings(unit.path)
            total = len(unit.questions)
            findings.add("fichier-sans-faits", bare[0].line, n=len(bare), total=total)
            problems.extend(findings.problems)
    return problems


def _loops(course: Course) -> list[Problem]:
    """Name the prerequisites that lead back to where they started."""
    units = {unit.id: unit for unit in course.units}
    wanted = {name: unit.head.prerequis for name, unit in units.items()}
    order = {name: number for number, name in enumerate(units)}
    problems: list[Problem] = []
    for loop in loops_in(wanted):
        at = loop.index(min(loop, key=order.__getitem__))
        turn = [*loop[at:], *loop[:at], loop[at]]
        findings = Findings(units[loop[at]].path)
        findings.add("prerequis-en-boucle", 1, loop=" → ".join(turn))
        problems.extend(findings.problems)
    return problems


def loops_in(wanted: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return loops of a graph, one at least for each knot; none where it has none.

    Args:
        wanted: for each name, those it needs before it; one that is no key needs none.
    """
    loops: list[tuple[str, ...]] = []
    knotted: set[str] = set()
    done: set[str] = set()
    for start in wanted:
        places: dict[str, int] = {} if start in done else {start: 0}
        ahead = [iter(wanted[name]) for name in places]
        while ahead:
            after = next(ahead[-1], None)
            if after is None:
                ahead.pop()
                done.add(places.popitem()[0])
            elif after in places:
                loop = tuple(places)[places[after] :]
                if not knotted.issuperset(loop):
                    loops.append(loop)
                    knotted.update(loop)
            elif after in wanted and after not in done:
                places[after] = len(places)
                ahead.append(iter(wanted[after]))
    return loops
