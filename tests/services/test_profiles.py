"""Each person of a shared computer has a folder, and no name makes a path."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.homes import listing, saved
from tutor.domain.errors import WrongUseError
from tutor.services.keeping import forget_everything
from tutor.services.profiles import place_at, place_of_profile, profiles_of, slug_of
from tutor.store.place import Place

NAMES = [
    ("Anne", "anne"),
    ("Anne-Éloïse D.", "anne-eloise-d"),
    ("  JEAN   Cœur ", "jean-coeur"),
    ("../../etc/passwd", "etc-passwd"),
    ("..\\..\\Windows", "windows"),
    ("a/b", "a-b"),
    ("a\x00b\n", "a-b"),
    ("CON", "profil-con"),
    ("lpt1", "profil-lpt1"),
    ("x" * 300, "x" * 40),
    ("interne 3", "interne-3"),
]


@pytest.mark.parametrize(("name", "slug"), NAMES)
def test_a_name_is_folded(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["..", "/", "-", "…", "🙂", "~", "李"])
def test_a_name_that_folds_to_nothing_is_refused(name: str) -> None:
    with pytest.raises(WrongUseError) as refused:
        slug_of(name)

    assert refused.value.exit_code == 2
    assert refused.value.message_id == "errors.profile-name"


@given(st.text())
def test_no_name_leaves_the_folder_of_profiles(name: str) -> None:
    base = Place(Path("/carnets"))
    try:
        place = place_of_profile(base, name)
    except WrongUseError:
        return
    assert place.root.parent == Path("/carnets/profiles")
    assert place.root.resolve() == place.root
    assert slug_of(place.profile) == place.profile


def test_without_a_profile_nothing_changes(tmp_path: Path) -> None:
    home = {"TUTOR_HOME": str(tmp_path)}

    for environment in (home, {**home, "TUTOR_PROFILE": ""}):
        assert place_at(None, environment) == Place(tmp_path)


def test_the_option_is_stronger_than_the_environment(tmp_path: Path) -> None:
    environment = {"TUTOR_HOME": str(tmp_path), "TUTOR_PROFILE": "Anne"}

    assert place_at(None, environment).root == tmp_path / "profiles" / "anne"
    assert place_at("Bob", environment).root == tmp_path / "profiles" / "bob"
    assert place_at("", environment) == Place(tmp_path)


def test_profiles_share_nothing(tmp_path: Path) -> None:
    anne, bob = (place_of_profile(Place(tmp_path), each) for each in ("anne", "bob"))
    saved(anne, 1)
    before = listing(anne.root)
    saved(bob, 1, 2)

    assert listing(anne.root) == before
    forget_everything(bob)
    assert not bob.root.exists()
    assert listing(anne.root) == before
    forget_everything(anne)
    assert not (tmp_path / "profiles").exists()


def test_profiles_are_listed_with_their_last_use(tmp_path: Path) -> None:
    base = Place(tmp_path)
    assert [(p.name, p.used) for p in profiles_of(base)] == [("", None)]

    saved(place_of_profile(base, "Bob"), 1)
    saved(place_of_profile(base, "Anne"), 1)
    (tmp_path / "profiles" / "Pas un profil").mkdir()
    (tmp_path / "profiles" / "seulement-lu" / "cache").mkdir(parents=True)

    found = profiles_of(base)
    assert [each.name for each in found] == ["", "anne", "bob"]
    assert [each.used is None for each in found] == [True, False, False]
