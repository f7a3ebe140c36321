"""Where the person's files are: `$TUTOR_HOME`, or the system's usual folder."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """The folder of one person's files, and the names inside it (rules, 12)."""

    root: Path
    profile: str = ""
    """Whose it is, where several people share a computer."""

    @property
    def store(self) -> Path:
        """The TinyDB file."""
        return self.root / "progress.json"

    @property
    def lock(self) -> Path:
        """The lock that keeps two tutors from writing at once."""
        return self.root / "progress.json.lock"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.root / "backups"

    @property
    def cache(self) -> Path:
        """The folder of what can be computed again."""
        return self.root / "cache"

    @property
    def grids(self) -> Path:
        """The folder of grids that stand in for the frameworks of courses."""
        return self.root / "grids"

    @property
    def language(self) -> Path:
        """The file that names the language the person keeps to, if they chose one."""
        return self.root / "lang"


def place_of(environment: Mapping[str, str] = os.environ) -> Place:
    """Return where the person's files are.

    Args:
        environment: `TUTOR_HOME` moves everything the person writes.
    """
    named = environment.get("TUTOR_HOME", "").strip()
    if named:
        home = os.path.expanduser(named)  # noqa: PTH111 - keeps a ~name nobody has
        return Place(Path(home).absolute())
    import platformdirs

    return Place(platformdirs.user_data_path("cpts-tutor", appauthor=False))
