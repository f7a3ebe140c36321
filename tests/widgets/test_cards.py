"""Cards lay out what is asked, announce what is done, and lock what is past."""

import pytest
from textual.content import Content
from textual.widgets import Input, TextArea

from tests.factories import answer, choice, concordance, short_answer, stem, words
from tests.widgets.stage import Stage, click_word, flat, on_stage, press
from tutor.assessment.grading import grade
from tutor.domain.course import Passage, Reflection, SelfRating
from tutor.domain.question import Question
from tutor.domain.response import Picked, Placed, Response, Typed
from tutor.services.feedback import Feedback
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.feedback_view import FeedbackView
from tutor.tui.widgets.fold_line import FoldLine
from tutor.tui.widgets.own_mark import OwnMark
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.question_card import QuestionCard
from tutor.tui.widgets.rating_card import RatingCard
from tutor.tui.widgets.reflection_card import ReflectionCard

VOTES = (0, 1, 3, 10, 1)
SCALE = tuple(words(f"degré {n}") for n in range(1, 6))
RATING = SelfRating(id="auto", stem=stem(), items=("C5.N.1",), scale=SCALE)
CARD = Reflection(id="carte", stem=stem(), leads=(words("une piste"), words("deux")))


def card_of(
    question: Question, order: list[int] | None = None, *, asks: bool = True
) -> QuestionCard:
    """Return the card of a question outside a dossier."""
    return QuestionCard((), question, "Question 1.", order or [], asks=asks)


def seen(stage: Stage) -> str:
    """Return every drawn line that is shown, with ordinary spaces."""
    drawn = [w for w in stage.screen.walk_children(Drawn) if w.size.height]
    return "\n".join(flat(w.lines(w.content_size.width)) for w in drawn)


ANSWERED: dict[str, tuple[Question, list[int], str, Response]] = {
    "ticks, by source position": (
        choice("qrm", "xx--"),
        [2, 0, 3, 1],
        "a d enter",
        Picked(options=frozenset({1, 2})),
    ),
    "words, without spaces around": (
        short_answer(),
        [],
        "space D M P space enter",
        Typed(text="DMP"),
    ),
    "values": (
        concordance(VOTES, VOTES),
        [],
        "right down left enter",
        Placed(values=(1, -1)),
    ),
}


@pytest.mark.parametrize(
    ("question", "order", "keys", "response"), ANSWERED.values(), ids=ANSWERED
)
async def test_a_card_announces_what_was_answered(
    question: Question, order: list[int], keys: str, response: Response
) -> None:
    card = card_of(question, order)
    async with on_stage(card) as (stage, pilot):
        card.query("ChoiceList, Input, ConcordanceGrid").first().focus()
        await press(pilot, keys)

        said = stage.said(QuestionCard.Answered)
        assert [each.response for each in said] == [response]


async def test_a_question_of_a_dossier_stands_below_what_leads_to_it() -> None:
    reading = (Passage(blocks=stem("Elle appelle.")),)
    question = choice()
    card = QuestionCard(reading, question, "Question 1.", [0, 1, 2], asks=True)
    async with on_stage(card) as (stage, _):
        text = seen(stage)

        parts = ("Elle appelle.", "Question 1.", "Que faites-vous ?", "option 0")
        places = [text.index(part) for part in parts]
        assert places == sorted(places)


async def test_a_past_card_takes_no_answer() -> None:
    async with on_stage(card_of(choice(), [0, 1, 2], asks=False)) as (stage, _):
        assert "Que faites-vous ?" in seen(stage)
        assert not stage.screen.query(ChoiceList)


async def test_certainty_is_asked_under_an_answer_that_is_locked() -> None:
    card = card_of(choice(), [0, 1, 2])
    async with on_stage(card) as (stage, pilot):
        await card.ask_certainty()
        await pilot.pause()
        assert stage.focused is card.query_one(CertaintyBar)
        await click_word(pilot, card.query_one(ChoiceList), "option 1")

        assert "◉" not in seen(stage)


