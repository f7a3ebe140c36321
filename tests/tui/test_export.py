"""Handing one's record over in full screen: ticks, the exact file, where it goes."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.small import COURSE, stored
from tests.factories import NOON, StoppedClock, answer
from tests.services.records import note, position, said_against
from tests.tui.person import TALL, USUAL, Person, sitting
from tests.tui.test_store import NOT_WRITTEN, break_disk, mend_disk
from tutor.cli.main import status_of
from tutor.domain.bundle_reading import read_bundle
from tutor.services.desk import Desk
from tutor.store.place import Place
from tutor.tui.widgets.file_view import FileView

LATER = StoppedClock()
LATER.forward(days=1)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in."""
    folder = tmp_path / "ici"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def busy(home: Path, here: Path) -> Path:
    """The home of a person who did a little."""
    desk = Desk(COURSE, Place(home), StoppedClock(), Random(1))
    answers = [
        answer(id=f"{n:032x}", question=q, items=(item,), response=response)
        for n, q, item, response in (
            (1, "l-une", "C5.N.1", [1]),
            (2, "l-mots", "C5.N.2", "Mme Dupont"),
            (3, "cas-1", "C5.I.1", [0]),
        )
    ]
    desk.store.add(*answers)
    words = note(4).model_copy(update={"subject": "c-note"})
    desk.add(words, said_against(5, "l-une"), position(6, "C5.N.1", "3"))
    desk.close()
    return home


def is_bare(folder: Path) -> bool:
    """Return whether nothing is in a folder."""
    return not any(folder.iterdir())


def joined(person: Person) -> str:
    """Return what is on the screen, the paths that were cut made whole."""
    return "".join(line.strip() for line in person.lines)


def only_file(folder: Path, *, taken: bool = False) -> bytes:
    """Return the one file of a folder, and take it away where told."""
    (path,) = folder.iterdir()
    data = path.read_bytes()
    if taken:
        path.unlink()
    return data


async def test_one_signs_ticks_reads_the_exact_file_and_writes_it(
    busy: Path, here: Path
) -> None:
    async with sitting(busy, clock=LATER) as person:
        await person.press("x")
        assert person.place == "ExportScreen"
        assert "■ Réponses" in person.seen
        assert "□ Objections sur des questions" in person.seen
        assert "□ 22/11/2026 : Vu Mme [nom], [téléphone]." in person.seen
        await person.type("mésange")
        await person.press("enter")
        await person.type("2025")
        await person.press("enter", "enter", "enter", "down", "space", "enter")
        assert person.place == "ExportFileScreen"
        assert "Signé : mésange" in person.seen
        assert '"answers":[' in person.seen
        assert is_bare(here)
        shown = "\n".join(person.app.screen.query_one(FileView)._lines)

        await person.press("e", "e")
        assert "carnet-mesange-2026-11-23.json" in joined(person)
        assert "Pour revenir dessus" in person.seen
        data = only_file(here)
        assert data.decode() == shown + "\n"
        bundle = read_bundle(data).bundle
        assert (bundle.learner, bundle.promotion) == ("mésange", "2025")
        assert [a.response for a in bundle.answers] == [[1], None, [0]]
        await person.press("escape", "escape")
        assert person.place == "HomeScreen"


def fields_of(data: bytes) -> dict[str, Any]:
    """Return a bundle without what is new each time it is made."""
    fields: dict[str, Any] = json.loads(data)
    for name in ("bundle_id", "learner_id", "exported_at", "digest"):
        del fields[name]
    del fields["consent"]["at"]
    return fields


