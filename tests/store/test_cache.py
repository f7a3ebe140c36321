"""What can be computed again is kept where possible, and missed without harm."""

from pathlib import Path

from tutor.store.cache import read_cached, write_cached


def test_what_is_cached_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "home.json"
    write_cached(path, b"un")
    write_cached(path, b"deux")

    assert read_cached(path) == b"deux"
    assert [each.name for each in path.parent.iterdir()] == ["home.json"]


def test_what_was_never_cached_is_nothing(tmp_path: Path) -> None:
    assert read_cached(tmp_path / "cache" / "home.json") is None


def test_a_folder_in_place_of_a_cache_file_is_nothing(tmp_path: Path) -> None:
    assert read_cached(tmp_path) is None


def test_a_refused_cache_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("je suis un fichier")
    path = tmp_path / "cache" / "home.json"

    write_cached(path, b"un")

    assert read_cached(path) is None
    assert (tmp_path / "cache").read_text() == "je suis un fichier"


def test_a_cache_file_that_cannot_be_replaced_is_left(tmp_path: Path) -> None:
    path = tmp_path / "home.json"
    path.mkdir()

    write_cached(path, b"un")

    assert path.is_dir()
