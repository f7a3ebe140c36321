"""Names and passwords: from the environment, from a keyring, and nowhere else."""

from collections.abc import Iterator

import keyring
import keyring.backends.fail
import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from tutor.domain.errors import TutorError, WrongUseError
from tutor.interop.lrs_address import address_of
from tutor.interop.lrs_credentials import (
    Credentials,
    forget_password,
    from_environment,
    from_keyring,
    remember,
)

SECRET = "tr\u00e8s-secret"
HERE = address_of("https://lrs.invalid/xAPI")
WHO = Credentials("anne", SECRET)


class Drawer(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(Drawer):
    """A keyring that its owner has locked; it tells all it was told."""

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise keyring.errors.PasswordSetError(password)


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    """An empty keyring."""
    before, found = keyring.get_keyring(), Drawer()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def test_no_text_of_credentials_shows_the_password() -> None:
    assert WHO.pair == ("anne", SECRET)
    assert SECRET not in f"{WHO} {WHO!r} {[WHO]} {dir(WHO)}"
    assert not hasattr(WHO, "__dict__")


@pytest.mark.parametrize(
    ("user", "password"), [("", "x"), ("a:b", "x"), ("a\n", "x"), ("a", "x\r\nX: y")]
)
def test_what_no_server_takes_is_refused_unsaid(user: str, password: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        Credentials(user, password)
    assert caught.value.values == {}


def test_the_environment_gives_both_or_a_password_for_the_name_typed() -> None:
    both = {"TUTOR_LRS_USER": "anne", "TUTOR_LRS_PASSWORD": SECRET}
    found = from_environment("", both)
    assert found is not None
    assert found.pair == ("anne", SECRET)
    other = from_environment("bob", both)
    assert other is not None
    assert other.user == "bob"
    assert from_environment("anne", {"TUTOR_LRS_USER": "anne"}) is None
    with pytest.raises(WrongUseError) as caught:
        from_environment("", {"TUTOR_LRS_PASSWORD": SECRET})
    assert SECRET not in repr(caught.value)


def test_a_keyring_keeps_one_name_for_each_address(drawer: Drawer) -> None:
    assert from_keyring(HERE) is None
    remember(HERE, WHO)
    found = from_keyring(HERE)
    assert found is not None
    assert found.pair == WHO.pair
    assert from_keyring(HERE, "bob") is None
    assert from_keyring(address_of("https://ailleurs.invalid")) is None
    assert forget_password(HERE)
    assert not forget_password(HERE)
    assert from_keyring(HERE) is None


@pytest.mark.parametrize("kept", ["", "{}", "[1]", "null", '["", ""]', "pas du json"])
def test_what_is_not_ours_in_a_keyring_is_as_nothing(drawer: Drawer, kept: str) -> None:
    drawer.kept["cpts-tutor", HERE.url] = kept
    assert from_keyring(HERE) is None


@pytest.mark.parametrize(
    ("ring", "message_id"),
    [
        (keyring.backends.fail.Keyring(), "lrs.keyring.none"),
        (Locked(), "lrs.keyring.refused"),
    ],
)
@pytest.mark.usefixtures("drawer")
def test_a_machine_without_a_keyring_holds_nothing_and_says_so(
    ring: KeyringBackend, message_id: str
) -> None:
    keyring.set_keyring(ring)
    assert from_keyring(HERE) is None
    with pytest.raises(TutorError) as caught:
        remember(HERE, WHO)
    assert caught.value.message_id == message_id
    assert SECRET not in str(caught.getrepr(style="long"))
    assert caught.value.__cause__ is None
