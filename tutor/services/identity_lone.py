"""Find first names that stand alone: « Paulette est rentrée », « vu Karim ce matin ».

A first name that is hardly anything else counts wherever it begins with a capital, unless
what stands before it makes a place, a test or a law of it. One that is a word too counts
only beside what is said of persons. In small letters both need that.
"""

import re
from collections.abc import Iterator

from tutor.services.identity_first_names import AFTER_A_HYPHEN, ORDINARY, USUAL
from tutor.services.identity_letters import (
    A_LETTER,
    AFTER,
    BEFORE,
    CAPITALISED,
    GAP,
    LETTER,
    folded,
)

LEAST_CAPITALS = 6
"""Letters of a first name all in capitals; shorter ones are mostly sigles."""
LEAST_SMALL = 4
"""Letters of a first name in small letters."""
_LOOK_BACK = 60
"""Characters before a word that say what it is."""
_WORD = re.compile(f"{A_LETTER}{BEFORE}{CAPITALISED}{AFTER}")
_OF = r"(?:(?:du|des|de|la|le|les)[^\S\n]{1,3}|[dl]['’])"
_PLACES = (
    r"(?i:\b(?:saint|sainte|ste?|hôpita(?:l|ux)|cliniques?|chr?u|chr?|ghu?t?|écoles?"
    r"|collège|lycée|université|faculté|rue|avenue|boulevard|bd|fondation|institut|lois?"
    r"|syndrome|signe|classification|manœuvre|cyclone|ouragan|tempête|pilule|cohorte"
    rf"|tendon|talons?)\.?[^\S\n]{{1,3}}{_OF}{{0,2}})"
)
_THINGS = (
    r"(?i:\b(?:centre|maison|service|plan|projet|programme|dispositif|logiciel|application"
    r"|appli|pharmacie|laboratoire|labo|salle|unité|pavillon|bâtiment|msp|cpts|association"
    r"|asso|équipe|réseau|outil|étude|commune|ville|île|baie|gare|stade|place|pont|quai"
    r"|chemin|allée|impasse|quartier|résidence|foyer|ehpad|usld|rapport|score|échelle"
    r"|tests?|indice|essai)[^\S\n]{1,3}|-|\bl['’])"
)
AFTER_A_PLACE = re.compile(f"{_PLACES}$")
"""Before a name that is no person's: a hospital, a street, a law, a test."""
_NOT_OF_PERSONS = re.compile(f"(?:{_PLACES}|{_THINGS})$")
_SEEN = (
    r"(?:re)?vue?s?|(?:re)?voi[rst]|(?:r?appel|contact|rencontr|crois|aid|consol|examin"
    r"|accompagn|rassur|écout|soign|install|inform|consult|visit)(?:é?e?s?|er|ait)"
    r"|(?:r?appelle|préviens|prévenue?|prévenir|reçue?|recevoir|reçois|suivi|suivre)"
    r"|chez|prénommée?"
)
_TOLD = (
    r"(?:dit|redit|demandé|parlé|écrit|téléphoné|confié|expliqué|remis|donné|annoncé"
    r"|répondu|proposé|rappelé|dire|demander|parler|écrire|téléphoner|expliquer|donner"
    r"|annoncer|répondre|proposer|promis|montré)[^\S\n]{1,3}à"
)
_WHOSE = (
    r"(?:fill?e|fils|mère|père|mari|femme|maman|papa|s(?:œ|oe)ur|frère|voisine?|amie?"
    r"|aidante?|conjointe?|compagne|compagnon|tante|oncle|traitement|dossier|ordonnance"
    r"|plaie|tension|sortie|retour|message|appel|visite|chambre|famille|histoire|cas"
    r"|fièvre|diabète|douleurs?|bilan|domicile|suivi|état|angoisse|chute|parents?)"
    r"[^\S\n]{1,3}d(?:e[^\S\n]{1,3}|['’])"
)
_AFTER_PERSON = re.compile(
    rf"(?i:\b(?:{_SEEN}|{_TOLD})[^\S\n]{{1,3}}|\b{_WHOSE}"
    r"|\b(?:avec|pour|petite?|mamie|papi|papy|mémé|tata|tonton)[^\S\n]{1,3})$"
)
_AFTER_SIGHT = re.compile(rf"(?i:\b(?:{_SEEN})[^\S\n]{{1,3}}|\b{_WHOSE})$")
_ACTS = (
    r"(?:ne[^\S\n]|n['’]|me[^\S\n]|m['’]|se[^\S\n]|s['’]|nous[^\S\n]|lui[^\S\n]"
    r"|y[^\S\n]){0,2}"
    r"(?:a|avait|aura|va|allait|vient|venait|dit|disait|demande|refuse|refusait|sort"
    r"|sortait|rentre|revient|vit|vivait|habite|dort|mange|boit|tousse|pleure|souffre"
    r"|tombe|chute|marche|parle|raconte|appelle|rappelle|attend|pense|veut|voulait|peut"
    r"|prend|arrête|travaille|sait|croit|espère|accepte|hésite|remercie|répond|sourit)"
)
_IS = (
    r"(?:n['’])?(?:est|était|sera)[^\S\n]{1,3}"
    r"(?:(?:bien|très|encore|toujours|déjà|plus|pas|enfin)[^\S\n]{1,3}){0,2}"
    r"(?:\w{1,20}(?:ée?|ie?|ue?|ise?|ite?|rte?)|là|chez|malade|veuf|veuve|seule?"
    r"|enceinte|inquiète?)"
)
_BEFORE_PERSON = re.compile(rf",?{GAP}(?:{_ACTS}|{_IS}){AFTER}")
_SMALL = re.compile(f"(?<=[^\\S\n]){LETTER}{{{LEAST_SMALL},}}+{AFTER}")
_HYPHEN = re.compile("[-‐‑]")
_DIGIT_AFTER = re.compile(r"[^\S\n]{0,2}\d")
_YEAR_AFTER = re.compile(r"(?: et al\.?)?,?[^\S\n]{0,2}\(?(?:19|20)\d\d(?!\d)")
"""An author is cited with a year."""


