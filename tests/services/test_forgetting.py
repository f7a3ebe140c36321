"""What is erased is shown before, and gone after; nothing else is touched."""

from pathlib import Path

from tests.factories import NOON, StoppedClock
from tests.services.courses import desk_at
from tests.services.players import answer_here, answered, played
from tests.store.homes import begun, listing, numbered, opened, saved
from tutor.services.keeping import forget_course, forget_everything, kept_of
from tutor.services.looking_out import look_out
from tutor.store.place import Place

CLOCK = StoppedClock()
COURSE = "petit-cours"


def test_what_would_be_erased_is_counted_and_dated(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un")
    clock.forward(days=3)
    answered(desk, "b-deux")
    desk.close()
    with opened(desk.place) as store:
        store.add(numbered(9, course="autre"))

    mine = kept_of(desk.place, clock, COURSE)
    assert mine.counts == {"answers": 2, "runs": 2}
    assert mine.first == NOON.date()
    assert mine.last == clock.now().date()
    everything = kept_of(desk.place, clock)
    assert everything.counts == {"answers": 3, "runs": 2}
    assert everything.files[-1] == desk.place.store


def test_forgetting_a_course_leaves_the_others_and_no_trace_in_home(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    played(desk, "alpha")
    desk.store.prefer(f"track:{COURSE}", "tout")
    desk.store.prefer("certainty", value=False)
    look_out(desk)
    desk.close()
    with opened(desk.place) as store:
        store.add(numbered(9, course="autre"))
        store.keep_run(begun("x" * 32, course="autre"))

    forget_course(desk.place, CLOCK, COURSE)

    assert kept_of(desk.place, CLOCK, COURSE).counts == {}
    assert kept_of(desk.place, CLOCK).counts == {"answers": 1, "runs": 1}
    with opened(desk.place) as store:
        assert store.preferences() == {"certainty": False}
    assert not (desk.place.cache / "home.json").exists()


def test_forgetting_everything_leaves_nothing_of_the_tutor(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("banque")
    answer_here(run)
    desk.save(run)
    look_out(desk)
    desk.close()
    place = desk.place
    (place.root / "recaps").mkdir()
    (place.root / "recaps" / "banque.md").write_text("mes notes")
    for damage in ("{", "["):
        place.store.write_text(damage, encoding="utf-8")
        with opened(place):
            pass
    assert kept_of(place, CLOCK).files

    forget_everything(place)

    assert not place.root.exists()
    with opened(place) as store:
        assert store.notices == ()
        assert store.record(COURSE).answers == ()


def test_forgetting_everything_touches_nothing_else(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    saved(place, 1)
    neighbour = Place(place.root / "profiles" / "anne")
    saved(neighbour, 2)
    for name in ("lettre.txt", "cache/photo.jpg", "backups/à moi.json"):
        path = place.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("à moi")
    before = listing(neighbour.root)

    forget_everything(place)

    assert listing(neighbour.root) == before
    left = {name for name in listing(place.root) if not name.startswith("profiles")}
    assert left == {"lettre.txt", "cache/photo.jpg", "backups/à moi.json"}


def test_a_store_nobody_can_read_can_still_be_erased(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    place.root.mkdir()
    place.store.write_bytes(b'{"meta": {"1": {"format": 99}}}')

    kept = kept_of(place, CLOCK)
    assert not kept.is_readable
    assert kept.files == (place.store,)
    forget_everything(place)
    assert not place.store.exists()
