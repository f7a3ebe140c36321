"""Play a whole lesson in plain mode, as somebody would who listens, and write it down.

`python -m tests.cli.transcript` writes `docs/transcription.md` again. The seed, the clock
and what is typed are fixed, so that the same course gives the same page.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.cli.small import eased
from tests.course.shipped import ROOT
from tests.factories import StoppedClock
from tests.services.players import right, wrong
from tutor.assessment.ordering import labels
from tutor.cli.console import Console
from tutor.cli.plain_asides import words_lines
from tutor.cli.plain_run import PlainRun
from tutor.domain.course import Directory, SelfRating
from tutor.domain.errors import TutorError
from tutor.domain.question import Question
from tutor.domain.response import Ordered, Paired, Picked, Placed, Response, Typed
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.store.place import Place

PAGE = Path(__file__).parents[2] / "docs" / "transcription.md"
LESSON = "bases"
SEED = 7
NOTE = ["Je connais le nom de la CPTS, pas la personne qui la coordonne.", "."]
BEFORE: dict[int, list[str]] = {
    1: ["?"],
    3: ["! La proposition c se discute.", ".n Demander le numéro de la coordinatrice."],
    4: ["/ médecin traitant", "2", ""],
    5: [".t", "1", ""],
    6: [".b"],
}
"""What is typed at a question before it is answered, by its number."""
WRONG = {2, 8}
PASSED = {7}


class Recorder(Console):
    """A console that writes down what is said and what is typed."""

    def __init__(self, typist: Iterator[str]) -> None:
        super().__init__()
        self._typist = typist
        self._echoes = True
        self.lines: list[str] = []
        """All that was said, what was typed behind its prompt."""

    def tell(self, line: str = "") -> None:
        """Write one line down."""
        self.lines.append(line)

    def refuse(self, error: TutorError) -> None:
        """Write down why an input is not taken."""
        self.lines.append(say(error.message_id, **error.values))

    def read_as_typed(self, prompt: str) -> str:
        """Write down what is asked and what is typed; return it."""
        line = next(self._typist)
        self.lines.append(f"{prompt}{line}".rstrip())
        return line


def typing(run: Run) -> Iterator[str]:
    """Yield what the person types, looking at what is asked.

    Args:
        run: the run they are in.
    """
    seen: set[str] = set()
    while not run.is_over:
        question, task, number = run.stop.question, run.stop.task, run.number
        if question is None:
            yield from [""] if isinstance(task, SelfRating | Directory) else NOTE
        elif run.need == "certainty":
            yield "3" if number in WRONG else "2"
        elif question.id not in seen:
            seen.add(question.id)
            yield from BEFORE.get(number, [])
            yield "p" if number in PASSED else typed(run, question, number)
        else:
            yield typed(run, question, number)
    yield "o"
    yield from taking_up(run)
    yield ""


def taking_up(run: Run) -> Iterator[str]:
    """Yield what is typed at the questions that were passed.

    Args:
        run: the run, once it has gone back to them.
    """
    while not run.is_over:
        question = run.stop.question
        assert question is not None
        yield "1" if run.need == "certainty" else typed(run, question, 0)


def typed(run: Run, question: Question, number: int) -> str:
    """Return an answer as one types it.

    Args:
        run: gives the order of the options.
        question: what is asked.
        number: its number; some are answered wrong.
    """
    response: Response = (wrong if number in WRONG else right)(question)
    order = run.order(question)
    names = labels(len(order))
    match response:
        case Picked():
            places = sorted(order.index(each) for each in response.options)
            return " ".join(names[place] for place in places)
        case Typed():
            return response.text
        case Placed():
            return " ".join(str(value) for value in response.values)
        case Paired():
            pairs = enumerate(response.choices, 1)
            return " ".join(f"{left}{names[order.index(c)]}" for left, c in pairs)
        case Ordered():
            return " ".join(names[order.index(each)] for each in response.positions)
        case _:
            raise AssertionError(f"the lesson asks for a message: {question.id}")


def played() -> list[str]:
    """Return the lesson, line by line."""
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(ROOT, Place(Path(home)), StoppedClock(), Random(SEED))
        run = desk.start(LESSON, seed=SEED)
        console = Recorder(typing(run))
        PlainRun(desk, run, console).play()
        desk.close()
    return [eased(line) for line in console.lines]


def page() -> str:
    """Return the whole page."""
    words = "\n".join(f"- {eased(line)}" for line in words_lines())
    return INTRODUCTION.format(words=words, lesson="\n".join(played()))


INTRODUCTION = """# Une leçon entière, ligne à ligne