def lone_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where first names stand alone.

    Args:
        text: anything.
    """
    for word in _WORD.finditer(text):
        if _is_person(text, word):
            yield word.start(), word.end(), "nom"
    for word in _SMALL.finditer(text):
        is_known = folded(word[0]) in USUAL and word[0] == word[0].lower()
        if is_known and _AFTER_SIGHT.search(line_before(text, word.start())):
            yield word.start(), word.end(), "nom"


def _is_person(text: str, word: re.Match[str]) -> bool:
    """Return whether a capitalised word is the first name of a person."""
    parts = _HYPHEN.split(folded(word[0]))
    if not _are_first_names(parts):
        return False
    if word[0] == word[0].upper() and len(word[0]) < LEAST_CAPITALS:
        return False
    before = line_before(text, word.start())
    if _NOT_OF_PERSONS.search(before) or _YEAR_AFTER.match(text, word.end()):
        return False
    if len(parts) > 1 or parts[0] in USUAL:
        return True
    if _DIGIT_AFTER.match(text, word.end()):
        return False
    is_near = _AFTER_PERSON.search(before) or _BEFORE_PERSON.match(text, word.end())
    return is_near is not None


def _are_first_names(parts: list[str]) -> bool:
    """Return whether a word, cut at its hyphens, is made of first names."""
    first, *others = parts
    known = first in USUAL or first in ORDINARY
    return known and all(
        each in USUAL or each in ORDINARY or each in AFTER_A_HYPHEN for each in others
    )


def line_before(text: str, place: int) -> str:
    """Return what stands before a place on its line, a few words of it.

    Args:
        text: anything.
        place: a position in it.
    """
    return text[max(0, place - _LOOK_BACK) : place].rpartition("\n")[2]
