"""The results of the page, part by part."""

from tests.simulation.figures import Figures
from tests.simulation.proportions import Share
from tests.simulation.telling import decimal, percent, spanned, table, told

WAYS = {
    "two": "tout le cours, 2 révisions par semaine",
    "three": "tout le cours, 3 révisions",
    "five": "tout le cours, 5 révisions",
    "half": "la moitié du cours, 3 révisions",
}
WORLDS = {
    "even": "toutes les questions également difficiles",
    "uneven": "des questions deux fois plus inégales",
    "easy": "des questions plus faciles",
    "hard": "des questions plus difficiles",
    "alike": "des internes presque semblables",
    "no-luck": "jamais de chance : qui ne sait pas donne la pire réponse",
    "up": "un interne qui progresse d'un cran* en 90 jours",
    "down": "un interne qui recule d'un cran* en 90 jours",
}


def words(figures: Figures) -> str:
    """Return what intervals and words are worth."""
    shares = figures.shares
    states = {
        "insuffisant": "données insuffisantes",
        "a-travailler": "à travailler",
        "a-confirmer": "à confirmer",
        "solide": "solide",
    }
    seen = ", ".join(f"« {say} » {percent(shares[s])}" for s, say in states.items())
    return (
        "## L'intervalle et le mot\n\n"
        "L'intervalle annonce 90 ; il contient le vrai taux dans "
        f"{told(shares['covered'], 'intervalles')}. Pour les items dont un mot est dit (cinq "
        f"réponses pleines ou plus), dans {percent(shares['covered-told'])} aussi. Il est "
        "donc plus large qu'il ne faudrait, et l'on sait pourquoi : une note "
        "partielle varie moins qu'un tout ou rien ; une réponse ancienne, ou d'un "
        "format qui ne pèse que la moitié, est comptée comme une fraction de réponse "
        "alors qu'elle en apprend davantage ; la réussite et l'échec fictifs ramènent "
        "vers le milieu. "
        "Le vrai taux est *sous* l'intervalle, l'erreur qui flatte, "
        f"{percent(shares['too-much'])} du temps.\n\n"
        f"« Solide » est faux dans {told(shares['false'], 'fois où il est dit')} ; pour les "
        f"items seuls, dans {told(shares['false-items'], 'fois')}. « À travailler » est dit "
        "à tort, d'un item dont le vrai taux atteint 0,70, "
        f"dans {told(shares['weak'], 'fois')}.\n\n"
        "Le prix de cette prudence : d'un item dont le vrai taux est 0,85 ou plus, "
        f"« solide » n'est dit que {percent(shares['good'])} du temps. Sur tous les "
        f"items : {seen}. « À confirmer » ne veut donc rien dire de mauvais.\n\n"
        "À regarder chaque semaine, on finit par tomber sur un jour de chance : un "
        "item dont le vrai taux est sous 0,70 a été dit « solide » au moins une fois "
        f"dans {told(shares['ever'], 'items')}.\n"
    )


def again(figures: Figures) -> str:
    """Return what one question answered again and again brings."""
    shares = figures.shares
    heads = ("", "dit « solide »", "« solide » faux", "l'intervalle tient")
    ways = {
        "once": "une fois",
        "again": "chaque jour pendant 30 jours",
        "shared": "chaque jour, si les réponses se partageaient un poids",
    }
    rows = (
        (
            say,
            spanned(shares[f"again.{way}.solid"]),
            _of(shares[f"again.{way}.false"]),
            spanned(shares[f"again.{way}.covered"]),
        )
        for way, say in ways.items()
    )
    return (
        "## Une question, encore et encore\n\n"
        "Chaque question a été répondue juste, seule, chaque jour de trois mois : "
        f"« solide » a été dit pour {percent(shares['alone'])} d'entre elles. La règle "
        "des cinq questions différentes suffit à l'empêcher.\n\n"
        "Elle ne suffit plus dès que l'item a quatre autres réponses. Ici, l'interne "
        "répond une fois à un quart de la banque, et à une question de l'item, qu'il "
        "sait par cœur, juste :\n\n"
        f"{table(heads, rows)}\n"
        "L'intervalle s'y trompe : chaque jour, la dernière réponse à une question "
        "pèse un poids entier de plus (règle 18), si bien que trente jours d'une seule "
        "question pèsent plus que tout le reste. C'est de la mémoire d'une question, "
        "non de l'item. Le mot ne s'y trompe plus : le tuteur ne dit « solide » que si "
        "le calcul où une question pèse deux réponses au plus le dit aussi. Sans cela, il "
        "l'aurait dit à six internes sur dix, à tort près d'une fois sur deux (62,2 % "
        "et 45,1 % lors de la première mesure).\n"
    )


