"""The words that the identity guard knows, as data, folded: no accents, no capitals.

A word listed in `NOT_NAMES` is never taken for a name; a first name makes a name of the
capitalised word beside it. Neither list has to be whole: a name that stands after a
title, or in capitals after a capitalised word, is found without them.
"""

from tutor.services.identity_first_names import ORDINARY, USUAL
from tutor.services.identity_letters import folded


def _words(text: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(folded(word) for word in text.split())


_GRAMMAR = """
a ai apres as assez au aucun aucune aujourd'hui aussi autant autre autres aux avant avec
avez avoir avons bien car ce ceci cela celle celles celui cependant certains ces cet cette
ceux chaque chez ci combien comme comment contre dans de deja demain depuis derriere des
desormais deux devant doit doivent donc dont du durant elle elles en encore enfin ensuite
entre es est et etaient etait etant etre eux fait faire faut hier hors ici il ils je jusque
la le les lequel leur leurs lors lorsque lui ma mais malgre me meme mes mieux moi moins mon
ne ni non nos notre nous on ont ou oui par parce parfois parmi pas pendant peu peut plus
plusieurs pour pourquoi pourtant pres presque puis puisque qu quand quant que quel quelle
quelles quelque quelques quels qui quoi rien sa sans sauf se selon ses seul seule seulement
si sinon sitot soit son sont souvent sous suis sur surtout ta tandis tant te tel telle tes
toi ton toujours tous tout toute toutes tres trois trop tu un une va vais vers voici voila
vont vos votre vous vu vue y jamais jusqu'a d'abord
"""
_TIME = """
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
juillet aout septembre octobre novembre decembre matin midi soir nuit noel paques toussaint
ete automne hiver printemps semaine mois annee jour heure heures
"""
_TITLES = """
m mr mme mmes mlle mlles mm monsieur madame mademoiselle messieurs mesdames docteur docteure
docteurs doctoresse dr dre drs pr professeur professeure president presidente directeur
directrice ministre prefet prefete coordonnateur coordinateur coordinatrice coordonnatrice
bonjour bonsoir merci cordialement cher chere
"""
_PEOPLE = """
maitre maire juge infirmier infirmiere medecin medecins pharmacien pharmacienne interne externe
chef cadre secretaire traitant traitante referent referente patient patiente patients enfant
homme femme fille garcon fils mere pere frere soeur mari epouse epoux bebe nourrisson dame
famille conjoint conjointe aidant aidante voisin voisine kine kinesitherapeute sage-femme
aide-soignante assistante assistant sociale social generaliste liberal liberale
gardien tuteur tutrice resident residente jeune ancien ancienne adulte sujet personne proche
proches equipe collegue confrere consoeur
"""
_NOTE = """
accord acte adresse adresser age alerte allergie allergies analyse annee annexe antecedent
antecedents appel appeler apport arret arreter attention autonomie avis bilan biologie bonjour
bonsoir cas cause chaleureusement cher chere chers chute clinique cloisonnement communaute
compte compte-rendu conclusion conduite conseil constat consultation contact contacter contexte
continuer contrat cordialement coordination courrier courriel danger date debut decision
demande demander depistage depuis deroulement dispositif domicile dossier douleur duree echange
echec ecoute ecrire ecoute element elements entretien envoyer equipe erreur essai etape etat
etude evaluation evolution examen exercice facture facteur faits fiche fievre fin formation
groupe habitat hepatite histoire hopital hospitalisation hypothese idee important information
informations ilot indication item joindre journee justification lecon lettre lien lieu limite
liste logiciel maintien maison maladie merci message mesure methode mission mode modification
monter motif moyen neant niveau nom note numero objectif observation ok option ordonnance
organisation orientation outil parler partie pathologie piece pistes plaie plan point poids
pole poser position pourquoi prendre prenom prescription prescrire prevenir prevention
prevoir prise probleme produit programme projet protocole proteine psychologie question
questions rappel rappeler reaction recours reduire reevaluer regle rein relais relance
relecture remerciements rendez-vous rencontre renouveler reponse reprendre reseau resultat
resultats retour reunion revoir risque role rue salle sante secteur secours securite
signaler situation soin soins solution sortie source stade stage suite suivi suivre
surveillance surveiller synthese tableau tel telephone telephoner territoire texte tension
total traces traitement transmission transport travail troubles type urgence urgences urgent
vaccin vaccination version veille verifier virus visite vitamine voir zone
college lycee ecole clinique universite faculte fondation institut residence foyer avenue
boulevard quai chemin allee impasse quartier pont place revu revue rappele rappelee tendon talon pilule cyclone ouragan tempete echelle score loi lois
syndrome signe test collegue tonton tata mamie papi papy discussion bebe
absence absent bravo classe choix creation depart difficile difficulte etonnant facile
heureusement malheureusement bref certes ainsi alors apprendre attendre aucune autrement
beaucoup certain certaine comprendre concernant dommage finalement globalement grace impossible
inversement maintenant merci moralite parfait possible premier premiere prochain prochaine
quasi retenir second seconde tenter utile voila trouver donner passer rester garder essayer
dire aller venir savoir pouvoir devoir
nord sud est ouest centre france reunion mayotte guadeloupe martinique guyane paris saint
sainte port possession
"""
_DISEASES = """
alzheimer parkinson crohn basedow hodgkin charcot lyme covid addison cushing raynaud sjogren
bouchard horton paget wilson down turner asperger behcet dupuytren meniere guillain-barre
biermer verneuil willebrand still kawasaki marfan korsakoff lewy gougerot hashimoto grippe
diabete asthme angine bronchite cystite eczema otite zona sepsis
"""
_MEDICINES = """
doliprane dafalgan efferalgan paracetamol kardegic aspegic aspirine plavix xarelto eliquis
pradaxa previscan coumadine lasilix furosemide aldactone levothyrox metformine glucophage
stagid diamicron januvia ozempic victoza trulicity lantus novorapid humalog abasaglar toujeo
forxiga jardiance amlodipine amlor ramipril triatec coversyl perindopril bisoprolol cardensiel
aprovel cozaar atacand kenzen entresto tahor crestor atorvastatine rosuvastatine zocor
amoxicilline augmentin clamoxyl orelox pyostacine monuril ofloxacine ciflox bactrim zithromax
ventoline seretide symbicort spiriva flixotide singulair aerius solupred cortancyl prednisone
inexium mopral omeprazole pantoprazole spasfon smecta imodium forlax tramadol contramal topalgic
ixprim lamaline acupan skenan actiskenan oxycontin oxynorm durogesic morphine seresta xanax
lexomil temesta valium stilnox imovane seroplex deroxat zoloft effexor laroxyl anafranil
theralithe depakine tegretol lamictal keppra lyrica neurontin risperdal zyprexa abilify haldol
tercian modopar sinemet aricept ebixa uvedose calcidose tardyferon inofer
mylan biogaran sandoz teva arrow zentiva viatris cristers zydus sanofi pfizer merck novartis
bayer servier moderna eg lp gsk almus evolugen ranbaxy
"""
_SIGLES = """
aah aci acs adn ald ame amu aomi apa arm ars asalee asap asip asv atcd avc avk bav bpco bpm
bu bzd caf camsp capi cat ccas ccmu cdi cdom cds cegidd ceseda cespharm cfx ch chr chs chu
cij cim cir clic clm cls clsm cmp cmpp cms cmu cnam cnge cnil cnis cnom copil cpam cpef cph
cpias cpn cpom cps cpts crat crp csapa csg csp css ctg ctss cv cvl dac dasen dasri dcem dcp ddass
ddn des dim dlu dma dmp dmg dpc dpi draaf drees ds du dumg ecbu ecg ecn ecos edn eeg efr ehpa
ehpad eidd emg emgo emsp epi epp eps epsm erasme esms esp esat esms etp evasan fam fc fibroscopie
fir fmc fodmap ght gir glims gmf hac had hadom hadopi has hba1c hbpm hcsp hpst hpv hsh hta iad
iade ibode ide idel idsp ifsi igas imc ime inr ins insee inserm inpes inpi insp inps ipa ipp irc
irdes irm isnar isni ist itep iupe ivg ivl kfp kta latdsi lfss maia mas mcs mda mdph mecs mfs mg
mis mms mmse mms mna mois moca mrs msa msp mss mssante msu mt nfs nip oms ondps onu opep ops orl
ors orsan oscar osys pact paerpa pai papi pcr pcra pdf pec pep pha pma pmi pmr pmsi pps pps ppcs
ppsps prado praps prs psl psc pta pti qcm qrm qroc qrp qrpl qru raad raam rac rai raac rash
rcp rdv reagjir repop rgpd rh rhd rmm roac ror rosp rpps rpu rqth rsi rsmg sacs samsah samu sao
sas saspas saspa sau saveurs scm sdf seat segur sel sida sisa sisra smr smur sms snds snp sos
spasad spa spd srh ssiad ssr ssct stemi svt swot tca tcs tdah tnd tnm to tous trod tsa tsh ttt
udsp uc uer uf ufr ugecam uhcd umg unv upatou ups urml urps urssaf usld usmp utg vad vih visale
vhb vhc vmc vni vsl
"""
FIRST_NAMES = USUAL | ORDINARY
"""First names common in France: beside a capitalised word they make a name of it."""
PARTICLES = _words(
    "de du des d la le les l van von der den di da dos ben bin el al ould nee ne epouse "
    "veuve ep et"
)
"""Words that only lead to a name."""
NEVER = _words(_GRAMMAR + _TITLES)
"""Words that are no name even after a title: « Madame Elle », « Bonjour Docteur Merci »."""
NOT_NAMES = NEVER | (
    _words(_TIME + _PEOPLE + _NOTE + _DISEASES + _MEDICINES + _SIGLES) - FIRST_NAMES
)
"""Those, and days, months, callings, diseases, medicines, sigles: no name elsewhere."""
