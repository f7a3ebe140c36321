"""Figures made by hand: every kind of cell, and words that mean harm."""

from random import Random

from tests.factories import NOON
from tests.reports.pieces import HOSTILE, around, columns, share, table
from tutor.domain.figures import Cell, Figures, Hidden, Place, Refused, Table

PETALS = (
    ("C1", "Relation, communication, approche centrée patient"),
    ("C2", "Approche globale, prise en compte de la complexité"),
    ("C3", "Éducation, prévention, santé individuelle et communautaire"),
    ("C4", "Premier recours, urgences"),
    ("C5", "Continuité, suivi, coordination des soins"),
    ("C6", "Professionnalisme"),
)


def figures(seed: int = 1, *, people: int = 37) -> Figures:
    """Return a report on a group, with words that mean harm in it."""
    chance = Random(seed)
    return Figures(
        made_at=NOON,
        course="exercice-coordonne",
        title="Exercice coordonné et CPTS",
        version="1.0.0",
        framework="DES <b>de</b> médecine générale",
        least_group=5,
        people=people,
        bundles=people + 1,
        tables=(
            _handed_in(people),
            *_progress(chance, people),
            *_framework(chance, people),
            _calibration(chance, people),
            _misconceptions(chance, people),
            _survey(chance, people),
            *_questions(chance, people),
        ),
        refused=(
            Refused(
                path=f"carnets/{HOSTILE[6]}.json",
                message_id="errors.write-exists",
                values={"path": f"carnets/{HOSTILE[6]}.json"},
                used=False,
            ),
            Refused(
                path="carnets/deux.json",
                message_id="errors.write-parent",
                values={"path": "carnets/deux.json"},
                used=True,
            ),
        ),
        missing=("Interne A", "Interne B", "Interne C", HOSTILE[0]),
    )


def _handed_in(people: int) -> Table:
    """Return who handed in."""
    few = Hidden(hidden="few")
    rows: list[list[Cell]] = [
        ["tout le monde", people, 41, 4512],
        ["promotion 2025", 21, 22, 2504],
        [HOSTILE[0], 9, None, 1004],
        ["promotion 2023", few, few, few],
        ["promotion 2024", Hidden(hidden="subtraction"), None, None],
    ]
    heads = columns(group="text", people="count", expected="count", answers="count")
    return table("handed-in", heads, rows)


def _progress(chance: Random, people: int) -> tuple[Table, ...]:
    """Return what the lessons and the tracks are at."""
    names = [("bases", "Les bases en vingt minutes"), ("qui", HOSTILE[6])]
    names += [(f"lecon-{n}", f"Leçon {n}") for n in range(8)]
    lessons: list[list[Cell]] = []
    for name, title in names:
        done, started = share(chance, people), share(chance, people)
        lessons.append([name, title, people, started, done])
    tracks: list[list[Cell]] = [
        [name, name.title(), people, share(chance, people)]
        for name in ("bases", "niveau-1", "saspas")
    ]
    by: list[list[Cell]] = [
        [promotion, name, number, share(chance, 20, 0.2)]
        for promotion, number in (("2025", 21), ("autres", 16))
        for name, _ in names
    ]
    by.append(["2023", "bases", Hidden(hidden="few"), Hidden(hidden="few")])
    heads = columns(
        lesson="text", title="text", people="count", started="share", done="share"
    )
    return (
        table("lessons", heads, lessons),
        table(
            "lessons-by-promotion",
            columns(promotion="text", lesson="text", people="count", done="share"),
            by,
        ),
        table(
            "lessons-by-semester",
            columns(semester="text", lesson="text", people="count", done="share"),
            [["3", name, 18, share(chance, 18, 0.4)] for name, _ in names],
        ),
        table(
            "tracks",
            columns(track="text", title="text", people="count", done="share"),
            tracks,
        ),
    )


def _framework(chance: Random, people: int) -> tuple[Table, ...]:
    """Return what the competencies and items are at."""
    petals: list[list[Cell]] = [
        [code, name, people, 500, share(chance, people, 0.05)] for code, name in PETALS
    ]
    petals[3][4] = Hidden(hidden="few")
    heads = columns(
        code="text", title="text", people="count", answers="count", estimate="share"
    )
    gap: list[list[Cell]] = [[code, people, 9, 11, 17] for code, _ in PETALS]
    sides = columns(
        code="text", people="count", above="count", near="count", below="count"
    )
    return (
        table("competencies", heads, petals),
        _items(chance, people),
        table("gap", sides, gap),
    )


