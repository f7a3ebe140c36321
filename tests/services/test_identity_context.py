"""A message may name the made-up patient of its text, and nobody else."""

from pathlib import Path
from random import Random

import pytest

from tests.cli.small import COURSE
from tests.factories import StoppedClock
from tutor.services.desk import Desk
from tutor.services.identity_context import names_somebody_else
from tutor.services.identity_guard import masked
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover

ABOUT_THE_TEXT = ["Poids 61 kg.", "Mme Roussel sort.", "Mme R. sort.", "mme roussel"]
ABOUT_SOMEBODY = [
    "Mme Payet sort.",
    "Mme Roussel et Mme Payet",
    "Mme Julie Roussel",
    "M. K. sort.",
    "Mme Roussel, née le 3 mai 1944",
    "Mme Roussel : 0692 12 34 56",
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk at the small course."""
    return Desk(COURSE, Place(tmp_path), StoppedClock(), Random(0), writing=False)


@pytest.mark.parametrize("message", ABOUT_THE_TEXT)
def test_the_patient_of_the_text_is_no_secret_and_leaves_masked(
    desk: Desk, message: str
) -> None:
    assert not names_somebody_else(message, desk.start("r-message"))
    assert "oussel" not in masked(message)


@pytest.mark.parametrize("message", ABOUT_SOMEBODY)
def test_anybody_else_is_somebody(desk: Desk, message: str) -> None:
    assert names_somebody_else(message, desk.start("r-message"))
