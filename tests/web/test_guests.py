"""Secrets: long, kept as hashes only, and each opens one folder."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.small import keep
from tests.factories import answer
from tutor.domain.errors import ReadOnlyError, WrongUseError
from tutor.store.opening import take_lock
from tutor.web.guests import Guests, code_of, lend_course, secret_in


def everything_in(folder: Path) -> str:
    """Return every name and every text below a folder."""
    found = sorted(folder.rglob("*"))
    texts = [path.read_text(encoding="utf-8") for path in found if path.is_file()]
    return "\n".join([*map(str, found), *texts])


def test_a_secret_is_on_no_disk(tmp_path: Path) -> None:
    guests = Guests(tmp_path, only_invited=False)
    secrets = [guests.issue(), *guests.invite(3)]
    for secret in secrets:
        guest = guests.known(secret)
        assert guest is not None
        guests.open(guest)

    kept = everything_in(tmp_path)
    assert len(set(secrets)) == 4
    assert all(len(secret) == 43 for secret in secrets)
    assert [secret for secret in secrets if secret in kept] == []
    assert all(code_of(secret) in kept for secret in secrets)


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_only_who_runs_the_server_can_look_inside(tmp_path: Path) -> None:
    guests = Guests(tmp_path, only_invited=True)
    guest = guests.known(guests.invite(1)[0])
    assert guest is not None
    guests.open(guest)
    web = tmp_path / "web"
    modes = [
        stat.S_IMODE(path.stat().st_mode)
        for path in (web, guest.place.root, web / "invitations")
    ]
    assert modes == [0o700, 0o700, 0o600]


def test_an_invitation_made_meanwhile_is_known_at_once(tmp_path: Path) -> None:
    serving, inviting = (Guests(tmp_path, only_invited=True) for _ in range(2))
    first, second = inviting.invite(1)[0], inviting.invite(1)[0]
    assert serving.known(first) is not None
    assert serving.known(second) is not None


def test_what_was_opened_on_this_machine_is_known_after_a_new_start(
    tmp_path: Path,
) -> None:
    before = Guests(tmp_path, only_invited=False)
    used, unused = before.issue(), before.issue()
    guest = before.known(used)
    assert guest is not None
    before.open(guest)

    after = Guests(tmp_path, only_invited=False)
    assert after.known(used) == guest
    assert after.known(unused) is None
    assert Guests(tmp_path, only_invited=True).known(used) is None


@given(st.text(max_size=60))
def test_no_other_word_opens_anything(word: str) -> None:
    guests = Guests(Path("nowhere"), only_invited=False)
    guests.issue()
    assert guests.known(word) is None


def test_erasing_leaves_nothing_of_one_and_everything_of_others(
    tmp_path: Path,
) -> None:
    guests = Guests(tmp_path, only_invited=True)
    gone, stays = (guests.known(secret) for secret in guests.invite(2))
    assert gone is not None
    assert stays is not None
    for guest in (gone, stays):
        guests.open(guest)
        keep(guest.place.root, answer())
        (guest.place.root / "panne.txt").write_text("x", encoding="utf-8")
    guests.erase(gone)

    assert gone.code not in everything_in(tmp_path)
    assert (stays.place.root / "progress.json").is_file()
    assert stays.code in (tmp_path / "web" / "invitations").read_text("ascii")


def test_who_is_at_it_is_not_erased(tmp_path: Path) -> None:
    guests = Guests(tmp_path, only_invited=True)
    secret = guests.invite(1)[0]
    guest = guests.known(secret)
    assert guest is not None
    guests.open(guest)
    lock = take_lock(guest.place)
    assert lock is not None
    with pytest.raises(ReadOnlyError):
        guests.erase(guest)
    lock.release()
    assert guests.known(secret) == guest


def test_a_guest_is_lent_the_course_as_it_was_read(tmp_path: Path) -> None:
    guests = Guests(tmp_path, only_invited=False)
    guest = guests.known(guests.issue())
    assert guest is not None
    guests.open(guest)
    read = tmp_path / "cache"
    read.mkdir()
    (read / "course-ab.json").write_text("course", encoding="utf-8")
    (read / "home.json").write_text("of somebody", encoding="utf-8")
    lend_course(tmp_path, guest)

    assert [path.name for path in guest.place.cache.iterdir()] == ["course-ab.json"]


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_a_number_of_invitations_that_does_not_fit_is_refused(
    tmp_path: Path, number: int
) -> None:
    with pytest.raises(WrongUseError):
        Guests(tmp_path, only_invited=True).invite(number)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pasted", ["", "https://exemple.fr/", "court", "x" * 44])
def test_what_is_no_address_of_a_visitor_is_refused(pasted: str) -> None:
    with pytest.raises(WrongUseError):
        secret_in(pasted)


@pytest.mark.parametrize("form", ["{}", " https://exemple.fr/t/{}/ ", "{}/"])
def test_a_secret_is_found_in_an_address_as_it_is_pasted(form: str) -> None:
    assert secret_in(form.format("x" * 43)) == "x" * 43
