"""A report is asked for its tables by name."""

import pytest

from tests.factories import NOON
from tutor.domain.figures import Column, Figures, Table

LESSONS = Table(id="lessons", columns=(Column(id="lesson", kind="text"),), rows=())
FIGURES = Figures(
    made_at=NOON,
    course="essai",
    title="Essai",
    version="1",
    framework="DES",
    least_group=5,
    people=0,
    bundles=0,
    tables=(LESSONS,),
)


def test_a_table_is_found_by_its_name() -> None:
    assert FIGURES.table("lessons") == LESSONS


def test_a_table_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError, match="options"):
        FIGURES.table("options")
