"""A record is copied, brought back and erased whole, or not at all."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.factories import StoppedClock
from tests.services.courses import desk_at
from tests.services.players import answered, played
from tests.store.homes import listing, numbered, opened, saved
from tutor.domain.answer import Record
from tutor.domain.errors import TutorError
from tutor.services.keeping import (
    back_up,
    exchange_with,
    put_in_place,
    restore,
)
from tutor.store.migrations import FORMAT
from tutor.store.place import Place

CLOCK = StoppedClock()
COURSE = "petit-cours"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    """A person with two answers."""
    place = Place(tmp_path / "ici")
    saved(place, 1, 2)
    return place


@pytest.fixture
def backup(here: Place, tmp_path: Path) -> Path:
    """A backup of that person."""
    path = tmp_path / "carnet.json"
    back_up(here, CLOCK, path)
    return path


def said_in(record: Record) -> dict[str, list[str]]:
    """Return every fact of a record, whatever the order of those of one moment."""
    return {
        name: sorted(fact.model_dump_json() for fact in getattr(record, name))
        for name in Record.model_fields
    }


def answers_at(place: Place) -> list[str]:
    """Return the questions answered at a place."""
    with opened(place) as store:
        return [answer.question for answer in store.record(COURSE).answers]


def test_a_backup_is_read_by_plain_tinydb_and_by_its_owner_only(backup: Path) -> None:
    with TinyDB(backup, encoding="utf-8", access_mode="r") as plain:
        assert len(plain.table("answers")) == 2
        assert plain.table("meta").all() == [{"format": FORMAT}]
        assert plain.table("backup").all()[0]["made"] == "2026-11-22"
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not [*backup.parent.glob(".*.tmp")]


def test_a_backup_brought_to_another_machine_is_the_same_record(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    played(desk, "alpha")
    desk.pen.note("a-avant", "Demander à l'infirmière.")
    desk.pen.position("C5.N.1", "3")
    desk.pen.name_locally({"coordo": "Mme Roussel"})
    desk.store.prefer("certainty", value=False)
    before = desk.record
    desk.close()
    path, other = tmp_path / "tout.json", tmp_path / "autre"
    back_up(desk.place, CLOCK, path)

    found = restore(Place(other / "home"), CLOCK, path)

    assert found.was_empty
    assert found.copy is None
    again = desk_at(other)
    assert said_in(again.record) == said_in(before)
    assert again.store.preferences() == {"certainty": False}
    again.close()


def test_a_store_that_has_answers_gets_those_it_lacks(
    here: Place, backup: Path, tmp_path: Path
) -> None:
    there = Place(tmp_path / "là")
    with opened(there) as store:
        store.add(numbered(2), numbered(3))
        store.prefer("certainty", value=False)
    before = there.store.read_bytes()

    found = restore(there, CLOCK, backup)

    (gain,) = found.gains
    assert (gain.table, gain.added, gain.known) == ("answers", 1, 1)
    assert not found.was_empty
    assert sorted(answers_at(there)) == ["q-1", "q-2", "q-3"]
    assert found.copy is not None
    assert found.copy.read_bytes() == before
    with opened(there) as store:
        assert store.preferences() == {"certainty": False}


def test_two_machines_that_exchange_backups_have_one_record(tmp_path: Path) -> None:
    desks = [desk_at(tmp_path / name, chance=n) for n, name in enumerate("ab")]
    files = [tmp_path / f"{n}.json" for n in range(2)]
    for desk, target, path in zip(desks, ["alpha", "banque"], files, strict=True):
        played(desk, target)
        answered(desk, "beta-qru")
        desk.close()
        back_up(desk.place, CLOCK, path)
    for desk, path in zip(desks, reversed(files), strict=True):
        restore(desk.place, CLOCK, path)

    one, other = (desk_at(tmp_path / name) for name in "ab")
    assert one.record == other.record
    assert len(one.record.answers) > 5
    assert one.standing() == other.standing()
    one.close()
    other.close()


def test_restoring_twice_brings_nothing_and_writes_nothing(
    here: Place, backup: Path
) -> None:
    before = here.store.read_bytes()
    found = restore(here, CLOCK, backup)

    assert [(each.added, each.known) for each in found.gains] == [(0, 2)]
    assert found.copy is None
    assert here.store.read_bytes() == before


def test_replacing_leaves_what_the_backup_holds_and_a_copy_of_the_rest(
    here: Place, backup: Path
) -> None:
    with opened(here) as store:
        store.add(numbered(3))
        store.prefer("certainty", value=False)
    before = here.store.read_bytes()

    found = exchange_with(here, CLOCK, backup)
    assert (found.lost, found.brought, found.older) == ({"answers": 1}, {}, {})
    assert here.store.read_bytes() == before

    copy = put_in_place(here, CLOCK, backup)
    assert answers_at(here) == ["q-1", "q-2"]
    with opened(here) as store:
        assert store.preferences() == {}
    assert copy is not None
    assert copy.read_bytes() == before
    assert exchange_with(here, CLOCK, copy).brought == {"answers": 1}


def test_a_run_that_has_gone_on_goes_back_when_replaced(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    run = desk.start("alpha")
    desk.save(run)
    path = tmp_path / "avant.json"
    back_up(desk.place, CLOCK, path)
    clock.forward(hours=1)
    run.pass_by()
    desk.save(run)
    desk.close()

    found = exchange_with(desk.place, CLOCK, path)
    assert (found.lost, found.older) == ({}, {"runs": 1})
    put_in_place(desk.place, CLOCK, path)
    again = desk_at(tmp_path)
    assert [each.passed for each in again.record.runs if each.target == "alpha"] == [()]
    again.close()


def test_a_backup_that_cannot_be_read_replaces_nothing(
    here: Place, tmp_path: Path
) -> None:
    path, before = tmp_path / "faux.json", here.store.read_bytes()
    path.write_text("{", encoding="utf-8")
    for act in (exchange_with, put_in_place):
        with pytest.raises(TutorError):
            act(here, CLOCK, path)
    assert here.store.read_bytes() == before


def test_a_daily_copy_can_be_restored_too(here: Place, tmp_path: Path) -> None:
    with opened(here):
        pass
    (daily,) = here.backups.glob("progress-*.json")

    found = restore(Place(tmp_path / "neuf"), CLOCK, daily)
    assert found.was_empty
    assert len(answers_at(Place(tmp_path / "neuf"))) == 2


def test_a_backup_put_in_the_place_of_the_store_is_a_store(
    here: Place, backup: Path, tmp_path: Path
) -> None:
    moved = Place(tmp_path / "copié")
    moved.root.mkdir()
    moved.store.write_bytes(backup.read_bytes())
    saved(moved, 3)

    assert answers_at(moved) == ["q-1", "q-2", "q-3"]
    assert "backup" not in json.loads(moved.store.read_bytes())
    back_up(moved, CLOCK, backup)
    assert restore(here, CLOCK, backup).gains[0].added == 1


def test_a_later_backup_takes_the_place_of_an_earlier_one(
    here: Place, backup: Path
) -> None:
    saved(here, 3)
    assert back_up(here, CLOCK, backup).counts == {"answers": 3}
    assert len(json.loads(backup.read_bytes())["answers"]) == 3


def test_a_backup_that_holds_more_is_not_written_over(
    backup: Path, tmp_path: Path
) -> None:
    other, before = Place(tmp_path / "autre"), backup.read_bytes()
    saved(other, 1)

    with pytest.raises(TutorError) as refused:
        back_up(other, CLOCK, backup)

    assert refused.value.message_id == "errors.backup-exists"
    assert backup.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("autre.txt", "errors.backup-exists"),
        ("dossier", "errors.write-folder"),
        ("absent/carnet.json", "errors.write-parent"),
        ("ici/progress.json", "errors.backup-exists"),
        ("n" * 300, "errors.write-refused"),
    ],
)
def test_a_backup_takes_the_place_of_nothing_else(
    here: Place, tmp_path: Path, name: str, error: str
) -> None:
    (tmp_path / "autre.txt").write_text("à moi")
    (tmp_path / "dossier").mkdir()
    before = listing(tmp_path)

    with pytest.raises(TutorError) as refused:
        back_up(here, CLOCK, tmp_path / name)

    assert refused.value.message_id == error
    assert listing(tmp_path) == before


def test_nothing_to_save_is_said(tmp_path: Path) -> None:
    with pytest.raises(TutorError) as refused:
        back_up(Place(tmp_path / "vide"), CLOCK, tmp_path / "carnet.json")

    assert refused.value.message_id == "errors.backup-nothing"
    assert list(tmp_path.iterdir()) == []
