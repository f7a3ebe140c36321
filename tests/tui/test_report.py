"""Making a report in full screen: fields, how far it is, where it went, what failed."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.cli.small import COURSE
from tests.cohort.samples import sample_bundles, sample_files
from tests.tui.person import USUAL, sitting
from tutor.interop.statements import statement_lines, statements_of
from tutor.services.library import Library
from tutor.store.place import Place
from tutor.tui.widgets.path_suggester import completed


@pytest.fixture
def bundles(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with seven bundles of the small course, and one that is cut short."""
    here = tmp_path / "ici"
    here.mkdir()
    monkeypatch.chdir(here)
    course = Library(COURSE, Place(home)).course
    folder = here / "carnets"
    paths = sample_files(folder, sample_bundles(7, of=course))
    (folder / "coupé.json").write_bytes(paths[0].read_bytes()[:200])
    return folder


async def test_one_names_a_folder_and_gets_a_report(bundles: Path, home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("f")
        assert person.place == "ReportScreen"
        await person.type("carnets")
        await person.press("ctrl+s")
        assert "7 internes ont remis un carnet." in person.seen
        assert "Rapport écrit" in person.seen
        assert "coupé.json" in person.seen
        await person.press("escape")
        assert person.place == "HomeScreen"
    (made,) = bundles.parent.glob("rapport-*.html")
    assert "7 internes ont remis un carnet." in made.read_text(encoding="utf-8")


async def test_a_report_can_be_on_a_part_of_those_who_handed_in(
    bundles: Path, home: Path
) -> None:
    course = Library(COURSE, Place(home)).course
    one = sample_bundles(7, of=course)[0]
    lines = b"".join(statement_lines(statements_of(one, course)))
    (bundles.parent / "énoncés.jsonl").write_bytes(lines)
    (bundles.parent / "attendus.txt").write_text("Personne Dautre\n", encoding="utf-8")
    async with sitting(home, size=USUAL) as person:
        await person.press("f")
        await person.type("carnets")
        screen = person.app.screen
        screen.query_one("#roster", Input).value = "attendus.txt"
        await person.press("ctrl+s")
        assert "0 interne sur 1" in person.seen
        screen.query_one("#roster", Input).value = "rien.txt"
        await person.press("ctrl+s")
        assert "rien.txt" in person.seen
        screen.query_one("#roster", Input).value = ""
        screen.query_one("#learner", Input).value = one.learner
        screen.query_one("#output", Input).value = "un.html"
        await person.press("ctrl+s")
        assert "Rapport écrit" in person.seen
        assert "7 internes" not in person.seen
        screen.query_one("#files", Input).value = "énoncés.jsonl"
        await person.press("ctrl+s")
        assert "Rapport écrit" in person.seen
    page = (bundles.parent / "un.html").read_text(encoding="utf-8")
    assert "entretien de portfolio" in page


async def test_what_cannot_be_made_is_said_and_nothing_is_overwritten(
    bundles: Path, home: Path
) -> None:
    kept = bundles.parent / "notes.html"
    kept.write_text("à moi", encoding="utf-8")
    async with sitting(home, size=USUAL) as person:
        await person.press("f", "ctrl+s")
        assert "Il manque les carnets" in person.seen
        await person.type("carnets")
        person.app.screen.query_one("#output", Input).value = "notes.html"
        await person.press("ctrl+s")
        assert "n'est pas un rapport du tuteur" in person.seen
    assert kept.read_text(encoding="utf-8") == "à moi"


async def test_nothing_is_read_where_the_tutor_is_served(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_SERVED", "1")
    async with sitting(home, size=USUAL) as person:
        await person.press("f")
        assert "Ce tuteur est servi par un serveur" in person.seen
        assert len(person.app.screen.query("Input")) == 0


def test_a_path_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "carnets").mkdir()
    (tmp_path / "carnets" / "un.json").touch()
    monkeypatch.chdir(tmp_path)
    assert completed("car") == "carnets/"
    assert completed("carnets/u") == "carnets/un.json"
    assert completed(f"{tmp_path}/c") == f"{tmp_path}/carnets/"
    assert completed("carnets/") is None
    assert completed("rien") is None
    assert completed("nulle/part") is None
    assert completed("\0") is None
