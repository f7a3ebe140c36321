"""French whatever the machine speaks; the same few examples each time, or many new ones.

What `make test` says of a change must not hang on chance: its examples are drawn from the
text of each test. `make explore` draws others, and more of them.
"""

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
    """Keep what collecting built out of every later round of the cycle collector."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Leave a test marked `no_cover` untraced in a worker too.

    A worker has two collectors of lines: where pytest-cov stops its own, the other
    one, whose lines nobody reads, wakes up.
    """
    is_measured = item.config.pluginmanager.hasplugin("_cov")
    if not is_measured or item.get_closest_marker("no_cover") is None:
        return (yield)
    tracers = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracers[0])
        threading.settrace(tracers[1])
