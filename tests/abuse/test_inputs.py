"""Whatever strangers send is read or refused with a reason, within bounds."""

import os
import re
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

pytest.importorskip("resource", reason="memory is bounded on POSIX only")

import contextlib

from tests.abuse.bounds import Counts, Tally, TooSlowError, counted, counts_in, within
from tests.abuse.child import inputs_of
from tests.abuse.running import Outcome, choose, replay
from tests.abuse.spoiling import spoilt
from tests.abuse.target import CORPUS, ROOT, Target
from tests.abuse.targets import TARGETS, target
from tutor.domain.errors import TutorError

pytestmark = pytest.mark.no_cover
FEW = settings(
    max_examples=max(8, settings().max_examples // 3),
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
MOST_KEPT = 300_000
"""Bytes of all inputs kept."""


def kept_files() -> list[Path]:
    """Return every input kept."""
    return [path for path in CORPUS.rglob("*") if path.is_file()]


def test_what_is_kept_breaks_nothing_in_bounded_memory() -> None:
    outcome = replay(*TARGETS)

    assert outcome.fault == ""
    assert outcome.counts.tried >= len(kept_files())


@pytest.mark.parametrize("name", TARGETS)
def test_anything_spoilt_is_read_or_refused_in_time(name: str) -> None:
    found = target(name)
    inputs = [raw for _, raw in inputs_of(name, found)]

    @FEW
    @given(st.integers(0, 2**32))
    @example(0)
    def tried(seed: int) -> None:
        raw = spoilt(Random(seed), inputs, found.words, found.longest)
        began = time.perf_counter()
        with contextlib.suppress(TutorError):
            found.take(raw)
        assert time.perf_counter() - began < found.seconds

    tried()


def test_what_is_kept_is_small_each_once_and_has_a_target() -> None:
    files = kept_files()

    assert {path.parent.name for path in files} <= TARGETS.keys()
    assert sum(path.stat().st_size for path in files) < MOST_KEPT
    told = {(path.parent.name, path.read_bytes()) for path in files}
    assert len(told) == len(files)


def test_every_target_is_in_the_table_of_the_guide() -> None:
    guide = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line for line in guide.split("\n") if line.startswith("| `")]
    named = {
        name for row in rows for name in re.findall(r"`([a-z-]+)`", row.split("|")[1])
    }

    assert TARGETS.keys() <= named


def test_a_process_that_breaks_is_told() -> None:
    outcome = replay("no such target")

    assert "KeyError" in outcome.fault
    assert outcome.counts == Counts()


def test_of_nothing_found_nothing_is_kept(tmp_path: Path) -> None:
    before = kept_files()

    assert choose("roster", tmp_path, 3) == Outcome(Counts(), "")
    assert kept_files() == before


def test_refusals_are_counted_and_faults_are_not_hidden(tmp_path: Path) -> None:
    def take(raw: bytes) -> None:
        if raw == b"refused":
            raise TutorError("export.read.empty")
        assert raw != b"broken"

    path = tmp_path / "tally"
    tried = counted(Target(take, lambda: ()), Tally(path))
    for raw in (b"fine", b"refused"):
        tried(raw)
    with pytest.raises(AssertionError):
        tried(b"broken")

    assert counts_in(path)[:2] == (2, 1)
    assert counts_in(path).peak > 1000


def test_what_takes_too_long_is_stopped() -> None:
    def hang() -> None:
        while os.getpid():
            pass

    left = time.perf_counter()
    with pytest.raises(TooSlowError), within(0.05):
        hang()
    assert time.perf_counter() - left < 5
