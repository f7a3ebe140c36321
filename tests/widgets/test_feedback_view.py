"""A correction says each option's mark, word and reason, and what weighed."""

from dataclasses import replace
from typing import Any

import pytest

from tests.factories import answer, choice, concordance, short_answer, stem, words
from tests.widgets.stage import WIDTHS, flat, styles_of
from tutor.assessment.grading import grade
from tutor.domain.course import Course
from tutor.domain.framework import Framework
from tutor.domain.question import Choice, KnownAnswer, PanelReason, Question, key_hash
from tutor.domain.reference import CourseHead, Misconception
from tutor.domain.response import Picked, Placed, Response, Typed, as_stored
from tutor.services.feedback import Feedback, feedback_on_stored
from tutor.tui.widgets.feedback_view import FeedbackView

BELIEF = Misconception(code="IF-01", title="La CPTS soigne", correction="Elle lie.")
COURSE = Course(
    head=CourseHead(id="c", titre="C", version="1.0.0", referentiel="r"),
    framework=Framework(id="r", titre="R", niveaux=(), competence=()),
    units=(),
    facts={},
    sources={},
    glossary={},
    misconceptions={"IF-01": BELIEF},
)
LONG = words("Une phrase bien longue pour tenir sur plusieurs lignes. " * 5)
REASONS = (PanelReason(value=1, text=words("parce que")),)
PANEL = concordance((0, 1, 3, 10, 1), (2, 2, 2, 2, 7), reasons=REASONS)
WORDS = short_answer()


def picked(*options: int) -> Picked:
    """Return ticks by source position."""
    return Picked(options=frozenset(options))


def said_of(
    question: Question, response: Response, *, own: bool = False, **more: object
) -> Feedback:
    """Return what is said of a response, graded as the tutor grades it."""
    verdict = grade(question, response, self_marked=own)
    given = answer(
        kind=question.kind,
        key_hash=key_hash(question),
        response=as_stored(response),
        credit=verdict.credit,
        self_marked=verdict.self_marked,
        **{"certainty": None, **more},
    )
    order = list(range(len(question.options))) if isinstance(question, Choice) else []
    return feedback_on_stored(question, given, order, COURSE)


def drawn(feedback: Feedback, width: int = 76) -> list[str]:
    """Return a correction as lines of ordinary text, without blank ones."""
    lines = flat(FeedbackView(feedback).lines(width)).split("\n")
    return [line.rstrip() for line in lines if line.strip()]


def test_every_option_has_its_mark_its_word_and_its_reason() -> None:
    feedback = said_of(choice("qrm", "xx--"), picked(0, 2))

    assert drawn(feedback)[1:] == [
        "✓ a  option 0  ← votre réponse, juste",
        "     raison 0",
        "✓ b  option 1  ← attendu",
        "     raison 1",
        "✗ c  option 2  ← votre réponse, à écarter",
        "     raison 2",
        "  d  option 3",
        "     raison 3",
    ]


@pytest.mark.parametrize(
    ("word", "style"),
    [
        ("option 0", "$success"),
        ("option 1", "$warning"),
        ("option 2", "$error"),
        ("option 3", "$quiet"),
    ],
)
def test_every_mark_has_its_colour(word: str, style: str) -> None:
    lines = FeedbackView(said_of(choice("qrm", "xx--"), picked(0, 2))).lines(76)

    assert style in styles_of(lines, word)


OWN = "✓ juste sur votre parole, poids moitié · 1 / 1"
HEADS: dict[str, tuple[Question, Response, dict[str, Any], list[str]]] = {
    "right": (choice(), picked(0), {}, ["✓ juste · 1 / 1"]),
    "right and rated": (
        choice(),
        picked(0),
        {"certainty": 2},
        ["✓ juste · 1 / 1 · certitude 2"],
    ),
    "sure and wrong": (
        choice(),
        picked(1),
        {"certainty": 3},
        [
            "✗ faux · 0 / 1 · certitude 3",
            "Sûr et faux : cette question reviendra en premier.",
        ],
    ),
    "one discordance": (
        choice("qrm", "xx--"),
        picked(0),
        {},
        ["~ en partie juste · 0,5 / 1 · 1 discordance"],
    ),
    "two discordances": (
        choice("qrm", "xx--"),
        picked(0, 2),
        {},
        ["~ en partie juste · 0,2 / 1 · 2 discordances"],
    ),
    "unacceptable": (
        choice("qrm", "xx-!"),
        picked(0, 1, 3),
        {},
        [
            "✗ faux · 0 / 1 · 1 discordance",
            "Une proposition inacceptable a été cochée : la question vaut 0.",
        ],
    ),
    "indispensable": (
        choice("qrm", "Xx--"),
        picked(1),
        {},
        [
            "✗ faux · 0 / 1 · 1 discordance",
            "Une proposition indispensable manque : la question vaut 0.",
        ],
    ),
}


@pytest.mark.parametrize(
    ("question", "response", "more", "head"), HEADS.values(), ids=HEADS
)
def test_the_credit_comes_first_with_what_weighed(
    question: Question, response: Response, more: dict[str, Any], head: list[str]
) -> None:
    lines = drawn(said_of(question, response, **more))

    assert lines[: len(head)] == head
    assert lines[len(head)].strip()[1:3] == " a"


