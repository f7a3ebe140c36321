"""Read the table and the reasons of a TCS."""

import re
from itertools import groupby
from typing import Any, NamedTuple

from tutor.domain.folding import fold
from tutor.domain.prose import Text, plain
from tutor.domain.question import (
    Concordance,
    PanelReason,
    ProfessionVotes,
    Vignette,
    Votes,
)
from tutor.pipeline.anatomy import Anatomy
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import cells, spans

SCALE = ("-2", "-1", "0", "+1", "+2")
PANEL = "panel"
"""The column that tells the professions of the panel apart."""
_VALUE = re.compile(r"^([−+-]?[012])$")
_COUNT = re.compile(r"\d{1,4}")
TEXT_COLUMNS = 2
_LEAST_VOTES = 10


class _Row(NamedTuple):
    """One line of the table."""

    hypothesis: Text
    news: Text
    profession: str
    votes: Votes | None

    @property
    def key(self) -> tuple[str, str]:
        """What makes two lines speak of the same vignette."""
        return fold(plain(self.hypothesis)), fold(plain(self.news))


def is_header(titles: list[str]) -> bool:
    """Return whether the titles of a table are those of a TCS.

    Args:
        titles: two columns of text, `panel` if the votes are kept by profession, then
            the five values or nothing.
    """
    rest = [title.replace("−", "-").strip() for title in titles[TEXT_COLUMNS:]]
    values = rest[1:] if has_panel_column(titles) else rest
    wide_enough = len(titles) >= TEXT_COLUMNS
    return wide_enough and (values == list(SCALE) or rest == [])


def has_panel_column(titles: list[str]) -> bool:
    """Return whether the third column of a table names professions."""
    return [fold(title) for title in titles[TEXT_COLUMNS : TEXT_COLUMNS + 1]] == [PANEL]


def is_count(text: str) -> bool:
    """Return whether a cell holds a number of votes, from 0 to 9999.

    Args:
        text: the cell, without its emphasis.
    """
    return _COUNT.fullmatch(text) is not None


def vignettes(anatomy: Anatomy, findings: Findings) -> tuple[Vignette, ...]:
    """Return the vignettes of the table: hypothesis, news, and votes where given.

    Args:
        anatomy: the block, with one table; lines of the same vignette follow each
            other where the votes are kept by profession.
        findings: where a wrong header or wrong votes are noted.
    """
    line = anatomy.line
    if len(anatomy.tables) != 1:
        findings.add("tcs-tableau", line)
        return ()
    table = [
        [spans(cell, line, findings) for cell in row]
        for row in cells(anatomy.tables[0])
    ]
    titles = [plain(cell) for cell in table[0]]
    if not is_header(titles) or not table[1:]:
        findings.add("tcs-tableau", line)
        return ()
    rows = []
    for cells_of_row in table[1:]:
        row = _row(cells_of_row, by_profession=has_panel_column(titles))
        if row is None:
            text = plain(cells_of_row[0])[:40]
            findings.add("tcs-votes", line, text=text)
            return ()
        rows.append(row)
    groups = [[row] for row in rows]
    if has_panel_column(titles):
        groups = [list(group) for _, group in groupby(rows, key=lambda row: row.key)]
    return tuple(_vignette(group, line, findings) for group in groups)


def _row(written: list[Text], *, by_profession: bool) -> _Row | None:
    """Return one line of the table, or None where its votes cannot be read."""
    hypothesis, news, *rest = written
    profession = plain(rest.pop(0)).strip() if by_profession else ""
    counts = [plain(cell).strip() for cell in rest]
    votes = _votes(counts)
    if votes is None and any(counts):
        return None
    return _Row(hypothesis, news, profession, votes)


def _vignette(rows: list[_Row], line: int, findings: Findings) -> Vignette:
    """Return a vignette with the votes of all its lines."""
    voted = [(row.profession, row.votes) for row in rows if row.votes is not None]
    total = _sum([votes for _, votes in voted])
    apart = tuple(
        ProfessionVotes(profession=name, votes=votes) for name, votes in voted if name
    )
    if total and max(total) == sum(total):
        findings.add("tcs-panel-unanime", line, text=plain(rows[0].news)[:40])
    return Vignette(
        hypothesis=rows[0].hypothesis,
        news=rows[0].news,
        votes=total,
        by_profession=apart,
    )


def _sum(all_votes: list[Votes]) -> Votes | None:
    """Return votes added up, value by value, or None where nobody voted."""
    if not all_votes:
        return None
    one, two, three, four, five = (sum(each) for each in zip(*all_votes, strict=True))
    return one, two, three, four, five


def _votes(written: list[str]) -> Votes | None:
    """Return five whole numbers, or None where there are none."""
    if len(written) != len(SCALE) or not all(map(is_count, written)):
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


def build_concordance(
    anatomy: Anatomy, shared: dict[str, Any], findings: Findings, *, has_panel: bool
) -> Concordance | None:
    """Return a TCS, scored where a panel is named and voted enough, or None.

    Args:
        anatomy: the block, with one table.
        shared: the fields every question has.
        findings: where problems are noted.
        has_panel: whether the front matter names a panel.
    """
    rows = vignettes(anatomy, findings)
    if not rows or not anatomy.stem:
        return None
    sums = [sum(row.votes or ()) for row in rows]
    enough = all(total >= _LEAST_VOTES for total in sums)
    if not has_panel:
        findings.add("tcs-sans-panel", anatomy.line)
    elif not enough:
        findings.add("tcs-panel-trop-petit", anatomy.line, count=min(sums))
    said = reasons(anatomy, findings)
    return Concordance(rows=rows, reasons=said, scored=has_panel and enough, **shared)
