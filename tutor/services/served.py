"""What a tutor that is served to a browser may show of the machine it runs on."""

import os
from collections.abc import Mapping
from pathlib import Path

SERVED = "TUTOR_SERVED"
"""Set where the tutor is served to a browser: nothing is written outside its folder."""


def is_served(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the tutor is served to a browser.

    Args:
        environment: `TUTOR_SERVED` says so.
    """
    return environment.get(SERVED, "").strip() not in {"", "0"}


def shown_path(
    path: Path, root: Path, environment: Mapping[str, str] = os.environ
) -> Path:
    """Return a path as a person reads it: a visitor has only their own folder.

    Args:
        path: what was written.
        root: the person's folder.
        environment: `TUTOR_SERVED` says whether the tutor is served to a browser.
    """
    whole = path.absolute()
    inside = is_served(environment) and whole.is_relative_to(root.absolute())
    return whole.relative_to(root.absolute()) if inside else whole
