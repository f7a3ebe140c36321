"""List the licences of all that is depended on: `python .ci/licences.py` writes the page.

What is installed says its own licence; a licence that nothing says is an error.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "licences.md"
PURPOSES = ROOT / ".ci" / "dependencies.toml"
DEVELOPING = ("dev-requirements.txt", "tests/abuse/requirements.txt")
ELSEWHERE = {"atheris": "Apache-2.0", "tzdata": "Apache-2.0"}
"""What not every machine has, and its licence."""
COPYLEFT = re.compile(r"(?<!L)GPL")
"""Licences whose terms would be those of the tutor too."""
GROUPS = {
    "run-time": "Run-time: what `pip install cpts-tutor` brings",
    "extra": "Extras: what `faculty`, `seal`, `send` and `web` bring",
    "development": "Development: nothing of it is shipped",
}
_SPDX = {
    "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_TEXTS = {"Permission is hereby granted, free of charge": "MIT"}
"""What a licence's own text begins with, for those that say it nowhere else."""
_LONGEST = 60
_ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)
_HEAD = """# Licences of what the tutor depends on

Written by `python .ci/licences.py`, which asks each installed package; a test compares.
The tutor itself is under the [MIT licence](../LICENSE). Nothing it needs at run time, with
or without extras, is under the GPL or the AGPL.
"""


class Dependency(NamedTuple):
    """One package."""

    name: str
    licence: str
    """An SPDX expression."""
    purpose: str


class UnlicensedError(Exception):
    """A package says no licence, or nobody said what it is for."""


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


def page() -> str:
    """Return the page, from what is installed."""
    parts = [_HEAD]
    for group, members in groups().items():
        rows = "".join(f"| {d.name} | {d.licence} | {d.purpose} |\n" for d in members)
        head = "| package | licence | what for |\n|---|---|---|\n"
        parts.append(f"## {GROUPS[group]}\n\n{head}{rows}")
    return "\n".join(parts)


def listed(text: str) -> dict[str, dict[str, str]]:
    """Return the licences in a page, by group and name.

    Args:
        text: the page.
    """
    found = {}
    for group, title in GROUPS.items():
        part = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
        rows = [row for row in _ROW.findall(part) if row[0] not in {"package", "---"}]
        found[group] = {name: licence for name, licence, _ in rows}
    return found


def groups() -> dict[str, list[Dependency]]:
    """Return what is depended on, each once, where it is needed first.

    Raises:
        UnlicensedError: a package says no licence.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    files = [(ROOT / name).read_text("utf-8").split("\n") for name in DEVELOPING]
    asked = {
        "run-time": project["dependencies"],
        "extra": [line for lines in extras.values() for line in lines],
        "development": [line for lines in files for line in lines],
    }
    seen: set[str] = set()
    found = {}
    for group, lines in asked.items():
        names = sorted(reached(lines) - seen)
        seen.update(names)
        found[group] = [dependency(name) for name in names]
    return found


def reached(lines: Iterable[str]) -> set[str]:
    """Return the names that requirements lead to on this machine.

    Args:
        lines: requirements as files have them, comments among them.
    """
    found: set[tuple[str, str]] = set()
    waiting = [*_requirements(lines, "")]
    while waiting:
        asked = waiting.pop()
        if asked in found:
            continue
        found.add(asked)
        name, extra = asked
        try:
            more = distribution(name).requires or ()
        except PackageNotFoundError:
            continue
        waiting += _requirements(more, extra)
    return {name for name, _ in found}


def _requirements(lines: Iterable[str], extra: str) -> Iterator[tuple[str, str]]:
    """Yield each name that is asked for here, and an extra of it that is."""
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        asked = Requirement(line)
        is_wanted = asked.marker is None or asked.marker.evaluate({"extra": extra})
        if is_wanted or canonicalize_name(asked.name) in ELSEWHERE:
            for each in ("", *asked.extras):
                yield canonicalize_name(asked.name), each


def dependency(name: str) -> Dependency:
    """Return a package with its licence and what it is for.

    Args:
        name: as registries fold it.

    Raises:
        UnlicensedError: one of the two is said nowhere.
    """
    purposes: dict[str, str] = tomllib.loads(PURPOSES.read_text("utf-8"))
    try:
        licence = licence_of(distribution(name))
    except PackageNotFoundError:
        licence = ELSEWHERE.get(name, "")
    if not licence:
        raise UnlicensedError(f"{name} says no licence")
    if name not in purposes:
        raise UnlicensedError(f"{name} has no line in {PURPOSES.name}")
    return Dependency(name, licence, purposes[name])


def licence_of(package: Distribution) -> str:
    """Return the licence a package says it has, or nothing.

    Args:
        package: one that is installed.
    """
    said = package.metadata
    for expression in said.get_all("License-Expression") or ():
        return str(expression)
    named = "\n".join(map(str, said.get_all("License") or ())).strip()
    if named and "\n" not in named and len(named) < _LONGEST:
        return _SPDX.get(named, named)
    classifiers = [str(each) for each in said.get_all("Classifier") or ()]
    last = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::")]
    known = sorted({_SPDX[each] for each in last if each in _SPDX})
    return " OR ".join(known) or _licence_in_files(package)


def _licence_in_files(package: Distribution) -> str:
    """Return the licence whose text a package carries, or nothing."""
    for file in package.files or ():
        if "licen" in file.name.lower():
            text = " ".join(file.read_text(encoding="utf-8").split())
            for begins, licence in _TEXTS.items():
                if begins in text:
                    return licence
    return ""


if __name__ == "__main__":
    sys.exit(main())
