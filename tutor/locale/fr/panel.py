"""Words of `tutor panel`: an expert votes, the author adds votes up."""

MESSAGES = {
    "intro": "Panel de « {title} » : {n} vignettes. Pour chacune, dites si "
    "l'information rend l'hypothèse plus ou moins juste, de −2 à +2. Il n'y a pas de "
    "bonne réponse : répondez seul, comme au travail.",
    "intro.one": "Panel de « {title} » : une vignette. Dites si l'information rend "
    "l'hypothèse plus ou moins juste, de −2 à +2. Il n'y a pas de bonne réponse : "
    "répondez seul, comme au travail.",
    "private": "Aucun nom n'est demandé ni écrit, seulement votre métier.",
    "profession": "Votre métier (par exemple : infirmière, généraliste, pharmacien) : ",
    "profession.refused": "Écrivez votre métier en 60 caractères au plus.",
    "number": "Vignette {number} sur {total}.",
    "value": "Votre avis (−2, −1, 0, +1, +2 ; vide : hors de mon domaine ; q : arrêter) : ",
    "value.refused": "Un seul nombre, de −2 à +2.",
    "reason": "Pourquoi, en une phrase (facultatif) : ",
    "nothing": "Aucun vote : rien n'est écrit.",
    "written": "Vos votes sont dans « {path} ». Envoyez ce fichier à qui tient le panel.",
    "merged": "{n} bulletins ajoutés à « {path} » : {votes} votes.",
    "merged.one": "Un bulletin ajouté à « {path} » : {votes} votes.",
    "lost": "Vote laissé de côté, sa vignette n'est plus dans le fichier : « {text} ».",
    "repeated": "« {path} » : bulletin déjà compté, laissé de côté.",
    "head": "L'en-tête écrit le panel sur plusieurs lignes : mettez-y {line}",
    "reasons": "Raisons données, à relire avant de les ajouter sous le tableau :",
    "few": "Il faut 10 votes par vignette pour que le bloc soit noté ; en attendant, "
    "c'est une carte de réflexion.",
}
