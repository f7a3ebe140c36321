"""Small courses written to a temporary folder, and desks to sit at."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.factories import StoppedClock
from tutor.domain.clock import Clock
from tutor.services.desk import Desk
from tutor.store.place import Place

HEAD = """id = "petit-cours"
titre = "Petit cours"
version = "1.0.0"
referentiel = "petit"
"""
FRAMEWORK = """id = "petit"
titre = "Petit référentiel"
niveaux = [{ code = "N", nom = "Novice" }, { code = "C", nom = "Compétent" }]

[[competence]]
code = "C5"
nom = "Coordination"
source = "essai"
formulation = "de travail"
item = [
  { code = "C5.N.1", niveau = "N", texte = "Repère les acteurs" },
  { code = "C5.N.2", niveau = "N", texte = "Transmet une information" },
  { code = "C5.C.1", niveau = "C", texte = "Coordonne un parcours" },
]

[[competence]]
code = "C6"
nom = "Professionnalisme"
source = "essai"
formulation = "de travail"
item = [{ code = "C6.N.1", niveau = "N", texte = "Connaît ses limites" }]
"""
BELIEFS = """# Idées fausses

## IF-01 La CPTS soigne {#if-01}

Elle organise.

## IF-02 Tout passe par le médecin {#if-02}

Chacun a son rôle.
"""
ALPHA = "alpha"
"""The lesson with every kind of stop."""


def front(name: str, title: str = "", more: str = "") -> str:
    """Return the head of a course file."""
    title = title or f"Titre de {name}"
    return f'---\nid: {name}\ntitre: "{title}"\n{more}---\n\n# {title}\n\n'


def block(kind: str, name: str, inside: str, more: str = "") -> str:
    """Return a block, its stem before what is inside."""
    head = f"::: {kind} {{#{name} {more}}}".replace(" }", "}")
    return f"{head}\nÉnoncé de {name}\u00a0?\n\n{inside}\n:::\n\n"


def options(marks: str, beliefs: str = "") -> str:
    """Return options with feedback.

    Args:
        marks: `x` right, `X` right and indispensable, `-` wrong, `!` unacceptable,
            `B` wrong and embodying the first of `beliefs` left, `.` wrong and last.
        beliefs: codes, separated by spaces.
    """
    codes, lines = iter(beliefs.split()), []
    for number, mark in enumerate(marks):
        braces = {"X": " {.indispensable}", "!": " {.inacceptable}", ".": " {.dernier}"}
        more = f' {{err="{next(codes)}"}}' if mark == "B" else braces.get(mark, "")
        box = "x" if mark in "xX" else " "
        lines.append(f"- [{box}] proposition {number}{more}")
        lines.append(f"  > raison {number}")
    return "\n".join(lines) + "\n"


def qru(name: str, marks: str = "x--", more: str = 'comp="C5.N.1"') -> str:
    """Return a QRU with two hints."""
    hints = "\n> **Indice** premier\n\n> **Indice** second\n"
    return block("qru", name, options(marks, "IF-01") + hints, more)


def qroc(name: str, more: str = 'comp="C5.N.2"') -> str:
    """Return a QROC: two accepted wordings, one known wrong, one for the rest."""
    inside = (
        "- [x] messagerie sécurisée\n- [x] MSSanté\n"
        '- [ ] courriel {err="IF-02"}\n  > Trop ouvert.\n'
        "- [ ] (autre)\n  > Un outil protégé.\n"
    )
    return block("qroc", name, inside, more)


def tcs(name: str, votes: str = "| 0 | 1 | 3 | 10 | 1 |") -> str:
    """Return a TCS of two rows; scored where the file names a panel."""
    table = (
        "| Hypothèse | Information | −2 | −1 | 0 | +1 | +2 |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| une idée | un fait {votes}\n| une autre | un autre {votes}\n"
    )
    said = "\n- **+1** parce que\n"
    return block("tcs", name, table + said, 'comp="C5.C.1"')


def reflection(name: str) -> str:
    """Return a card to write on."""
    return block("reflexion", name, "> **Pistes** une piste\n", 'comp="C5.N.1"')


def rating(name: str) -> str:
    """Return a scale of five."""
    inside = "".join(f"{n}. degré {n}\n" for n in range(1, 6))
    return block("autoeval", name, inside, 'comp="C5.N.1 C5.N.2"')


def alpha() -> str:
    """Return a lesson with text, cards, and one question of most kinds."""
    return (
        front(ALPHA, more="duree_min: 5\n")
        + "Première lecture.\n\n"
        + reflection("a-avant")
        + "Deuxième lecture.\n\n"
        + qru("a-qru", "xB--", 'comp="C5.N.1 C5.C.1" points="2"')
        + "::: regle {#a-regle}\nUne règle.\n:::\n\n"
        + qroc("a-mots")
        + rating("a-auto")
        + block("qrm", "a-qrm", options("Xx-!"), 'comp="C5.N.1" certitude="non"')
        + "## À retenir\n\nDernière lecture.\n"
    )


def case(name: str = "cas-1") -> str:
    """Return a dossier of two steps and three questions."""
    return (
        f'## Le cas {name} {{#{name} .dossier comp="C5.C.1"}}\n\nOn vous appelle.\n\n'
        "### Étape 1, l'appel\n\nElle parle vite.\n\n"
        + qru(f"{name}-a", more='comp="C5.C.1"')
        + "### Étape 2, la visite\n\nVous y êtes.\n\n"
        + block("qrp", f"{name}-b", options("xx--"), 'n="2" comp="C5.C.1"')
        + qroc(f"{name}-c", 'comp="C5.C.1"')
    )


PANEL = 'panel: {date: 2026-05-01, effectif: 15, professions: ["médecin"]}\n'


def bank() -> str:
    """Return a bank with a long list, a scored TCS and two plain questions."""
    return (
        front("banque", more=PANEL)
        + qru("b-un", "-x-")
        + qru("b-deux", "--x", 'comp="C6.N.1"')
        + block("qrpl", "b-liste", options("xx" + "-" * 8), 'n="2" comp="C5.N.1"')
        + tcs("b-tcs")
    )


SMALL = {
    "content/01-alpha.md": alpha(),
    "content/02-beta.md": front("beta") + "Lire.\n\n" + qru("beta-qru"),
    "quizzes/banque.md": bank(),
    "quizzes/cas.md": front("cas", more="duree_min: 12\n") + case(),
}
"""The files of the small course."""


def write_course(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write a course: its reference files, and lessons and banks by path."""
    references = {
        "content/cours.toml": HEAD,
        "content/referentiels/petit.toml": FRAMEWORK,
        "content/idees-fausses.md": BELIEFS,
    }
    for name, text in {**references, **(SMALL if files is None else files)}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def desk_at(
    folder: Path,
    clock: Clock | None = None,
    *,
    files: dict[str, str] | None = None,
    writing: bool = True,
    chance: int = 7,
) -> Desk:
    """Return a desk at a small course; the same folder gives the same person."""
    root = folder / "cours"
    if files is not None or not root.exists():
        write_course(root, files)
    place = Place(folder / "home")
    return Desk(root, place, clock or StoppedClock(), Random(chance), writing=writing)


def without(files: Iterable[str]) -> dict[str, str]:
    """Return the small course without some of its files."""
    return {name: text for name, text in SMALL.items() if name not in set(files)}
