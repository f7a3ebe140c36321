"""Draw the pictures of the README: `python -m tests.looks.pictures`."""

import asyncio
import re
import tempfile
from pathlib import Path

from tests.looks.scenes import SCENES, Scene, app_of, walk_of

FOLDER = Path(__file__).parents[2] / "docs" / "images"
REMOTE_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


async def picture(scene: Scene) -> str:
    """Return a scene as SVG that fetches nothing."""
    with tempfile.TemporaryDirectory() as home:
        app = app_of(scene, Path(home))
        async with app.run_test(size=(80, 24)) as pilot:
            await walk_of(scene)(pilot)
            drawn = app.export_screenshot(title="Tuteur CPTS")
    return REMOTE_FONT.sub("", drawn)


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        drawn = asyncio.run(picture(scene))
        (FOLDER / f"{scene.name}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
