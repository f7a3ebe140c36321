"""Windows of any size, and texts that would like to be markup."""

from pathlib import Path

import pytest

from tests.tui.person import USUAL, opened, sitting
from tutor.tui.app import Errand

SMALL_SIZES = [(59, 24), (80, 15), (20, 5)]


@pytest.mark.no_cover
async def test_a_window_too_small_says_so_and_loses_nothing(home: Path) -> None:
    async with sitting(home, "l-une", size=USUAL) as person:
        await person.press("b", "enter")
        before = person.seen
        for size in SMALL_SIZES:
            await person.pilot.resize_terminal(*size)
            await person.settle()
            assert person.place == "SmallScreen"
            assert "trop petite" in " ".join(person.seen.split())
            assert "À qui" not in person.seen
            await person.pilot.resize_terminal(*USUAL)
            await person.settle()
            assert person.seen == before
        await person.press("3")
        assert person.answer["certainty"] == 3


async def test_a_small_window_names_its_size_as_it_changes(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.pilot.resize_terminal(58, 24)
        await person.pilot.resize_terminal(57, 24)
        await person.settle()
        assert "57×24" in person.seen
        assert len(person.app.screen_stack) == 3


async def test_a_window_too_small_from_the_start_says_so(home: Path) -> None:
    async with sitting(home, size=(40, 10)) as person:
        assert person.place == "SmallScreen"
        await person.pilot.resize_terminal(*USUAL)
        await person.settle()
        assert person.place == "HomeScreen"


@pytest.mark.no_cover
async def test_leaving_a_small_window_keeps_what_was_answered(home: Path) -> None:
    async with sitting(home, "l-une", size=USUAL) as person:
        await person.press("b", "enter")
        await person.pilot.resize_terminal(30, 10)
        await person.press("question_mark", "ctrl+c")
        assert person.has_left
        assert person.answer["certainty"] is None


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(60, 16), (140, 50)])
async def test_no_line_is_cut_at_any_usual_size(
    home: Path, size: tuple[int, int]
) -> None:
    async with sitting(home, "l-une", size=size) as person:
        await person.press("a", "enter", "3")
        for _ in range(6):
            if "Texte d'essai, I." in person.seen:
                break
            await person.press("pagedown")
        assert "Source : Texte d'essai, I." in person.seen


MARKED = """---
id: balises
titre: "Balises [b]gras[/b]"
---

# Balises

Du [b]texte[/b], [/], [$accent] et \x1b[31mune couleur\x1b[0m.

::: qru {#m-une comp="C5.N.1"}
Un [red]énoncé[/red] et [@click=app.bell]un lien[/] ?

> **Indice** [i]indice[/i]

- [x] [b]Oui[/b] \x1b[1m
  > Du [u]retour[/u].
- [ ] [Non]
  > [/b]

:::

::: qroc {#m-mots comp="C5.N.1"}
Un [mot] ?

- [x] [mot]

:::

::: qru {#m-cassee comp="C5.N.1"}
Deux bonnes ?

- [x] Oui
  > Une.
- [x] Non
  > Deux.

:::
"""


async def test_markup_and_escapes_are_shown_as_written_and_never_obeyed(
    home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "balises.md"
    path.write_text(MARKED, encoding="utf-8")
    async with opened(home, Errand(str(path), shuffled=False)) as person:
        assert "ligne 29, Une QRU a exactement une case" in person.told
        for part in ("[b]texte[/b], [/], [$accent]", "[red]énoncé[/red]"):
            assert part in person.seen
        assert "[@click=app.bell]un lien[/]" in person.seen
        await person.press("i", "a", "enter", "3")
        for part in ("[i]indice[/i]", "[b]Oui[/b]", "[u]retour[/u]", "[Non]", "[/b]"):
            assert part in person.seen
        assert "\x1b" not in person.seen
        await person.go_on()
        await person.type("[red]faux")
        await person.press("enter", "1")
        assert "« [red]faux »" in person.seen
        await person.press("n", "escape")
        assert "Balises [b]gras[/b]" in person.seen
        assert len(person.answers) == 2
