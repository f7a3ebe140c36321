"""The queue of what waits to be sent: whatever stops it, nothing is forgotten."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOON, StoppedClock
from tests.interop.sendings import queued
from tutor.domain.errors import StoreError
from tutor.services.keeping import forget_course, forget_everything, kept_of
from tutor.store.outbox import DONE, OUTBOX, Outbox, Queued, outboxes
from tutor.store.place import Place

TO = "https://lrs.invalid/xAPI/statements"
DIGEST = "a" * 64


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    """A queue with four statements, one done and one at odds."""
    found = Outbox(Place(tmp_path), TO, "petit-cours")
    found.fill(queued(4))
    found.mark([queued(4)[0].id])
    found.mark([queued(4)[1].id], "conflict")
    return found


def test_what_is_done_or_apart_does_not_wait(box: Outbox) -> None:
    assert box.waiting() == queued(4)[2:]
    box.fill(queued(4))
    assert box.waiting() == queued(4)[2:]


def test_what_is_no_longer_agreed_to_does_not_wait(box: Outbox) -> None:
    box.fill(queued(1, 3))
    assert box.waiting() == queued(1, 3)
    assert queued(4)[1].data in box.path.read_bytes()  # what is apart stays to be seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_queue_is_its_owner_s_only(box: Outbox) -> None:
    for path in box.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(box.path.parent.stat().st_mode) == 0o700


def test_a_hand_over_counts_as_done_only_once_stored(box: Outbox) -> None:
    last = queued(4)[3]
    box.fill(queued(4), (last.id, DIGEST))
    assert not box.was_handed(DIGEST)
    box.mark([last.id])
    assert box.was_handed(DIGEST)
    assert not box.was_handed("b" * 64)


@given(st.integers(0, 400))
def test_a_log_cut_anywhere_forgets_no_statement(
    tmp_path_factory: pytest.TempPathFactory, left: int
) -> None:
    box = Outbox(Place(tmp_path_factory.mktemp("home")), TO, "petit-cours")
    box.fill(queued(6))
    for each in queued(5):
        box.mark([each.id])
    log = box.path.with_suffix(DONE)
    log.write_bytes(log.read_bytes()[:left])
    kept = box.kept().done
    assert kept <= {each.id for each in queued(5)}
    assert {each.id for each in box.waiting()} | kept == {e.id for e in queued(6)}
    box.mark([queued(6)[5].id])
    assert queued(6)[5].id in box.kept().done


@given(st.binary(max_size=300))
def test_any_bytes_are_no_queue(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    place = Place(tmp_path_factory.mktemp("home"))
    box = Outbox(place, TO, "petit-cours")
    box.fill(queued(1))
    box.path.write_bytes(data + b"\n" + queued(1)[0].data)
    assert box.waiting() == queued(1)
    (box.path.with_suffix(DONE)).write_bytes(data)
    assert outboxes(place) == []
    assert box.waiting() == queued(1)


def test_a_statement_without_an_id_or_on_two_lines_is_never_queued(
    box: Outbox,
) -> None:
    for each in (Queued("../..", b"{}"), Queued(queued(1)[0].id, b"{\n}")):
        with pytest.raises(ValueError, match=each.id):
            box.fill([each])
    assert len(box.waiting()) == 2


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / OUTBOX).write_text("un fichier")
    with pytest.raises(StoreError) as caught:
        Outbox(Place(tmp_path), TO, "petit-cours").fill(queued(1))
    assert caught.value.message_id == "errors.write-refused"


def test_queues_are_found_by_course(box: Outbox, tmp_path: Path) -> None:
    other = Outbox(Place(tmp_path), TO, "autre-cours")
    other.fill(queued(1))
    assert [each.course for each in outboxes(Place(tmp_path))] == [
        "autre-cours",
        "petit-cours",
    ]
    (found,) = outboxes(Place(tmp_path), "petit-cours")
    assert found.waiting() == box.waiting()


def test_forgetting_a_course_empties_its_queue_and_no_other(
    box: Outbox, tmp_path: Path
) -> None:
    place = Place(tmp_path)
    other = Outbox(place, TO, "autre-cours")
    other.fill(queued(1))
    clock = StoppedClock(NOON)
    assert kept_of(place, clock, "petit-cours").counts == {OUTBOX: 2}
    forget_course(place, clock, "petit-cours")
    assert box.waiting() == []
    assert outboxes(place, "petit-cours") == []
    assert len(other.waiting()) == 1
    forget_everything(place)
    assert not tmp_path.exists()
