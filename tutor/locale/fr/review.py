"""Words of the review: when the next one is, and what was sure and dangerous."""

MESSAGES = {
    "next": "Prochaine révision : {day}, {n} questions.",
    "next.one": "Prochaine révision : {day}, {n} question.",
    "day.now": "dès maintenant",
    "day.tomorrow": "demain",
    "day.far": "le {date}",
    "weekdays": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "same": "Sur l'idée fausse « {title} », il ne restait pas d'autre question : la même "
    "est revenue.",
    "minutes.kept": "Durée d'une révision : {n} minutes, gardée.",
    "dangers": "Sûr et dangereux",
    "dangers.what": "Dernière réponse fausse donnée avec certitude 3, ou proposition "
    "inacceptable cochée.",
    "dangers.some": "Sûr et dangereux : {n} réponses.",
    "dangers.some.one": "Sûr et dangereux : {n} réponse.",
    "dangers.none": "Aucune réponse sûre et dangereuse.",
    "dangers.keys": "⏎ répondre de nouveau, échap fermer.",
    "danger.when": "le {date}, {why}",
    "danger.sure": "certitude 3 et faux",
    "danger.grave": "proposition inacceptable cochée",
    "danger.given": "vous : {text}",
    "danger.expected": "attendu : {text}",
    "danger.changed": "La question a changé depuis : répondez-y de nouveau.",
    "danger.open": "pour y répondre : tutor play {id}",
}
