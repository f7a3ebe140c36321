"""Words of the teacher's tools: the preview of a file and the printed sheet."""

MESSAGES = {
    "preview.title": "Aperçu · {title}",
    "preview.reading": "lu à {time}",
    "preview.errors": "{n} erreurs",
    "preview.errors.one": "{n} erreur",
    "preview.warnings": "{n} avertissements",
    "preview.warnings.one": "{n} avertissement",
    "preview.infos": "{n} remarques",
    "preview.infos.one": "{n} remarque",
    "preview.clean": "aucun problème",
    "preview.key": "Clé",
    "preview.key.none": "Aucune question à l'écran.",
    "preview.key.line": "ligne {line}",
    "preview.items": "Items du fichier",
    "preview.items.none": "Aucune question notée ne porte d'item.",
    "preview.unknown": "inconnu du référentiel",
    "preview.problems": "Problèmes",
    "preview.slip": "ligne {line} · {message}",
    "preview.draw": "{n} question(s) tirée(s) de la banque « {bank} » à chaque lecture ; "
    "voici un tirage.",
    "preview.draw.short": "Seulement {found} conviennent.",
    "preview.when": "Montré seulement si « {atom} » a été transmis.",
    "preview.unless": "Montré seulement si « {atom} » n'a pas été transmis.",
    "preview.lost": "Ne se lit plus depuis {time} : {keys}. Sa dernière lecture reste "
    "affichée.",
    "preview.head": "L'en-tête du fichier ne se lit pas.",
    "preview.stale": "Vous voyez la dernière lecture, périmée depuis {time}.",
    "preview.nothing": "Rien à montrer depuis {time}.",
    "preview.old": "Dernière lecture de ce bloc : il ne se lit plus.",
    "preview.unwatched": "Ce dossier ne peut pas être surveillé ({reason}) : r relit le "
    "fichier.",
    "preview.no-terminal": "Pas de terminal ici : voici les problèmes du fichier. Pour "
    "les avoir seuls : tutor check {path}",
    "sheet.question": "Question {number}.",
    "sheet.key": "Corrigé",
    "sheet.right": "Réponse : {letters}.",
    "sheet.why": "{text} : {why}",
    "sheet.letter": "Lettre",
    "sheet.card": "« {text} »",
    "key.other": "(autre)",
    "key.words": "mots : {words}",
}
