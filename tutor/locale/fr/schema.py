"""What an editor says of the fields of a course file."""

MESSAGES = {
    "lesson": "En-tête d'une leçon ou d'une banque",
    "lesson.id": "Minuscules sans accent, chiffres, tirets. Ne le changez plus : les "
    "réponses y tiennent.",
    "lesson.titre": "Entre guillemets droits.",
    "lesson.langue": "fr ou en.",
    "lesson.version": "Trois nombres, comme 1.0.0.",
    "lesson.duree_min": "Minutes, de 1 à 600, affichées à l'accueil.",
    "lesson.phase": "Phases du DES.",
    "lesson.prerequis": "Leçons à lire avant, par leur id.",
    "lesson.competences": "Codes du référentiel, vérifiés.",
    "lesson.missions": "Missions des CPTS dont le fichier parle.",
    "lesson.auteurs": "Qui écrit.",
    "lesson.relecteurs": "Qui a relu, et son métier.",
    "lesson.panel": "Les experts dont les votes notent les TCS ; « tutor panel --merge » "
    "l'écrit.",
    "lesson.valide_jusqu_au": "Passée, l'auteur est averti et l'interne prévenu.",
}
