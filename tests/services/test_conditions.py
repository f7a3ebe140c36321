"""What follows from a message: blocks shown or not, questions asked or not (rule 16)."""

from pathlib import Path

import pytest

from tests.factories import choice, relay
from tests.services.courses import SMALL, block, desk_at, front, qru
from tests.services.players import answer_here, go_to
from tests.services.runs import run_over
from tutor.domain.course import Passage
from tutor.domain.prose import Paragraph, plain
from tutor.domain.response import Handed
from tutor.services.desk import Desk
from tutor.services.run import Run, past_of, reading_of
from tutor.services.stops import Stop
from tutor.services.summary import summary_of

pytestmark = pytest.mark.no_cover

ATOMS = (
    '- [x] le poids {#poids mots="poids"}\n  > sans lui, rien\n'
    '- [x] la fille {#fille mots="fille"}\n'
    "- [x] la suite\n"
)


def note(condition: str, text: str) -> str:
    """Return a callout under a condition."""
    return f"::: note {{{condition}}}\n{text}\n:::\n\n"


CASE = (
    "## Le cas {#cas-r .dossier}\n\n### Un\n\n"
    + block("relais", "m", ATOMS)
    + "### Deux\n\n"
    + note('si="poids"', "Le poids est arrivé.")
    + note('sinon="poids"', "Le poids manque.")
    + qru("q-si", more='si="poids"')
    + "### Trois\n\nTexte de trois.\n\n"
    + qru("q-sinon", more='sinon="poids"')
    + block("reflexion", "c-si", "> **Pistes** une piste\n", 'si="fille"')
    + "### Quatre\n\nTexte de quatre.\n\n"
    + qru("q-toujours")
    + note('si="poids" sinon="fille"', "Le poids sans la fille.")
    + qru("q-fin", more='si="fille"')
)
FILES = {**SMALL, "quizzes/relais.md": front("relais-b") + CASE}


def at_case(folder: Path, *atoms: int, target: str = "cas-r") -> tuple[Desk, Run]:
    """Return a run in which a message with these atoms was sent."""
    desk = desk_at(folder, files=FILES)
    run = desk.start(target)
    answer_here(run, Handed(atoms=frozenset(atoms)))
    desk.save(run)
    return desk, run


def walk(run: Run) -> list[str]:
    """Go to the end; return what came up, with what was read before in brackets."""
    seen = []
    while not run.is_over:
        seen.append(f"{run.stop.key}{told(run)}")
        if run.stop.question is None:
            run.pass_by()
        else:
            answer_here(run)
    return [*seen, f"fin{told(run)}"]


def told(run: Run) -> list[str]:
    """Return the paragraphs that lead to the present stop."""
    parts = reading_of(run, run.stop)
    return [
        plain(each.text)
        for part in parts
        for each in part.blocks
        if isinstance(each, Paragraph)
    ]


WALKS: list[tuple[tuple[int, ...], list[str]]] = [
    (
        (),
        [
            "q-sinon['Le poids manque.', 'Texte de trois.']",
            "q-toujours['Texte de quatre.']",
            "fin[]",
        ],
    ),
    (
        (0,),
        [
            "q-si['Le poids est arrivé.']",
            "q-toujours['Texte de trois.', 'Texte de quatre.']",
            "fin['Le poids sans la fille.']",
        ],
    ),
    (
        (1,),
        [
            "q-sinon['Le poids manque.', 'Texte de trois.']",
            "c-si[]",
            "q-toujours['Texte de quatre.']",
            "q-fin[]",
            "fin[]",
        ],
    ),
    (
        (0, 1, 2),
        [
            "q-si['Le poids est arrivé.']",
            "c-si['Texte de trois.']",
            "q-toujours['Texte de quatre.']",
            "q-fin[]",
            "fin[]",
        ],
    ),
]


@pytest.mark.parametrize(("atoms", "expected"), WALKS)
@pytest.mark.parametrize("target", ["cas-r", "relais-b"])
def test_a_message_decides_what_is_read_and_asked_after_it(
    tmp_path: Path, atoms: tuple[int, ...], expected: list[str], target: str
) -> None:
    _, run = at_case(tmp_path, *atoms, target=target)
    assert walk(run) == expected


@pytest.mark.parametrize(("atoms", "expected"), WALKS)
def test_a_run_that_resumes_at_each_stop_goes_the_same_way(
    tmp_path: Path, atoms: tuple[int, ...], expected: list[str]
) -> None:
    desk, run = at_case(tmp_path, *atoms)
    seen = []
    while not run.is_over:
        seen.append(f"{run.stop.key}{told(run)}")
        if run.stop.question is None:
            run.pass_by()
        else:
            answer_here(run)
        desk.save(run)
        desk.close()
        desk = desk_at(tmp_path, chance=len(seen))
        run = desk.start("cas-r")
    assert [*seen, f"fin{told(run)}"] == expected


