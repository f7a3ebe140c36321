"""Read a text in one of the formats that Moodle keeps: HTML, Markdown, plain."""

import re

from tutor.domain.prose import Prose
from tutor.interop.html_reading import Seen, plain_prose, read_html
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import parse, prose

NAMES = ("html", "markdown", "plain", "moodle")
_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|sub"
    r"|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_LONE_LESS = re.compile(r"<(?![a-zA-Z/])")


def read_text(text: str, form: str) -> Seen:
    """Return a text as prose.

    Args:
        text: as the file has it, its escapes undone.
        form: `html`, `markdown`, `plain`, or `moodle`: plain text in which the tags
            of HTML may stand, and lines count. An unknown one is read as `moodle`.
    """
    if form == "html":
        return read_html(text)
    if form == "markdown":
        return Seen(_markdown(text))
    if form in {"plain", "plain_text"} or not _TAG.search(text):
        return Seen(plain_prose(text))
    return read_html(_LONE_LESS.sub("&lt;", text).replace("\n", "<br>"))


def _markdown(text: str) -> Prose:
    """Return Markdown as prose; what the course's own reader would say is not said."""
    findings = Findings("")
    return prose(parse(text.split("\n"), 1, findings), 1, findings)
