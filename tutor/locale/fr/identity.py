"""Words of the guard that masks what could identify somebody."""

MESSAGES = {
    "mask.nom": "[nom]",
    "mask.initiales": "[initiales]",
    "mask.date": "[date]",
    "mask.telephone": "[téléphone]",
    "mask.securite-sociale": "[numéro de sécurité sociale]",
    "mask.numero": "[numéro]",
    "mask.adresse": "[adresse]",
    "mask.courriel": "[courriel]",
    "mask.chambre": "[chambre]",
    "title": "Avant d'enregistrer",
    "why": "Ce texte contient de quoi reconnaître quelqu'un. Voici la version masquée.",
    "shown": "{text}",
    "choice.keep-masked": "garde cette version ; l'autre n'est enregistrée nulle part",
    "choice.modify": "revient à votre texte, tel quel",
    "choice.keep-here": "garde vos mots ici ; seule cette version pourra en sortir",
    "prompt": "Ligne vide : garder la version masquée ; m : reprendre ; o : garder mes "
    "mots sur cette machine : ",
    "again": "Rien n'est enregistré. Écrivez de nouveau.",
    "again.relay": "Votre message redevient un brouillon.",
    "answer": "Répondez par une ligne vide, m ou o.",
    "too-long": "Ce texte fait {n} caractères, {most} au plus. Rien n'est enregistré ni "
    "perdu : raccourcissez-le ici.",
    "too-long.paste": "Avec ce que vous collez, le texte ferait {n} caractères, {most} au "
    "plus. Rien n'a été collé ; le texte n'a pas changé.",
    "too-long.plain": "Ce texte fait {n} caractères, {most} au plus. Il reste sur cette "
    "machine, comme brouillon. Écrivez-en un plus court.",
}
