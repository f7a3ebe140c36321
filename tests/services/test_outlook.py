"""What Home shows is kept for the next first frame, and thrown away when it is old."""

import dataclasses
import json
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import desk_at
from tests.services.players import answered, played
from tutor.services.looking_out import look_out
from tutor.services.outlook import (
    CompetencyLine,
    Entry,
    Outlook,
    Suggestion,
    keep_outlook,
    outlook_stamp,
    read_outlook,
)
from tutor.store.place import Place


def outlook(stamp: str, suggestion: Suggestion | None = None) -> Outlook:
    """Return something Home could show."""
    return Outlook(
        stamp=stamp,
        course="Petit cours",
        answers=3,
        suggestion=suggestion,
        due_days=["2026-11-21", "2026-11-22", "2026-12-01"],
        dangerous=1,
        misconceptions=2,
        track=None,
        entries=[Entry("alpha", "Titre de alpha", "lesson", 5, 3, "new")],
        competencies=[
            CompetencyLine("C5", "Coordination", "insuffisant", 1, 0.6, 0.2, 0.9, None)
        ],
    )


@pytest.mark.parametrize(
    "suggestion", [None, Suggestion("alpha", "À lire", "lesson", "first", 0, 3)]
)
def test_what_was_kept_is_read_again(
    tmp_path: Path, suggestion: Suggestion | None
) -> None:
    root, place = tmp_path / "cours", Place(tmp_path / "home")
    kept = outlook(outlook_stamp(root, place), suggestion)
    keep_outlook(kept, place)

    assert read_outlook(root, place) == kept


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    assert read_outlook(tmp_path / "cours", Place(tmp_path / "home")) is None


def test_what_is_due_is_counted_on_the_day_it_is_looked_at() -> None:
    days = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-12-01"]

    assert [outlook("").due(day) for day in days] == [0, 1, 2, 3]


@pytest.mark.parametrize("rightly", [True, False])
def test_what_was_looked_at_is_kept_until_something_changes(
    tmp_path: Path, *, rightly: bool
) -> None:
    desk = desk_at(tmp_path, StoppedClock())
    root, place = desk.library.root, desk.place
    played(desk, "beta", rightly=rightly)
    desk.pen.position("C5", "I")
    seen = look_out(desk)
    assert read_outlook(root, place) == seen
    assert read_outlook(root, place) == look_out(desk)

    answered(desk, "a-qru")
    assert read_outlook(root, place) is None
    look_out(desk)
    assert read_outlook(root, place) is not None
    with (root / "content" / "02-beta.md").open("a", encoding="utf-8") as lesson:
        lesson.write("\nUn mot de plus.\n")
    assert read_outlook(root, place) is None


WHOLE = dataclasses.asdict(outlook("STAMP", Suggestion("a", "A", "lesson", "first")))


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff",
        b"null",
        b"[]",
        b'"STAMP"',
        b"{}",
        b'{"stamp": "STAMP"}',
        json.dumps({**WHOLE, "entries": 3}).encode(),
        json.dumps({**WHOLE, "entries": [{"id": "a"}]}).encode(),
        json.dumps({**WHOLE, "competencies": [3]}).encode(),
        json.dumps({**WHOLE, "suggestion": "alpha"}).encode(),
        json.dumps({**WHOLE, "suggestion": {"why": "?"}}).encode(),
        json.dumps({**WHOLE, "of a later version": 1}).encode(),
        json.dumps({**WHOLE, "stamp": "autre"}).encode(),
    ],
)
def test_a_damaged_or_foreign_cache_is_ignored(tmp_path: Path, damage: bytes) -> None:
    root, place = tmp_path / "cours", Place(tmp_path / "home")
    stamp = outlook_stamp(root, place)
    place.cache.mkdir(parents=True)
    (place.cache / "home.json").write_bytes(damage.replace(b"STAMP", stamp.encode()))

    assert read_outlook(root, place) is None


def test_the_whole_that_was_damaged_above_can_be_read(tmp_path: Path) -> None:
    root, place = tmp_path / "cours", Place(tmp_path / "home")
    stamp = outlook_stamp(root, place)
    place.cache.mkdir(parents=True)
    text = json.dumps(WHOLE).replace("STAMP", stamp)
    (place.cache / "home.json").write_text(text, encoding="utf-8")

    assert read_outlook(root, place) is not None


def test_a_tutor_that_only_reads_keeps_nothing(tmp_path: Path) -> None:
    first, second = desk_at(tmp_path), desk_at(tmp_path)
    played(first, "beta")
    seen = look_out(second)

    assert seen.answers == 1
    assert not (second.place.cache / "home.json").exists()


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.place.root.mkdir()
    desk.place.cache.write_text("je suis un fichier")

    assert look_out(desk).course == "Petit cours"
    assert read_outlook(desk.library.root, desk.place) is None
