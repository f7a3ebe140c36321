"""Read the table and the reasons of a TCS."""

import re

from tutor.domain.prose import plain
from tutor.domain.question import PanelReason, Vignette
from tutor.pipeline.anatomy import Anatomy
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import cells, spans

_SCALE = ["-2", "-1", "0", "+1", "+2"]
_VALUE = re.compile(r"^([−+-]?[012])$")
_COUNT = re.compile(r"\d{1,4}")
_TEXT_COLUMNS = 2


def vignettes(anatomy: Anatomy, findings: Findings) -> tuple[Vignette, ...]:
    """Return the rows of the table: hypothesis, news, and votes where given.

    Args:
        anatomy: the block, with one table.
        findings: where a wrong header or wrong votes are noted.
    """
    line = anatomy.line
    if len(anatomy.tables) != 1:
        findings.add("tcs-tableau", line)
        return ()
    rows = [
        [spans(cell, line, findings) for cell in row]
        for row in cells(anatomy.tables[0])
    ]
    header = [plain(cell).replace("−", "-").strip() for cell in rows[0]]
    too_narrow = len(header) < _TEXT_COLUMNS
    if too_narrow or header[_TEXT_COLUMNS:] not in ([], _SCALE) or not rows[1:]:
        findings.add("tcs-tableau", line)
        return ()
    made = []
    for row in rows[1:]:
        votes = _votes([plain(cell).strip() for cell in row[_TEXT_COLUMNS:]])
        if votes is None and any(plain(cell) for cell in row[_TEXT_COLUMNS:]):
            findings.add("tcs-votes", line, text=plain(row[0])[:40])
            return ()
        if votes and max(votes) == sum(votes):
            findings.add("tcs-panel-unanime", line, text=plain(row[1])[:40])
        made.append(Vignette(hypothesis=row[0], news=row[1], votes=votes))
    return tuple(made)


def _votes(written: list[str]) -> tuple[int, int, int, int, int] | None:
    """Return five whole numbers, or None where there are none."""
    if len(written) != len(_SCALE) or not all(map(_COUNT.fullmatch, written)):
        return None
    one, two, three, four, five = (int(each) for each in written)
    if one + two + three + four + five == 0:
        return None
    return one, two, three, four, five


def reasons(anatomy: Anatomy, findings: Findings) -> tuple[PanelReason, ...]:
    """Return the panel's reasons: items that begin with a value in bold.

    Args:
        anatomy: the block.
        findings: where an item without its value is noted.
    """
    found = []
    for bullet in anatomy.bullets:
        mark = _VALUE.match(bullet[0].text) if bullet and bullet[0].bold else None
        if mark is None or len(bullet) == 1:
            findings.add("tcs-raison", anatomy.line, text=plain(bullet)[:40])
            continue
        value = int(mark.group(1).replace("−", "-"))
        first = bullet[1].model_copy(update={"text": bullet[1].text.lstrip()})
        found.append(PanelReason(value=value, text=(first, *bullet[2:])))
    return tuple(found)
