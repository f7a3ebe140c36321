"""Read XML from anywhere into elements with their lines: no entity, nothing fetched."""

from dataclasses import dataclass, field
from xml.parsers import expat

DEEPEST = 40
"""Tags in one another; Moodle writes eight."""


@dataclass
class Element:
    """A tag, its attributes, its characters and the tags in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    inside: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    is_whole: bool = False
    """Whether its end was read."""

    @property
    def text(self) -> str:
        """The characters that stand directly in it."""
        return "".join(self.pieces)

    def all(self, tag: str) -> list["Element"]:
        """Return the tags of a name directly in it."""
        return [each for each in self.inside if each.tag == tag]

    def first(self, tag: str) -> "Element | None":
        """Return the first tag of a name directly in it, or None."""
        return next(iter(self.all(tag)), None)

    def said(self, tag: str) -> str:
        """Return what a tag says, in itself or in its `text`, or an empty text."""
        found = self.first(tag)
        if found is None:
            return ""
        inner = found.first("text")
        return (found if inner is None else inner).text


class XmlError(Exception):
    """The file is not the XML it should be."""

    def __init__(self, code: str, line: int, reason: str = "") -> None:
        super().__init__(code, line, reason)
        self.code = code
        """A message under `exchange.problem.`."""
        self.line = line
        """Where it was noticed, from 1."""
        self.reason = reason
        """What the parser says, in English."""


def read_xml(raw: bytes) -> tuple[Element | None, XmlError | None]:
    """Return the outermost element, whole or as far as it can be read.

    Args:
        raw: the file; its own declaration names its encoding, else it is UTF-8.

    Returns:
        The element, or None where there is none; and what ended the reading early.
    """
    builder = _Builder()
    try:
        builder.parser.Parse(raw, True)  # noqa: FBT003 - the parser's own order
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        return builder.root, XmlError("xml-broken", error.lineno, str(reason))
    except (LookupError, ValueError) as error:
        return builder.root, XmlError("xml-broken", 1, str(error))
    except XmlError as error:
        return builder.root, error
    return builder.root, None


class _Builder:
    """Listens to the parser."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        line = self.parser.CurrentLineNumber
        if len(self._open) >= DEEPEST:
            raise XmlError("xml-broken", line, f"more than {DEEPEST} levels")
        element = Element(tag, attributes, line)
        if self._open:
            self._open[-1].inside.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, tag: str) -> None:
        """Close the element at hand."""
        del tag
        self._open.pop().is_whole = True

    def _characters(self, text: str) -> None:
        """Keep characters where they stand."""
        self._open[-1].pieces.append(text)

    def _refuse(self, *_: object) -> int:
        """Refuse declarations: a file could make them grow, or fetch others."""
        raise XmlError("xml-entities", self.parser.CurrentLineNumber)
