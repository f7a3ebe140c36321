"""Words of the search, and of the questions interns ask."""

MESSAGES = {
    "title": "Chercher dans le cours",
    "ask": "Un mot, un sigle, une date, une question…",
    "how": "Les leçons, les questions, les dossiers, le glossaire, les idées fausses et "
    "les dates. Accents et majuscules ne comptent pas ; le dernier mot peut être "
    "incomplet.",
    "none": "Rien dans le cours pour « {query} ».",
    "near": "Mots proches : {words}.",
    "none.do": "Essayez un seul mot, ou son début.",
    "found": "{n} résultats",
    "found.one": "{n} résultat",
    "more": "Et {n} autres : ajoutez un mot pour préciser.",
    "more.one": "Et {n} autre : ajoutez un mot pour préciser.",
    "kind.asked": "Vos questions",
    "kind.lesson": "Leçon",
    "kind.bank": "Banque",
    "kind.dossier": "Dossier",
    "kind.question": "Question",
    "kind.term": "Glossaire",
    "kind.belief": "Idée fausse",
    "kind.event": "Date",
    "line": "{n}. {kind} · {place} – {text} {how}",
    "open.play": "→ tutor play {target}",
    "open.asked": "→ tutor questions {target}",
    "lessons": "Pour en savoir plus :",
    "asked.title": "Vos questions",
    "asked.intro": "Ce que les internes demandent, et où en lire plus.",
    "asked.none": "Ce cours n'a pas de questions d'internes.",
    "asked.line": "{question} ({id})",
    "asked.lesson": "→ {title} : tutor play {lesson}",
}
