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
    "errors.no-recap": "« {target} » n'a pas de récapitulatif.",
    "errors.no-recap.do": "nommez une leçon, un dossier ou une banque ; « tutor status » en "
    "donne le nom.",
    "errors.unknown-target": "Rien ne s'appelle « {target} » dans ce cours.",
    "errors.unknown-target.do": "« tutor status » donne le nom des leçons, dossiers et "
    "banques.",
    "errors.unknown-question": "Aucune des questions d'internes ne s'appelle « {id} ».",
    "errors.unknown-question.do": "« tutor questions » les donne toutes.",
    "errors.unknown-item": "Le référentiel n'a pas d'item « {item} ».",
    "errors.unknown-item.do": "« tutor trace --list » donne les items.",
    "errors.not-a-unit": "Rien à écrire dans « {path} » : ni leçon ni banque.",
    "errors.not-a-unit.do": "Donnez un fichier .md de content/ ou de quizzes/, ou un "
    "dossier qui en contient.",
    "errors.output-is-input": "« {path} » serait écrasé : c'est un fichier à convertir.",
    "errors.output-is-input.do": "Donnez un autre nom après -o.",
    "errors.unknown-path": "« {path} » n'existe pas.",
    "errors.unknown-path.do": "Donnez un fichier .md, un dossier, ou rien pour tout le "
    "cours.",
    "errors.add-absent": "Aucun dossier « {path} » à ajouter au cours.",
    "errors.add-absent.do": "Vérifiez ce qui suit --add : un dossier de leçons.",
    "errors.add-empty": "Aucune leçon dans « {path} ».",
    "errors.add-empty.do": "Mettez-y un fichier .md, ou ses leçons dans content/ et ses "
    "banques dans quizzes/.",
    "errors.diff-format": "--diff montre des lignes, sans forme « {form} ».",
    "errors.diff-format.do": "Retirez --diff, ou --format.",
    "errors.write-protected": "« {path} » est en lecture seule : il reste tel quel.",
    "errors.write-protected.do": "Donnez-vous le droit d'y écrire, puis relancez.",
    "errors.write-exists": "« {path} » existe déjà.",
    "errors.write-exists.do": "Donnez un autre nom : rien n'est écrasé.",
    "errors.write-folder": "« {path} » est un dossier.",
    "errors.write-folder.do": "Donnez le nom d'un fichier.",
    "errors.write-refused": "« {path} » ne peut pas être écrit : {reason}.",
    "errors.write-refused.do": "Vérifiez que le dossier existe, qu'il accepte l'écriture "
    "et que le disque n'est pas plein.",
    "errors.write-parent": "Le dossier « {path} » n'existe pas.",
    "errors.write-parent.do": "Créez-le, ou donnez un autre chemin.",
    "errors.new-id": "« {id} » ne peut pas servir d'identifiant : minuscules sans "
    "accent, chiffres et tirets seulement, 60 signes au plus.",
    "errors.new-id.do": "Écrivez par exemple : {near}",
    "errors.new-id-reserved": "« {id} » est le nom d'un fichier de référence du cours.",
    "errors.new-id-reserved.do": "Choisissez un autre nom.",
    "errors.new-id-taken": "Le modèle « {id} » porterait l'identifiant « {taken} », déjà "
    "pris.",
    "errors.new-id-taken.do": "Choisissez un autre nom ; « tutor status » liste ceux du "
    "cours.",
    "errors.new-title": "Ce titre ne peut pas être utilisé : une ligne de {most} signes "
    "au plus, sans accolades ni chevrons.",
    "errors.new-title.do": "Raccourcissez-le, ou laissez --titre et écrivez-le dans le "
    "fichier.",
    "errors.new-folder-absent": "Aucun dossier « {path} ».",
    "errors.new-folder-absent.do": "Créez-le, ou donnez un autre dossier à --dir.",
    "errors.new-shipped": "« {path} » appartient au tuteur installé : rien n'y est écrit.",
    "errors.new-shipped.do": "Placez-vous dans un dossier à vous, ou donnez-le avec --dir.",
    "errors.ballot-damage": "Ajouter ces votes abîmerait « {path} » : rien n'est écrit.",
    "errors.ballot-damage.do": "Vérifiez ses tableaux avec « tutor check ».",
    "errors.ballot-elsewhere": "« {path} » vote sur « {unit} », pas sur « {id} ».",
    "errors.ballot-elsewhere.do": "Donnez le fichier sur lequel ce panel a voté.",
    "errors.ballot-unreadable": "« {path} » n'est pas un fichier de votes.",
    "errors.ballot-unreadable.do": "Prenez ceux que « tutor panel » a écrits.",
    "errors.merge-alone": "Il manque un fichier.",
    "errors.merge-alone.do": "Écrivez : tutor panel --merge VOTES… FILE, le cours en dernier.",
    "errors.no-vignette": "Aucun bloc tcs dans « {path} ».",
    "errors.no-vignette.do": "Un panel vote sur les vignettes des blocs ::: tcs.",
    "errors.panel-files": "Un expert vote sur un seul fichier à la fois.",
    "errors.panel-files.do": "Pour ajouter des votes, écrivez --merge.",
    "errors.id-taken": "« {path} » porte l'identifiant « {id} », déjà pris dans le cours.",
    "errors.id-taken.do": "Changez l'identifiant en tête du fichier.",
    "errors.archive-absent": "Aucune sauvegarde « {path} ».",
    "errors.archive-absent.do": "Vérifiez le chemin du fichier.",
    "errors.archive-read": "« {path} » ne peut pas être ouvert : {reason}.",
    "errors.archive-read.do": "Vérifiez les droits de lecture. Rien n'a été changé.",
    "errors.archive-damaged": "La sauvegarde « {path} » est abîmée ou incomplète.",
    "errors.archive-damaged.do": "Prenez-en une autre. Rien n'a été changé.",
    "errors.archive-foreign": "« {path} » n'est pas une sauvegarde de ce tuteur.",
    "errors.archive-foreign.do": "Prenez un fichier écrit par « tutor backup ». Rien n'a "
    "été changé.",
    "errors.archive-newer": "La sauvegarde « {path} » vient d'une version plus récente "
    "(format {found}, connu ici jusqu'à {known}).",
    "errors.archive-newer.do": "Mettez le tuteur à jour. Rien n'a été changé.",
    "errors.archive-row": "La sauvegarde « {path} » a une ligne illisible (table "
    "« {table} »).",
    "errors.archive-row.do": "Prenez-en une autre. Rien n'a été changé.",
    "errors.backup-exists": "« {path} » existe et contient autre chose que vos réponses "
    "d'ici.",
    "errors.backup-exists.do": "Donnez un autre nom : rien n'est écrasé.",
    "errors.backup-nothing": "Rien à sauvegarder : « {path} » n'a encore aucune réponse.",
    "errors.backup-nothing.do": "Vérifiez TUTOR_HOME ou --profile si vous en attendiez.",
    "errors.forget-yes": "Sans terminal, rien n'est effacé sans --yes.",
    "errors.forget-yes.do": "Relisez ce qui serait effacé, puis ajoutez --yes.",
    "errors.forget-left": "« {path} » n'a pas pu être effacé : {reason}.",
    "errors.forget-left.do": "Fermez ce qui l'utilise, puis recommencez.",
    "errors.profile-name": "« {name} » ne peut pas nommer un profil.",
    "errors.profile-name.do": "Prenez des lettres ou des chiffres, par exemple un prénom.",
    "errors.store-held": "Le carnet « {path} » est ouvert dans un autre tuteur.",
    "errors.store-held.do": "Fermez-le, puis recommencez. Rien n'a été changé.",
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
    "errors.review-minutes": "Une révision dure de {least} à {most} minutes.",
    "errors.review-minutes.do": "donnez un nombre entre les deux, par exemple 15.",
    "errors.review-keep": "--keep garde une durée, mais laquelle ?",
    "errors.review-keep.do": "« tutor review --minutes 20 --keep ».",
    "errors.nothing-due": "Rien n'est à revoir aujourd'hui.",
    "errors.nothing-left": "Toutes les questions sur l'item {item} ont déjà une réponse.",
    "errors.nothing-left.do": "Revoyez-les quand elles reviennent, ou choisissez un autre item.",
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
