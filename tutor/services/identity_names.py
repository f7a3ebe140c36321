"""Find names and initials: after a title, after a calling, or a first name beside a name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tutor.services.identity_letters import (
    A_LETTER,
    AFTER,
    BEFORE,
    CAPITALISED,
    GAP,
    LETTER,
    LOWER,
    PARTICLE,
    UPPER,
    folded,
)
from tutor.services.identity_lone import AFTER_A_PLACE, line_before
from tutor.services.identity_words import FIRST_NAMES, NEVER, NOT_NAMES, PARTICLES

MOST_WORDS = 8
"""Words of one name after a title."""
LEAST_CAPITALS = 4
"""Letters of a word in capitals from which it is a name beside any capitalised word;
shorter ones are mostly sigles."""
_TITLE = (
    r"(?:(?i:madame|mesdames|monsieur|messieurs|mademoiselles?|docteure?s?|doctoresse"
    r"|professeure?s?|maître)(?!\.)"
    r"|(?i:mmes?|mlles?|mr|mrs|dre?s?)|MM?|m(?=\.)|Pr|Me)"
)
_KIN = (
    r"(?i:patiente?|enfant|bébé|nourrisson|garçon|fillette|fils|filles?|mari|femme"
    r"|épouse|époux|conjointe?|compagne|compagnon|frère|s(?:œ|oe)ur|mère|père|maman"
    r"|papa|grand-mère|grand-père|oncle|tante|neveu|nièce|cousine?|voisine?|amie?"
    r"|aidante?|résidente?|jeune|infirmi(?:er|ère)|kiné|pharmacien(?:ne)?|médecin"
    r"|interne|collègue|secrétaire|aide-soignante?|sage-femme|coordinat(?:eur|rice)"
    r"|coordonnat(?:eur|rice)|assistante? sociale?)"
)
_CALLED = r"(?i:s['’]appelle|pré?nommée?|nommée?|(?:pré)?nom(?:[^\S\n]{0,2}:)?)"
_CUE = re.compile(
    f"{A_LETTER}{BEFORE}(?:(?P<title>{_TITLE})|(?P<kin>{_KIN})|(?P<called>{_CALLED}))"
    r"(?P<dot>\.)?(?P<gap>[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})?"
)
_PIECE = re.compile(f"(?P<particle>{PARTICLE})|{CAPITALISED}{AFTER}(?P<dot>\\.)?")
_JOIN = re.compile(f"{GAP}|-")
_RUN = re.compile(f"{BEFORE}{CAPITALISED}(?:{GAP}(?:{PARTICLE}){{0,3}}{CAPITALISED})++")
_PLAIN = re.compile(f"{LETTER}{{2,}}+(?:[-'’]{LETTER}++)*+{AFTER}")
_CAPITALISED = re.compile(f"{BEFORE}{CAPITALISED}")
_AGE_AFTER = re.compile(rf",?{GAP}\d{{1,3}}{GAP}(?:ans|mois)")
_LITTLE = re.compile(f"petite?{GAP}$")
_INITIAL_AFTER = re.compile(f"{GAP}[{UPPER}]\\.")
_LONE_INITIALS = re.compile(
    f"{BEFORE}[{UPPER}]\\.[^\\S\\n]?[{UPPER}]\\.(?=,?[^\\S\\n]{{1,3}}\\d{{1,3}}[^\\S\\n]?ans)"
)
_ELIDED = re.compile(f"(?:[LDJCSNMTldjcsnmt]|[Qq]u|\\w+squ)['’][{LOWER}]")


class Token(NamedTuple):
    """One word of what may be a name."""

    start: int
    end: int
    text: str
    has_dot: bool = False

    @property
    def plain(self) -> str:
        """The word as the lists hold it."""
        return folded(self.text)

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(sign.isalpha() for sign in self.text)

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter: K, or J-P."""
        parts = re.split("[-'’‐‑]", self.text)
        return all(sum(each.isalpha() for each in part) == 1 for part in parts)

    @property
    def is_capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.letters > 1 and self.text == self.text.upper()

    @property
    def is_particle(self) -> bool:
        """Whether it only leads to a name: de, La, née, d'."""
        if self.has_dot or (self.is_initial and self.text[-1].isalpha()):
            return False
        return self.plain.rstrip("' ").strip() in PARTICLES

    @property
    def is_first_name(self) -> bool:
        """Whether it is a first name that the list knows."""
        return re.split("[-‐‑]", self.plain)[0] in FIRST_NAMES


