"""In full screen: the course goes, a megabyte is pasted, a profile is named."""

import shutil
from pathlib import Path
from random import Random

import pytest
from textual import events

from tests.cli.small import COURSE
from tests.factories import StoppedClock
from tests.tui.person import TALL, Person, opened, sitting
from tutor.store.place import Place
from tutor.tui.app import Errand, TutorApp

pytestmark = pytest.mark.no_cover

MEGABYTE = "un mot " * 150_000


async def test_a_course_removed_under_a_run_costs_no_answer(
    home: Path, tmp_path: Path
) -> None:
    course = tmp_path / "cours"
    shutil.copytree(COURSE, course)
    async with sitting(home, "lecon", course=course) as person:
        await person.read()
        await person.press("b", "enter", "3")
        shutil.rmtree(course)
        await person.go_on()
        await person.press("a", "enter", "1", "escape")
        assert person.place == "HomeScreen"
        await person.press("enter")
        assert person.place == "RunScreen"
        await person.press("q")
        assert person.has_left
        assert person.app.parting is None
    assert len(person.answers) == 2
    async with opened(home, Errand(), course=course) as person:
        assert person.has_left
        assert person.app.parting is not None
        assert person.app.parting.message_id == "errors.no-course"
    assert len(person.answers) == 2


async def test_a_profile_is_named_and_a_megabyte_pasted_is_no_answer(
    home: Path,
) -> None:
    place, chance = Place(home, "anne"), Random(3)
    app = TutorApp(COURSE, place, clock=StoppedClock(), chance=chance)
    async with app.run_test(size=TALL):
        person = Person(app, home)
        await person.settle()
        assert person.lines[0].startswith("    Tuteur CPTS · anne  ")
        app.open_target("l-mots")
        await person.settle()
        await person.read()
        app.post_message(events.Paste(MEGABYTE))
        await person.settle()
        await person.press("enter")
        assert person.flow.shown.key == "l-mots"
        assert person.answers == []
        await person.press("ctrl+c")
        assert person.has_left
