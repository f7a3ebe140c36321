"""The preview of a file in full screen: read, broken, mended, gone, read again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.cli.small import COURSE, eased
from tutor.services.checking import check_paths
from tutor.services.previewing import Previewer
from tutor.services.system_clock import SystemClock
from tutor.tui.preview import PREVIEW_SHEETS, PreviewApp
from tutor.tui.screens.preview import PreviewScreen
from tutor.tui.widgets.preview_panel import PreviewPanel
from tutor.tui.widgets.preview_reader import PreviewReader

MOST_LOOKS = 400
REST = 0.01
WIDE, USUAL = (120, 40), (80, 24)
QRU = """::: qru {{#e-{n} comp="C5.N.1"}}
Question numéro {n}\u00a0?

- [x] Oui {n}
  > Juste.
- [ ] Non {n}
  > Faux.

:::
"""
TEXT = "---\nid: essai\ntitre: Un essai\n---\n\n# Un essai\n\n" + "\n".join(
    f"## Partie {n}\n\nDu texte {n}.\n\n{QRU.format(n=n)}" for n in range(1, 6)
)


class Author:
    """Someone who writes a file with its preview beside."""

    def __init__(self, app: PreviewApp, pilot: Pilot[None], path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    async def save(self, text: str) -> None:
        """Save as editors do: a new file in the place of the old one."""
        new = self.path.with_suffix(".tmp")
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)

    async def press(self, *keys: str) -> None:
        """Press keys and let the screen be drawn."""
        for key in keys:
            self.app.simulate_key(key)
            await self.pilot.pause()
        await self.pilot.pause()

    async def sees(self, holds: Callable[[], bool] | str) -> None:
        """Wait, for a few seconds at most, until something is on the screen."""
        wanted = (lambda: holds in self.said) if isinstance(holds, str) else holds
        for _ in range(MOST_LOOKS):
            if wanted():
                return
            await asyncio.sleep(REST)
        raise AssertionError(f"{holds} never came:\n{self.seen}")

    @property
    def seen(self) -> str:
        """Everything on the screen, with ordinary spaces."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(eased(strip.text).rstrip() for strip in strips)

    @property
    def said(self) -> str:
        """Everything on the screen, as one line."""
        return " ".join(self.seen.split())

    @property
    def reader(self) -> PreviewReader:
        """The text."""
        return self.app.screen.query_one(PreviewReader)

    @property
    def key(self) -> str:
        """The part of the panel that holds the key."""
        widget = self.app.screen.query_one("#key")
        return eased(str(widget.render())).replace("\n", " ")


@asynccontextmanager
async def previewing(
    folder: Path, text: str | None = TEXT, size: tuple[int, int] = WIDE
) -> AsyncIterator[Author]:
    """Open a preview of a file outside the small course."""
    path = folder / "essai.md"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    app = PreviewApp(path, Previewer(path, COURSE, SystemClock()).read)
    async with app.run_test(size=size) as pilot:
        author = Author(app, pilot, path)
        await author.sees("Aperçu")
        await pilot.pause()
        yield author


async def test_saving_shows_the_new_text_with_the_same_question_in_view(
    tmp_path: Path,
) -> None:
    async with previewing(tmp_path) as author:
        await author.press(*"nnnn")
        await author.sees("✓ a Oui 5")
        kept = [widget for piece, widget in author.reader._shown if piece.key == "e-5"]
        before = author.reader.scroll_offset.y

        added = TEXT.replace("## Partie 2", "Un ajout.\n\nEncore un.\n\n## Partie 2")
        await author.save(added.replace("Oui 5", "Certes 5"))
        await author.sees("✓ a Certes 5")

        await author.sees(lambda: author.reader.scroll_offset.y == before + 4)
        assert "Question 5 sur 5" in author.seen
        assert author.reader._shown[0][1] is not kept[0]
        assert f"ligne {added[: added.index('#e-5')].count(chr(10)) + 1}" in author.key


@pytest.mark.no_cover
async def test_what_breaks_is_said_in_place_and_the_preview_goes_on(
    tmp_path: Path,
) -> None:
    async with previewing(tmp_path) as author:
        await author.save(TEXT.replace("- [ ] Non 1", "- [x] Non 1"))
        await author.sees("Ne se lit plus depuis")
        assert "1 erreur" in author.seen
        assert "Une QRU a exactement une case [x] ; ici 2." in author.seen
        assert "○ b Non 1" in author.seen

        author.path.unlink()
        await author.sees("n'existe pas. Vous voyez la dernière lecture")
        assert "Question 1 sur 5" in author.seen

        await author.save(TEXT)
        await author.sees(lambda: "erreur" not in author.seen)
        assert "périmée" not in author.said
        assert "Question 1 sur 5" in author.seen


async def test_where_nobody_watches_a_key_reads_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchfiles.watch", _refused)
    async with previewing(tmp_path) as author:
        await author.sees("Ce dossier ne peut pas être surveillé (l'accès est refusé)")
        await author.save(TEXT.replace("Du texte 1.", "Du neuf."))
        await author.press("r")
        await author.sees("Du neuf.")


@pytest.mark.no_cover
async def test_each_question_comes_under_view_as_one_reads(tmp_path: Path) -> None:
    async with previewing(tmp_path) as author:
        found = []
        while True:
            found.append(author.key.split(" · ")[1] if " · " in author.key else "")
            if author.reader.scroll_offset.y >= author.reader.max_scroll_y:
                break
            author.reader.scroll_relative(y=4, animate=False)
            await author.pilot.pause()
        asked = [each for n, each in enumerate(found) if each != found[n - 1] or not n]

        assert [each for each in asked if each] == [f"e-{n}" for n in range(1, 6)]


@pytest.mark.no_cover
async def test_nothing_can_be_answered(tmp_path: Path) -> None:
    async with previewing(tmp_path) as author:
        await author.press("a", "space", "enter")
        for y, line in enumerate(author.seen.split("\n")):
            if "○ a Oui 1" in line:
                await author.pilot.click(offset=(line.index("○ a"), y))
        await author.pilot.pause()

        assert "◉" not in author.seen
        assert isinstance(author.app.focused, PreviewReader)


async def test_a_narrow_window_shows_one_side_at_a_time(tmp_path: Path) -> None:
    broken = TEXT.replace("- [ ] Non 4", "- [x] Non 4")
    async with previewing(tmp_path, broken, USUAL) as author:
        assert "Question 1" in author.seen
        assert "Problèmes" not in author.seen
        await author.press("tab")
        assert "Problèmes" in author.seen
        assert "Question 1" not in author.seen
        assert isinstance(author.app.focused, PreviewPanel)

        report = check_paths(COURSE, (str(author.path),), SystemClock())
        grave = [slip.severity for slip in report.problems].index("error")
        await author.press(*["e"] * (grave + 1))
        await author.sees("✗ ligne")
        assert "Du texte 4." in author.seen
        assert "Problèmes" not in author.seen

        await author.pilot.resize_terminal(*WIDE)
        await author.sees("▸ ligne")
        assert "✗ ligne" in author.seen


async def test_help_names_the_keys_and_escape_leaves(tmp_path: Path) -> None:
    async with previewing(tmp_path, size=USUAL) as author:
        await author.press("question_mark")
        await author.sees("Dans l'aperçu d'un fichier")
        await author.press("escape")
        assert isinstance(author.app.screen, PreviewScreen)
        await author.press("escape")
        assert author.app._exit


@pytest.mark.no_cover
async def test_markup_and_escapes_are_shown_and_never_obeyed(tmp_path: Path) -> None:
    text = "[b]gras[/b] [@click=app.bell]x[/] a\x1b[2Jb"
    async with previewing(tmp_path, TEXT.replace("Du texte 1.", text)) as author:
        assert text.replace("\x1b", "\ufffd") in author.seen


def test_every_sheet_of_the_screens_is_listed_once() -> None:
    import tutor.tui

    folder = Path(tutor.tui.__file__).parent
    there = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.tcss")
    )

    assert sorted(map(str, PREVIEW_SHEETS)) == there, (
        "name it in STYLED_SCREENS or STYLED_WIDGETS of tutor/tui/app.py"
    )


def _refused(*_: object, **__: object) -> None:
    """Watch nothing, as a system that refuses to."""
    raise OSError(1, "refusé")
