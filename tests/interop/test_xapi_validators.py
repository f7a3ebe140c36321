"""Statements pass the validators of others, which also refuse what is wrong."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.cohort.samples import sample_bundles
from tests.course.shipped import course
from tests.examples import at_least
from tests.interop.handed import any_bundle, every_kind, one_of_everything
from tests.interop.validators import NAMES, faults_of
from tutor.interop.statements import statements_of

pytestmark = pytest.mark.no_cover
COURSE = every_kind()


@pytest.mark.parametrize("name", NAMES)
def test_one_of_every_kind_passes(name: str, tmp_path: Path) -> None:
    said = list(statements_of(one_of_everything(), COURSE))
    assert faults_of(name, said, tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_those_of_the_shipped_course_pass(name: str, tmp_path: Path) -> None:
    said = [s for b in sample_bundles(3) for s in statements_of(b, course())]
    assert len(said) > 300
    assert faults_of(name, said, tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_those_of_any_bundle_pass(name: str, tmp_path: Path) -> None:
    said: list[dict[str, Any]] = []

    @settings(at_least(60), database=None)
    @given(any_bundle())
    def tell(bundle: Any) -> None:
        said.extend(statements_of(bundle, COURSE))

    tell()
    assert len(said) > 100
    assert faults_of(name, said, tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_validator_says_what_is_wrong(name: str, tmp_path: Path) -> None:
    wrong, right = list(statements_of(one_of_everything(), COURSE))[:2]
    wrong["result"]["score"]["scaled"] = 1.5
    found = faults_of(name, [right, wrong], tmp_path)
    assert [number for number, _ in found] == [1]
    assert "scaled" in str(found)
