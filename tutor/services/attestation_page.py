"""An attestation as one page to print: no network, no script, light or dark."""

from collections.abc import Iterable, Sequence
from html import escape

from tutor.domain.evidence import Evidence
from tutor.locale import decimal, numeric_date, say
from tutor.services.attestation import (
    MOST_WEEKS,
    Attestation,
    Followed,
    Kind,
    Shown,
    Week,
    cells_of,
    heads_of,
    period_text,
    sums_of,
)
from tutor.services.estimates import found_text
from tutor.services.web_page import Cell, framed, heading, note, table

_STYLE = """
body { max-width: 46rem; }
tbody th { white-space: normal; }
table { width: 100%; margin-bottom: .8rem; }
.about { margin-top: 2rem; }
thead th { text-align: right; }
thead th:first-child, section.own thead th { text-align: left; }
.scope { border-left: .25rem solid var(--accent); padding: .2rem 0 .2rem .8rem;
  margin: 1.2rem 0; font-weight: 600; }
section.own { margin-top: 3rem; border-top: 1px solid var(--line); }
:root { --accent: #0f766e; --band: #99d5cf; }
@media (prefers-color-scheme: dark) { :root { --accent: #5eead4; --band: #1f5f59; } }
svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--ink); font: 11px system-ui, sans-serif; }
.bar { fill: var(--accent); } .axis { stroke: var(--line); }
td svg { min-width: 7rem; }
.band { fill: var(--band); } .mark { stroke: var(--ink); stroke-width: 2; }
@media print {
  :root { --accent: #0b5d57; --band: #b5d8d5; }
  section.own { break-before: page; border: 0; margin: 0; }
  .bar, .band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { size: A4; margin: 15mm; }
  h2 { margin-top: 1.1rem; }
  .about { margin-top: 1rem; break-inside: avoid; }
}
"""
_WIDTH, _TALL, _FOOT, _HEAD = 640, 110, 18, 16
_WIDEST_BAR = 44
_LABELS = 9
"""Dates that find room under the bars."""
_LINE = 150


def page_of(found: Attestation, *, progress: bool = True) -> str:
    """Return an attestation as a whole page of HTML.

    Args:
        found: what the person has followed.
        progress: whether the part for them alone comes after it.
    """
    title = say("attestation.title")
    said = [
        say("attestation.course", title=found.course, version=found.version),
        period_text(found),
        say("attestation.made", date=numeric_date(found.made)),
    ]
    if found.name:
        said.insert(0, say("attestation.name", name=found.name))
    parts = [
        f"<h1>{escape(title)}</h1>",
        *(f"<p>{escape(line)}</p>" for line in said),
        f'<p class="scope">{escape(say("attestation.scope"))}</p>',
        _sums(found),
        _done("lesson", found.lessons),
        _done("dossier", found.dossiers),
        f'<div class="about">{note(say("attestation.how"))}',
        f"{note(say('attestation.origin'))}</div>",
    ]
    if progress:
        parts.append(_own(found))
    return framed(f"{title} · {found.course}", parts, _STYLE)


def _sums(found: Attestation) -> str:
    """Return what is counted once."""
    rows: list[list[Cell]] = [
        [("", name), ("number", value)] for name, value in sums_of(found)
    ]
    title = say("attestation.sum")
    heads = [say("attestation.sum.what"), say("attestation.sum.value")]
    return heading(title) + table(title, heads, rows)


def _done(kind: Kind, done: Sequence[Followed]) -> str:
    """Return the lessons or the dossiers that are done."""
    title = say(f"attestation.{kind}s")
    if not done:
        return heading(title) + note(say(f"attestation.{kind}s.none"))
    rows: list[list[Cell]] = [
        [("", cells[0]), *(("number", cell) for cell in cells[1:])]
        for cells in cells_of(done)
    ]
    heads = heads_of(kind, done)
    return heading(title) + table(title, heads, rows)


