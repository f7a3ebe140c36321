"""Errors and notices: what happened, where, and (`.do`) what to do."""

MESSAGES = {
    "errors.no-course": "Aucun cours dans « {path} ».",
    "errors.no-course.do": "Un cours est un dossier avec content/cours.toml ; "
    "vérifiez --course ou TUTOR_COURSE.",
    "errors.course-head": "Le fichier « {path} » ne peut pas être lu comme un cours.",
    "errors.course-head.do": "Lancez « tutor check » pour voir la ligne en cause.",
    "errors.framework": "Le référentiel « {path} » manque ou ne peut pas être lu.",
    "errors.framework.do": "Vérifiez « referentiel » dans cours.toml, puis lancez "
    "« tutor check ».",
    "errors.file-unreadable": "Le fichier « {path} » ne peut pas être lu : {reason}.",
    "errors.file-unreadable.do": "Vérifiez son nom et les droits de lecture.",
    "errors.file-absent": "Le fichier « {path} » n'existe pas.",
    "errors.file-absent.do": "Vérifiez le chemin ; « tutor status » liste les leçons.",
    "errors.file-unplayable": "« {path} », ligne {line} : ce fichier ne peut pas être "
    "joué ({code}).",
    "errors.file-unplayable.do": "Lancez « tutor check {path} » pour la cause et le "
    "remède.",
    "errors.not-a-file": "« {path} » n'est pas un fichier de texte.",
    "errors.not-a-file.do": "Donnez un fichier .md, un dossier, ou rien pour tout le "
    "cours.",
    "errors.unknown-target": "Rien ne s'appelle « {target} » dans ce cours.",
    "errors.unknown-target.do": "« tutor status » donne le nom des leçons, dossiers et "
    "banques.",
    "errors.unknown-item": "Le référentiel n'a pas d'item « {item} ».",
    "errors.unknown-path": "« {path} » n'existe pas.",
    "errors.unknown-path.do": "Donnez un fichier .md, un dossier, ou rien pour tout le "
    "cours.",
    "errors.id-taken": "« {path} » porte l'identifiant « {id} », déjà pris dans le cours.",
    "errors.id-taken.do": "Changez l'identifiant en tête du fichier.",
    "errors.home-refuses": "Le dossier « {path} » refuse l'écriture : {reason}.",
    "errors.home-refuses.do": "Donnez-vous le droit d'y écrire, ou choisissez un autre "
    "dossier avec TUTOR_HOME. Rien n'a été perdu.",
    "errors.store-read": "Votre carnet « {path} » ne peut pas être ouvert : {reason}.",
    "errors.store-read.do": "Vérifiez les droits de lecture, ou choisissez un autre "
    "dossier avec TUTOR_HOME.",
    "errors.store-damaged": "Votre carnet « {path} » est abîmé et aucune copie n'est "
    "lisible.",
    "errors.store-damaged.do": "Ouvrez « tutor » : le fichier sera mis de côté, entier, "
    "et un carnet vide ouvert.",
    "errors.store-write": "Votre carnet « {path} » n'a pas pu être écrit : {reason}.",
    "errors.store-write.do": "Faites de la place ou rendez le dossier accessible ; ce "
    "qui était enregistré est intact.",
    "errors.store-read-only": "Le carnet est ouvert en lecture seule : rien n'est "
    "enregistré.",
    "errors.store-read-only.do": "Fermez l'autre tuteur, puis relancez celui-ci.",
    "errors.store-newer": "Votre carnet « {path} » vient d'une version plus récente "
    "(format {found}, connu ici jusqu'à {known}).",
    "errors.store-newer.do": "Mettez le tuteur à jour ; le carnet n'a pas été touché.",
    "errors.store-row": "Une ligne de la table « {table} » du carnet est illisible.",
    "errors.store-row.do": "Ouvrez une copie du dossier backups à la place de "
    "progress.json.",
    "errors.nothing-due": "Rien n'est à revoir aujourd'hui.",
    "errors.small-terminal": "La fenêtre est trop petite ({width}×{height}).",
    "errors.small-terminal.do": "Agrandissez-la à 60×16 au moins, ou utilisez --plain.",
    "errors.missing-extra": "Il manque un complément : {extra}.",
    "notices.second-tutor": "Un autre tuteur est ouvert sur ce carnet : lecture seule, "
    "aucune réponse ne sera enregistrée ici.",
    "notices.second-tutor.do": "Fermez l'autre tuteur pour répondre.",
    "notices.reading-copy": "Le carnet est abîmé ou a disparu ; lecture de la copie "
    "« {copy} ».",
    "notices.damaged-restored": "Le carnet était abîmé : il a été mis de côté sous "
    "« {aside} » et la copie « {copy} » a été reprise.",
    "notices.damaged-empty": "Le carnet était abîmé et aucune copie n'est lisible : il "
    "a été mis de côté sous « {aside} », un carnet vide est ouvert.",
    "notices.vanished-restored": "Le carnet avait disparu : la copie « {copy} » a été "
    "reprise.",
    "answers.nothing-ticked": "Cochez au moins une proposition.",
    "answers.too-many": "{most} réponses au plus pour cette question.",
    "answers.too-many.one": "Une seule réponse pour cette question.",
    "answers.empty-text": "Écrivez quelques mots.",
    "answers.too-long": "{most} caractères au plus.",
    "answers.rows": "Donnez {count} valeur(s), une par ligne du tableau.",
    "answers.unknown-mark": "« {mark} » n'est pas une proposition. Possibles : {known}.",
    "answers.pairs": "Donnez {count} paires, une par ligne de gauche, sans répéter une "
    "lettre : 1b 2a…",
    "answers.order": "Donnez les {count} lettres, chacune une fois, dans l'ordre.",
    "answers.unknown-pair": "« {mark} » n'est pas une paire. Écrivez par exemple 1b.",
    "answers.unknown-value": "« {mark} » n'est pas une valeur de −2 à +2.",
    "answers.certainty": "Répondez 1, 2 ou 3, ou une ligne vide.",
    "answers.yes-no": "Répondez o ou n.",
    "answers.scale": "Répondez par un nombre de 1 à {most}.",
}
