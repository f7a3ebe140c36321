"""What is drawn takes as many lines as it needs, at any width."""

from collections.abc import Callable

import pytest
from textual.content import Content
from textual.widget import Widget

from tests.factories import choice, concordance, short_answer, stem, words
from tests.services.players import answer_here
from tests.services.runs import run_over
from tests.widgets.stage import flat, on_stage, styles_of
from tutor.domain.course import Callout, Passage
from tutor.domain.response import Picked
from tutor.services.summary import Summary, summary_of
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.concordance_grid import ConcordanceGrid
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.end_card import EndCard
from tutor.tui.widgets.fold_line import FoldLine
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.own_mark import OwnMark
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.text_line import TextLine

LONG = "Une phrase bien longue pour tenir sur plusieurs lignes. " * 5
READING = (
    Passage(blocks=stem(LONG)),
    Callout(kind="regle", blocks=stem(LONG)),
)
VOTES = (0, 1, 3, 10, 1)


def summed(*, kind: str = "quiz", wrongly: bool = False) -> Summary:
    """Return the sum of a run of three questions, two of them answered."""
    asked = (choice(stem=stem(LONG)), short_answer(), choice(name="q-3"))
    run = run_over(*asked, kind=kind)
    answer_here(run, Picked(options=frozenset({1 if wrongly else 0})), 3)
    answer_here(run, None, 3)
    return summary_of(run)


MADE: dict[str, Callable[[], Drawn]] = {
    "page": lambda: Page(READING),
    "options": lambda: ChoiceList([words(LONG), words("court")], most=1),
    "panel": lambda: ConcordanceGrid(concordance(VOTES, VOTES).rows),
    "certainty": CertaintyBar,
    "own mark": lambda: OwnMark(LONG, (LONG,)),
    "line": lambda: TextLine(LONG),
    "keys": lambda: KeyBar("tick", "validate", "hint", "skip", "home", "help"),
    "fold": lambda: FoldLine(Content(LONG)),
    "end": lambda: EndCard(summed(wrongly=True)),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
async def test_a_drawn_widget_is_as_high_as_its_lines_at_any_width(
    make: Callable[[], Drawn],
) -> None:
    widget = make()
    async with on_stage(widget, (80, 90)) as (_, pilot):
        for width in (60, 80, 120):
            await pilot.resize_terminal(width, 90)
            await pilot.pause()
            inner = widget.content_size
            lines = widget.lines(inner.width)
            assert inner.height == len(lines)
            assert max(line.cell_length for line in lines) <= inner.width


async def test_a_widget_that_says_nothing_takes_no_line() -> None:
    async with on_stage(Drawn()) as (_, pilot):
        assert pilot.app.query_one(Drawn).size.height == 0


async def test_nothing_scrolls_where_nothing_holds_the_widget() -> None:
    line = TextLine("seul")
    async with on_stage(Widget()) as (stage, pilot):
        await stage.screen.mount(line)
        line.reveal(0)
        await pilot.pause()

        assert stage.screen.scroll_y == 0


async def test_a_page_shows_the_same_words_when_selected_or_given_room() -> None:
    page = Page((Passage(blocks=stem("un deux")), Passage(blocks=stem("trois"))))
    async with on_stage(page) as (stage, pilot):
        page.styles.height = 6
        await pilot.pause()
        shown = [
            strip.text.strip() for strip in stage.screen._compositor.render_strips()
        ]
        stage.screen.text_select_all()
        await pilot.pause()
        again = [
            strip.text.strip() for strip in stage.screen._compositor.render_strips()
        ]

        assert shown[:4] == again[:4] == ["un deux", "", "trois", ""]
        assert stage.screen.get_selected_text() is not None


@pytest.mark.parametrize(
    ("kind", "word"),
    [("regle", "RÈGLE"), ("usage", "USAGE"), ("debat", "DÉBAT"), ("note", "À NOTER")],
)
def test_a_callout_says_what_it_is_before_what_it_holds(kind: str, word: str) -> None:
    callout = Callout.model_validate({"kind": kind, "blocks": stem("Un texte.")})

    assert flat(Page((callout,)).lines(40)) == f"▌ {word}\n▌ Un texte."


def test_the_four_callouts_have_four_colours() -> None:
    kinds = ("regle", "usage", "debat", "note")
    made = [Callout.model_validate({"kind": k, "blocks": stem("x")}) for k in kinds]

    assert len({styles_of(Page((each,)).lines(40), "x") for each in made}) == 4


def test_a_blank_line_stands_between_the_parts_of_a_page() -> None:
    parts = (Passage(blocks=stem("un")), Passage(blocks=stem("deux")))

    assert flat(Page(parts).lines(40)) == "un\n\ndeux"


def ended(summary: Summary) -> list[str]:
    """Return the end of a run as lines of ordinary text, without blank ones."""
    lines = flat(EndCard(summary).lines(76)).split("\n")
    return [line for line in lines if line]


def test_the_end_says_points_and_one_line_a_question_answered() -> None:
    lines = ended(summed())

    assert lines[:2] == [
        "Fin de « Essai ».",
        "Points : 2 sur 2. Réponses : 2 sur 3.",
    ]
    assert lines[2].startswith("✓ 1    Une phrase bien longue")
    assert lines[2].endswith("…")
    assert lines[3:] == ["✓ 1    Que faites-vous ?", "Entrée revient à l'accueil."]


def test_the_end_of_a_run_without_an_answer_says_so() -> None:
    lines = ended(summary_of(run_over(choice())))

    assert lines[1:] == ["Aucune réponse notée.", "Entrée revient à l'accueil."]


def test_the_end_of_a_dossier_says_its_mean_once_there_is_one() -> None:
    assert "Moyenne du dossier : 1 sur 1." in ended(summed(kind="dossier"))
    empty = summary_of(run_over(choice(), kind="dossier"))
    assert not any("Moyenne" in line for line in ended(empty))


def test_what_was_sure_and_wrong_is_listed_last() -> None:
    lines = ended(summed(wrongly=True))

    assert lines[2].startswith("✗ 0    Une phrase")
    assert lines[4] == "Sûr et faux, à revoir en premier :"
    assert lines[5].startswith("• Une phrase bien longue")


def test_a_stem_without_a_paragraph_is_named_by_its_id() -> None:
    run = run_over(choice(stem=(), name="q-sans-mots"))
    answer_here(run, None, 1)

    assert "✓ 1    q-sans-mots" in ended(summary_of(run))
