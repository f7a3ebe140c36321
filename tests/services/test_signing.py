"""A pseudonym is checked, what looks like a name is said, the id is made once."""

from pathlib import Path
from random import Random

import pytest

from tests.services.courses import desk_at
from tests.store.homes import opened
from tutor.domain.errors import ReadOnlyError, WrongUseError
from tutor.services.keeping import forget_course
from tutor.services.signing import (
    LONGEST,
    Signature,
    keep_signature,
    kept_signature,
    learner_id_of,
    looks_real,
    signed,
)

REAL = ["Jean Dupont", "jean dupont", "jean.dupont", "Mme Payet", "j@chu.fr"]
NOT_REAL = ["mésange", "Renard bleu", "petit prince", "4712", "XJ-12", "été 36"]


@pytest.mark.parametrize("name", REAL)
def test_what_looks_like_a_name_is_known(name: str) -> None:
    assert looks_real(name)


@pytest.mark.parametrize("name", NOT_REAL)
def test_what_does_not_is_let_be(name: str) -> None:
    assert not looks_real(name)


def test_a_signature_is_on_one_line() -> None:
    assert signed("  Petit   renard ", "2025", " 4 ") == ("Petit renard", "2025", 4)
    assert signed("mésange") == Signature("mésange", "", None)


def test_a_promotion_names_nobody() -> None:
    assert signed("a", "2025 de Mme Payet").promotion == "2025 de Mme [nom]"


@pytest.mark.parametrize(
    "name", ["", "   ", "a" * (LONGEST + 1), "a\x1b[2J", "a\u202eb"]
)
def test_a_pseudonym_that_cannot_be_taken_is_refused(name: str) -> None:
    with pytest.raises(WrongUseError):
        signed(name)


@pytest.mark.parametrize("semester", ["0", "13", "-1", "deux", "1.5", "٣", "9" * 5000])
def test_a_semester_that_is_none_is_refused(semester: str) -> None:
    with pytest.raises(WrongUseError):
        signed("mésange", "", semester)


def test_a_person_stays_one_and_signs_as_the_last_time(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    assert kept_signature(desk) == Signature()
    first = learner_id_of(desk)
    assert learner_id_of(desk) != first
    keep_signature(desk, Signature("mésange", "2025", 3), first)
    desk.close()

    again = desk_at(tmp_path, chance=8)
    assert learner_id_of(again) == first
    assert kept_signature(again) == ("mésange", "2025", 3)
    keep_signature(again, Signature("pinson"), first)
    assert kept_signature(again) == ("pinson", "", None)
    assert learner_id_of(again) == first


def test_forgetting_the_course_forgets_who_it_was(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    before = learner_id_of(desk)
    keep_signature(desk, Signature("mésange"), before)
    desk.close()
    forget_course(desk.place, desk.clock, "petit-cours")

    after = desk_at(tmp_path, chance=9)
    assert kept_signature(after) == Signature()
    assert learner_id_of(after) != before


def test_an_id_that_cannot_be_kept_does_not_leave(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, writing=False)
    with pytest.raises(ReadOnlyError):
        keep_signature(desk, Signature("mésange"), learner_id_of(desk))


def test_beside_another_tutor_an_id_kept_before_is_enough(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    learner = learner_id_of(desk)
    keep_signature(desk, Signature("mésange"), learner)
    desk.close()

    with opened(desk.place):
        other = desk_at(tmp_path, writing=False)
        assert learner_id_of(other) == learner
        keep_signature(other, Signature("pinson"), learner)


def test_ids_differ_from_person_to_person(tmp_path: Path) -> None:
    ids = set()
    for seed in range(20):
        desk = desk_at(tmp_path, chance=Random(seed).getrandbits(64))
        ids.add(learner_id_of(desk))
        desk.close()
    assert len(ids) == 20
    assert all(len(each) == 32 for each in ids)
