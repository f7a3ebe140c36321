"""Where the person's files are, and what happens where there is no place for them."""

import stat
from pathlib import Path

import pytest

from tests.store.homes import numbered, opened, saved, tried
from tutor.domain.errors import StoreError
from tutor.store.disk import RealDisk
from tutor.store.place import Place, place_of


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_the_environment_names_the_folder(tmp_path: Path) -> None:
    place = place_of({"TUTOR_HOME": f" {tmp_path / 'ici'} "})

    assert place.root == tmp_path / "ici"
    assert place.store == tmp_path / "ici" / "progress.json"
    assert place.lock == tmp_path / "ici" / "progress.json.lock"
    assert place.backups == tmp_path / "ici" / "backups"
    assert place.cache == tmp_path / "ici" / "cache"


@pytest.mark.parametrize("environment", [{}, {"TUTOR_HOME": ""}, {"TUTOR_HOME": "  "}])
def test_without_a_name_it_is_the_usual_folder_of_the_system(
    environment: dict[str, str],
) -> None:
    root = place_of(environment).root

    assert root.is_absolute()
    assert root.name == "cpts-tutor"


def test_a_relative_folder_is_made_absolute() -> None:
    assert place_of({"TUTOR_HOME": "carnet"}).root == Path.cwd() / "carnet"


def test_a_tilde_is_the_folder_of_the_person() -> None:
    assert place_of({"TUTOR_HOME": "~/carnet"}).root == Path.home() / "carnet"


def test_a_tilde_of_nobody_is_a_folder_like_any_other() -> None:
    root = place_of({"TUTOR_HOME": "~personne-de-ce-nom/carnet"}).root

    assert root == Path.cwd() / "~personne-de-ce-nom" / "carnet"


@pytest.mark.parametrize("blocked", ["", "plus/bas", "backups"])
def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path, blocked: str) -> None:
    place = Place(tmp_path / "home")
    in_the_way = place.backups if blocked == "backups" else place.root
    in_the_way.parent.mkdir(exist_ok=True)
    in_the_way.write_text("je suis un fichier")
    target = Place(place.root / "plus" / "bas") if blocked == "plus/bas" else place

    with pytest.raises(StoreError) as refused, opened(target):
        pass

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.home-refuses"
    assert refused.value.values["path"] == target.root
    assert refused.value.values["reason"]
    assert in_the_way.read_text() == "je suis un fichier"


@pytest.mark.parametrize("writing", [True, False])
def test_a_folder_in_place_of_the_store_is_refused(
    tmp_path: Path, *, writing: bool
) -> None:
    place = Place(tmp_path)
    place.store.mkdir()

    with pytest.raises(StoreError) as refused:
        tried(place, writing=writing)

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.store-read"
    assert refused.value.values["path"] == place.store


def test_only_the_person_can_read_the_store_and_its_copies(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1, 2)
    saved(place, 3)

    kept = [place.store, *place.backups.iterdir()]
    assert {path.name: oct(mode(path)) for path in kept} == {
        path.name: "0o600" for path in kept
    }
    assert len(kept) == 4


def test_only_the_person_can_read_a_store_taken_from_a_copy(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1, 2)
    place.store.write_bytes(b"{")
    with opened(place):
        assert oct(mode(place.store)) == "0o600"


def test_nothing_unfinished_is_left_beside_the_store(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for _ in range(2):
        saved(place, 1, 2, 3)

    assert not list(tmp_path.rglob("*.tmp"))


def test_a_disk_without_links_keeps_no_previous_file_and_says_nothing(
    tmp_path: Path,
) -> None:
    disk, store = RealDisk(), tmp_path / "progress.json"
    store.write_bytes(b"{}")

    disk.keep_previous(store, tmp_path / "absent" / "previous.json")

    assert [path.name for path in tmp_path.iterdir()] == ["progress.json"]


def test_keeping_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    disk, store = RealDisk(), tmp_path / "progress.json"
    store.write_bytes(b"{}")
    for _ in range(3):
        disk.keep_previous(store, tmp_path / "previous.json")

    assert (tmp_path / "previous.json").read_bytes() == b"{}"


def test_a_folder_that_cannot_be_forced_to_the_disk_is_no_fault(
    tmp_path: Path,
) -> None:
    unable = Path("/proc")

    RealDisk().sync_folder(unable if unable.is_dir() else tmp_path)


def test_a_folder_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="absent"):
        RealDisk().sync_folder(tmp_path / "absent")


def test_a_store_moved_elsewhere_is_found_there(tmp_path: Path) -> None:
    saved(Place(tmp_path / "avant"), 1)
    (tmp_path / "avant").rename(tmp_path / "apres")

    with opened(Place(tmp_path / "apres")) as store:
        assert store.record("petit-cours").answers == (numbered(1),)
