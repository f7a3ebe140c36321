"""Everything runs on the grid that a folder keeps, and facts keep the course's codes."""

from pathlib import Path
from random import Random

import pytest

from tests.factories import StoppedClock
from tests.interop.packages import uuid_of
from tests.services.courses import desk_at
from tests.services.grids import desk_on_grid, tied
from tests.services.players import played
from tutor.domain.errors import StoreError, TutorError, WrongUseError
from tutor.locale import advise, say
from tutor.services.bundling import Choices, bundle_of, items_named
from tutor.services.coverage import coverage_json, coverage_of
from tutor.services.desk import Desk
from tutor.services.grids import keep_grid, kept_grid, path_of, remove_grid
from tutor.services.jumps import jumps_of
from tutor.services.learner_figures import record_of
from tutor.services.offering import offer_of
from tutor.services.outlook import outlook_stamp
from tutor.services.petals import petals_of
from tutor.services.positions import stands_of
from tutor.services.profiles import place_of_profile
from tutor.services.signing import Signature
from tutor.services.standing import standing_of, status_json
from tutor.services.trace import draft_of, markdown_of
from tutor.services.training import open_run, unseen_on
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover


def answered_on_grid(folder: Path) -> Desk:
    """Return a desk on the grid, a lesson of the course answered."""
    desk = desk_on_grid(folder)
    played(desk, "alpha")
    desk.close()
    return desk_at(folder)


def test_status_lists_the_items_of_the_grid(tmp_path: Path) -> None:
    desk = answered_on_grid(tmp_path)
    told = {row["code"]: row["n"] for row in status_json(desk.standing())["items"]}
    assert list(told) == ["COOR-1", "COOR-2", "PRO-1", "PRO-2"]
    about = [a for a in desk.record.answers if {"C5.N.1", "C5.N.2"} & {*a.items}]
    assert told["COOR-1"] == len(about) > 0
    assert told["PRO-2"] == 0


def test_answers_keep_the_codes_of_the_course(tmp_path: Path) -> None:
    desk = answered_on_grid(tmp_path)
    own = desk.library.written.framework.codes
    assert {code for a in desk.record.answers for code in a.items} <= own


def test_a_position_is_stored_under_the_identifier_and_read_by_the_code(
    tmp_path: Path,
) -> None:
    desk = desk_on_grid(tmp_path)
    desk.pen.position("COOR-1", "3")
    desk.pen.position("COOR", "I")
    assert [p.code for p in desk.record.positionings] == [
        uuid_of("COOR-1"),
        uuid_of("COOR"),
    ]
    standing = desk.standing()
    assert standing.positionings["COOR-1"].value == "3"
    assert [petal.own for petal in petals_of(desk.course.framework, standing)] == [
        "I",
        None,
    ]
    with pytest.raises(WrongUseError):
        desk.pen.position("C5.N.1", "3")