async def test_both_faces_write_the_same_file_for_the_same_choices(
    busy: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(busy, clock=LATER, size=(100, 60)) as person:
        await person.press("x")
        await person.type("mésange")
        await person.click_text("Objections")
        await person.click_text("Vu Mme [nom]")
        await person.click_text("C5.N.2")
        await person.click_text("C5.I.1")
        await person.press("enter", "e")
    full_screen = only_file(here, taken=True)

    monkeypatch.setenv("TUTOR_HOME", str(busy))
    words = ["--course", str(COURSE), "export", "--yes", "-o", "carnet.json"]
    more = ["--with", "disputes", "--note", f"{4:032x}"]
    items = ["--items", ",".join(json.loads(full_screen)["consent"]["items"])]
    assert status_of([*words, *more, *items]) == 0

    line_by_line = only_file(here)
    assert fields_of(line_by_line) == fields_of(full_screen)
    made, again = json.loads(full_screen), json.loads(line_by_line)
    assert made["learner_id"] == again["learner_id"]
    assert [a["question"] for a in made["answers"]] == ["l-une"]
    assert len(made["disputes"]) == len(made["notes"]) == 1


async def file_of(person: Person) -> FileView:
    """Sign, leave the ticks as they are, and return what shows the exact file."""
    await person.press("x")
    await person.type("mésange")
    await person.press("enter", "enter", "enter", "enter", "enter")
    return person.app.screen.query_one(FileView)


async def test_the_other_form_is_read_too_and_written_as_the_command_does(
    busy: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(busy, clock=LATER, size=USUAL) as person:
        view = await file_of(person)
        bundle = [*view._lines]
        await person.press("end", "f")
        assert "disent 6 énoncés xAPI, un par ligne." in person.seen
        assert all(json.loads(line)["verb"] for line in view._lines)
        assert view.scroll_offset.y == 0
        assert view._lines[0][:60] in person.seen
        await person.press("f")
        assert view._lines == bundle
        assert "énoncés" not in person.seen
        await person.press("f")
        shown = "\n".join(view._lines)
        await person.press("e", "f")
        assert "carnet-mesange-2026-11-23.jsonl" in joined(person)
    full_screen = only_file(here, taken=True).decode()
    assert full_screen == shown + "\n"

    monkeypatch.setenv("TUTOR_HOME", str(busy))
    words = ["--course", str(COURSE), "export", "--yes", "-o", "carnet.jsonl"]
    assert status_of([*words, "--format", "xapi"]) == 0
    facts = [set(text.splitlines()[:-1]) for text in (only_file(here).decode(), shown)]
    assert facts[0] == facts[1]


async def test_a_form_asked_for_twice_at_once_is_turned_once(
    busy: Path, here: Path
) -> None:
    async with sitting(busy, clock=LATER, size=USUAL) as person:
        view = await file_of(person)
        bundle = [*view._lines]
        person.send("f")
        person.send("f")
        await person.settle()
        assert view._lines != bundle
        await person.press("f")
        assert view._lines == bundle
        assert is_bare(here)


async def test_a_person_who_did_nothing_is_told_so(home: Path, here: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("x")
        assert "Rien à remettre pour l'instant" in person.seen
        assert "Faites une leçon" in person.seen
        await person.press("enter", "space", "escape")
        assert person.place == "HomeScreen"
    assert stored(home, "preferences") == []


async def test_what_cannot_be_taken_is_said_in_place_and_nothing_is_lost(
    busy: Path, here: Path
) -> None:
    async with sitting(busy, size=USUAL, clock=LATER) as person:
        await person.press("x", "tab", "tab", "tab", "tab", "enter")
        assert "Il manque un pseudonyme." in person.seen
        assert person.place == "ExportScreen"
        await person.press("shift+tab", "shift+tab", "shift+tab", "shift+tab")
        await person.type("Anne Payet")
        await person.press("enter", "enter", "enter")
        await person.type("age1trop")
        await person.press("enter", "enter")
        assert "n'est pas une clé publique" in person.seen
        await person.press("shift+tab", *["backspace"] * 8, "enter", "enter")
        assert person.place == "ExportFileScreen"
        assert "« Anne Payet » ressemble à un vrai nom" in person.seen
        break_disk(busy)
        await person.press("e")
        assert NOT_WRITTEN in person.seen
        assert is_bare(here)
        mend_disk(busy)
        await person.press("e")
    assert read_bundle(only_file(here)).bundle.learner == "Anne Payet"


async def test_a_served_tutor_keeps_the_file_in_its_own_folder(
    busy: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_SERVED", "1")
    async with sitting(busy, size=TALL, clock=LATER) as person:
        await person.press("x")
        await person.type("mésange")
        await person.press(*["tab"] * 4, "enter", "e")
        assert "exports/carnet-mesange-2026-11-23.json" in joined(person)
    assert is_bare(here)
    assert read_bundle(only_file(busy / "exports")).notices == ()


async def test_a_long_file_is_shown_to_its_last_sign(busy: Path, here: Path) -> None:
    desk = Desk(COURSE, Place(busy), StoppedClock(NOON), Random(2))
    desk.store.add(*(answer(id=f"{n:032x}", question="l-une") for n in range(9, 400)))
    desk.close()
    async with sitting(busy, size=USUAL, clock=LATER) as person:
        await person.press("x")
        await person.type("mésange")
        await person.press(*["tab"] * 4, "enter")
        view = person.app.screen.query_one(FileView)
        rows = view.virtual_size.height
        assert rows > 1000
        view.scroll_end(animate=False)
        await person.settle()
        assert '"survey":[]' in person.seen
        width = view.scrollable_content_region.width
        assert all(
            view.render_line(y).cell_length == width for y in range(view.size.height)
        )