def names(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where names and initials stand, and which of both they are.

    Args:
        text: anything.
    """
    for cue in _CUE.finditer(text):
        yield from _after_cue(text, cue)
    for run in _RUN.finditer(text):
        for name in _in_run(_tokens(text, run.start(), run.end())):
            if not AFTER_A_PLACE.search(line_before(text, name[0])):
                yield name
    for word in _CAPITALISED.finditer(text):
        yield from _beside(text, Token(word.start(), word.end(), word[0]))
    for found in _LONE_INITIALS.finditer(text):
        yield found.start(), found.end(), "initiales"


def _beside(text: str, token: Token) -> Iterator[tuple[int, int, str]]:
    """Yield a first name with an initial, with an age, or after « petit »: Léa, 6 ans."""
    if not token.is_first_name:
        return
    initial = _INITIAL_AFTER.match(text, token.end)
    if initial:
        yield token.start, initial.end(), "initiales"
    elif _AGE_AFTER.match(text, token.end) or _LITTLE.search(
        text, max(0, token.start - len("petite ")), token.start
    ):
        yield token.start, token.end, "nom"


def _after_cue(text: str, cue: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the name after a title, a calling or « s'appelle », if there is one."""
    is_title = cue["title"] is not None
    if not cue["gap"] and not (is_title and cue["dot"]):
        return
    if not is_title and (cue["dot"] or "\n" in cue["gap"]):
        return
    tokens = _tokens(text, cue.end(), len(text))
    if is_title and (not tokens or tokens[0].plain in NEVER):
        yield from _in_small_letters(text, cue)
    if not cue["gap"] and tokens and tokens[0].is_initial:
        return  # a sigle with dots
    kept = _name(tokens) if is_title else _name_of_kin(tokens)
    if kept:
        kind = "initiales" if all(each.is_initial for each in kept) else "nom"
        yield kept[0].start, kept[-1].end + kept[-1].has_dot, kind


def _in_small_letters(text: str, cue: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the word after a title that is all in small letters: mme dupont."""
    title = cue["title"]
    if title not in {"mme", "mlle", "mr", "dr", "m"} or "\n" in (cue["gap"] or ""):
        return
    word = _PLAIN.match(text, cue.end())
    if word and folded(word[0]) not in NOT_NAMES and not _ELIDED.match(word[0]):
        yield word.start(), word.end(), "nom"


def _tokens(text: str, start: int, stop: int) -> list[Token]:
    """Return the words of what may be one name, from a place on."""
    found: list[Token] = []
    most = MOST_WORDS if stop == len(text) else stop - start
    while len(found) < most and start < stop:
        piece = _PIECE.match(text, start, stop)
        if piece is None:
            break
        is_initial = bool(piece["dot"]) and piece.end() - piece.start() <= len("K-P.")
        end = piece.end() - bool(piece["dot"])
        found.append(Token(piece.start(), end, text[piece.start() : end], is_initial))
        start = piece.end() if is_initial else end
        join = _JOIN.match(text, start, stop)
        if join is None and not (is_initial or piece["particle"]):
            break
        start = join.end() if join else start
    return found


def _name(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a name after a title; the first ones, up to a plain word."""
    kept = 0
    for place, token in enumerate(tokens):
        if token.is_particle:
            continue
        if _ends(token, tokens[:kept], is_last=place + 1 == len(tokens)):
            break
        kept = place + 1
    return tokens[:kept]


def _ends(token: Token, name: Sequence[Token], *, is_last: bool) -> bool:
    """Return whether a word after a title is no part of the name.

    The first word nearly always is; after initials a sentence may begin.
    """
    if not token.letters:
        return True
    if token.is_initial and (token.has_dot or not name):
        return bool(name) and token.plain == "m" and not is_last  # the next title
    if not name:
        return token.plain in NEVER
    is_doubtful = name[-1].has_dot or token.is_capitals
    known = NOT_NAMES if is_doubtful else NEVER
    return token.plain in known or bool(_ELIDED.match(token.text))


def _name_of_kin(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a name after « patiente », « infirmier » or « s'appelle »."""
    if not tokens or tokens[0].is_particle or _is_plain(tokens[0]):
        return ()
    first = tokens[0]
    if first.is_initial and not first.has_dot:
        return ()
    if first.is_capitals and first.letters < LEAST_CAPITALS:
        return ()
    return _name(tokens)


def _in_run(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a run of capitalised words: Jean DUPONT, DUPONT Jean."""
    place = 0
    while place < len(tokens):
        first = tokens[place]
        end = place + 1
        if not first.is_particle and not _is_plain(first):
            end = _end_of_run(tokens, place)
            if _is_name(tokens[place:end]):
                yield first.start, tokens[end - 1].end, "nom"
        place = end


def _end_of_run(tokens: Sequence[Token], place: int) -> int:
    """Return where the words that may be of one name end."""
    end = place + 1
    for number in range(place + 1, len(tokens)):
        token = tokens[number]
        if token.is_particle:
            continue
        if _is_plain(token):
            break
        end = number + 1
    return end


def _is_name(tokens: Sequence[Token]) -> bool:
    """Return whether words of a run make a name together."""
    words = [token for token in tokens if not token.is_particle]
    if len(words) == 1:
        return False
    if any(token.is_first_name for token in words):
        return True
    is_long = [t.is_capitals and t.letters >= LEAST_CAPITALS for t in words]
    return any(is_long[1:]) and not words[0].is_capitals


def _is_plain(token: Token) -> bool:
    """Return whether a capitalised word is no name outside a title."""
    word, _, rest = token.text.partition("-")
    if token.plain in NOT_NAMES or _ELIDED.match(token.text):
        return True
    if token.plain.startswith(("saint-", "sainte-")):
        return True
    return bool(rest) and rest[0] in LOWER and folded(word) not in FIRST_NAMES
