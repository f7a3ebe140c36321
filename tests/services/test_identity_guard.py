"""Sentences that identify somebody, and sentences that do not."""

import pytest

from tutor.domain.answer import Dispute, Note
from tutor.services.identity_guard import (
    LONGEST,
    findings,
    is_too_long,
    lengths,
    masked,
    may_leave,
    pieces,
)

IDENTIFYING = [
    ("J'ai vu Mme Dupont ce matin.", "J'ai vu Mme [nom] ce matin."),
    ("Mme Dupont", "Mme [nom]"),
    ("Mme\u00a0Dupont", "Mme\u00a0[nom]"),
    ("Mme\nDupont", "Mme\n[nom]"),
    ("MME DUPONT", "MME [nom]"),
    ("mme dupont va bien", "mme [nom] va bien"),
    ("m. hoarau va bien", "m. [nom] va bien"),
    ("M.Dupont", "M.[nom]"),
    ("Mr Payet refuse.", "Mr [nom] refuse."),
    ("Mlle Lebon dort.", "Mlle [nom] dort."),
    ("Mlle Anne-Sophie Le Gall", "Mlle [nom]"),
    ("Madame De La Tour vit seule.", "Madame [nom] vit seule."),
    ("Monsieur le Goff", "Monsieur [nom]"),
    ("Monsieur et Madame Payet", "Monsieur et Madame [nom]"),
    ("MM. Dupont et Martin", "MM. [nom]"),
    ("Mme Dupont née Martin", "Mme [nom]"),
    ("Mme N'Diaye, Mme N'diaye", "Mme [nom], Mme [nom]"),
    ("M. O'Brien-Sow", "M. [nom]"),
    ("Mme E\u0301lise", "Mme [nom]"),
    ("Mme Du\u00adpont", "Mme [nom]"),
    ("Mme Avril", "Mme [nom]"),
    ("Mme Иванова", "Mme [nom]"),
    ("Le Dr Payet m'a rappelé.", "Le Dr [nom] m'a rappelé."),
    ("Dr.Martin", "Dr.[nom]"),
    ("docteur Hoarau, merci", "docteur [nom], merci"),
    ("la docteure Grondin", "la docteure [nom]"),
    ("le Pr Techer", "le Pr [nom]"),
    ("L'enfant Kevin a de la fièvre.", "L'enfant [nom] a de la fièvre."),
    ("la patiente Marie-Thérèse", "la patiente [nom]"),
    ("le patient DUPONT", "le patient [nom]"),
    ("l'infirmière Julie passe", "l'infirmière [nom] passe"),
    ("Sa fille Julie Payet vient.", "Sa fille [nom] vient."),
    ("elle s'appelle Marie", "elle s'appelle [nom]"),
    ("Nom : Dupont", "Nom : [nom]"),
    ("Jean DUPONT est sorti.", "[nom] est sorti."),
    ("Jean-Pierre DE LA FONTAINE dort.", "[nom] dort."),
    ("Hier Anaëlle PAYET est venue.", "Hier [nom] est venue."),
    ("DUPONT Jean est sorti.", "[nom] est sorti."),
    ("Appeler Marie LY demain.", "Appeler [nom] demain."),
    ("Mme D. a chuté.", "Mme [initiales] a chuté."),
    ("M. K.L. sort demain.", "M. [initiales] sort demain."),
    ("Mme D. Elle va bien.", "Mme [initiales] Elle va bien."),
    ("Mme D", "Mme [initiales]"),
    ("Mme A et M. M. sortent", "Mme [initiales] et M. [initiales] sortent"),
    ("M. J-P. est là", "M. [initiales] est là"),
    ("M. J. Dupont", "M. [nom]"),
    ("Marie D. va mieux", "[initiales] va mieux"),
    ("K.L., 54 ans", "[initiales], 54 ans"),
    ("Léa, 6 ans, et Hugo 8 mois", "[nom], 6 ans, et [nom] 8 mois"),
    ("La petite Jade tousse.", "La petite [nom] tousse."),
    ("patiente L.M. au lit", "patiente [initiales] au lit"),
    ("née le 3 mai 1944", "née le [date]"),
    ("né(e) le 3 mai", "né(e) le [date]"),
    ("né en mai 1944", "né en [date]"),
    ("DDN : 3/5/44", "DDN : [date]"),
    ("vu le 1er février 2026", "vu le [date]"),
    ("le 3 févr. 1950", "le [date]"),
    ("le 12 août 1950, le 12 aou\u0302t 1950", "le [date], le [date]"),
    ("03/05/1944", "[date]"),
    ("3-5-1944 et 03.05.44", "[date] et [date]"),
    ("1944-05-03", "[date]"),
    ("03051944", "[date]"),
    ("0692 12 34 56", "[téléphone]"),
    ("06.12.34.56.78, 0612345678", "[téléphone], [téléphone]"),
    ("+33 6 12 34 56 78", "[téléphone]"),
    ("0033 (0)6-12-34-56-78", "[téléphone]"),
    ("+262 692 12 34 56", "[téléphone]"),
    ("02\u00a062\u00a012\u00a034\u00a056", "[téléphone]"),
    ("1 44 05 97 411 123 45", "[numéro de sécurité sociale]"),
    ("2440597411123", "[numéro de sécurité sociale]"),
    ("1 44 05 2A 411 123", "[numéro de sécurité sociale]"),
    ("2 44 05 2B 411 123 45", "[numéro de sécurité sociale]"),
    ("IPP 8001234567", "IPP [numéro]"),
    ("écrire à jean.dupont@chu-reunion.fr.", "écrire à [courriel]."),
    ("12 rue des Lilas", "[adresse]"),
    ("12 bis, rue du Général de Gaulle, 97400 Saint-Denis", "[adresse]"),
    ("au 8 chemin des flamboyants", "au [adresse]"),
    ("4 avenue victor hugo", "[adresse]"),
    ("3 place du Marché", "[adresse]"),
    ("20 rue du 20 Décembre 1848", "[adresse]"),
    ("5 bd Lancastel, 6 impasse Jasmin", "[adresse], [adresse]"),
    ("7 allée des Topazes", "[adresse]"),
    ("Il habite rue Victor Hugo.", "Il habite [adresse]."),
    ("en chambre 12, lit 3", "en [chambre], [chambre]"),
    ("ch. 214, chambre n° 12", "[chambre], [chambre]"),
]
HARMLESS = """
Le patient va bien.
La patiente Alzheimer de 82 ans a chuté.
Patient BPCO, patiente HTA, enfant TDAH.
Il a 92 ans, elle en a 101.
La CPTS organise les soins du territoire.
Le DAC a rappelé la MSP. Une IDEL passe. L'IPA aussi.
Appeler le SAMU ou contacter le CCAS.
Protocole ASALEE, Réunion CPTS, Rendez-vous DMP, Dossier MDPH.
Lundi, j'appelle l'infirmière. Mardi aussi.
En mai, à Saint-Denis, puis en Juin au Port.
En 2026, la loi a changé ; depuis 1944 aussi.
Le 3 mai dernier, rendez-vous à 14 h 30.
Kardegic 75, Doliprane 1000, Xarelto le soir.
Traitement KARDEGIC, Reprendre LASILIX, Amlodipine MYLAN.
TA 12/8, poids 61,5 kg, 1,70 m, 38,5 °C.
Une demi-vie de 5 000 000 000 d'années.
Il reste 1 place en EHPAD et 3 places au SSIAD.
Trois passages par jour, 2 lits libres.
Madame la Présidente, Monsieur le directeur
Madame est aidante, monsieur vit seul.
Docteur, merci. Bonjour Docteur, Je vous adresse ce patient.
M. est fatigué. Mme refuse l'aide.
L'infirmière a appelé. Le médecin du Port aussi.
La patiente de Saint-Denis, le kiné de Saint-Paul.
Votre maître de stage universitaire
Il faut TOUJOURS rappeler, NE JAMAIS attendre.
MOTIF Chute. SOCIAL Vit seule.
Hépatite B. Vitamine D. Option A. Plan B.
Le 15, le 112 et le 3624 répondent.
Article L. 1434-12, item C5.N.1, version 1.2.3.
Crohn, Parkinson et Alzheimer sont des noms de maladies.
Peut-être. Est-ce grave ? Celui-ci va mieux.
L'HAD, l'USLD et les EHPAD.
Pourquoi lui ? Parce que Demain est loin.
Une rue calme, la place du village, sur le chemin.
12 000 habitants, 4 500 patients, 10 % de plus.
Elle lit 89 % à l'oxymètre.
""".strip().splitlines()
KINDS = [
    ("Mme Payet", "nom"),
    ("Mme P.", "initiales"),
    ("03/05/1944", "date"),
    ("0262 12 34 56", "telephone"),
    ("1440597411123", "securite-sociale"),
    ("IPP 8001234567", "numero"),
    ("12 rue des Lilas", "adresse"),
    ("a@b.fr", "courriel"),
    ("lit 4", "chambre"),
]


