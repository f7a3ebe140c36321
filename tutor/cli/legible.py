"""Words for streams that cannot write every sign: replaced by what reads well."""

import codecs
import unicodedata
from io import TextIOWrapper
from typing import TextIO

from typing_extensions import override

HANDLER = "tutor.legible"
"""The name of the way to replace signs, for Python's codecs."""

SIGNS = {
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "ʼ": "'",
    "‹": "'", "›": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-",
    "−": "-", "…": "...", "·": "-", "•": "-", "\u00a0": " ", "\u202f": " ",
    "\u2009": " ", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "€": "euros",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "≥": ">=", "≤": "<=",
    "≠": "<>", "≈": "~", "×": "x", "÷": "/", "°": "o", "±": "+/-", "▸": ">", "▾": "v",
    "▌": "|", "│": "|", "┃": "|", "─": "-", "━": "-", "┄": ".", "█": "#", "▓": "#",
    "▒": "+", "░": ".", "○": "( )", "●": "(x)", "◉": "(x)", "□": "[ ]", "■": "[x]",
    "★": "*", "✎": "*", "◆": "*", "▪": "-", "\ufffd": "?",
}  # fmt: skip
WORDS = {"✓": "yes", "✔": "yes", "✗": "no", "✘": "no", "◐": "begun", "⏎": "enter"}
"""Signs that stand for a word; the catalogue says it under `terminal.sign.`."""


BARE = "tutor_ascii"
"""An encoding of our own: ASCII, its other signs replaced. Click takes plain ASCII for
a mistake and writes UTF-8 there, which such a terminal shows as noise."""


def make_legible(reads: TextIO, *writes: TextIO) -> None:
    """Let no stream stop at a sign: what cannot be written is replaced by words.

    Args:
        reads: where lines come from; bytes that are no text become a mark.
        *writes: where lines go to.
    """
    codecs.register_error(HANDLER, _replaced)
    codecs.register(_found)
    if isinstance(reads, TextIOWrapper):
        reads.reconfigure(errors="replace")
    for stream in writes:
        if isinstance(stream, TextIOWrapper):
            is_bare = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=BARE if is_bare else None, errors=HANDLER)


def lacking(stream: TextIO) -> str:
    """Return the name of a stream's encoding where it cannot write every sign.

    Args:
        stream: any stream of text.

    Returns:
        That name, or an empty text where nothing is lacking.
    """
    name = codecs.lookup(stream.encoding or "ascii").name
    if name.startswith("utf"):
        return ""
    return "ASCII" if name in {"ascii", BARE} else name.upper()


def legible(text: str, encoding: str) -> str:
    """Return a text in signs that an encoding has.

    Args:
        text: any text.
        encoding: the name of an encoding.
    """
    return "".join(_written(sign, encoding) for sign in text)


class _BareEncoder(codecs.IncrementalEncoder):
    """Writes ASCII, with words for the signs it lacks."""

    @override
    def encode(self, input: str, final: bool = False) -> bytes:
        """Return a text as ASCII."""
        return _bare(input)[0]


def _bare(text: str, errors: str = "strict") -> tuple[bytes, int]:
    """Return a text as ASCII, and how much of it that is."""
    del errors
    return legible(text, "ascii").encode("ascii"), len(text)


def _found(name: str) -> codecs.CodecInfo | None:
    """Return our own encoding where it is asked for."""
    if name != BARE:
        return None
    plain = codecs.lookup("ascii")
    return codecs.CodecInfo(
        _bare,
        plain.decode,
        name=BARE,
        incrementalencoder=_BareEncoder,
        incrementaldecoder=plain.incrementaldecoder,
    )


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """Return what to write in place of signs an encoding lacks, and where to go on.

    Raises:
        UnicodeError: the fault is not one of writing.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return legible(lost, error.encoding), error.end


def _written(sign: str, encoding: str) -> str:
    """Return a sign, or what stands for it: words, its letter without an accent, `?`."""
    if _has(encoding, sign):
        return sign
    if sign in WORDS:
        from tutor.locale import say

        said = say(f"terminal.sign.{WORDS[sign]}")
        return said if _has(encoding, said) else legible(said, "ascii")
    if sign in SIGNS:
        return SIGNS[sign]
    bare = unicodedata.normalize("NFKD", sign)
    kept = "".join(each for each in bare if _has(encoding, each))
    return kept if kept or unicodedata.combining(sign) else "?"


def _has(encoding: str, text: str) -> bool:
    """Return whether an encoding can write a text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
