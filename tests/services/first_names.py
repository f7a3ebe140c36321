"""Notes as interns write them: sixty that name somebody, sixty that name nobody."""

NAMING = """
Paulette est rentrée hier soir.
Vu Karim ce matin, il va mieux.
Rappeler Fatoumata demain pour la kiné.
Chez Marguerite, la chambre est encombrée.
Josette ne prend plus ses comprimés.
Visite à domicile avec Nadège, l'infirmière du mercredi.
Demander à Claire si elle peut passer samedi.
Lundi, Rose a chuté dans le couloir.
Pierre est sorti de l'hôpital sans courrier.
La fille de Jeanne m'a téléphoné.
Mamie Yvonne refuse l'aide à domicile.
Bonne surprise : Mohamed a arrêté de fumer.
Jean-Claude vit seul depuis mars.
Marie-Thérèse, 88 ans, trois chutes.
J'ai écrit à Sandrine par messagerie sécurisée.
J'ai eu Brigitte au téléphone.
vu karim en consultation
rappelé paulette pour le rendez-vous
chez yvette, le pilulier est vide
Revoir Kevin dans huit jours.
Inès tousse depuis trois jours, sa mère s'inquiète.
Le mari de Violette est épuisé.
Ginette pleure en parlant de son fils.
Aurore a appelé le cabinet en pleurs.
Le traitement de Gérard a été changé à la sortie.
Ordonnance pour Clémence, à renouveler.
Situation de Mamadou : pas de couverture maladie.
C'est Lucette qui a prévenu la CPTS.
Avec Dominique, nous avons relu le plan de soins.
Denise dort mal, elle attend une place en hébergement temporaire.
À refaire : le bilan de Raymond.
Odette ? Toujours pas de nouvelles.
Je pense souvent à Thierry et à sa sœur.
Hier soir, Fabrice, en garde, a régulé l'appel.
Samira m'a appris à lire un plan personnalisé.
Le cas de Léa m'a marqué.
Échange avec Lucas, kiné, sur la reprise de la marche.
Huguette a perdu six kilos.
On a parlé d'Hélène en réunion.
Rachid voulait rentrer chez lui.
Prévenir Solène que le lit est livré.
Bébé Noah : courbe de poids à surveiller.
Depuis la mort de Marcel, elle ne sort plus.
J'ai accompagné Amina aux urgences.
Didier, ambulancier, connaît toutes les familles.
Les parents de Jade ont peur du vaccin.
Suzanne est décédée à la maison, comme elle le voulait.
Retour d'hospitalisation de Germaine : rien n'était prêt.
Constance vient d'emménager et n'a pas de médecin.
Une heure avec Abdoulaye et l'interprète.
PAULETTE est rentrée.
Tonton Ibrahim fait les courses.
Ange est veuf depuis un an.
Le projet de Bernadette : rester chez elle.
Marine a posé les bonnes questions pendant la visite.
Revu Iris après son passage aux urgences.
Le domicile d'Alphonse est mal chauffé.
Merci à Caroline pour l'adressage.
Victoire refuse la prise de sang.
Discussion avec Olivier, pharmacien, sur le pilulier.
""".strip().splitlines()
"""Each names somebody by a first name alone."""

ORDINARY = """
Bonne visite, la patiente était contente.
Appeler la pharmacie avant midi pour le pilulier.
Claire amélioration depuis la semaine dernière.
Juste après la visite, l'infirmière a rappelé.
Parfait pour la transmission, rien à redire.
Pierre angulaire du maintien à domicile : les aidants.
Rose et gonflée, la plaie suinte encore.
Prudence avec le diurétique, fonction rénale à surveiller.
Patience : le dossier part en commission lundi.
Constance dans le suivi, c'est ce qui a manqué.
La CPTS propose un créneau à l'hôpital Saint-Louis.
Réunion à Saint-Pierre, puis à Sainte-Clotilde.
Adressée à la clinique Sainte Anne pour un scanner.
Score de Norton à 12, échelle de Braden à faire.
Loi Claeys-Leonetti : relire la partie sur la sédation.
Signe de Claude Bernard-Horner : à revoir.
Tendon d'Achille douloureux après la marche.
Pilule Diane 35 arrêtée, relais à prévoir.
Contacter le programme Sophia pour le diabète.
Équipe ELSA de l'hôpital : avis pour le sevrage.
EVA 6 à la mobilisation, 3 au repos.
Dispositif MAIA devenu DAC.
Max 3 comprimés par jour, à rappeler.
Sam 14 h : réunion du pôle.
Lois et décrets à lire avant l'entretien.
Avril : deux visites, mai : une seule.
Mars a été difficile pour l'équipe.
Vu en consultation ce matin, apyrétique.
Vue au cabinet, tension à 14/8.
Revu le dossier avec mon MSU.
Chez elle, tout est sur un étage.
Rappelé deux fois, sans réponse.
Prévenir la famille avant la sortie.
Demander à la coordinatrice le numéro du DAC.
Le fils habite à Nancy, la fille à Florence.
Vacances en Lorraine, retour le 12.
Visite à Valence reportée.
Transmettre à l'IDEL la date de la prise de sang.
Olive de pansement : en recommander.
Fleur de coin, non ; fleur d'oranger au coucher, oui.
Blanche au réveil, la langue est sèche.
Modeste amélioration sous traitement.
Grâce à l'infirmière, la sortie a tenu.
Fortune de mer : le bateau n'a pas pu partir.
Iris et pupilles : rien à signaler.
Capucine et lavande au jardin thérapeutique.
Jean troué, pieds nus : penser au froid.
Merci à l'équipe pour la relecture.
Aime jardiner, n'aime pas les visites.
France Services tient une permanence le mardi.
Marianne, timbre à coller sur l'enveloppe.
Madeleine de Proust pour la patiente : la soupe de poireaux.
Victoire d'étape : le matelas est livré.
Violette africaine sur le rebord, l'appartement est clair.
Ange gardien de la famille : la voisine.
Cyclone Garance : quatre jours sans électricité.
Étude Martin 2019 sur la sortie précoce.
Collège Victor-Hugo : intervention sur les vaccins.
Perle rare : une auxiliaire qui reste.
Doliprane si douleur, ne pas dépasser 3 g.
""".strip().splitlines()
"""None says who somebody is by a first name."""