@pytest.mark.parametrize(
    ("marks", "ticks", "line"),
    [
        ("xx-!", (0, 3), "✗ d  option 3  ← votre réponse, à écarter, inacceptable"),
        ("xx-!", (0, 1), "  d  option 3"),
        ("Xx--", (1,), "✓ a  option 0  ← attendu, indispensable"),
        ("Xx--", (0,), "✓ a  option 0  ← votre réponse, juste"),
    ],
)
def test_gravity_is_said_where_it_weighed(
    marks: str, ticks: tuple[int, ...], line: str
) -> None:
    assert line in drawn(said_of(choice("qrm", marks), picked(*ticks)))


SHORT: dict[str, tuple[str, bool, list[str]]] = {
    "right": ("MESSAGERIE securisee", False, ["✓ Vous avez écrit", "bravo"]),
    "known wrong": (
        "courriel",
        False,
        ["✗ Vous avez écrit", "Réponse attendue", "trop ouvert"],
    ),
    "own mark": ("pigeon", True, ["✓ Vous avez écrit", "Réponse attendue"]),
    "unforeseen": (
        "pigeon",
        False,
        ["✗ Vous avez écrit", "Réponse attendue", "un outil"],
    ),
}


@pytest.mark.parametrize(("typed", "own", "starts"), SHORT.values(), ids=SHORT)
def test_typed_words_stand_above_what_was_expected_and_what_is_said_of_them(
    typed: str, *, own: bool, starts: list[str]
) -> None:
    known = (
        KnownAnswer(text="messagerie sécurisée", right=True, feedback=words("bravo")),
        KnownAnswer(text="courriel", right=False, feedback=words("trop ouvert")),
    )
    question = short_answer(known=known, other_feedback=words("un outil"))
    lines = drawn(said_of(question, Typed(text=typed), own=own))[1:]

    assert [line[: len(start)] for line, start in zip(lines, starts, strict=True)] == (
        starts
    )
    assert typed in lines[0]


def test_a_panel_shows_its_votes_the_value_given_and_its_reasons() -> None:
    feedback = said_of(PANEL, Placed(values=(1, -2)))
    lines = drawn(feedback)

    assert lines[1:4] == [
        "piste 1",
        "un fait",
        " −2 : 0   −1 : 1   0 : 3  ▸+1 : 10   +2 : 1",
    ]
    assert lines[-1] == "+1 parce que"
    styled = next(x for x in FeedbackView(feedback).lines(76) if "10" in x.plain)
    marked = [styled.plain[s.start : s.end] for s in styled.spans if s.style]
    assert [each.strip("\u00a0") for each in marked] == ["▸+1\u00a0:\u00a010"]


def test_an_own_mark_and_a_panel_are_not_called_right() -> None:
    own = said_of(WORDS, Typed(text="pigeon"), own=True)
    panel = said_of(PANEL, Placed(values=(1, 2)))

    assert drawn(own)[0] == OWN
    assert drawn(panel)[0] == "✓ accord avec le panel · 1 / 1"


def test_a_row_without_votes_still_shows_its_words() -> None:
    rows = concordance(None).rows
    feedback = said_of(PANEL, Placed(values=(1, -2)))
    bare = replace(feedback, rows=(replace(feedback.rows[0], row=rows[0]),))

    assert drawn(bare)[1:3] == ["piste 1", "un fait"]


def test_a_mistaken_belief_an_explanation_and_a_source_close_the_correction() -> None:
    options = [
        option.model_copy(update={"misconception": None if option.right else "IF-01"})
        for option in choice().options
    ]
    question = choice(
        options=tuple(options),
        explanation=words("Donc."),
        source=words("Loi ? p. 3"),
    )
    lines = drawn(said_of(question, picked(1)))

    assert lines[-4:] == [
        "Idée fausse : « La CPTS soigne » (IF-01).",
        "Elle lie.",
        "Donc.",
        "Source : Loi ? p. 3",
    ]


def test_an_answer_to_a_key_that_has_changed_shows_its_credit_alone() -> None:
    given = answer(key_hash="f" * 16, credit=0.5, certainty=None)
    feedback = feedback_on_stored(choice(), given, [0, 1, 2], COURSE)

    assert drawn(feedback) == ["~ en partie juste · 0,5 / 1"]


ALL: dict[str, Feedback] = {
    "choice": said_of(
        choice(
            "qrm",
            stem=stem(),
            options=[
                each.model_copy(update={"text": LONG, "feedback": LONG})
                for each in choice("qrm", "Xx-!").options
            ],
            explanation=LONG,
            source=LONG,
        ),
        picked(1, 3),
        certainty=3,
    ),
    "words": said_of(short_answer(other_feedback=LONG), Typed(text="pigeon " * 20)),
    "panel": said_of(
        concordance((10, 10, 10, 10, 10)), Placed(values=(1,)), certainty=None
    ),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("feedback", ALL.values(), ids=ALL)
def test_no_correction_is_wider_than_the_screen(feedback: Feedback, width: int) -> None:
    lines = FeedbackView(feedback).lines(width)

    assert max(line.cell_length for line in lines) <= min(width, 76)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_vote_is_parted_from_its_value(width: int) -> None:
    text = "\n".join(drawn(ALL["panel"], width))

    assert all(f"{value} : 10" in text for value in ("−2", "−1", " 0", "+1", "+2"))
