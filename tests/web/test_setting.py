"""How a server may be set up, and the names it answers to."""

from pathlib import Path

import pytest

from tutor.domain.errors import WrongUseError
from tutor.web.pace import Pace
from tutor.web.setting import Limits, Setting, checked, door_of, is_loopback

PLAIN = Setting(Path("home"), Path("course"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.8.9.1", "::1", "[::1]", "LOCALHOST"]
)
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert is_loopback(host)
    assert not PLAIN._replace(host=host).is_open


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "exemple.fr", ""])
def test_beyond_this_machine_an_address_is_asked_for(host: str) -> None:
    beyond = PLAIN._replace(host=host)
    with pytest.raises(WrongUseError, match="url-missing"):
        checked(beyond)
    assert checked(beyond._replace(url="https://exemple.fr/t/")).is_open


@pytest.mark.parametrize(
    "changed",
    [
        {"port": -1},
        {"port": 65536},
        {"url": "exemple.fr"},
        {"url": "ftp://exemple.fr"},
        {"url": "https://"},
        {"url": "https://moi@exemple.fr"},
        {"url": "https://exemple.fr:99999"},
        {"url": "https://exemple.fr/?a"},
        {"url": "https://[exemple.fr"},
        {"limits": Limits(visitors=0)},
        {"limits": Limits(idle=1)},
    ],
)
def test_what_cannot_be_served_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(WrongUseError):
        checked(PLAIN._replace(**changed))  # type: ignore[arg-type]


def test_a_server_of_this_machine_answers_to_its_names_and_port_only() -> None:
    door = door_of(PLAIN, 8000)
    assert door.hosts == {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}
    assert door.origins == {f"http://{host}" for host in door.hosts}
    assert door.address == "http://127.0.0.1:8000/"


def test_behind_a_proxy_it_answers_to_the_name_people_type() -> None:
    door = door_of(PLAIN._replace(url="https://Tuteur.exemple.fr/t"), 8000)
    assert {"tuteur.exemple.fr", "tuteur.exemple.fr:443"} < door.hosts
    assert "https://tuteur.exemple.fr" in door.origins
    assert "http://tuteur.exemple.fr" not in door.origins
    assert door.address == "https://Tuteur.exemple.fr/t/"


def test_a_server_open_to_others_does_not_answer_to_the_names_of_this_machine() -> None:
    setting = PLAIN._replace(host="0.0.0.0", url="http://exemple.fr:81")
    assert door_of(setting, 8000).hosts == {"exemple.fr:81"}


def test_who_sends_too_fast_waits_and_who_does_not_never_does() -> None:
    now = 0.0
    slow, fast = Pace(10, lambda: now), Pace(10, lambda: now)
    assert [fast.wait(1) for _ in range(10)] == [0.0] * 10
    assert fast.wait(1) == pytest.approx(0.1)
    assert fast.wait(50 * 1024) > 5
    for _ in range(100):
        now += 0.1
        assert slow.wait(1) == 0.0
