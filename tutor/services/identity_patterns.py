"""Find what has a shape of its own: dates, numbers, addresses, rooms."""

import re
from collections.abc import Iterator

from tutor.services.identity_letters import (
    A_LETTER,
    AFTER,
    BEFORE,
    CAPITALISED,
    GAP,
    LOWER,
    UPPER,
)

_SPACE = r"[^\S\n]{0,3}"
_BETWEEN = r"[^\S\n]?[.\-/·‑–]?[^\S\n]?"
"""Between two digits of a number."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d"
_E = r"(?:[eéè]\u0301?)"
_NAMED_MONTH = (
    rf"(?i:janv(?:ier)?|f{_E}vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?"
    rf"|ao[uû]\u0302?t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d{_E}c(?:embre)?)\b\.?"
)
_NAMED = rf"{_DAY}{_SPACE}(?i:er)?[\s\-]{{1,3}}{_NAMED_MONTH}"
_BORN = (
    rf"{A_LETTER}{BEFORE}(?i:n[ée]\u0301?(?:\(e\)|[·.]e)?e?s?|naissance|ddn)"
    rf"{_SPACE}:?{_SPACE}(?i:le|en|un\s\w{{5,8}}|)\s{{0,3}}"
)
_DATES = (
    rf"(?<!\d){_DAY} ?(?P<sep>[/.\-]) ?{_MONTH} ?(?P=sep) ?{_YEAR}(?!\d)",
    rf"(?<!\d){_DAY}/{_MONTH}/\d\d(?!\d)",
    r"(?<!\d)(?:0[1-9]|[12]\d|3[01])([.\-])(?:0[1-9]|1[0-2])\1\d\d(?!\d)",
    rf"(?<!\d)(?:0[1-9]|[12]\d|3[01])[ ]?(?:0[1-9]|1[0-2])[ ]?{_YEAR}(?!\d)",
    rf"(?<!\d){_YEAR}([/.\-]){_MONTH}\1{_DAY}(?!\d)",
    rf"(?<!\d){_NAMED}[\s\-]{{1,3}}{_YEAR}(?!\d)",
    (
        rf"{_BORN}(?P<kept>(?:{_NAMED}|{_NAMED_MONTH}[\s]{{1,3}}{_YEAR}"
        rf"|{_DAY}[/.]{_MONTH})(?:[\s]{{1,3}}(?:{_YEAR}|'?\d\d))?)(?!\d)"
    ),
)
_PHONES = (
    (
        rf"(?<!\d)(?:(?:\+|00){_BETWEEN}(?:33|262|590|594|596|508){_BETWEEN}(?:\(0\))?"
        rf"{_BETWEEN}[1-9]|0{_BETWEEN}[1-9])(?:{_BETWEEN}\d){{8}}(?!\d)"
    ),
    rf"\+\d{{1,3}}(?:{_BETWEEN}\d){{6,12}}(?!\d)",
    rf"(?<!\d)6[39][0-9](?:{_BETWEEN}\d){{6}}(?!\d)",
)
_SOCIAL_SECURITY = (
    (
        rf"(?<!\d)[12](?:{_BETWEEN}\d){{4}}{_BETWEEN}(?:\d{_BETWEEN}\d|2{_BETWEEN}[ABab])"
        rf"(?:{_BETWEEN}\d){{6}}(?:(?:{_BETWEEN}\d){{2}})?(?!\d)"
    ),
)
_NUMBERS = (
    (
        rf"{A_LETTER}{BEFORE}(?i:ipp|ins|nip|nda|iep|matricule|dossier){_SPACE}(?:(?i:n[°ºo]))?"
        rf"{_SPACE}:?{_SPACE}(?P<kept>\d{{5,20}})(?!\d)"
    ),
)
_MAILS = (r"(?<![\w.+'\-])[\w.+'\-]++(?<!['.])@[\w\-]++(?:\.[\w\-]++)*+",)
_ROOMS = (
    (
        rf"{A_LETTER}{BEFORE}(?i:chambres?|ch|chb|lits?|box)\.?{_SPACE}(?i:n[°ºo]\.?|num[ée]ro)?"
        rf"{_SPACE}:?{_SPACE}(?:[A-Z][\-]?)?\d{{1,4}}(?:-?[A-Za-z])?{AFTER}"
        r"(?![,.]\d|[^\S\n]?(?:%|kg|mm|cm))"
    ),
)
_WORD = r"(?:[\w\u0300-\u036f]++(?:['’\-][\w\u0300-\u036f]++)*+)"
_LINK = f"(?:(?i:de|du|des|la|le|les|aux?|à|et|en){GAP}|(?i:[dl])['’])"
_STOP = r"(?!(?i:et|avec|elle|il|qui|où|pour|chez|dans|est|vit|a|depuis)\b)"
_STREET = (
    r"(?i:rue|avenue|av\.?|chemin|boulevard|bd|bld|blvd|impasse|imp\.?|allées?|route"
    r"|rte|ruelle|lotissement|quai|square|sentier|venelle|place|pl\.)"
)
_SPOT = (
    r"(?i:cours|passage|résidence|cité|voie|lot|montée|villa|hameau|promenade"
    r"|traverse|rampe|esplanade|faubourg|lieu-dit|lieudit)"
)
_MORE = rf"(?:{GAP}{_LINK}{{0,3}}(?:{CAPITALISED}|\d{{1,4}}(?!\d))){{0,6}}"
_TOWN = rf"(?:[^\S\n]?[,\n(]?{_SPACE}\d{{5}}(?:{GAP}{CAPITALISED}){{0,5}}\)?)?"
_NUMBER = (
    r"(?<!\d)\d{1,4}(?:[^\S\n]?(?:(?i:bis|ter|quater)|[A-Da-d])(?!\w))?"
    rf"{_SPACE},?{_SPACE}"
)
_ADDRESSES = (
    (
        rf"(?<!\d)(?!1[^\S\n]+place{GAP}{_LINK}{{0,3}}(?![{UPPER}][{LOWER}])){_NUMBER}{_STREET}{GAP}{_LINK}{{0,3}}{_WORD}"
        rf"(?:{GAP}{_STOP}{_WORD})?{_MORE}{_TOWN}"
    ),
    rf"{_NUMBER}{_SPOT}{GAP}{_LINK}{{0,3}}{CAPITALISED}{_MORE}{_TOWN}",
    (
        rf"{A_LETTER}{BEFORE}(?!(?i:place|pl\.)){_STREET}{GAP}{_LINK}{{0,3}}(?=[{UPPER}]){_WORD}{_MORE}"
        rf"{_TOWN}"
    ),
)
_PATTERNS = [
    (kind, re.compile(pattern))
    for kind, patterns in (
        ("date", _DATES),
        ("telephone", _PHONES),
        ("securite-sociale", _SOCIAL_SECURITY),
        ("numero", _NUMBERS),
        ("courriel", _MAILS),
        ("chambre", _ROOMS),
        ("adresse", _ADDRESSES),
    )
    for pattern in patterns
]


def shapes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where dates, numbers, addresses and rooms stand, and which they are.

    Args:
        text: anything.
    """
    for kind, pattern in _PATTERNS:
        group = "kept" if "kept" in pattern.groupindex else 0
        for found in pattern.finditer(text):
            yield *found.span(group), kind