async def test_the_own_mark_takes_the_place_of_the_field() -> None:
    card = card_of(short_answer())
    async with on_stage(card) as (stage, pilot):
        card.query_one(Input).value = " pigeon "
        await card.ask_own_mark(("MSSanté",))
        await pilot.pause()

        assert stage.focused is card.query_one(OwnMark)
        assert "Vous avez écrit : « pigeon »." in seen(stage)
        assert not card.query(Input)


def correction() -> Feedback:
    """Return the least that can be said of an answer."""
    verdict = grade(choice(), Picked(options=frozenset({0})))
    return Feedback(choice(), answer(), verdict)


async def test_a_folded_card_keeps_one_line_and_a_click_turns_it() -> None:
    card = card_of(choice(), [0, 1, 2])
    async with on_stage(card) as (stage, pilot):
        await card.correct(correction())
        await card.fold(Content("Question 1  ✓ 1 / 1"))
        await pilot.pause()
        assert seen(stage) == "▸ Question 1  ✓ 1 / 1"
        await click_word(pilot, card.query_one(FoldLine), "Question")
        assert not card.is_folded
        assert seen(stage).startswith("▾ Question 1")
        assert "Que faites-vous ?" in seen(stage)
        assert card.query_one(FeedbackView).size.height
        await click_word(pilot, card.query_one(FoldLine), "Question")

        assert seen(stage) == "▸ Question 1  ✓ 1 / 1"


async def test_a_card_without_its_line_can_still_be_turned() -> None:
    card = card_of(choice(), [0, 1, 2])
    async with on_stage(card):
        card.toggle()
        assert card.is_folded
        card.toggle()
        assert not card.is_folded


@pytest.mark.parametrize(
    ("keys", "degrees"),
    [("enter", []), ("4 enter", [4]), ("a enter", []), ("2 5 enter", [5])],
)
async def test_a_scale_gives_a_degree_once_one_is_chosen(
    keys: str, degrees: list[int]
) -> None:
    async with on_stage(RatingCard(RATING)) as (stage, pilot):
        stage.screen.query_one(ChoiceList).focus()
        await press(pilot, keys)

        said = stage.said(RatingCard.Rated)
        assert [(each.task.id, each.degree) for each in said] == [
            ("auto", degree) for degree in degrees
        ]
        assert "pour vous situer, jamais noté" in seen(stage)


@pytest.mark.parametrize(
    ("typed", "text"), [("", ""), ("  ma note\nlongue ", "ma note\nlongue")]
)
async def test_a_note_is_announced_as_written_without_blank_ends(
    typed: str, text: str
) -> None:
    card = ReflectionCard(CARD)
    async with on_stage(card) as (stage, pilot):
        card.query_one(TextArea).focus()
        card.query_one(TextArea).text = typed
        await press(pilot, "ctrl+s")

        assert [each.text for each in stage.said(ReflectionCard.Written)] == [text]


async def test_leads_appear_once_the_field_is_locked() -> None:
    card = ReflectionCard(CARD)
    async with on_stage(card) as (stage, pilot):
        assert "une piste" not in seen(stage)
        card.show_leads()
        await pilot.pause()

        assert card.query_one(TextArea).disabled
        assert "Pistes : une piste\n\nPistes : deux" in seen(stage)


async def test_a_card_without_leads_adds_nothing() -> None:
    card = ReflectionCard(Reflection(id="carte", stem=stem()))
    async with on_stage(card) as (_, pilot):
        card.show_leads()
        await pilot.pause()

        assert len(card.query(Page)) == 1


async def test_a_tcs_without_a_panel_shows_rows_then_unvouched_votes() -> None:
    card = ReflectionCard(concordance(VOTES, None, scored=False))
    async with on_stage(card, (80, 40)) as (stage, pilot):
        for part in ("Si vous pensiez à", "piste 1", "piste 2", "un fait"):
            assert part in seen(stage)
        assert "Votes" not in seen(stage)
        card.show_leads()
        await pilot.pause()

        assert seen(stage).count("Votes d'origine non documentée") == 1
        said = " ".join(seen(stage).split())
        assert "−2 : 0, −1 : 1, 0 : 3, +1 : 10, +2 : 1" in said
