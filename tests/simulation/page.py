"""`docs/mesure.md`: the figures told to a teacher, in French."""

from tests.simulation.figures import Figures
from tests.simulation.page_results import again, reviews, words, worlds
from tests.simulation.proportions import Share
from tests.simulation.telling import decimal, grouped, percent, told

BEGIN, END = "<!-- chiffres\n", "\n-->"
LEAST_COVERED = 0.88
MOST_FALSE = 0.03


def kept(figures: Figures) -> dict[str, bool]:
    """Return whether each promise is kept.

    Args:
        figures: what was measured.
    """
    shares = figures.shares
    return {
        "covered": shares["covered"].value >= LEAST_COVERED,
        "covered-groups": shares["covered-groups"].value >= LEAST_COVERED,
        "false": shares["false"].value < MOST_FALSE,
        "alone": shares["alone"].value == 0,
        "again": shares["again.again.solid"].low <= shares["again.once.solid"].high,
    }


def page_of(figures: Figures) -> str:
    """Return the whole page.

    Args:
        figures: what was measured.
    """
    parts = (
        _brief(figures),
        _asked(),
        _how(figures),
        words(figures),
        again(figures),
        worlds(figures),
        reviews(figures),
        _limits(figures),
        _proposals(figures),
        _redo(figures),
    )
    return "\n".join(parts) + f"\n{BEGIN}{figures.model_dump_json()}{END}\n"


def _brief(figures: Figures) -> str:
    """Return the promises, each with its figure."""
    return (
        "# Ce que valent les estimations : la mesure\n\n"
        "Le tuteur montre une estimation, un intervalle et un mot. Cette page dit à "
        "quel point on peut s'y fier, chiffres à l'appui. Elle est écrite par un "
        "programme, qui invente des internes dont on connaît le vrai niveau, les fait "
        "répondre aux vraies questions, et compare ce que le tuteur en dit à la "
        "vérité. On ne peut pas le faire avec de vrais internes : leur vrai niveau, "
        "personne ne le connaît.\n\n## En bref\n\n"
        "| Promesse | Mesuré | |\n| --- | --- | --- |\n"
        f"{_promises(figures)}\n\n"
        "Entre parenthèses : où le chiffre se trouverait 95 fois sur 100 si l'on "
        "recommençait avec d'autres internes, puis le nombre de cas.\n"
    )


def _promises(figures: Figures) -> str:
    """Return the rows of the promises."""
    shares, is_kept = figures.shares, kept(figures)

    def row(promise: str, name: str, found: Share, unit: str) -> str:
        answer = "tenue" if is_kept[name] else "**non tenue**"
        return f"| {promise} | {told(found, unit)} | {answer} |"

    rows = (
        row(
            "L'intervalle d'un item contient le vrai taux au moins 88 fois sur 100",
            "covered",
            *(shares["covered"], "intervalles"),
        ),
        row(
            "L'intervalle d'une compétence aussi",
            "covered-groups",
            *(shares["covered-groups"], "intervalles"),
        ),
        row(
            "« Solide » est faux moins de 3 fois sur 100",
            "false",
            *(shares["false"], "« solide »"),
        ),
        row(
            "Une question répondue seule, chaque jour, ne donne jamais « solide »",
            "alone",
            *(shares["alone"], "questions"),
        ),
        row(
            "Répétée parmi d'autres, elle ne le donne pas plus souvent que posée une "
            f"fois ({percent(shares['again.once.solid'])})",
            "again",
            *(shares["again.again.solid"], "internes"),
        ),
    )
    return "\n".join(rows)


def _asked() -> str:
    """Return what was asked."""
    return (
        "## Ce qu'on a demandé\n\n"
        "1. La barre annonce « le vrai taux est là avec 9 chances sur 10 ». Y est-il ?\n"
        "2. Quand le tuteur écrit « solide », à quelle fréquence a-t-il tort ?\n"
        "3. Peut-on obtenir « solide » en répétant une question sue par cœur ?\n"
        "4. Que devient tout cela si les questions sont plus inégales, si l'on a de la "
        "chance, si l'on progresse ou si l'on oublie ?\n"
        "5. Les révisions ramènent-elles ce qui a été manqué ?\n"
    )


