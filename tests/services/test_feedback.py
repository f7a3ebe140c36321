"""After an answer, each option gets its mark, and each wording its reason."""

from pathlib import Path

import pytest

from tests.factories import answer, choice, stem, words
from tests.services.courses import desk_at, write_course
from tests.services.players import answer_here, go_to
from tests.services.runs import PANEL, run_over
from tutor.domain.course import Course
from tutor.domain.question import (
    Choice,
    Concordance,
    KnownAnswer,
    Option,
    PanelReason,
    Question,
    ShortAnswer,
)
from tutor.domain.reference import Misconception
from tutor.domain.response import Picked, Placed, Response, Typed
from tutor.domain.verdict import Verdict
from tutor.pipeline.courses import read_course
from tutor.services.feedback import Feedback, feedback_on, feedback_on_stored


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return the small course, for its misconceptions."""
    return read_course(write_course(tmp_path_factory.mktemp("cours"))).course


def said_of(
    question: Question, response: Response, course: Course, *, own: bool = False
) -> Feedback:
    """Answer a question alone and return what is said."""
    run = run_over(question, shuffled=False)
    run.respond(response)
    run.rate(2)
    if run.need == "self_mark":
        run.mark_self(right=own)
    verdict = run.verdict()
    order = list(range(len(getattr(question, "options", ()))))
    return feedback_on(question, run.settle(), verdict, order, course)


def picked(*positions: int) -> Picked:
    """Return ticks."""
    return Picked(options=frozenset(positions))


def test_each_option_says_what_it_was_and_what_became_of_it(course: Course) -> None:
    said = said_of(choice("qrm", "xx--"), picked(0, 2), course)

    assert [(note.label, note.mark, note.chosen) for note in said.options] == [
        ("a", "right", True),
        ("b", "missed", False),
        ("c", "wrong", True),
        ("d", "left", False),
    ]
    assert [note.feedback for note in said.options] == [
        words(f"raison {number}") for number in range(4)
    ]
    assert all(note.gravity == "" for note in said.options)
    assert said.verdict.discordances == 2


@pytest.mark.parametrize(
    ("ticked", "gravities"),
    [
        (picked(0, 1), ["", "", "", ""]),
        (picked(1), ["indispensable", "", "", ""]),
        (picked(0, 1, 3), ["", "", "", "inacceptable"]),
        (picked(2, 3), ["indispensable", "", "", "inacceptable"]),
    ],
)
def test_grave_options_are_named_where_they_weighed(
    course: Course, ticked: Picked, gravities: list[str]
) -> None:
    said = said_of(choice("qrm", "Xx-!"), ticked, course)

    assert [note.gravity for note in said.options] == gravities
    assert said.verdict.missing is (gravities[0] != "")
    assert said.verdict.unacceptable is (gravities[3] != "")


def test_options_are_said_in_the_order_they_were_shown(course: Course) -> None:
    question = choice("qru", "x--")
    run = run_over(question)
    run.respond(picked(0))
    said = feedback_on(question, run.settle(), run_verdict(question), [2, 0, 1], course)

    assert [(note.label, note.text) for note in said.options] == [
        ("a", words("option 2")),
        ("b", words("option 0")),
        ("c", words("option 1")),
    ]
    assert [note.mark for note in said.options] == ["left", "right", "left"]


def run_verdict(question: Question) -> Verdict:
    """Return the verdict of a right answer."""
    run = run_over(question)
    run.respond(picked(0))
    return run.verdict()


def test_more_than_eight_options_are_numbered(course: Course) -> None:
    said = said_of(choice("qrpl", "xx" + "-" * 8), picked(0, 1), course)

    assert [note.label for note in said.options] == [str(n) for n in range(1, 11)]


def test_a_belief_is_named_with_its_correction_and_an_unknown_code_is_not(
    course: Course,
) -> None:
    question = choice("qrm", "x---")
    marked = [
        option.model_copy(update={"misconception": code})
        for option, code in zip(
            question.options, (None, "IF-01", "IF-99", "IF-02"), strict=True
        )
    ]
    question = question.model_copy(update={"options": tuple(marked)})

    said = said_of(question, picked(1, 2), course)
    assert said.misconceptions == (
        Misconception(
            code="IF-01", title="La CPTS soigne", correction="Elle organise."
        ),
    )
    assert said_of(question, picked(0), course).misconceptions == ()


WORDS = ShortAnswer(
    id="q-mots",
    stem=stem(),
    known=(
        KnownAnswer(text="messagerie sécurisée", right=True, feedback=words("Oui.")),
        KnownAnswer(text="MSSanté", right=True),
        KnownAnswer(text="courriel", right=False, feedback=words("Trop ouvert.")),
    ),
    other_feedback=words("Un outil protégé."),
)


@pytest.mark.parametrize(
    ("typed", "own", "said", "credit"),
    [
        ("la Messagerie sécurisée", False, "Oui.", 1),
        ("mssante", False, "", 1),
        ("COURRIEL", False, "Trop ouvert.", 0),
        ("un pigeon", False, "Un outil protégé.", 0),
        ("un pigeon", True, "", 1),
    ],
)
def test_a_wording_gets_the_author_s_word_for_it(
    course: Course, typed: str, said: str, credit: float, *, own: bool
) -> None:
    found = said_of(WORDS, Typed(text=typed), course, own=own)

    assert found.typed == typed
    assert found.expected == ("messagerie sécurisée", "MSSanté")
    assert found.said == (words(said) if said else ())
    assert (found.verdict.credit, found.verdict.self_marked) == (credit, own)
    assert found.options == ()


def test_a_panel_shows_its_votes_beside_each_value_and_its_reasons(
    course: Course,
) -> None:
    reason = PanelReason(value=1, text=words("parce que"))
    question = PANEL.model_copy(update={"rows": PANEL.rows * 2, "reasons": (reason,)})
    said = said_of(question, Placed(values=(1, 0)), course)

    assert [(note.row, note.chosen) for note in said.rows] == [
        (PANEL.rows[0], 1),
        (PANEL.rows[0], 0),
    ]
    assert said.reasons == (reason,)
    assert said.verdict.credit == 0.65


def test_a_response_of_another_kind_is_a_mistake_of_ours(course: Course) -> None:
    fact = answer(kind="qroc", response="mot")
    with pytest.raises(TypeError, match="does not answer"):
        feedback_on(choice(), fact, run_verdict(choice()), [0, 1, 2], course)


@pytest.mark.parametrize(
    ("question", "response", "own"),
    [
        (choice("qrm", "xx--"), picked(0, 2), False),
        (WORDS, Typed(text="courriel"), False),
        (WORDS, Typed(text="un pigeon"), True),
        (PANEL, Placed(values=(2,)), False),
    ],
)
def test_an_answer_read_back_is_said_as_it_was(
    course: Course, question: Question, response: Response, *, own: bool
) -> None:
    said = said_of(question, response, course, own=own)
    order = list(range(len(getattr(question, "options", ()))))

    assert feedback_on_stored(question, said.answer, order, course) == said


def shorter(question: Question) -> Question:
    """Return a question an author has shortened since."""
    match question:
        case Concordance():
            return question.model_copy(update={"rows": question.rows[:1]})
        case ShortAnswer():
            return question.model_copy(update={"known": question.known[:1]})
        case Choice():
            return question.model_copy(update={"options": question.options[:2]})
        case _:
            raise TypeError(question.kind)


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (choice("qrm", "x--x"), picked(0, 3)),
        (WORDS, Typed(text="courriel")),
        (PANEL.model_copy(update={"rows": PANEL.rows * 2}), Placed(values=(1, 1))),
    ],
)
def test_an_answer_to_a_key_that_changed_says_only_its_credit(
    course: Course, question: Question, response: Response
) -> None:
    fact = said_of(question, response, course).answer
    said = feedback_on_stored(shorter(question), fact, [0, 1], course)

    assert said.verdict.credit == fact.credit
    assert said.answer == fact
    assert (said.options, said.rows) == ((), ())
    assert said.expected == (WORDS.accepted[:1] if question is WORDS else ())


def test_an_answer_to_a_question_that_became_another_kind_says_only_its_credit(
    course: Course,
) -> None:
    fact = said_of(choice(name="q-mots"), picked(1), course).answer

    assert feedback_on_stored(WORDS, fact, [], course).verdict.credit == 0


def test_a_stored_answer_of_the_course_can_always_be_said_again(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    for target in ("alpha", "banque", "cas"):
        run = desk.start(target)
        for stop in run.stops:
            if stop.question is not None:
                go_to(run, stop.key)
                fact = answer_here(run)
                order = list(range(len(getattr(stop.question, "options", ()))))
                said = feedback_on_stored(stop.question, fact, order, desk.course)
                assert said.verdict.credit == fact.credit == 1


def test_an_option_marked_last_is_one_like_the_others(course: Course) -> None:
    question = choice("qru", "x--")
    last = Option(text=words("aucune"), right=False, last=True)
    question = question.model_copy(update={"options": (*question.options, last)})

    assert said_of(question, picked(3), course).options[3].mark == "wrong"
