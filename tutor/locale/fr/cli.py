"""Words of the command line itself."""

MESSAGES = {
    "tutor": "Tuteur sur l'exercice coordonné et les CPTS. Sans commande, il s'ouvre où "
    "vous l'aviez laissé.",
    "play": "Joue une leçon, un dossier, une banque, une question ou un fichier.",
    "play.plain": "Ligne à ligne, sans plein écran (lecteur d'écran, tube).",
    "play.seed": "Graine de l'ordre des propositions.",
    "play.no-shuffle": "Garde l'ordre de l'auteur.",
    "review": "Revoit ce qui est dû aujourd'hui.",
    "status": "Dit où vous en êtes.",
    "status.json": "En JSON, pour un autre programme.",
    "check": "Vérifie les fichiers d'un cours et dit chaque faute, avec son remède.",
    "check.format": "Texte pour une personne, ou JSON.",
    "option.course": "Dossier d'un autre cours (content/ et quizzes/).",
    "option.lang": "Langue de l'interface ; français tant que l'anglais n'existe pas.",
    "option.help": "Affiche cette aide.",
    "option.version": "Affiche la version.",
    "usage.option": "Option inconnue : {name}.",
    "usage.command": "Commande inconnue : {name}.",
    "usage.argument": "Argument manquant : {name}.",
    "usage.value": "Valeur impossible pour {name}.",
    "usage.extra": "Argument de trop : {name}.",
    "usage.other": "Commande mal écrite.",
    "usage.do": "« tutor --help » liste les commandes.",
    "try": "à faire : {advice}",
    "interrupted": "Interrompu. Tout ce qui était répondu est enregistré.",
}