def worlds(figures: Figures) -> str:
    """Return what becomes of it elsewhere."""
    shares = figures.shares
    heads = ("Et avec…", "intervalle (item)", "(compétence)", "« solide » faux")
    rows = (
        (
            say,
            spanned(shares[f"{name}.covered"]),
            spanned(shares[f"{name}.groups"]),
            _of(shares[f"{name}.false"]),
        )
        for name, say in WORLDS.items()
    )
    return (
        "## Si le monde est autrement\n\n"
        f"Chaque ligne : {figures.sizes.other} internes, tout le reste inchangé.\n\n"
        f"{table(heads, rows)}\n"
        "\\* Un cran : une question sue une fois sur deux l'est ensuite 73 fois sur "
        "100 (un logit).\n\n"
        "Des questions inégales ne trompent pas l'intervalle tant qu'on répond à des "
        "questions différentes : ce qu'on tire d'elles varie, mais l'intervalle le "
        "compte déjà. Qui progresse est sous-estimé pendant quelques semaines, qui "
        "recule surestimé : les réponses anciennes ne perdent la moitié de leur poids "
        "qu'en 60 jours, et les compétences, qui en ont le plus, le montrent le plus. "
        "Là où presque personne ne dépasse le seuil de beaucoup (« presque "
        "semblables »), « solide » est rare et plus souvent faux : aucun calcul qui "
        "ignore la promotion ne peut l'éviter. Regarder toujours de combien.\n"
    )


def reviews(figures: Figures) -> str:
    """Return what reviews bring back."""
    return (
        "## Ce que les révisions ramènent\n\n"
        f"{figures.sizes.weeks} internes lisent le cours en douze semaines et font des "
        "révisions de 15 minutes, que le tuteur compose lui-même. Lire une correction "
        "apprend quelque chose, oublié à moitié en 30 jours.\n\n"
        f"{_brought_back(figures)}\n"
        "Une question manquée est celle qui a valu moins de la moitié du crédit. Ce "
        "qui est dangereux (faux et sûr de soi) et les idées fausses passent devant "
        "et reviennent vite ; ce qui a été manqué vient ensuite, avant le reste. Le "
        "reste attend son tour : une révision de 15 minutes "
        "tient une dizaine de questions, et qui lit 36 questions nouvelles par semaine "
        "en a bientôt plus à revoir que trois séances n'en contiennent. Lire moins "
        "vite, ou réviser plus souvent, change plus que tout réglage.\n\n"
        f"{_worth_after(figures)}"
    )


def _brought_back(figures: Figures) -> str:
    """Return the table of what came back, and when."""
    shares, numbers = figures.shares, figures.numbers
    heads = (
        *("", "manquée, revue en 7 jours", "en 14 jours", "en 28 jours"),
        *("fausse et sûre, revue en 7 jours", "idée fausse, par une autre question"),
        "encore dues à la fin",
    )
    rows = (
        (
            say,
            spanned(shares[f"{way}.missed.7"]),
            percent(shares[f"{way}.missed.14"]),
            percent(shares[f"{way}.missed.28"]),
            _of(shares[f"{way}.sure.7"]),
            f"{spanned(shares[f'{way}.met.7'])} en 7 jours",
            decimal(numbers[f"{way}.left"], 0),
        )
        for way, say in WAYS.items()
    )
    return table(heads, rows)


def _worth_after(figures: Figures) -> str:
    """Return what estimates are worth after reviews."""
    shares = figures.shares
    names = {
        **WAYS,
        "reviewed-still": "tout le cours, 3 révisions, sans rien apprendre",
    }
    heads = (
        *("Après ces semaines", "intervalle (item)", "(compétence)"),
        *("au-dessus du vrai taux", "« solide » faux"),
    )
    rows = (
        (
            say,
            spanned(shares[f"{way}.covered"]),
            spanned(shares[f"{way}.groups"]),
            percent(shares[f"{way}.too-much"]),
            _of(shares[f"{way}.false"]),
        )
        for way, say in names.items()
    )
    return (
        f"{table(heads, rows)}\n"
        "Ici le vrai taux est celui du jour, mémoire des corrections comprise. "
        "L'intervalle promis pour un niveau qui ne bouge pas manque plus souvent celui "
        "de qui apprend, presque toujours par le bas : il reste prudent. Les questions "
        "manquées reviennent plus souvent que les autres et pèsent donc plus : "
        "l'estimation de qui révise est un peu trop basse.\n"
    )


def _of(found: Share) -> str:
    """Return a share and how many cases it comes from, where they are few."""
    return f"{percent(found)} de {found.of}" if found.of else "jamais dit"
