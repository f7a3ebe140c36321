"""Visitors at the tutor: real processes, keys in, the store read as any program would."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.cli.small import COURSE, stored
from tests.web.visiting import RIGHT, Visitor, names_in, serving, visiting
from tests.web.waiting import until
from tutor.web.guests import Guests
from tutor.web.setting import Limits, Setting
from tutor.web.visit import Visit

TOO_BIG = 1009
posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


async def test_a_question_is_answered_and_nobody_else_sees_it(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        first, second = come(), come()
        window, other = await first.open(), await second.open()
        await window.to_the_question()
        await window.tick(RIGHT)
        await window.press("\r", "À quel point en êtes-vous sûr")
        await window.press("3", "Réponse enregistrée")

        (row,) = stored(first.folder, "answers")
        assert (row["question"], row["credit"], row["certainty"]) == ("l-une", 1.0, 3)

        await other.until("○ Petite leçon")
        assert stored(second.folder, "answers") == []
        assert first.folder != second.folder
        await other.press("d", "Formulation reformulée")
        await other.press("\x1b[B", "C5.N.1")
        await other.press("t", "e écrire")
        await other.press("e", "exports/trace-")
        (made,) = (second.folder / "exports").iterdir()
        name = f"exports/{made.name}"
        await window.socket.send_json(
            ["stdin", "x" * 2 * server.setting.limits.message]
        )
        await window.ended()
        assert window.socket.close_code == TOO_BIG

        async with second.session.get(f"{second.address}files/") as answer:
            listed = await answer.text()
        assert name in listed
        assert str(tmp_path) not in listed
        async with first.session.get(f"{first.address}files/{name}") as answer:
            assert answer.status == 404
        async with second.session.get(f"{second.address}files/{name}") as answer:
            assert await answer.read() == made.read_bytes()
    assert names_in(tmp_path) == ["web"]


async def test_a_tab_closed_in_mid_answer_loses_nothing(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        visitor = come()
        window = await visitor.open()
        await window.to_the_question()
        await window.tick(RIGHT)
        await window.press("\r", "À quel point en êtes-vous sûr")
        await window.close()

        again = await visitor.open()
        await again.until("⏎ reprendre")
        (row,) = stored(visitor.folder, "answers")
        assert (row["question"], row["certainty"]) == ("l-une", None)
        assert "second" not in again.told
        await again.close()


async def test_a_second_window_is_told_and_may_take_over(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        visitor = come()
        first = await visitor.open("a")
        await first.until("○ Petite leçon")
        second = await visitor.open("b")
        await second.until("lecture seule")
        assert "déjà ouvert" in second.told["second"]

        third = await visitor.open("b", take="1")
        assert "autre fenêtre" in await first.ended()
        await third.until("○ Petite leçon")
        assert "lecture seule" not in third.seen
        assert "second" not in third.told


async def test_nothing_done_for_too_long_closes_with_a_word(tmp_path: Path) -> None:
    limits = Limits(idle=0.2)
    async with serving(tmp_path, limits=limits) as server, visiting(server) as come:
        window = await come().open()
        assert "rien n'a été fait" in await window.ended()
        await until(lambda: len(server.visits) == 0)


async def test_what_no_page_sends_ends_the_visit(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        window = await come().open()
        await window.socket.send_str('["resize", {"width": "large"}]')

        assert "incompréhensible" in await window.ended()


async def test_a_record_that_cannot_be_opened_is_said_in_the_page(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        visitor = come()
        server.guests.open(visitor.guest)
        newer = json.dumps({"meta": {"1": {"format": 999}}})
        visitor.guest.place.store.write_text(newer, encoding="utf-8")
        window = await visitor.open()

        assert "version plus récente" in await window.ended()
        assert visitor.guest.place.store.read_text(encoding="utf-8") == newer


@posix
async def test_a_tutor_that_breaks_says_so_and_keeps_the_reason_apart(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        visitor = come()
        window = await visitor.open()
        await window.until("Tuteur")
        (visit,) = server.visits.of(visitor.guest)
        assert visit._process is not None
        visit._process.kill()

        assert "panne" in await window.ended()
        assert (visitor.folder / "panne.txt").is_file()


@posix
async def test_ctrl_c_lets_everybody_save_and_gives_130(tmp_path: Path) -> None:
    environment = {**os.environ, "TUTOR_HOME": str(tmp_path), "TUTOR_COURSE": ""}
    words = ("-m", "tutor", "--course", str(COURSE), "serve", "--port", "0")
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, env=environment, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    said = (await process.stderr.readline()).decode()
    base = "http://" + said.partition("http://")[2].partition("/")[0]
    async with ClientSession() as session:
        async with session.get(base) as answer:
            visitor = Visitor(session, str(answer.url), tmp_path)
        window = await visitor.open()
        await window.to_the_question()
        await window.tick(RIGHT)
        await window.press("\r", "À quel point en êtes-vous sûr")
        process.send_signal(signal.SIGINT)

        assert "s'arrête" in await window.ended()
    log = (await process.stderr.read()).decode()
    assert await process.wait() == 130
    assert len(stored(visitor.folder, "answers")) == 1
    assert "ouverte" in log
    assert visitor.secret not in said + log


async def test_a_process_is_told_nothing_of_the_servers_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_SECRET_OF_THE_SERVER", "x")
    monkeypatch.setenv("TUTOR_PROFILE", "somebody")
    guests = Guests(tmp_path, only_invited=False)
    secret = guests.issue()
    guest = guests.known(secret)
    assert guest is not None
    told = Visit(guest, Setting(tmp_path, COURSE), _write, _close)._build_environment()

    assert told["TUTOR_HOME"] == str(tmp_path / "web" / guest.code)
    assert told["TUTOR_SERVED"] == "1"
    assert not {"A_SECRET_OF_THE_SERVER", "TUTOR_PROFILE", "HOME", "PATH"} & set(told)
    assert secret not in "".join(told.values())


async def _write(data: bytes) -> None: ...


async def _close() -> None: ...
