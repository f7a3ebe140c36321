"""Pairs, orders and messages: typed, refused, stored, said, judged again the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import answer, choice, matching, ordering, relay
from tests.services.courses import SMALL, block, desk_at, front
from tests.services.players import answer_here, asked
from tests.services.runs import run_over
from tutor.assessment.ordering import labels
from tutor.domain.course import Course
from tutor.domain.errors import WrongUseError
from tutor.domain.framework import Framework
from tutor.domain.prose import plain
from tutor.domain.question import Question, key_hash
from tutor.domain.reference import CourseHead
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Response,
    as_response,
    as_stored,
)
from tutor.services.feedback import Feedback, feedback_on_stored
from tutor.services.responses import parse_response
from tutor.services.wording import links_text, missing_text

pytestmark = pytest.mark.no_cover

COURSE = Course(
    head=CourseHead(id="c", titre="C", version="1.0.0", referentiel="r"),
    framework=Framework(id="r", titre="R", niveaux=(), competence=()),
    units=(),
    facts={},
    sources={},
    glossary={},
    misconceptions={},
)
PAIRS, ORDER = matching(), ordering()
RELAY = relay("!poids", "fille", "appel")
SHOWN = [2, 0, 1]
"""Right sides as they are shown: `a` is the third of the source."""
SAID: list[tuple[Question, Response]] = [
    (PAIRS, Paired(choices=(1, 0, 2))),
    (ORDER, Ordered(positions=(1, 2, 0, 3))),
    (RELAY, Handed(atoms=frozenset({0, 2}))),
    (RELAY, Handed(atoms=frozenset())),
]


def said_again(
    question: Question, stored: list[int] | str, **fields: object
) -> Feedback:
    """Return what is said of an answer read back from the store."""
    usual = {
        "question": question.id,
        "kind": question.kind,
        "key_hash": key_hash(question),
        "credit": 0.4,
        "response": stored,
    }
    return feedback_on_stored(question, answer(**{**usual, **fields}), [], COURSE)


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("1b 2c 3a", (0, 1, 2)),
        ("3A,2B ; 1C", (1, 0, 2)),
        ("2a 1b 3c", (0, 2, 1)),
        ("01a 2b\t3c", (2, 0, 1)),
    ],
)
def test_pairs_are_read_by_the_letters_shown(
    line: str, choices: tuple[int, ...]
) -> None:
    assert parse_response(PAIRS, line, SHOWN) == Paired(choices=choices)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "answers.pairs"),
        (" , ", "answers.pairs"),
        ("1a 2b", "answers.pairs"),
        ("1a 2b 2c", "answers.pairs"),
        ("1a 2b 3b", "answers.pairs"),
        ("1a 2b 3c 3c", "answers.pairs"),
        ("1a 2b 3c 4a", "answers.pairs"),
        ("0a 2b 3c", "answers.pairs"),
        ("1a 2b 3d", "answers.unknown-pair"),
        ("1a 2b c", "answers.unknown-pair"),
        ("a b c", "answers.unknown-pair"),
        ("1 a", "answers.unknown-pair"),
        ("11a", "answers.pairs"),
        ("1aa", "answers.unknown-pair"),
    ],
)
def test_pairs_that_do_not_fit_are_refused(line: str, reason: str) -> None:
    with pytest.raises(WrongUseError) as refused:
        parse_response(PAIRS, line, SHOWN)
    assert refused.value.message_id == reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "answers.order"),
        ("a b c", "answers.order"),
        ("a b c c", "answers.order"),
        ("a b c d a", "answers.order"),
        ("a b c e", "answers.unknown-mark"),
        ("abcd", "answers.unknown-mark"),
        ("1 2 3 4", "answers.unknown-mark"),
    ],
)
def test_an_order_that_does_not_fit_is_refused(line: str, reason: str) -> None:
    with pytest.raises(WrongUseError) as refused:
        parse_response(ORDER, line, [1, 3, 0, 2])
    assert refused.value.message_id == reason


def test_an_order_is_read_by_the_letters_shown() -> None:
    read = parse_response(ORDER, "C, a ; D b", [1, 3, 0, 2])
    assert read == Ordered(positions=(0, 1, 2, 3))


@given(st.sampled_from([PAIRS, ORDER]), st.text("abcd1234 ,;ée-", max_size=20))
def test_no_line_does_more_than_be_refused(question: Question, line: str) -> None:
    order = run_over(question).order(question)
    try:
        response = parse_response(question, line, order)
    except WrongUseError:
        return
    assert isinstance(response, Paired | Ordered)


@given(st.data(), st.integers(2, 8))
def test_any_order_written_by_its_letters_is_read_back(
    data: st.DataObject, count: int
) -> None:
    question = ordering(*(f"chose {number}" for number in range(count)))
    order = data.draw(st.permutations(range(count)))
    given_order = data.draw(st.permutations(range(count)))
    line = " ".join(labels(count)[order.index(position)] for position in given_order)
    response = parse_response(question, line, list(order))
    assert response == Ordered(positions=tuple(given_order))


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (PAIRS, Paired(choices=(0, -1, 1))),
        (PAIRS, Paired(choices=(0, 1))),
        (ORDER, Ordered(positions=(0, 1, 2))),
    ],
)
def test_a_run_takes_nothing_that_is_not_complete(
    question: Question, response: Response
) -> None:
    run = run_over(question)
    with pytest.raises(WrongUseError):
        run.respond(response)
    assert run.need == "response"


def test_a_message_never_asks_for_certainty_and_the_others_do() -> None:
    for question, response in SAID[:2]:
        run = run_over(question)
        run.respond(response)
        assert run.need == "certainty"
    run = run_over(RELAY)
    run.respond(Handed(atoms=frozenset({0})))
    assert run.need == "nothing"


def test_what_was_found_may_be_corrected_before_it_is_settled() -> None:
    run = run_over(RELAY)
    run.respond(Handed(atoms=frozenset({0, 1})))
    run.respond(Handed(atoms=frozenset({2, 0})))
    fact = run.settle()
    assert (fact.response, fact.credit) == ([0, 2], 0.666667)


@pytest.mark.parametrize(("question", "response"), SAID)
def test_an_answer_is_stored_by_source_positions_and_read_back(
    question: Question, response: Response
) -> None:
    stored = as_stored(response)
    assert isinstance(stored, list)
    assert as_response(question.kind, stored) == response


@pytest.mark.parametrize(("question", "response"), SAID)
def test_an_answer_is_judged_again_as_it_was(
    tmp_path: Path, question: Question, response: Response
) -> None:
    inside = {
        "appariement": "| G | D |\n|---|---|\n| CPTS | territoire |\n"
        "| MSP | patientèle |\n| DAC | appui |\n",
        "ordre": "1. voir\n2. appeler\n3. écrire\n4. revoir\n",
        "relais": '- [x] le poids {mots="poids" .indispensable}\n'
        '- [x] la fille {mots="fille"}\n- [x] un appel {mots="appel"}\n',
    }[question.kind]
    lesson = front("rangee") + block(question.kind, "r-un", inside)
    desk = desk_at(tmp_path, files={**SMALL, "content/07-rangee.md": lesson})
    run = desk.start("rangee")
    assert key_hash(asked(run)) == key_hash(question)
    fact = answer_here(run, response)
    desk.save(run)
    desk.close()
    again = desk_at(tmp_path, chance=3).start("rangee").given["r-un"]
    assert again == fact
    said = said_again(run.questions[0], again.response)
    assert said.verdict.credit == fact.credit


def test_pairs_are_said_row_by_row_with_what_was_expected() -> None:
    notes = said_again(PAIRS, [1, 0, 2]).parts
    assert [
        (plain(n.text), plain(n.answer), plain(n.expected), n.is_right) for n in notes
    ] == [
        ("CPTS", "patientèle", "territoire", False),
        ("MSP", "territoire", "patientèle", False),
        ("DAC", "appui", "appui", True),
    ]


def test_an_order_is_said_rank_by_rank_with_the_links_that_count() -> None:
    said = said_again(ORDER, [1, 2, 3, 0])
    assert [plain(note.text) for note in said.parts] == [
        "voir",
        "appeler",
        "écrire",
        "revoir",
    ]
    assert [note.is_right for note in said.parts] == [False] * 4
    assert said.verdict.credit == 0.666667
    assert links_text(said) == "2 enchaînements justes sur 3."
    assert links_text(said_again(ORDER, [3, 2, 0, 1])) == (
        "1 enchaînement juste sur 3."
    )


def test_a_message_is_said_atom_by_atom_with_what_each_gap_costs() -> None:
    said = said_again(RELAY, [1])
    assert [
        (plain(n.text), n.is_right, plain(n.feedback), n.is_indispensable)
        for n in said.parts
    ] == [
        ("le poids", False, "sans poids", True),
        ("le fille", True, "", False),
        ("le appel", False, "sans appel", False),
    ]
    assert missing_text(said).startswith("Une information indispensable manque")
    other = said_again(choice("qrm", "Xx--"), [1])
    assert missing_text(other).startswith("Une proposition indispensable manque")


@pytest.mark.parametrize(
    ("question", "stored"),
    [
        (PAIRS, [0, 1]),
        (PAIRS, [0, 1, 9]),
        (PAIRS, "abc"),
        (ORDER, [0, 0, 1, 2]),
        (ORDER, []),
        (RELAY, [0, 9]),
        (RELAY, "poids"),
        (choice(), [9]),
    ],
)
def test_an_answer_tampered_with_keeps_its_credit_and_says_no_more(
    question: Question, stored: list[int] | str
) -> None:
    said = said_again(question, stored)
    assert said.verdict.credit == 0.4
    assert (said.parts, said.options) == ((), ())


@pytest.mark.parametrize("question", [PAIRS, ORDER, RELAY])
def test_an_answer_whose_key_has_changed_keeps_its_credit(question: Question) -> None:
    said = said_again(question, [0], key_hash="f" * 16)
    assert (said.verdict.credit, said.parts, said.links) == (0.4, (), None)


def test_a_response_of_another_kind_is_a_fault_of_the_caller() -> None:
    with pytest.raises(TypeError):
        run_over(RELAY).respond(Picked(options=frozenset({0})))
