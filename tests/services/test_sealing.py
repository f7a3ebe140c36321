"""What is sealed for a key is read with its private key and no other."""

import re
from pathlib import Path

import pytest

import tutor
from tutor.domain.bundle_reading import BundleError, read_bundle
from tutor.domain.errors import TutorError, WrongUseError
from tutor.services.sealing import (
    KeyPair,
    is_sealed,
    make_key,
    public_key,
    seal,
    unseal,
)

pytest.importorskip("pyrage", reason="sealing is an extra that is not installed")
SECRET = b'{"schema":"x"}' * 100


@pytest.fixture(scope="module")
def pair() -> KeyPair:
    """A pair of keys."""
    return make_key()


def test_what_is_sealed_is_opened_again(pair: KeyPair) -> None:
    sealed = seal(SECRET, pair.public)

    assert is_sealed(sealed)
    assert b"schema" not in sealed
    assert unseal(sealed, pair.private) == SECRET
    assert unseal(sealed, make_key().private + pair.private) == SECRET
    assert seal(SECRET, pair.public) != sealed
    with pytest.raises(BundleError) as told:
        read_bundle(sealed)
    assert told.value.message_id == "export.read.sealed"


def test_another_key_does_not_open_it(pair: KeyPair) -> None:
    with pytest.raises(TutorError) as told:
        unseal(seal(SECRET, make_key().public), pair.private)
    assert told.value.message_id == "export.key.other"


@pytest.mark.parametrize("cut", [0, 10, 150, -1])
def test_a_damaged_file_is_named(pair: KeyPair, cut: int) -> None:
    with pytest.raises(TutorError) as told:
        unseal(seal(SECRET, pair.public)[:cut], pair.private)
    assert told.value.message_id == "export.key.damaged"


@pytest.mark.parametrize("key_file", ["", "age1xyz", "AGE-SECRET-KEY-1" + "Q" * 58])
def test_a_file_without_a_private_key_is_named(pair: KeyPair, key_file: str) -> None:
    with pytest.raises(WrongUseError) as told:
        unseal(seal(SECRET, pair.public), key_file)
    assert told.value.message_id == "export.key.no-private"


def test_a_public_key_is_given_as_it_is_or_in_a_file(
    pair: KeyPair, tmp_path: Path
) -> None:
    path = tmp_path / "cle.txt"
    path.write_text(f"# la clé du DUMG\r\n{pair.public}\r\n", encoding="utf-8")

    assert public_key(f"  {pair.public}\n") == pair.public
    assert public_key(str(path)) == pair.public
    with pytest.raises(WrongUseError):
        public_key(str(path), may_read=False)


def test_a_private_key_does_not_seal(pair: KeyPair, tmp_path: Path) -> None:
    path = tmp_path / "cle.txt"
    path.write_text(pair.private, encoding="utf-8")

    for named in (str(path), pair.private.splitlines()[-1]):
        with pytest.raises(WrongUseError) as told:
            public_key(named)
        assert told.value.message_id == "export.key.private"
        assert "AGE-SECRET" not in str(told.value.values)


@pytest.mark.parametrize("named", ["age1", "nulle-part.txt", "ssh-ed25519 AAAA", "\0"])
def test_what_is_no_key_is_named(named: str) -> None:
    with pytest.raises(WrongUseError) as told:
        public_key(named)
    assert told.value.message_id == "export.key.none"


def test_a_file_of_several_keys_and_a_huge_one_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "cles.txt"
    path.write_text(f"{make_key().public}\n{make_key().public}\n", encoding="utf-8")
    with pytest.raises(WrongUseError) as told:
        public_key(str(path))
    assert told.value.message_id == "export.key.several"
    path.write_text("#\n" * 100_000, encoding="utf-8")
    with pytest.raises(WrongUseError):
        public_key(str(path))


def test_a_misspelt_key_is_refused(pair: KeyPair) -> None:
    misspelt = pair.public[:-1] + ("q" if pair.public[-1] != "q" else "p")
    with pytest.raises(WrongUseError) as told:
        seal(SECRET, misspelt)
    assert told.value.message_id == "export.key.none"


def test_pyrage_has_one_door() -> None:
    package = Path(tutor.__file__).parent
    knowing = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(
            r"^\s*(?:import|from) pyrage\b", path.read_text("utf-8"), re.MULTILINE
        )
    ]
    assert knowing == ["services/sealing.py"]