def _items(chance: Random, people: int) -> Table:
    """Return what the items are at; of one nothing is shown."""
    rows: list[list[Cell]] = []
    for number in range(24):
        found: Cell = share(chance, people, chance.uniform(0.02, 0.3))
        mean: Cell = around(chance, people, 1.5, 4.5, 0.3)
        if number == 5:
            found, mean = Hidden(hidden="few"), None
        code = f"C5.N.{number}"
        rows.append([code, f"Formulation {number}", people, 80, found, people, mean])
    heads = columns(
        code="text",
        wording="text",
        people="count",
        answers="count",
        estimate="share",
        positioned="count",
        positioning="mean",
    )
    return table("items", heads, rows)


def _calibration(chance: Random, people: int) -> Table:
    """Return how right they were for each certainty."""
    rows: list[list[Cell]] = [
        [str(level), people, 900, share(chance, people, 0.08)] for level in (1, 2, 3)
    ]
    heads = columns(certainty="text", people="count", answers="count", right="share")
    return table("calibration", heads, rows)


def _misconceptions(chance: Random, people: int) -> Table:
    """Return what they hold for true."""
    rows: list[list[Cell]] = [
        [
            f"IF-{number:02}",
            HOSTILE[number % len(HOSTILE)] if number > 3 else f"Idée fausse {number}",
            30 - number,
            share(chance, 30 - number),
            f"q-{number}",
            Place(file="content/01-bases.md", line=10 + number),
        ]
        for number in range(12)
    ]
    heads = columns(
        code="text",
        title="text",
        people="count",
        hold="share",
        question="text",
        place="place",
    )
    return table("misconceptions", heads, rows)


def _survey(chance: Random, people: int) -> Table:
    """Return how they placed themselves before and after."""
    rows: list[list[Cell]] = [
        [
            f"echelle-{number}",
            f"Je sais dire ce que fait une CPTS ({number})",
            people - 9,
            around(chance, people - 9, 1.5, 3, 0.3),
            around(chance, people - 9, 2.5, 4.5, 0.3),
            around(chance, people - 9, -0.3, 1.2, 0.25),
        ]
        for number in range(4)
    ]
    heads = columns(
        scale="text",
        wording="text",
        people="count",
        before="mean",
        after="mean",
        shift="shift",
    )
    return table("survey", heads, rows)


def _questions(chance: Random, people: int) -> tuple[Table, Table]:
    """Return the analysis of questions and of their options."""
    rows: list[list[Cell]] = [
        [
            f"question-{number}",
            Place(file="quizzes/premiers-pas.md", line=12 * number + 1),
            "qru",
            people,
            share(chance, people),
            around(chance, people, -0.1, 0.5, 0.15),
            share(chance, people, 0.05),
            chance.uniform(8, 60),
            number % 3,
        ]
        for number in range(30)
    ]
    heads = columns(
        question="text",
        place="place",
        kind="text",
        people="count",
        difficulty="share",
        discrimination="number",
        sure_wrong="share",
        seconds="number",
        disputes="count",
    )
    return table("questions", heads, rows), _options(chance, people, rows)


def _options(chance: Random, people: int, questions: list[list[Cell]]) -> Table:
    """Return the analysis of four options for each question."""
    rows: list[list[Cell]] = [
        [
            question[0],
            question[1],
            letter,
            HOSTILE[(number + rank) % len(HOSTILE)],
            "✓" if letter == "a" else None,
            people,
            share(chance, people),
            around(chance, people, -0.4, 0.4, 0.2),
            "personne ne la choisit" if letter == "d" else None,
        ]
        for number, question in enumerate(questions)
        for rank, letter in enumerate("abcd")
    ]
    heads = columns(
        question="text",
        place="place",
        letter="text",
        text="text",
        expected="text",
        people="count",
        chosen="share",
        correlation="number",
        remark="text",
    )
    return table("options", heads, rows)
