"""Words of the attestation: time and lessons, and that it says nothing of a level."""

MESSAGES = {
    "title": "Attestation de suivi",
    "course": "Cours : {title}, version {version}",
    "name": "Suivi par : {name}",
    "period": "Du {first} au {last}",
    "period.day": "Le {first}",
    "period.none": "Rien n'a encore été fait dans ce cours.",
    "made": "Établie le {date}",
    "scope": "Ce document atteste un temps passé et des leçons suivies. Il n'atteste aucun "
    "niveau.",
    "origin": "Le tuteur a écrit ce document d'après le carnet de la personne, sur sa "
    "machine ; personne n'a contrôlé qui répondait.",
    "sum": "En tout",
    "sum.what": "Mesure",
    "sum.time": "Temps mesuré",
    "sum.answers": "Réponses données",
    "sum.lessons": "Leçons faites",
    "sum.dossiers": "Dossiers faits",
    "sum.value": "Valeur",
    "of": "{n} sur {total}",
    "lessons": "Leçons faites",
    "lessons.none": "Aucune leçon n'est encore faite jusqu'au bout.",
    "lesson": "Leçon",
    "dossiers": "Dossiers faits",
    "dossiers.none": "Aucun dossier n'est encore fait jusqu'au bout.",
    "dossier": "Dossier",
    "done": "Faite le",
    "done.dossier": "Fait le",
    "announced": "Durée annoncée",
    "spent": "Temps mesuré",
    "answers": "Réponses",
    "how": "Le temps est mesuré à chaque réponse, du moment où la question et le texte qui "
    "y mène s'affichent jusqu'à la réponse, une heure au plus ; les révisions comptent. Ce "
    "qui se lit sans question n'est pas mesuré. Une leçon est faite quand sa fin a été "
    "atteinte et que toutes ses questions ont une réponse.",
    "time.none": "0 min",
    "time.less": "moins d'une minute",
    "own": "Pour vous : votre progression",
    "own.note": "Cette partie n'est pas l'attestation : gardez-la, ou relancez avec "
    "--no-progress. Les estimations portent sur ces questions-ci ; discutez-en avec votre "
    "maître de stage.",
    "weeks": "Réponses par semaine",
    "weeks.last": "Les {n} dernières semaines.",
    "weeks.none": "Aucune réponse.",
    "week": "Semaine du",
    "week.said": "semaine du {date} : {n}",
    "items": "Items sur lesquels vous vous êtes positionné·e",
    "items.none": "Aucun : la vue DES (touche d à l'accueil) le demande.",
    "item": "Item",
    "item.own": "Votre position",
    "item.bar": "De 0 à 1",
    "item.found": "Ce que montrent vos réponses",
    "item.interval": "intervalle de {low} à {high}, estimation {estimate}",
    "written": "Écrit : {path}",
}
