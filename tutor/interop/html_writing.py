"""Write prose as the little HTML that Moodle shows as it is meant."""

from html import escape

from tutor.domain.prose import (
    Divider,
    Heading,
    Listing,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Span,
    Table,
    Text,
    Verbatim,
)

_TOP = 3
"""The highest heading inside a question: those above belong to the page."""


def html_of(prose: Prose) -> str:
    """Return prose as HTML, on one line but for what is shown as written."""
    return "".join(map(_block, prose))


def html_line(text: Text) -> str:
    """Return a text as HTML without a paragraph around it."""
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    """Return one run of characters with its looks."""
    words = escape(span.text.replace("\n", " "), quote=False)
    for tag, wanted in (
        ("code", span.code),
        ("em", span.italic),
        ("strong", span.bold),
    ):
        if wanted:
            words = f"<{tag}>{words}</{tag}>"
    return words


def _block(block: ProseBlock) -> str:
    """Return one block."""
    match block:
        case Paragraph():
            return f"<p>{html_line(block.text)}</p>"
        case Heading():
            level = max(_TOP, block.level)
            return f"<h{level}>{html_line(block.text)}</h{level}>"
        case Listing():
            return _listing(block)
        case Quotation():
            return f"<blockquote>{html_of(block.blocks)}</blockquote>"
        case Table():
            head = _row(block.header, "th")
            rows = "".join(_row(row, "td") for row in block.rows)
            return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        case Verbatim():
            return f"<pre>{escape(block.text, quote=False)}</pre>"
        case Divider():
            return "<hr>"


def _listing(block: Listing) -> str:
    """Return a list."""
    items = "".join(f"<li>{_item(each)}</li>" for each in block.items)
    if not block.ordered:
        return f"<ul>{items}</ul>"
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>{items}</ol>"


def _item(item: Prose) -> str:
    """Return the inside of an item; a lone paragraph stands without its marks."""
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return html_line(item[0].text)
    return html_of(item)


def _row(cells: tuple[Text, ...], tag: str) -> str:
    """Return one row of a table."""
    return f"<tr>{''.join(f'<{tag}>{html_line(each)}</{tag}>' for each in cells)}</tr>"
