"""A course that asks a person about themself: a survey, a directory, a placement."""

from tests.services.courses import block, front, qru

SCALE = "".join(f"{n}. degré {n}\n" for n in range(1, 6))
SURVEY = (
    front("enquete", "Votre regard", "duree_min: 3\n")
    + "Rien n'est noté.\n\n"
    + block("autoeval", "e-libre", SCALE)
    + block("autoeval", "e-utile", SCALE)
)
DIRECTORY = """::: annuaire {#contacts}
Notez ce que vous savez.

- Nom de la CPTS {#cpts mots="votre CPTS"}
- Coordonnatrice {#coordo mots="coordonnatrice, coordonnateur"}
  > Nom et numéro au travail.
- Sans mots {#muet}
:::

"""
LESSON = (
    front("chez-moi")
    + DIRECTORY
    + "Appelez le coordonnateur.\n\n"
    + qru("m-1")
    + "Rappelez la coordonnatrice de votre CPTS.\n\n"
    + qru("m-2")
)
PLACEMENT = front("placement", "Test d'entrée") + "".join(
    qru(f"p-{lesson}-{n}", more=f'comp="C5.N.1" lecon="{lesson}"')
    for lesson in ("chez-moi", "apres")
    for n in (1, 2)
)
FILES = {
    "content/01-chez-moi.md": LESSON,
    "content/02-apres.md": front("apres") + "Lire.\n\n" + qru("apres-1"),
    "content/enquete.md": SURVEY,
    "quizzes/placement.md": PLACEMENT,
}
"""The files of that course."""
