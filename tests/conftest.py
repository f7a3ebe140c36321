"""French whatever the machine speaks; the same few examples each time, or many new ones.

What `make test` says of a change must not hang on chance: its examples are drawn from the
text of each test. `make explore` draws others, and more of them.
"""

import atexit
import contextlib
import gc
import os
import sys
import threading
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("quick", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

os.environ["LC_ALL"] = "C.UTF-8"  # no language: French, in every process started too
os.environ.pop("TUTOR_LANG", None)


@pytest.fixture(autouse=True)
def french() -> None:
    """Begin in French, whatever the test before spoke.

    Imported here: what a worker imports before its session begins is not measured.
    """
    from tutor.locale.language import speak

    speak("fr")


def pytest_collection() -> None:
    """Let the cycle collector rest while tests are collected: little becomes waste."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Keep what collecting built out of every later round of the cycle collector.

    The rounds are rarer than Python's own, too: a screen leaves many cycles, and looking
    for them among what a worker remembers took an eighth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def pytest_sessionfinish() -> None:
    """Look for waste once more, and leave little to pytest's five rounds at the end."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # Python itself sees to what is left


@contextlib.contextmanager
def _traced_if_measured(item: pytest.Item) -> Generator[None]:
    """Leave a test marked `no_cover` untraced in a worker too.

    A worker has two collectors of lines: where pytest-cov stops its own, the other
    one, whose lines nobody reads, wakes up.
    """
    is_measured = item.config.pluginmanager.hasplugin("_cov")
    if not is_measured or item.get_closest_marker("no_cover") is None:
        yield
        return
    tracers = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracers[0])
        threading.settrace(tracers[1])


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Make what a test asks for, traced if the test is."""
    with _traced_if_measured(item):
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Run a test, traced if it is."""
    with _traced_if_measured(item):
        return (yield)
