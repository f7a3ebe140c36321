"""What a letter, a word and a gap are to the identity guard, as pieces of patterns.

Accents may come apart from their letter (a paste from macOS) and a word may hold
invisible signs (a paste from a PDF); no pattern built from these goes back over a word it
has read, so that none takes longer than the text is long.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = [chr(code) for code in range(0x590)]
_SIGNS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""Accents on their own, and signs without width."""
UPPER = "".join(each for each in _LETTERS if each.isupper())
LOWER = "".join(each for each in _LETTERS if each.islower())
LETTER = f"[{UPPER}{LOWER}{_SIGNS}]"
A_LETTER = "(?=[A-Za-zÉéœŒ])"
"""Before a long pattern, so that it is not tried at every sign."""
BEFORE = f"(?<![{UPPER}{LOWER}{_SIGNS}\\d])"
"""Where no word is cut."""
AFTER = f"(?![{UPPER}{LOWER}{_SIGNS}\\d])"
GAP = r"[^\S\n]{1,3}+"
"""Between two words of one line."""
CAPITALISED = f"[{UPPER}]{LETTER}*+(?:[-'’‐‑]{LETTER}++){{0,4}}+"
"""A word that begins with a capital, whole: Jean-Pierre, N'Diaye, DUPONT, K."""
PARTICLE = (
    "(?:de|du|des|la|le|les|van|von|der|den|di|da|dos|ben|bin|el|al|ould|née?|épouse"
    f"|veuve|ép\\.|et){GAP}|[dl]['’]"
)
"""What may stand inside a name without a capital."""
_WORDS = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Return a word as the lists of words hold it.

    Args:
        word: any word.
    """
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", word).casefold())
    kept = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return kept.replace("œ", "oe").replace("’", "'").rstrip(".")


def words_of(text: str) -> frozenset[str]:
    """Return the words and the numbers of a text, folded.

    Args:
        text: a name, a date, an address.
    """
    return frozenset(folded(word) for word in _WORDS.findall(text))