@pytest.mark.parametrize(("text", "safe"), IDENTIFYING, ids=[t for t, _ in IDENTIFYING])
def test_what_identifies_is_masked_and_the_rest_stays(text: str, safe: str) -> None:
    assert masked(text) == safe
    assert masked(safe) == safe
    assert findings(safe) == ()


@pytest.mark.parametrize("text", HARMLESS)
def test_what_identifies_nobody_is_left_alone(text: str) -> None:
    assert findings(text) == ()
    assert masked(text) == text


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_each_finding_says_what_it_is(text: str, kind: str) -> None:
    assert [found.kind for found in findings(text)] == [kind]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(IDENTIFYING) + len(HARMLESS) >= 60


def test_findings_stand_in_order_and_apart() -> None:
    text = "Mme Payet, née le 3 mai 1944, 12 rue des Lilas, chambre 06 92 12 34 56."
    found = findings(text)
    assert [text[each.start : each.end] for each in found[:3]] == [
        "Payet",
        "3 mai 1944",
        "12 rue des Lilas",
    ]
    ends = [each.end for each in found]
    assert all(a <= b.start for a, b in zip(ends, found[1:], strict=False))
    assert "92" not in masked(text)


def test_a_masked_text_comes_apart_in_pieces_with_its_masks() -> None:
    found = pieces("Mme [nom] (né le [date])")
    assert found == [
        ("Mme ", False),
        ("[nom]", True),
        (" (né le ", False),
        ("[date]", True),
        (")", False),
    ]


def note(**fields: object) -> Note:
    """Return a note."""
    said = {"id": "n", "course": "c", "subject": "s", "at": "2026-03-01T10:00:00Z"}
    return Note.model_validate({**said, **fields})


def test_what_may_leave_is_the_shared_text_and_masked_in_any_case() -> None:
    assert note(text="Bien.").shareable == "Bien."
    both = note(text="Mme Payet", shared_text="Mme [nom]")
    assert both.shareable == may_leave(both) == "Mme [nom]"
    of_before_the_guard = note(text="Mme Payet")
    assert may_leave(of_before_the_guard) == "Mme [nom]"


def test_an_objection_leaves_masked_too() -> None:
    said = {"id": "d", "course": "c", "question": "q", "key_hash": "k", "answer": "a"}
    objection = Dispute.model_validate(
        {**said, "text": "Mme Payet dit non.", "at": "2026-03-01T10:00:00Z"}
    )
    assert may_leave(objection) == "Mme [nom] dit non."


def test_a_note_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert not is_too_long("a" * LONGEST)
    assert is_too_long("a" * (LONGEST + 1))
    assert lengths(20_001) == {"n": "20\u00a0001", "most": "20\u00a0000"}
