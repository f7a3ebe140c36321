"""A run flows down: read, answer, say how sure, read the correction, go on."""

from pathlib import Path

import pytest

from tests.services.courses import (
    SMALL,
    block,
    desk_at,
    front,
    options,
    qroc,
    qru,
    write_course,
)
from tests.tui.person import Person, sitting
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.own_mark import OwnMark
from tutor.tui.widgets.question_card import QuestionCard

USUAL = (80, 24)
LONG = "".join(f"Paragraphe {n}, à lire avant de répondre.\n\n" for n in range(40))
FILES = {
    **SMALL,
    "content/03-longue.md": front("longue") + LONG + qru("l-qru"),
    "quizzes/vite.md": front("vite")
    + block("qrm", "v-un", options("Xx--"), 'comp="C5.N.1" certitude="non"')
    + block("qrm", "v-deux", options("xx--"), 'comp="C5.N.1" certitude="non"')
    + qroc("v-mots"),
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course with a long lesson and a bank to answer fast."""
    return write_course(tmp_path / "cours", FILES)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a new person."""
    return tmp_path / "home"


@pytest.mark.no_cover
async def test_enter_pages_down_and_keys_tick_only_once_the_answer_is_in_view(
    home: Path, course: Path
) -> None:
    async with sitting(home, "longue", course=course, size=USUAL) as person:
        pages = 0
        while person.focus == "RunFlow":
            assert "proposition" not in person.seen or "○ c" not in person.seen
            await person.press("a", "enter")
            pages += 1
            assert not person.app.screen.query(CertaintyBar)
        assert pages >= 3
        assert "○ a proposition 0" in person.seen
        await person.press("a", "enter", "2")

        assert person.answer["response"] == [0]


async def folds(person: Person) -> list[bool]:
    """Return which past cards are folded, from the top."""
    cards = person.app.screen.query(QuestionCard).filter(".-past")
    return [card.is_folded for card in cards]


@pytest.mark.no_cover
async def test_left_unfolds_the_past_one_by_one_then_folds_it_all_again(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        for keys in ("b enter 1", "c enter 1"):
            await person.press(*keys.split())
            await person.go_on()
        met = [await folds(person)]
        for _ in range(3):
            await person.press("left")
            met.append(await folds(person))

        assert met == [[True, True], [True, False], [False, False], [True, True]]


@pytest.mark.no_cover
async def test_a_past_card_unfolds_to_its_correction_by_a_click(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        await person.press("a", "enter", "3")
        await person.go_on()
        assert "▸ Question 1  ✗ 0 / 1" in person.seen
        assert "raison 1" not in person.seen
        await person.click_text("Question 1  ✗")

        assert "▾ Question 1" in person.seen
        assert "raison 1" in person.seen


@pytest.mark.no_cover
async def test_hints_come_one_by_one_and_go_with_their_question(
    home: Path, course: Path
) -> None:
    async with sitting(home, "b-un", course=course) as person:
        await person.press("i")
        assert "Indice : premier" in person.seen
        assert "second" not in person.seen
        await person.press("i", "i")
        assert "Indice : second" in person.seen
        assert "Pas d'autre indice." in person.seen
        await person.press("b", "enter", "i", "3", "i")
        assert person.answer["hints"] == 2
        await person.go_on()

        assert "indice" not in person.seen.casefold()


@pytest.mark.no_cover
async def test_a_skipped_question_is_folded_and_says_so(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        await person.press("p")

        assert "▸ Question 1 · passée" in person.seen
        assert person.answers == []


async def test_once_answered_a_question_is_no_longer_skipped(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        await person.press("b", "enter", "p")
        assert person.focus == "CertaintyBar"
        await person.press("2", "p")

        assert person.flow.shown.key == "b-un"
        assert person.answer["certainty"] == 2


@pytest.mark.no_cover
async def test_an_unforeseen_wording_asks_certainty_then_ones_own_mark(
    home: Path, course: Path
) -> None:
    async with sitting(home, "a-mots", course=course) as person:
        await person.type("pigeon")
        await person.press("enter", "2")
        assert person.focus == "OwnMark"
        assert "Aviez-vous bon ?" in person.seen
        await person.press("o")

        assert person.answer["self_marked"]
        assert "juste sur votre parole" in person.seen


@pytest.mark.no_cover
async def test_a_certainty_given_twice_at_once_counts_once(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        await person.press("b", "enter")
        bar = person.app.screen.query_one(CertaintyBar)
        bar.action_rate(3)
        bar.action_rate(1)
        await person.settle()
        assert person.answer["certainty"] == 3
        await person.go_on()
        await person.press("c", "enter")

        assert person.focus == "CertaintyBar"


@pytest.mark.no_cover
async def test_an_answer_given_twice_at_once_leaves_the_next_question_open(
    home: Path, course: Path
) -> None:
    async with sitting(home, "vite", course=course) as person:
        await person.press("a", "b")
        asked = person.app.screen.query_one(ChoiceList)
        asked.action_submit()
        asked.action_submit()
        await person.settle()

        assert [row["question"] for row in person.answers] == ["v-un"]


@pytest.mark.no_cover
async def test_an_own_mark_given_twice_at_once_counts_once(
    home: Path, course: Path
) -> None:
    async with sitting(home, "v-mots", course=course) as person:
        await person.type("pigeon")
        await person.press("enter", "1")
        mark = person.app.screen.query_one(OwnMark)
        mark.action_mark(right=True)
        mark.action_mark(right=False)
        await person.settle()

        assert person.answer["self_marked"]


async def test_a_resumed_run_shows_what_is_past_folded_with_its_credit(
    home: Path, course: Path
) -> None:
    async with sitting(home, "alpha", course=course) as person:
        while person.flow.shown.key != "a-mots":
            await person.press(
                *{"a-qru": "b enter 3 enter"}.get(person.flow.shown.key, "f3").split()
            )
        await person.press("f3", "escape")
        assert person.place == "HomeScreen"
        await person.press("enter")

        assert person.flow.shown.key == "a-auto"
        assert "Question 1  ✗ 0 / 1" in person.seen
        assert "Question 2 · passée" in person.seen
        await person.press("left", "left")
        assert "Idée fausse" in person.seen


@pytest.mark.no_cover
async def test_a_folded_question_of_a_dossier_names_its_step(
    home: Path, course: Path
) -> None:
    async with sitting(home, "cas-1", course=course) as person:
        assert "Étape 1, l'appel" in person.seen
        assert "Étape 2" not in person.seen
        await person.press("a", "enter", "1")
        await person.go_on()

        assert "▸ Étape 1, l'appel · Question 1  ✓ 1 / 1" in person.seen
        assert "Vous y êtes." in person.seen


async def test_with_another_tutor_open_an_answer_is_refused_and_the_run_goes_on(
    home: Path, course: Path
) -> None:
    other = desk_at(home.parent)
    assert not other.is_read_only
    async with sitting(home, "banque", course=course) as person:
        await person.press("b", "enter")

        assert person.told
        assert person.flow.shown.key == "b-deux"
        assert person.answers == []
    other.close()


async def test_what_must_be_known_first_stands_above_the_text(
    home: Path, tmp_path: Path
) -> None:
    old = front("beta", more="valide_jusqu_au: 2020-06-30\n") + "Lire.\n\n" + qru("b-q")
    files = {**SMALL, "content/02-beta.md": old}
    course = write_course(tmp_path / "ancien", files)
    async with sitting(home, "beta", course=course, size=USUAL) as person:
        seen = person.seen
        assert "30/06/2020" in seen
        assert seen.index("30/06/2020") < seen.index("Lire.")
        assert len(person.app.screen.query(".caution")) == 1


async def test_a_key_explains_the_sigles_of_the_passage(
    home: Path, tmp_path: Path
) -> None:
    meaning = "Communauté professionnelle territoriale de santé."
    files = {
        **SMALL,
        "content/glossaire.md": f"# Glossaire\n\nCPTS\n:   {meaning}\n\nMSP\n:   Autre.\n",
        "content/02-beta.md": front("beta") + "La CPTS.\n\n" + qru("b-q") + qru("b-r"),
    }
    course = write_course(tmp_path / "sigles", files)
    async with sitting(home, "beta", course=course, size=USUAL) as person:
        await person.press("s")
        assert meaning in person.seen
        assert "Autre." not in person.seen
        await person.press("s")
        assert meaning not in person.seen
        assert person.place == "RunScreen"
        await person.press("a", "enter", "enter", "enter", "s")

        assert person.told == "Aucun terme du glossaire dans ce passage."
