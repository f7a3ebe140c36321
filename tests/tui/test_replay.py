"""One engine, two faces: the same answers are stored the same through both."""

import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.small import COURSE, Keyboard, stored
from tests.course.shipped import ROOT, known_at
from tests.factories import StoppedClock
from tests.tui.acts import Act, acts_of, play
from tests.tui.person import sitting
from tutor.cli.console import Console
from tutor.cli.plain_run import PlainRun
from tutor.services.desk import Desk
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover

OWN = {"id", "run", "at", "seconds", "touched"}
"""What may differ between two ways of doing the same."""
WALKS = [
    (COURSE, "lecon", 0),
    (COURSE, "cas", 1),
    (COURSE, "banque", 0),
    (COURSE, "relais", 2),
    (COURSE, "panel", 4),
    (COURSE, "cartes", 3),
    (ROOT, "vendredi-roussel", 5),
]


def play_plain(course: Path, home: Path, target: str, seed: int) -> None:
    """Play a target in plain mode, from what is typed on standard input."""
    desk = Desk(course, Place(home), StoppedClock(), Random(1))
    try:
        PlainRun(desk, desk.start(target, seed=seed), Console()).play()
    finally:
        desk.close()


def facts(home: Path) -> dict[str, list[dict[str, Any]]]:
    """Return everything stored, without what may differ."""
    return {
        table: [
            {name: value for name, value in row.items() if name not in OWN}
            for row in stored(home, table)
        ]
        for table in ("answers", "notes", "positionings", "runs")
    }


@pytest.mark.parametrize(("course", "target", "seed"), WALKS)
async def test_both_faces_store_the_same(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    course: Path,
    target: str,
    seed: int,
) -> None:
    for name in ("nobody", "plain", "full") if course == ROOT else ():
        known_at(tmp_path / name)
    acts: list[Act] = acts_of(course, tmp_path / "nobody", target, seed)
    lines = "".join(act.lines for act in acts)
    monkeypatch.setattr(sys, "stdin", Keyboard(lines))
    play_plain(course, tmp_path / "plain", target, seed)
    async with sitting(
        tmp_path / "full", target, course=course, seed=seed, size=(80, 100)
    ) as person:
        await play(person, acts)
        assert person.flow.shown.task is None
    plain, full = facts(tmp_path / "plain"), facts(tmp_path / "full")
    assert any(plain[table] for table in ("answers", "notes", "positionings"))
    assert full == plain
