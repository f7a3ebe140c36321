"""Words of a relais: its draft, and the scene that follows from it."""

MESSAGES = {
    "draft.back": "Votre brouillon, là où vous l'avez laissé.",
    "draft.prompt": "Continuez-le ; un point seul sur une ligne l'envoie (- pour "
    "recommencer, ? aide) : ",
    "draft.dropped": "Brouillon effacé.",
    "scene": "SUITE DU MESSAGE",
}