Cette page est pour qui écoute son écran : une personne aveugle ou malvoyante, avec un lecteur d'écran ou une plage braille. Elle dit comment commencer, ce qui est demandé, quels mots marchent partout, puis donne une leçon entière telle que le tuteur la dit. La leçon est vraie : un programme l'a jouée et a écrit cette page.

## Commencer

Le tuteur a deux faces. L'une remplit l'écran ; l'autre, le mode ligne à ligne, dit une chose par ligne et attend une ligne. C'est le même cours, le même carnet : on passe de l'une à l'autre quand on veut. Le mode ligne à ligne n'a ni cadre, ni flèche, ni puce dessinée, ni couleur.

Une fois le tuteur installé, comme le dit le guide de l'interne :

1. Demandez le mode ligne à ligne pour tout : sous Linux et macOS, tapez `export TUTOR_PLAIN=1` ; sous Windows, `setx TUTOR_PLAIN 1`, puis rouvrez la fenêtre. Ou ajoutez `--plain` à chaque commande.
2. Tapez `tutor`. Il dit où vous en êtes, l'étape qu'il propose, pourquoi, et la commande qui l'ouvre.
3. Tapez `tutor play bases` pour la première leçon.

Les commandes les plus utiles :

- `tutor` : où vous en êtes, et la prochaine étape.
- `tutor play` suivi d'un nom : une leçon, un dossier, une banque ou une question.
- `tutor review` : la révision du jour ; `tutor review --list` : les réponses sûres et dangereuses.
- `tutor tracks` : les parcours, et celui que vous suivez.
- `tutor play placement` : le test d'entrée ; `tutor play enquete` : le questionnaire d'avant et d'après.
- `tutor des` : vos compétences en mots ; `tutor des C5 --place` vous demande où vous vous situez.
- `tutor search` suivi de mots : chercher dans le cours ; `--open 1` lit le premier résultat à sa place dans la leçon.
- `tutor questions` : ce que demandent les internes.
- `tutor marks` : vos repères et vos notes ; `tutor marks 1` relit l'endroit.
- `tutor trace C5.C.7 -o trace.md` : un brouillon de trace ; `tutor recap bases -o bases.md` : ce qu'il faut garder d'une leçon. Ce sont des fichiers de texte, en Markdown.
- `tutor settings` : les réglages.

## Ce qui est demandé

Chaque demande finit par deux-points et une espace ; le curseur attend là. Le nombre de questions est dit à chaque question.

- **Une ou plusieurs réponses** : tapez les lettres, séparées par des espaces.
- **Une réponse courte** : tapez quelques mots. Si votre formulation n'est pas prévue, le tuteur donne l'attendu et demande si vous aviez bon.
- **Des paires** : un numéro et une lettre, par exemple 1b 2a. **Un ordre** : toutes les lettres, dans l'ordre. **Une échelle** : un nombre.
- **Un texte** : autant de lignes que vous voulez ; un point seul sur une ligne le termine.
- **La certitude**, après une réponse notée : 1 peu sûr, 2 plutôt sûr, 3 sûr, ligne vide pour ne pas le dire.

La correction dit d'abord juste ou faux, puis la note, puis chaque proposition par sa lettre, avec sa raison. « Réponse enregistrée. » veut dire que la réponse est sur le disque.

## Les mots qui marchent partout

À toute demande d'une leçon, d'un dossier ou d'une révision :

- ? : comment répondre ici, puis ces mots ; devant une question, aussi le sens des sigles du passage.
- q : quitter, tout est enregistré ; la fois d'après reprend au même endroit.
{words}

Devant une question, en plus : i donne un indice, p passe, ! suivi de mots garde ce qui vous semble faux dans la question corrigée juste avant.

Aucun de ces mots ne peut être une réponse : ils commencent par un point, une barre, ou tiennent en un signe ou une lettre que les propositions n'emploient pas. À l'intérieur d'un texte de plusieurs lignes, ils sont du texte. Après le sommaire ou une recherche, la question en cours est redite.

## La leçon

Ce que la personne tape suit les deux-points ; les lignes d'une note sont les siennes jusqu'au point seul. Elle demande l'aide, garde une objection, écrit une note, cherche, relit, pose un repère, passe une question et y revient à la fin. Cette page donne donc les réponses : pour répondre d'abord vous-même, jouez la leçon avant de la lire.

```text
{lesson}
```
"""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
