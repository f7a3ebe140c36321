"""The words and numbers that the quality rules of `tutor check` look for, as data.

Words are French: the rules that use them pass over files in another language.
"""

LANGUAGE = "fr"

ABSOLUTES = (
    "toujours",
    "jamais",
    "tous",
    "toutes",
    "aucun",
    "aucune",
    "systématiquement",
    "uniquement",
    "exclusivement",
    "obligatoirement",
    "forcément",
    "absolument",
    "invariablement",
    "sans exception",
    "en toute circonstance",
    "en toutes circonstances",
    "quoi qu'il arrive",
)
"""Words that let a test-wise reader rule an option out: life knows few of them."""
SOFTENERS = ("pas", "presque", "quasiment", "non", "sans", "si")
"""Just before such a word, these take its edge off: « pas toujours », « sans aucun »."""
COUNTED = (
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "jours",
    "matins",
    "soirs",
    "nuits",
    "lundis",
    "semaines",
    "mois",
    "trimestres",
    "ans",
    "heures",
)
"""After « tous » or « tous les », these make it a number or a rhythm."""
NONE_OF_THESE = ("réponse", "proposition", "option", "affirmation", "phrase")
"""« Aucune de ces … » is an option about the others, not an absolute word."""

EXCEPTIONS = ("sauf", "excepté", "exceptée", "exceptés", "exceptées", "hormis")
"""Words that turn a question round by themselves."""
NEGATIONS = ("pas", "jamais", "aucun", "aucune", "plus", "rien")
"""Words that turn it round after « ne »."""
CONJUNCTIONS = (
    "si",
    "s'il",
    "s'ils",
    "quand",
    "lorsque",
    "lorsqu'",
    "puisque",
    "puisqu'",
    "comme",
    "alors que",
    "alors qu'",
    "parce que",
    "parce qu'",
    "pour que",
    "pour qu'",
)
"""What follows these belongs to the situation, not to what is asked."""
RELATIVES = ("qui", "que", "qu'", "dont", "où")
"""So does what follows these, unless they open the question."""

COUNTERPARTS = (
    "contrepartie",
    "contreparties",
    "contrepoint",
    "revers",
    "inconvénient",
    "inconvénients",
    "limite",
    "limites",
    "ce que cela coûte",
)
"""A heading with one of these opens the honest drawback of a lesson."""

KNOWN_TO_ALL = frozenset(
    {
        *("ADN", "AVC", "CD", "COVID", "CV", "DVD", "ECG", "EDF", "GPS", "HTA", "IMC"),
        *("INSEE", "IRM", "OMS", "ONU", "PC", "PCR", "PDF", "QCM", "RDV", "SARS"),
        *("SIDA", "SMS", "SNCF", "TV", "TVA", "UE", "URL", "USB", "VIH", "VTC"),
    }
)
"""Sigles that no reader of the course looks up."""
SHOUTED = frozenset(
    {
        *("AU", "AUCUN", "AUCUNE", "AUX", "AVANT", "AVEC", "CE", "CES", "DE", "DES"),
        *("DU", "EN", "ET", "EST", "IL", "JAMAIS", "LA", "LE", "LES", "MAIS", "NE"),
        *("NON", "NOTE", "OU", "OUI", "PAR", "PAS", "PLUS", "POUR", "SANS", "SAUF"),
        *("SEUL", "SI", "STOP", "SUR", "TOUS", "TOUT", "TRÈS", "UN", "UNE"),
    }
)
"""Ordinary words that people write in capitals."""

WORDS_A_MINUTE = 200
"""Silent reading of French prose: 195 words a minute (IReST texts, Trauzettel-
Klosinski and Dietz, 2012), rounded."""
SECONDS = {
    "qru": 90,
    "qrm": 90,
    "qrp": 90,
    "qroc": 90,
    "qrpl": 120,
    "appariement": 90,
    "ordre": 90,
    "relais": 240,
    "autoeval": 30,
    "reflexion": 120,
    "annuaire": 120,
}
"""Seconds for a block, its stem and its correction read.

90 is the pace of the national exam of 2016 to 2022 (120 questions on their own in
three hours) and 120 that of its dossiers (90 questions in three hours). A message, a scale and a
reflection have no such reference: these are estimates of this course.
"""
SECONDS_A_ROW = 60
"""Seconds for a vignette of a TCS: tests of 60 to 80 of them take about an hour."""
