"""What the tutor depends on lets it be what it is, and the page that lists it is true."""

import re
import runpy
from functools import cache
from typing import Any

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.no_cover

LICENCES: dict[str, Any] = runpy.run_path(str(ROOT / ".ci" / "licences.py"))
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
LISTED: dict[str, dict[str, str]] = LICENCES["listed"](PAGE)
PINNED = {
    re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower()
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")
}


@cache
def here() -> dict[str, Any]:
    """Return what is installed, by group."""
    found: dict[str, Any] = LICENCES["groups"]()
    return found


@pytest.mark.parametrize("group", ["run-time", "extra"])
def test_nothing_shipped_is_under_a_licence_that_spreads(group: str) -> None:
    spreading = [d for d in here()[group] if LICENCES["COPYLEFT"].search(d.licence)]

    assert here()[group]
    assert spreading == []


@pytest.mark.parametrize(
    ("licence", "spreads"),
    [("GPL-3.0-only", True), ("AGPL-3.0-or-later", True), ("LGPL-3.0", False)],
)
def test_licences_that_spread_are_recognised(licence: str, spreads: bool) -> None:
    assert bool(LICENCES["COPYLEFT"].search(licence)) is spreads


def test_the_page_lists_what_is_installed_with_its_licence() -> None:
    found = {g: {d.name: d.licence for d in members} for g, members in here().items()}
    said = {
        group: {name: each for name, each in names.items() if name in found[group]}
        for group, names in LISTED.items()
    }

    assert said == found, "python .ci/licences.py writes the page again"


def test_the_page_lists_nothing_that_nobody_pins() -> None:
    listed = {name for names in LISTED.values() for name in names}

    assert listed - PINNED == LICENCES["ELSEWHERE"].keys() - PINNED


def test_every_pinned_package_has_a_line_and_a_purpose() -> None:
    listed = {name for names in LISTED.values() for name in names}

    assert PINNED - {""} - listed == set()


def test_a_package_without_a_licence_is_refused() -> None:
    with pytest.raises(LICENCES["UnlicensedError"], match="no licence"):
        LICENCES["dependency"]("no-such-package")
