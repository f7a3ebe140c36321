"""The settings in full screen: they hold at once, are saved, and act everywhere."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.cli.small import COURSE, Keyboard
from tests.factories import NOON, StoppedClock
from tests.tui.acts import acts_of, play
from tests.tui.person import USUAL, sitting
from tests.tui.test_replay import facts
from tutor.cli.console import Console
from tutor.cli.plain_run import PlainRun
from tutor.domain.looks import Looks
from tutor.domain.settings import NAMES
from tutor.locale import say
from tutor.locale.language import LANGUAGES, Language, language, speak
from tutor.services.desk import Desk
from tutor.services.looks import keep_looks, read_looks
from tutor.store.opening import open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store
from tutor.tui.theme import CONTRAST, LIGHT
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.settings_list import GAP, LABEL


async def test_a_setting_holds_at_once_and_is_saved(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("comma", "right", "down", "left", "left", "down", "space")
        assert person.app.theme == LIGHT.name
        assert person.app.animation_level == "none"
        assert "● clair" in person.seen
        assert "● 66" in person.seen
        assert "Enregistré." in person.seen
        assert person.rows("preferences") == [
            {"theme": "light", "page_width": 66, "reduced_motion": True}
        ]
        await person.press("comma")
        assert person.place == "HomeScreen"
        assert "Prochaine étape" in person.seen
    assert read_looks(Place(home)) == Looks("light", 66, reduced_motion=True)


async def test_a_click_chooses_and_the_language_is_spoken_at_once(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("comma")
        await person.click_text("○ contraste fort")
        assert person.app.theme == CONTRAST.name
        await person.click_text("○ English")
        assert language() == "en"
        assert "● English" in person.seen
        assert "Settings" in person.seen
        assert "Saved." in person.seen
    assert person.rows("preferences") == [{"theme": "contrast", "lang": "en"}]


@pytest.mark.usefixtures("other_tutor")
async def test_where_nothing_can_be_saved_it_is_said_and_holds_for_now(
    home: Path,
) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("comma", "right")
        assert person.app.theme == LIGHT.name
        said = " ".join(line.strip(" ▌") for line in person.lines)
        assert "lecture seule : rien n'est enregistré" in said
        assert "vaut jusqu'à ce que vous quittiez" in said
        await person.press("escape")
        assert person.app.theme == LIGHT.name
    assert person.rows("preferences") == []


async def test_the_first_frame_has_the_theme_and_the_width_chosen(home: Path) -> None:
    store = Store(open_for_writing(Place(home), NOON))
    store.prefer("theme", "light")
    store.prefer("page_width", 60)
    store.close()
    keep_looks(Place(home), Looks("light", 60))
    async with sitting(home, "l-une", size=(120, 40)) as person:
        app = person.app
        drawn = app.stylesheet._variables
        assert drawn["background"].lower() == LIGHT.background
        assert app.theme == LIGHT.name
        pages = app.screen.query(Page)
        assert pages
        assert max(page.content_size.width for page in pages) == 60


@pytest.mark.no_cover
async def test_both_faces_store_the_same_without_certainty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = [tmp_path / name for name in ("nobody", "plain", "full")]
    for home in homes:
        store = Store(open_for_writing(Place(home), NOON))
        store.prefer("certainty", value=False)
        store.close()
    acts = acts_of(COURSE, homes[0], "lecon", 0)
    monkeypatch.setattr(sys, "stdin", Keyboard("".join(act.lines for act in acts)))
    desk = Desk(COURSE, Place(homes[1]), StoppedClock(), Random(1))
    PlainRun(desk, desk.start("lecon", seed=0), Console()).play()
    desk.close()
    async with sitting(homes[2], "lecon", seed=0, size=(80, 100)) as person:
        await play(person, acts)
    plain, full = facts(homes[1]), facts(homes[2])
    assert full == plain
    assert {row["certainty"] for row in plain["answers"]} == {None}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_gap_stands_between_each_label_and_its_values(spoken: Language) -> None:
    before = language()
    speak(spoken)
    try:
        labels = [say(f"settings.{name}") for name in NAMES]
    finally:
        speak(before)

    assert max(map(len, labels)) <= LABEL - 2 * len(GAP)
