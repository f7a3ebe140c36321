"""`tutor serve` where it does not serve: invitations, erasing, and clear refusals."""

import re
import socket
import sys

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep
from tests.factories import answer
from tutor.web.guests import Guests

PUBLIC = "https://tuteur.exemple.fr/t"


def test_invitations_are_printed_once_and_kept_as_hashes(tutor: Command) -> None:
    said = tutor("serve", "--url", PUBLIC, "--invite", "3")

    addresses = said.out.split()
    assert said.status == 0
    assert len(set(addresses)) == 3
    assert all(re.fullmatch(rf"{PUBLIC}/[\w-]{{43}}/", each) for each in addresses)
    assert "comme une clé" in said.err
    kept = (tutor.home / "web" / "invitations").read_text("ascii")
    assert len(kept.split()) == 3
    assert not any(each.split("/")[-2] in kept for each in addresses)


def test_erasing_shows_what_and_waits_to_be_told(tutor: Command) -> None:
    words = ("serve", "--url", PUBLIC)
    address = tutor(*words, "--invite", "1").out.strip()
    guest = Guests(tutor.home, only_invited=True).known(address.split("/")[-2])
    assert guest is not None
    keep(guest.place.root, answer())

    asked = tutor(*words, "--erase", address)
    assert asked.status == 2
    assert str(guest.place.root) in asked.out
    assert "1 réponse" in asked.out
    assert guest.place.store.exists()

    done = tutor(*words, "--erase", address, "--yes")
    assert done.status == 0
    assert not guest.place.root.exists()
    assert tutor(*words, "--erase", address, "--yes").status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--host", "0.0.0.0"),
        ("--url", "exemple.fr"),
        ("--port", "70000"),
        ("--visitors", "0"),
        ("--idle", "0"),
        ("--invite", "0"),
        ("--erase", "rien"),
    ],
)
def test_what_cannot_be_served_is_wrong_use(
    tutor: Command, words: tuple[str, ...]
) -> None:
    said = tutor("serve", *words)
    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 2


def test_a_port_that_is_taken_is_said(tutor: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = tutor("--course", str(COURSE), "serve", "--port", port)
    assert said.status == 3
    assert f"port {port}" in said.err
    assert "--port" in said.err


def test_a_course_that_cannot_be_read_is_said_before_anybody_comes(
    tutor: Command,
) -> None:
    said = tutor("--course", str(tutor.home), "serve")
    assert said.status == 3


def test_what_is_not_installed_is_named(
    tutor: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tutor.web.server", "tutor.web.sitting", "tutor.web.doors"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    said = tutor("serve")
    assert said.status == 3
    assert 'pip install "cpts-tutor[web]"' in said.err
