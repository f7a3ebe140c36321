"""Fold what people type so that spelling habits do not decide a credit."""

import re
import unicodedata

_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des"})
_SIGN = re.compile(r"(?:^|(?<=\s))-(?=\d)")
_TO_SPACE = re.compile(r"[\s'’ʼ‘\-‐‑–—_]+")


def fold(text: str) -> str:
    """Return the text as it is compared in a QROC (rules, 14).

    Case, accents, ligatures, apostrophes, hyphens and spacing stop mattering and
    a leading article is dropped; digits, signs, decimal marks and the rest of the
    punctuation stay, since they carry meaning in medicine.

    Args:
        text: what was typed or listed.

    Returns:
        The folded text; folding it again changes nothing.
    """
    bare = text.lower() if text.isascii() else _bare(text)
    signed = _SIGN.sub("−", bare)
    return _without_article(_TO_SPACE.sub(" ", signed).strip())


def _bare(text: str) -> str:
    """Return a text without capitals, accents and ligatures."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    lowered = lowered.replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.casefold())


def _without_article(text: str) -> str:
    """Drop leading articles unless nothing would remain."""
    first, _, rest = text.partition(" ")
    while rest and first in _ARTICLES:
        text = rest
        first, _, rest = text.partition(" ")
    return text