@pytest.mark.parametrize(
    ("atoms", "total"), [((), 3), ((0,), 3), ((1,), 4), ((0, 1), 4)]
)
def test_a_question_that_is_not_asked_does_not_count(
    tmp_path: Path, atoms: tuple[int, ...], total: int
) -> None:
    desk, run = at_case(tmp_path, *atoms)
    walk(run)
    run.pass_by()
    desk.save(run)
    summary = summary_of(run)
    assert (summary.asked, summary.answered) == (total, total)
    assert run.started.ended
    assert desk.record.last_run() is None
    assert desk.standing().dossiers["cas-r"] == "done"


def test_questions_are_numbered_among_those_that_come_up(tmp_path: Path) -> None:
    _, run = at_case(tmp_path, 1)
    numbers = []
    while not run.is_over:
        numbers.append((run.stop.key, run.number))
        if run.stop.question is None:
            run.pass_by()
        else:
            answer_here(run)
    assert numbers == [("q-sinon", 2), ("c-si", 2), ("q-toujours", 3), ("q-fin", 4)]


def test_a_message_that_is_passed_hands_nothing_over(tmp_path: Path) -> None:
    run = desk_at(tmp_path, files=FILES).start("cas-r")
    run.pass_by()
    assert walk(run) == WALKS[0][1]


def test_what_was_ruled_out_is_not_past(tmp_path: Path) -> None:
    _, run = at_case(tmp_path, 0)
    go_to(run, "q-toujours")
    assert [stop.key for stop in past_of(run)] == ["m", "q-si"]


def test_a_later_message_does_not_change_what_came_before_it() -> None:
    run = run_over()
    way = [
        Stop(key="m-1", task=relay("fille", name="m-1")),
        Stop(key="q-tot", task=choice(name="q-tot", unless="poids")),
        Stop(key="m-2", task=relay("poids", name="m-2")),
        Stop(key="q-tard", task=choice(name="q-tard", unless="poids")),
    ]
    run.stops = (*way, *run.stops)
    answer_here(run)
    run.pass_by()
    answer_here(run)
    assert [question.id for question in run.questions] == ["m-1", "q-tot", "m-2"]
    assert run.is_over


def test_a_lesson_is_done_without_what_its_message_ruled_out(tmp_path: Path) -> None:
    lesson = front("suite") + CASE.replace("## Le cas {#cas-r .dossier}", "## Le cas")
    desk = desk_at(tmp_path, files={**SMALL, "content/09-suite.md": lesson})
    run = desk.start("suite")
    answer_here(run, Handed(atoms=frozenset()))
    walk(run)
    desk.save(run)
    assert desk.standing().lessons["suite"] == "started"
    run.pass_by()
    desk.save(run)
    assert desk.standing().lessons["suite"] == "done"


@pytest.mark.parametrize("name", ["q-si", "q-sinon", "q-fin"])
def test_a_question_alone_is_asked_whatever_its_condition(
    tmp_path: Path, name: str
) -> None:
    run = desk_at(tmp_path, files=FILES).start(name)
    assert run.stop.key == name
    assert "Le poids manque." not in told(run)
    assert run.number == 1
    answer_here(run)
    assert run.is_over


def test_a_reviewed_question_is_asked_whatever_its_condition(tmp_path: Path) -> None:
    lesson = (
        front("suite") + block("relais", "m-l", ATOMS) + qru("l-si", more='si="poids"')
    )
    desk = desk_at(tmp_path, files={**SMALL, "content/09-suite.md": lesson})
    run = desk.start("suite")
    answer_here(run, Handed(atoms=frozenset({0})))
    answer_here(run)
    desk.save(run)
    desk.clock.forward(days=60)  # type: ignore[attr-defined]
    review = desk.review()
    assert review is not None
    assert {question.id for question in review.questions} == {"m-l", "l-si"}


@pytest.mark.parametrize("positions", [[0, 7], [7], [-1]])
def test_a_position_that_has_gone_hands_nothing_over(
    tmp_path: Path, positions: list[int]
) -> None:
    _, run = at_case(tmp_path, 0)
    fact = run.given["m"].model_copy(update={"response": positions})
    run.given["m"] = fact
    assert ("q-si" in [q.id for q in run.questions]) == (0 in positions)


def test_passages_are_always_read() -> None:
    passage = Passage(blocks=())
    stop = Stop(key="fin:essai", reading=(passage,))
    run = run_over(choice())
    run.stops = (stop,)
    assert reading_of(run, stop) == (passage,)