def test_positions_of_another_framework_wait_for_it(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.pen.position("C5.N.1", "4")
    desk.close()
    desk = desk_on_grid(tmp_path)
    assert desk.standing().positionings == {}
    desk.pen.position("PRO-1", "2")
    desk.close()
    assert remove_grid("petit-cours", desk.place)
    desk = desk_at(tmp_path)
    assert list(desk.standing().positionings) == ["C5.N.1"]
    assert list(
        stands_of(desk.course.framework.placed(desk.record.positionings), desk.clock)
    ) == ["C5.N.1"]


def test_a_scale_in_a_lesson_places_on_the_items_of_the_grid(tmp_path: Path) -> None:
    desk = desk_on_grid(tmp_path)
    desk.pen.position_all(("C5.N.1", "C5.N.2", "C6.N.1", "inconnu"), "4")
    placed = desk.standing().positionings
    assert {code: p.value for code, p in placed.items()} == {
        "COOR-1": "4",
        "PRO-1": "4",
    }


def test_training_trace_and_palette_speak_of_the_grid(tmp_path: Path) -> None:
    desk = answered_on_grid(tmp_path)
    codes = {"C5.N.1", "C5.N.2"}
    unseen = unseen_on(desk.course, "COOR-1", set())
    assert unseen
    assert all(codes & set(question.items) for question in unseen)
    assert open_run(desk, "COOR-2", Random(0)).questions
    assert "COOR-1" in [jump.target for jump in jumps_of(desk.course)]
    draft = markdown_of(draft_of(desk, "coor-1"))
    assert "Joint les autres soignants" in draft
    assert "DMG d'Essai" in draft
    assert "## Ce que j'ai répondu\n\n-" in draft


def test_coverage_counts_by_the_grid(tmp_path: Path) -> None:
    desk = desk_on_grid(tmp_path)
    own = coverage_json(coverage_of(desk.library.written, StoppedClock().now().date()))
    found = coverage_json(coverage_of(desk.course, StoppedClock().now().date()))
    assert found["items"].keys() == {
        "COOR",
        "COOR-1",
        "COOR-2",
        "PRO",
        "PRO-1",
        "PRO-2",
    }
    assert found["items"]["COOR-2"] == own["items"]["C5.C.1"]
    assert found["items"]["COOR"] == own["items"]["C5"]
    assert found["items"]["PRO-2"] == 0
    assert found["questions"] == own["questions"]


def test_a_bundle_hands_over_facts_and_is_read_on_either_framework(
    tmp_path: Path,
) -> None:
    desk = answered_on_grid(tmp_path)
    desk.pen.position("COOR-1", "3")
    bundle = bundle_of(desk, Choices(), Signature("Mésange"))
    own = desk.library.written.framework.codes
    assert {code for a in bundle.answers for code in a.items} <= own
    assert [p.code for p in bundle.positionings] == [uuid_of("COOR-1")]
    again = standing_of(desk.course, record_of([bundle]), desk.clock)
    assert again.items == desk.standing().items
    assert again.positionings.keys() == {"COOR-1"}


def test_what_leaves_is_ticked_by_the_items_of_the_grid(tmp_path: Path) -> None:
    desk = answered_on_grid(tmp_path)
    desk.pen.position("COOR-1", "3")
    offered = {group.head.code: group for group in offer_of(desk).items}
    counts = {item.code: item.answers for item in offered["COOR"].items}
    about = [a for a in desk.record.answers if {"C5.N.1", "C5.N.2"} & {*a.items}]
    assert counts["COOR-1"] == len(about)
    wanted = items_named(desk.course.framework, ["coor-1"])
    bundle = bundle_of(desk, Choices(items=wanted), Signature("Mésange"))
    assert [a.id for a in bundle.answers] == [a.id for a in about]
    assert len(bundle.positionings) == 1


def test_home_is_computed_afresh_when_the_grid_comes_or_goes(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    root, place = desk.library.root, desk.place
    before = outlook_stamp(root, place)
    keep_grid(tied(desk.library.written).grid, place)
    between = outlook_stamp(root, place)
    remove_grid("petit-cours", place)
    assert len({before, between, outlook_stamp(root, place)}) == 3


def test_removing_what_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert not remove_grid("petit-cours", Place(tmp_path))


def test_a_profile_has_the_grid_of_the_computer_until_it_has_its_own(
    tmp_path: Path,
) -> None:
    desk = desk_on_grid(tmp_path)
    profile = place_of_profile(desk.place, "Ana")
    assert kept_grid("petit-cours", profile) == kept_grid("petit-cours", desk.place)
    other = tied(desk.library.written, "x;y\nPRO-1;C5.N.1\n").grid
    keep_grid(other, profile)
    assert kept_grid("petit-cours", profile) == other
    assert kept_grid("petit-cours", desk.place) != other


def test_a_visitor_of_a_server_has_its_grid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_on_grid(tmp_path)
    visitor = Place(desk.place.root / "web" / "jeton")
    assert kept_grid("petit-cours", visitor) is None
    monkeypatch.setenv("TUTOR_SERVED", "1")
    assert kept_grid("petit-cours", visitor) is not None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2}', "\x00" * 9])
def test_a_damaged_grid_is_said_with_the_way_back(tmp_path: Path, text: str) -> None:
    desk = desk_on_grid(tmp_path)
    path_of("petit-cours", desk.place).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        desk_at(tmp_path).standing()
    error = caught.value
    assert error.message_id == "framework.kept.damaged"
    assert say(error.message_id, **error.values)
    assert "--remove" in advise(error.message_id, **error.values)
    assert remove_grid("petit-cours", desk.place)
    assert desk_at(tmp_path).standing().items.keys() == {
        "C5.N.1",
        "C5.N.2",
        "C5.C.1",
        "C6.N.1",
    }


def test_the_grid_of_another_course_is_refused(tmp_path: Path) -> None:
    desk = desk_on_grid(tmp_path)
    path = path_of("autre", desk.place)
    path.write_bytes(path_of("petit-cours", desk.place).read_bytes())
    with pytest.raises(StoreError):
        kept_grid("autre", desk.place)


def test_a_folder_in_the_place_of_the_grid_is_said(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    path_of("petit-cours", desk.place).mkdir(parents=True)
    with pytest.raises(StoreError) as caught:
        desk.standing()
    assert caught.value.message_id == "framework.kept.unreadable"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    grid = tied(desk.library.written).grid
    desk.place.grids.write_text("", encoding="utf-8")
    with pytest.raises(TutorError):
        keep_grid(grid, desk.place)


def test_an_id_too_long_for_a_disk_still_has_a_place(tmp_path: Path) -> None:
    assert kept_grid("a" * 4000, Place(tmp_path)) is None
