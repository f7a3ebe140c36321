"""Collect the problems of one file, so that all of them come in one run."""

from tutor.domain.problem import Problem, Severity

SEVERITIES: dict[str, Severity] = {
    "appui-perime": "warning",
    "caractere-invisible": "warning",
    "cle-trop-longue": "warning",
    "cles-au-meme-endroit": "warning",
    "cles-les-plus-longues": "warning",
    "duree-eloignee": "warning",
    "fait-perime": "warning",
    "fichier-sans-faits": "info",
    "item-sans-question": "info",
    "lecon-sans-contrepartie": "warning",
    "mots-absolus": "warning",
    "negation-discrete": "warning",
    "question-sans-fait": "info",
    "question-sans-item": "info",
    "sigle-sans-definition": "info",
    "atome-decoche": "warning",
    "atome-sans-mots": "warning",
    "attribut-repete": "error",
    "caractere-de-controle": "error",
    "date-depassee": "warning",
    "etape-sans-question": "warning",
    "fait-inconnu": "warning",
    "idee-fausse-inconnue": "warning",
    "image": "info",
    "lettre-dans-un-retour": "warning",
    "lien": "info",
    "espace-ordinaire": "info",
    "tirage-avec-texte": "warning",
    "tirage-trop-court": "warning",
    "tcs-sans-panel": "warning",
    "tcs-panel-trop-petit": "warning",
    "tcs-panel-unanime": "warning",
    "tcs-raison": "warning",
}
"""How grave each code is; what is not listed is an error."""


class Findings:
    """The problems found in one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        """As it is shown to the author."""
        self.problems: list[Problem] = []
        """In the order they were found."""

    def add(self, code: str, line: int, column: int = 1, /, **values: object) -> None:
        """Note a problem.

        Args:
            code: its code, a key of the catalogue under `check.`.
            line: from 1.
            column: from 1.
            **values: what the catalogue entry needs.
        """
        texts = {name: str(value) for name, value in values.items()}
        severity = SEVERITIES.get(code, "error")
        where = (max(1, line), max(1, column))
        self.problems.append(Problem(self.path, *where, code, severity, texts))
