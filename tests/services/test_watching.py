"""The watch that says when to read a file again."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from tutor.services.watching import changes

WATCH = watchfiles.watch


@pytest.mark.parametrize("must_poll", [False, True])
def test_saving_is_noticed_even_when_the_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, must_poll: bool
) -> None:
    if must_poll:
        monkeypatch.setattr(watchfiles, "watch", _only_polls)
    path, stop = tmp_path / "suivi.md", threading.Event()
    path.write_text("un", encoding="utf-8")
    noticed = changes(path, stop)
    timer = threading.Timer(10, stop.set)
    timer.start()
    next(noticed)
    writer = threading.Timer(0.1, _replace, (path, "deux"))
    writer.start()

    next(noticed)
    assert path.read_text(encoding="utf-8") == "deux"
    assert not stop.is_set()

    timer.cancel()
    stop.set()
    assert list(noticed) == []


def test_a_folder_that_goes_is_watched_again_once_it_is_back(tmp_path: Path) -> None:
    path, stop = tmp_path / "parti" / "suivi.md", threading.Event()
    noticed = changes(path, stop)
    assert [next(noticed), next(noticed)] == [None, None]

    timer = threading.Timer(10, stop.set)
    timer.start()
    path.parent.mkdir()
    path.write_text("un", encoding="utf-8")
    next(noticed)
    assert not stop.is_set()
    timer.cancel()
    stop.set()
    assert list(noticed) == []


def test_a_folder_nobody_can_watch_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watchfiles, "watch", _refused)
    noticed = changes(tmp_path / "suivi.md", threading.Event())
    next(noticed)
    with pytest.raises(OSError, match="no more watches"):
        next(noticed)


def _refused(*_: object, **__: object) -> None:
    """Refuse to watch, as a system with too many watches does."""
    raise RuntimeError("no more watches")


def _only_polls(*folders: Path, **how: Any) -> Iterator[set[Any]]:
    """Watch as a system does that can only be polled."""
    if not how["force_polling"]:
        raise OSError(38, "Function not implemented")
    yield from WATCH(*folders, poll_delay_ms=50, **how)


def _replace(path: Path, text: str) -> None:
    """Save as editors do: a new file in the place of the old one."""
    new = path.with_suffix(".tmp")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
