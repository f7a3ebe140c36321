"""Every case of `cases/*.md`, and at least one for every code."""

from pathlib import Path

import pytest

from tests.pipeline.case_files import Case, cases
from tests.pipeline.outline import outline
from tests.pipeline.reading import (
    CODES,
    MESSAGES,
    assert_tellable,
    check,
    course_at,
    read,
    read_body,
    said,
)
from tests.pipeline.test_hostile_files import REFUSED
from tutor.domain.course import Unit
from tutor.domain.problem import Problem


def read_case(case: Case) -> tuple[Unit | None, list[Problem]]:
    """Return the file of a case, and its problems."""
    if "body" in case.given:
        return read_body(case.given["body"])
    kind, text = next(iter(case.given.items()))
    return read(text, "bank" if kind == "bank" else "lesson")


def by_place(problem: Problem) -> tuple[int, int, str]:
    """Order problems as the command does."""
    return problem.line, problem.column, problem.code


@pytest.mark.parametrize(
    "case", [c for c in cases() if not c.is_course], ids=lambda case: case.name
)
def test_a_file_is_read_as_its_case_says(case: Case) -> None:
    unit, problems = read_case(case)

    assert [said(each) for each in sorted(problems, key=by_place)] == case.problems
    assert_tellable(problems)
    if case.outline is not None:
        assert unit is not None
        assert outline(unit) == case.outline


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.is_course], ids=lambda case: case.name
)
def test_a_course_is_checked_as_its_case_says(case: Case, tmp_path: Path) -> None:
    report = check(course_at(tmp_path / "cours", case.given))

    found = [f"{problem.path} {said(problem)}" for problem in report.problems]
    assert found == case.problems
    assert_tellable(report.problems)


def test_no_code_is_without_a_case() -> None:
    shown = {code for case in cases() for code in case.codes}

    assert shown | set(REFUSED) == CODES, "write a case in tests/pipeline/cases"


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_cure(code: str) -> None:
    assert MESSAGES[f"{code}.do"]


def test_no_two_cases_have_the_same_name() -> None:
    names = [case.name for case in cases()]

    assert len(set(names)) == len(names)
