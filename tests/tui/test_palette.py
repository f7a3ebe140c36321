"""The menu: what works here, where one can go, in words without their accents."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.small import COURSE
from tests.tui.person import TALL, USUAL, sitting
from tutor.services.jumps import jumps_of, likeness
from tutor.services.library import Library
from tutor.store.place import Place


async def test_the_menu_lists_what_works_here_and_opens_a_lesson(home: Path) -> None:
    async with sitting(home, size=TALL) as person:
        await person.press("ctrl+p")
        assert person.place == "Palette"
        assert "chercher dans tout le cours" in person.seen
        assert "leçon 1 · Petite leçon" in person.seen
        assert "réviser" not in person.seen  # nothing is due
        await person.type("LECON petite")
        assert "chercher dans" not in person.seen
        await person.press("enter")
        assert person.place == "RunScreen"
        assert "Petite leçon" in person.seen


async def test_in_a_run_the_menu_names_its_keys_and_leaves_it_without_a_loss(
    home: Path,
) -> None:
    async with sitting(home, "l-une", size=USUAL) as person:
        await person.press("b", "ctrl+p")
        assert "montrer un indice" in person.seen
        assert "poser ou ôter un repère" in person.seen
        assert "récapitulatif" not in person.seen  # that is for the end
        await person.type("zzz")
        assert "Rien ici ne s'appelle « zzz »." in person.seen
        await person.press("escape")
        assert "◉ b" in person.seen
        await person.press("ctrl+p")
        await person.type("repere")
        await person.press("enter")
        assert "Repère" in person.told
        await person.press("enter", "ctrl+p")
        await person.type("c5.n.1")
        await person.click_text("s'entraîner · C5.N.1")
        assert person.place == "RunScreen"
        assert "C5.N.1" in person.seen
        assert [row["response"] for row in person.answers] == [[1]]


async def test_a_sheet_has_its_own_few_keys_and_no_menu(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("p", "ctrl+p")
        assert person.place == "TracksScreen"


def test_one_can_go_to_all_a_person_plays(tmp_path: Path) -> None:
    library = Library(COURSE, Place(tmp_path))
    jumps = jumps_of(library.course)

    assert {each.kind for each in jumps} >= {"lesson", "dossier", "bank", "item"}
    for each in jumps:
        assert each.kind == "item" or library.find(each.target)


def test_case_accents_order_and_ends_of_words_do_not_count() -> None:
    assert likeness("ACCES soin", ["L'accès aux soins"]) == 1
    assert likeness("soins acc", ["L'accès aux soins"]) == 1
    assert 0 < likeness("cces", ["L'accès aux soins"]) < 1
    assert likeness("acces pharmacie", ["L'accès aux soins"]) == 0
    assert likeness("", ["L'accès aux soins"]) == 0


@given(st.text(max_size=20), st.lists(st.text(max_size=30), max_size=3))
def test_a_likeness_is_a_share(query: str, names: list[str]) -> None:
    assert 0 <= likeness(query, names) <= 1