def _how(figures: Figures) -> str:
    """Return how it was measured."""
    sizes = figures.sizes
    return (
        "## Comment\n\n"
        f"**Les questions** sont les {figures.questions} du cours livré, avec leurs "
        f"{figures.items} items. Chaque réponse inventée est notée et pesée par le "
        "tuteur. Pour aller plus vite, l'appartenance à l'intervalle est calculée "
        "directement ; pour un interne sur dix, elle est comparée à l'intervalle que "
        "le tuteur affiche, et la mesure s'arrête s'ils diffèrent.\n\n"
        f"**Les internes** sont {grouped(sizes.interns)}. Chacun a une aisance pour "
        "chaque item, chaque question une difficulté, tirées au sort une fois pour "
        "toutes. La chance de *savoir* une question suit la courbe habituelle des "
        "modèles de réponse (logistique à deux paramètres). Qui sait répond juste ; "
        "qui ne sait pas répond au hasard, avec pour les QRM 65 chances sur 100 de "
        "bien juger chaque proposition. Chacun travaille entre un quart et la "
        f"totalité des fichiers en 90 jours, soit {figures.answers} réponses en "
        "moyenne, une par question.\n\n"
        "**Le vrai taux** d'un interne à un item est calculé sans hasard : ce qu'il "
        "obtiendrait en moyenne à *toutes* les questions de la banque sur cet item, "
        "chacune avec son poids. Il vaut en moyenne "
        f"{decimal(figures.mean, 2)}, avec un écart type de "
        f"{decimal(figures.spread, 2)} : beaucoup d'internes sont près du seuil de "
        "0,70, là où se tromper est le plus facile.\n\n"
        "Ces nombres (difficulté, écarts entre internes, mémoire) sont des choix "
        "faits avant la mesure et non ajustés ensuite : aucun ne vient d'internes "
        "réels.\n"
    )


def _limits(figures: Figures) -> str:
    """Return what is not said."""
    shares, numbers = figures.shares, figures.numbers
    return (
        "## Ce que cela ne dit pas\n\n"
        "- **Rien de la compétence clinique.** Le vrai taux est celui de ces questions "
        "à l'écran.\n"
        "- **La chance compte dans le taux.** Une bonne réponse devinée est une bonne "
        "réponse. Si l'on ne comptait que ce qui est su, l'intervalle ne contiendrait "
        f"la part sue que {percent(shares['known.covered'])} du temps, et "
        f"{percent(shares['known.false'])} des « solide » cacheraient une part sue "
        "sous 0,70.\n"
        "- **D'autres questions que celles de la banque.** Pour le taux à une infinité "
        "de questions semblables, l'intervalle tient "
        f"{percent(shares['beyond.covered'])} du temps.\n"
        "- **De vrais internes** ne répondent pas comme un modèle : ils se fatiguent, "
        "s'aident, se corrigent trop généreusement quand ils se notent eux-mêmes. Rien "
        "de cela n'est simulé ici.\n"
        "- **Les items peu fournis.** En répondant une fois à tout, un interne n'aurait "
        f"pas cinq réponses pleines à {round(numbers['thin.told'])} items, et pas assez "
        f"pour « solide », même sans faute, à {round(numbers['thin.solid'])}.\n"
    )


def _proposals(figures: Figures) -> str:
    """Return what could be changed, and what it would bring."""
    shares, thin = figures.shares, round(figures.numbers["thin.told"])
    return (
        "## Un changement à discuter\n\n"
        "**Une question, un poids, pour l'intervalle aussi.** La même question compte "
        "une fois par jour où l'on y répond : c'est une formule publiée (règle 18), à "
        "laquelle d'autres se fient ; elle n'est pas changée. Si toutes les réponses à "
        "une question se partageaient un seul poids, celui de la plus récente, "
        "l'intervalle contiendrait le vrai taux de l'item à question répétée "
        f"{percent(shares['again.shared.covered'])} du temps (au lieu de "
        f"{percent(shares['again.again.covered'])}). Après douze semaines de trois "
        "révisions, l'intervalle des compétences passerait de "
        f"{percent(shares['three.groups'])} à "
        f"{percent(shares['three.shared.groups'])}. Rien ne change pour qui répond une "
        f"fois à chaque question. Le prix : {thin} items sur {figures.items}, trop peu "
        "fournis, resteraient « données insuffisantes » tant que la banque ne grandit "
        "pas.\n"
    )


def _redo(figures: Figures) -> str:
    """Return how to measure again."""
    return (
        "## Refaire la mesure\n\n"
        "`make simulate` refait tout et réécrit cette page, en quelques minutes ; les "
        "tirages sont fixés, le résultat est le même. `tests/simulation` contient le "
        "modèle. Si le cours change, les chiffres changent un peu : l'empreinte des "
        f"questions mesurées est `{figures.bank}`.\n"
    )
