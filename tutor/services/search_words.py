"""Cut texts and queries into the words a search compares."""

import re
import unicodedata
from typing import NamedTuple

from tutor.domain.folding import fold

_WORD = re.compile(r"[^\W_]+")
LITTLE = frozenset({
    "a", "au", "aux", "c", "ce", "ces", "d", "de", "des", "du", "elle", "en", "est",
    "et", "il", "ils", "l", "la", "le", "les", "leur", "lui", "m", "ma", "mais", "me",
    "mes", "mon", "n", "ne", "nous", "on", "ou", "par", "pas", "pour", "qu", "que",
    "qui", "s", "sa", "se", "ses", "si", "son", "sur", "t", "te", "tu", "un", "une",
    "vous", "y",
})  # fmt: skip
"""Words that say too little to be looked for, as long as there are others; folded."""


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    folded: str
    start: int
    end: int


class Folder:
    """Folds words, each once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        """How each folded word was first written."""

    def fold(self, word: str) -> str:
        """Return a word as it is compared: no case, no accent, no ligature.

        Args:
            word: one word.
        """
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = fold(word).replace(" ", "")
            is_sigle = word.isupper() and len(word) > 1
            self.shown.setdefault(found, word if is_sigle else word.lower())
        return found

    def words(self, text: str) -> list[str]:
        """Return the words of a text as they are compared.

        Args:
            text: any text.
        """
        return [self.fold(word) for word in _WORD.findall(composed(text))]

    def places(self, text: str) -> list[Word]:
        """Return the words of a text with their places.

        Args:
            text: one whose accents are part of their letters (`composed`).
        """
        return [
            Word(self.fold(each.group()), each.start(), each.end())
            for each in _WORD.finditer(text)
        ]


def telling(words: list[str]) -> list[str]:
    """Return the words of a query worth looking for: all, where all say little.

    Args:
        words: folded.
    """
    return [word for word in words if word not in LITTLE] or words


def composed(text: str) -> str:
    """Return a text whose accents are part of their letters, its apostrophes signs.

    Args:
        text: any text.
    """
    return unicodedata.normalize("NFC", text).replace("ʼ", "'")
