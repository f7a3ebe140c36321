"""A home of one's own for each test, and style sheets parsed once."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css import stylesheet
from textual.css.model import RuleSet

from tests.cli.small import COURSE
from tests.factories import NOON
from tutor.services.library import Library
from tutor.store.opening import open_for_writing
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


@pytest.fixture
def other_tutor(home: Path) -> Iterator[None]:
    """Another tutor, open at the same home."""
    taken = open_for_writing(Place(home), NOON)
    yield
    assert taken.lock is not None
    taken.lock.release()


@pytest.fixture(scope="session", autouse=True)
def _styles_parsed_once() -> Iterator[None]:
    """Keep parsed style sheets for all apps: half of what it costs to start one."""
    parse: Callable[..., Iterable[RuleSet]] = vars(stylesheet)["parse"]
    known: dict[tuple[Any, ...], list[RuleSet]] = {}
    themes: dict[tuple[Any, ...], int] = {}
    tokens: dict[str, list[Any]] | None = None
    theme = 0

    def remembered(*where: Any, **how: Any) -> list[RuleSet]:
        nonlocal tokens, theme
        if tokens is None or tokens is not how["variable_tokens"]:
            tokens = how["variable_tokens"] or {}
            variables = (
                (name, *(t.value for t in said)) for name, said in tokens.items()
            )
            theme = themes.setdefault(tuple(variables), len(themes))
        key = (where, theme, how["is_default_rules"], how["tie_breaker"])
        if key not in known:
            known[key] = [*parse(*where, **how)]
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheet, "parse", remembered)
        yield
