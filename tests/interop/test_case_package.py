"""The framework leaves as a CASE package that keeps the rules, the same every time."""

import copy
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.course.shipped import ROOT, course
from tests.interop.case_check import faults
from tests.services.courses import write_course
from tutor.domain.course import Course
from tutor.interop.case_ids import item_identifier, item_uri
from tutor.interop.case_package import last_change, package_of, written
from tutor.interop.case_reading import read_package
from tutor.pipeline.courses import read_course

DAY = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    """The framework of the course that travels with the tutor."""
    return package_of(course(), DAY)


@pytest.fixture
def small(tmp_path: Path) -> Course:
    """A course with two levels and no date of its version."""
    return read_course(write_course(tmp_path)).course


def ends(package: dict[str, Any], kind: str) -> list[tuple[str, str]]:
    """Return the codes at both ends of the associations of a kind."""
    codes = {i["identifier"]: i["humanCodingScheme"] for i in package["CFItems"]}
    return [
        (
            codes[each["originNodeURI"]["identifier"]],
            codes.get(each["destinationNodeURI"]["identifier"], ""),
        )
        for each in package["CFAssociations"]
        if each["associationType"] == kind
    ]


def test_the_package_keeps_the_rules_of_case(package: dict[str, Any]) -> None:
    assert faults(package) == []


@pytest.mark.parametrize(
    ("part", "field", "value", "fault"),
    [
        ("CFItems", "identifier", "C5.N", "CFItems: identifier"),
        ("CFItems", "uri", "", "CFItems: uri"),
        ("CFItems", "fullStatement", "", "CFItems without fullStatement"),
        ("CFItems", "lastChangeDateTime", "2026", "CFItems: lastChangeDateTime"),
        ("CFAssociations", "associationType", "est", "associationType est"),
    ],
)
def test_the_check_finds_what_breaks_the_rules(
    package: dict[str, Any], part: str, field: str, value: str, fault: str
) -> None:
    broken = copy.deepcopy(package)
    broken[part][0][field] = value
    assert fault in faults(broken)


def test_every_item_is_there_once_with_its_trace_and_its_phase(
    package: dict[str, Any],
) -> None:
    by_code = {each["humanCodingScheme"]: each for each in package["CFItems"]}
    assert len(by_code) == len(package["CFItems"])
    for item in course().framework.items:
        found = by_code[item.code]
        assert found["identifier"] == item_identifier(course().head.id, item.code)
        assert found["uri"] == item_uri(course().head.id, item.code)
        assert found["fullStatement"] == item.texte
        assert found.get("notes", "") == item.trace
        assert found["conceptKeywords"] == [item.phase]
        assert found["CFItemType"] == "Indicateur"


def test_items_lie_under_levels_and_levels_follow_each_other(
    package: dict[str, Any],
) -> None:
    under = dict(ends(package, "isChildOf"))
    assert under["C5.N.1"] == "C5.N"
    assert under["C5.N"] == "C5"
    assert under["C5"] == ""
    order = [pair for pair in ends(package, "precedes") if pair[0].startswith("C5")]
    assert order == [("C5.N", "C5.I"), ("C5.I", "C5.C")]


def test_a_level_without_items_is_left_out(small: Course) -> None:
    made = package_of(small, DAY)
    assert faults(made) == []
    codes = {each["humanCodingScheme"] for each in made["CFItems"]}
    assert "C6.N" in codes
    assert "C6.C" not in codes
    assert ends(made, "precedes") == [("C5.N", "C5.C")]


def test_two_exports_are_the_same_to_the_byte(package: dict[str, Any]) -> None:
    assert written(package) == written(package_of(course(), DAY))


def test_the_date_is_that_of_the_version(package: dict[str, Any]) -> None:
    assert last_change(course(), ROOT) == DAY
    assert package["CFDocument"]["lastChangeDateTime"] == "2026-11-22T00:00:00+00:00"


def test_without_a_date_the_files_of_the_framework_give_theirs(
    small: Course, tmp_path: Path
) -> None:
    for name, second in {"cours.toml": 50, "referentiels/petit.toml": 90}.items():
        os.utime(tmp_path / "content" / name, (second, second))
    assert last_change(small, tmp_path) == datetime.fromtimestamp(90, UTC)


def test_what_is_written_is_read_again_whole(package: dict[str, Any]) -> None:
    outline = read_package(written(package).encode())
    leaves = [leaf for top in outline.tops for leaf in top.leaves()]
    framework = course().framework
    assert outline.title == framework.titre
    assert outline.remarks == ()
    assert [top.code for top in outline.tops] == [c.code for c in framework.competence]
    assert [leaf.text for leaf in leaves] == [item.texte for item in framework.items]
