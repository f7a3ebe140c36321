"""A page of tables in HTML: no network, no script, light or dark, ready to print."""

from collections.abc import Iterable, Sequence
from html import escape

from tutor.locale import say

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #c9c9c9;
  --head: #f1f3f5; --soft: #5a5a5a; --flag: #8a3b00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #16181a; --line: #44484c; --head: #24282c;
    --soft: #a9adb1; --flag: #ffb877; }
}
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.45 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; }
p { margin: .3rem 0; max-width: 46rem; }
.soft, .nil { color: var(--soft); }
.scroll { overflow-x: auto; margin-top: .6rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .22rem .55rem; text-align: left;
  vertical-align: top; }
thead th { background: var(--head); vertical-align: bottom; }
tbody th { font-weight: normal; white-space: nowrap; }
tr.whole th, tr.whole td { background: var(--head); font-weight: 600; }
td.number { text-align: right; white-space: nowrap; }
td.flag { color: var(--flag); font-weight: 600; white-space: nowrap; }
th.tall span { writing-mode: vertical-rl; transform: rotate(180deg); }
ul.columns { columns: 18rem; padding-left: 1.2rem; }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #999; --head: #eee; --soft: #333;
    --flag: #000; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""
_FRAME = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
Cell = tuple[str, str]
"""A class of the style, or nothing, and a text not yet escaped."""


def framed(title: str, parts: Iterable[str], more_style: str = "") -> str:
    """Return a whole page.

    Args:
        title: what the window is called.
        parts: pieces of HTML, made by the functions below.
        more_style: rules of this page alone.
    """
    body, style = "\n".join(parts), _STYLE + more_style
    return _FRAME.format(title=escape(title), style=style, body=body)


def heading(text: str) -> str:
    """Return the title of a part."""
    return f"<h2>{escape(text)}</h2>\n"


def note(text: str) -> str:
    """Return a line that explains a table."""
    return f'<p class="soft">{escape(text)}</p>\n'


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    are_tall: bool = False,
) -> str:
    """Return a table that scrolls by itself; the first cell of a row heads it.

    Args:
        caption: what it shows, for screen readers; the title above says it to others.
        heads: the heads of its columns.
        rows: its cells.
        are_tall: whether the heads stand upright, all but the first.
    """
    first, *others = heads
    kind = ' class="tall"' if are_tall else ""
    drawn = "".join(
        f'<th scope="col"{kind}><span>{escape(head)}</span></th>' for head in others
    )
    body = "\n".join(map(_row, rows))
    name = escape(say("coverage.page.scroll", caption=caption))
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption>{escape(caption)}</caption>\n"
        f'<thead><tr><th scope="col">{escape(first)}</th>{drawn}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>\n"
    )


def _row(row: Sequence[Cell]) -> str:
    """Return a row of a table; the class of its first cell is that of the row."""
    (kind, name), *cells = row
    drawn = "".join(f"<td{_styled(kind)}>{escape(text)}</td>" for kind, text in cells)
    return f'<tr{_styled(kind)}><th scope="row">{escape(name)}</th>{drawn}</tr>'


def _styled(kind: str) -> str:
    """Return the attribute that gives a class, if any."""
    return f' class="{kind}"' if kind else ""
