"""A home of one's own for each test."""

import shutil
from pathlib import Path

import pytest

from tests.cli.small import COURSE
from tutor.services.library import Library
from tutor.store.place import Place


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the small course, parsed once."""
    place = Place(tmp_path_factory.mktemp("parsed"))
    assert Library(COURSE, place).course.head.id == "petit-cours"
    return place.cache


@pytest.fixture
def home(tmp_path: Path, parsed: Path) -> Path:
    """The folder of a new person, the small course already parsed."""
    folder = tmp_path / "home"
    shutil.copytree(parsed, Place(folder).cache)
    return folder
