"""The few scenes whose looks are kept; each picture was looked at."""

from pathlib import Path
from typing import Any

import pytest

from tests.looks.scenes import SCENES, Scene, app_of, walk_of

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_scene_looks_as_it_did_when_it_was_looked_at(
    scene: Scene, tmp_path: Path, snap_compare: Any
) -> None:
    app = app_of(scene, tmp_path)

    assert snap_compare(app, run_before=walk_of(scene), terminal_size=(80, 24))