def _own(found: Attestation) -> str:
    """Return the part for the person alone."""
    inside = [
        heading(say("attestation.own")),
        note(say("attestation.own.note")),
        _weeks(found.weeks),
        _items(found.items),
    ]
    return f'<section class="own">\n{"".join(inside)}</section>'


def _weeks(weeks: Sequence[Week]) -> str:
    """Return the answers of each week, drawn and said."""
    title = f"<h3>{escape(say('attestation.weeks'))}</h3>\n"
    if not weeks:
        return title + note(say("attestation.weeks.none"))
    last = ""
    if len(weeks) == MOST_WEEKS:
        last = note(say("attestation.weeks.last", n=MOST_WEEKS))
    said = "; ".join(
        say("attestation.week.said", date=numeric_date(week.monday), n=week.answers)
        for week in weeks
    )
    drawn = "".join(_bars(weeks))
    height = _HEAD + _TALL + _FOOT
    axis = f'<path class="axis" d="M0 {_HEAD + _TALL}.5H{_WIDTH}"/>'
    return (
        f'{title}{last}<svg viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(said)}">'
        f"{axis}{drawn}</svg>\n"
    )


def _bars(weeks: Sequence[Week]) -> Iterable[str]:
    """Yield a bar for each week, its number above, and some dates below."""
    most = max(week.answers for week in weeks)
    room = _WIDTH / max(len(weeks), 6)
    width = min(room * 0.7, _WIDEST_BAR)
    every = -(-len(weeks) // _LABELS)
    for number, week in enumerate(weeks):
        middle = room * (number + 0.5)
        tall = _TALL * week.answers / most
        top = _HEAD + _TALL - tall
        if week.answers:
            yield (
                f'<rect class="bar" x="{middle - width / 2:.1f}" y="{top:.1f}" '
                f'width="{width:.1f}" height="{tall:.1f}"/>'
                f'<text x="{middle:.1f}" y="{top - 4:.1f}" text-anchor="middle">'
                f"{week.answers}</text>"
            )
        if (len(weeks) - 1 - number) % every == 0:
            yield (
                f'<text x="{middle:.1f}" y="{_HEAD + _TALL + 14}" '
                f'text-anchor="middle">{week.monday:%d/%m}</text>'
            )


def _items(items: Sequence[Shown]) -> str:
    """Return the items the person has placed themself on."""
    title = say("attestation.items")
    head = f"<h3>{escape(title)}</h3>\n"
    if not items:
        return head + note(say("attestation.items.none"))
    names = [
        say("attestation.item"),
        say("attestation.item.own"),
        say("attestation.item.bar"),
        say("attestation.item.found"),
    ]
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    rows = "\n".join(map(_item, items))
    return (
        f"{head}<table><caption>{escape(title)}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n"
    )


def _item(item: Shown) -> str:
    """Return the row of an item."""
    name = escape(f"{item.code} {item.text}")
    words = escape(found_text(item.found))
    return (
        f'<tr><th scope="row">{name}</th><td>{escape(item.own)}</td>'
        f"<td>{_interval(item.found)}</td><td>{words}</td></tr>"
    )


def _interval(found: Evidence) -> str:
    """Return an interval on a line from 0 to 1, or nothing without an answer."""
    if found.estimate is None or found.low is None or found.high is None:
        return ""
    low, high = found.low * _LINE, found.high * _LINE
    values = {"low": decimal(found.low), "high": decimal(found.high)}
    said = say("attestation.item.interval", estimate=decimal(found.estimate), **values)
    return (
        f'<svg viewBox="0 0 {_LINE} 14" width="{_LINE}" height="14" role="img" '
        f'aria-label="{escape(said)}">'
        f'<path class="axis" d="M0 7.5H{_LINE}"/>'
        f'<rect class="band" x="{low:.1f}" y="3" width="{high - low:.1f}" height="9"/>'
        f'<path class="mark" d="M{found.estimate * _LINE:.1f} 1V14"/></svg>'
    )
