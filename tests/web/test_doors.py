"""What the server lets in, what it says to the rest, and what goes with every answer."""

import re
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from tests.web.visiting import names_in, serving, visiting
from tutor.tui.theme import THEMES
from tutor.web.guests import Guests
from tutor.web.pages import HERE, STATICS
from tutor.web.setting import Limits

FRENCH = {"Accept-Language": "fr-FR,fr;q=0.9"}
ENGLISH = {"Accept-Language": "en-GB,en;q=0.9"}
PUBLIC = "https://tuteur.exemple.fr"
ELSEWHERE = re.compile(r"https?://(?!www\.w3\.org/)|\burl\(|@import|src=\"//")
COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)


async def fetched(address: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Return the status, the text and the headers of a page, without following."""
    async with (
        ClientSession(headers={**FRENCH, **headers}) as session,
        session.get(address, allow_redirects=False) as answer,
    ):
        return answer.status, await answer.text(), dict(answer.headers)


async def test_on_this_machine_each_gets_an_address_of_their_own(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server:
        base = server.door.address
        found = [(await fetched(base))[2]["Location"] for _ in range(3)]
        assert len(set(found)) == 3
        assert all(re.fullmatch(r"[\w-]{43}/", each) for each in found)
        assert (await fetched(base + found[0]))[0] == 200
        status, _, headers = await fetched(base + found[0].rstrip("/"))
        assert (status, headers["Location"]) == (302, found[0])
    assert names_in(tmp_path) == []


async def test_a_secret_nobody_gave_opens_nothing(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        base = server.door.address
        for wrong in ("x" * 43, "invitations", "..%2f", "é" * 43, "a/files"):
            status, text, _ = await fetched(f"{base}{wrong}/")
            assert status == 404, wrong
            assert "aucun carnet" in text or "rien à cette adresse" in text


async def test_beyond_this_machine_nobody_comes_without_an_invitation(
    tmp_path: Path,
) -> None:
    issued = Guests(tmp_path, only_invited=False).issue()
    (invited,) = Guests(tmp_path, only_invited=True).invite(1)
    async with serving(tmp_path, url=PUBLIC) as server:
        (port,) = {
            host.rpartition(":")[2] for host in server.door.hosts if "127" in host
        }
        base = f"http://127.0.0.1:{port}/"
        status, text, _ = await fetched(base)
        assert status == 403
        assert "invitation" in text
        assert "whoever runs this server" in text
        assert (await fetched(f"{base}{issued}/"))[0] == 404
        assert (await fetched(f"{base}{invited}/"))[0] == 200
        status, _, _ = await fetched(f"{base}{invited}/", Host="tuteur.exemple.fr")
        assert status == 200


async def test_another_name_for_this_server_is_refused(tmp_path: Path) -> None:
    async with serving(tmp_path) as server:
        for host in ("evil.example", "127.0.0.1:1", "localhost"):
            status, text, headers = await fetched(server.door.address, Host=host)
            assert status == 421
            assert server.door.address in text
            assert "Location" not in headers


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example"])
async def test_a_page_of_another_site_gets_no_terminal(
    tmp_path: Path, origin: str
) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        with pytest.raises(WSServerHandshakeError) as refused:
            await come().open(Origin=origin)
        assert refused.value.status == 403
        assert len(server.visits) == 0
    assert not (tmp_path / "web").exists()


async def test_a_full_server_says_when_to_come_back(tmp_path: Path) -> None:
    limits = Limits(visitors=0)
    async with serving(tmp_path, limits=limits) as server, visiting(server) as come:
        visitor = come()
        status, text, headers = await fetched(visitor.address)
        assert (status, headers["Retry-After"]) == (503, "60")
        assert "places sont prises" in text
        with pytest.raises(WSServerHandshakeError) as refused:
            await visitor.open()
        assert refused.value.status == 503


async def test_every_answer_keeps_the_address_to_itself(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        mine = come().address
        base = server.door.address
        for address in (
            base,
            mine,
            mine + "files/",
            base + "no",
            base + "static/page.js",
        ):
            _, _, headers = await fetched(address)
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cache-Control"] == "no-store"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert "Server" not in headers or "aiohttp" not in headers["Server"]
            policy = headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert set(re.findall(r"(?:ws|http)s?://[^ ;/]+", policy)) <= {
                base.replace("http", scheme).rstrip("/") for scheme in ("ws", "wss")
            }


async def test_pages_and_what_they_load_name_no_other_place(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        base, mine = server.door.address, come().address
        names = (*STATICS, "theme.css")
        addresses = [mine, mine + "files/", base + "no/", mine + "x/y/z"]
        addresses += [f"{base}static/{name}" for name in names]
        for address in addresses:
            _, text, _ = await fetched(address)
            assert not ELSEWHERE.search(COMMENTS.sub("", text)), address
        _, text, _ = await fetched(mine)
        loaded = re.findall(r'(?:src|href)="\.\./static/([^"]+)"', text)
        assert set(loaded) == set(names)
    assert {path.name for path in (HERE / "static").iterdir()} < set(names)


@pytest.mark.parametrize("name", ["..%2fserver.py", "fonts", "textual.js%00", ""])
async def test_nothing_else_is_served(tmp_path: Path, name: str) -> None:
    async with serving(tmp_path) as server:
        assert (await fetched(f"{server.door.address}static/{name}"))[0] == 404


async def test_a_visitors_files_are_theirs_alone(tmp_path: Path) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        mine, other = come(), come()
        for visitor in (mine, other):
            server.guests.open(visitor.guest)
        (mine.folder / "recaps").mkdir()
        (mine.folder / "recaps" / "bases.md").write_text("# <b>", encoding="utf-8")
        (mine.folder / "recaps" / "lien.md").symlink_to(
            tmp_path / "web" / "invitations"
        )
        (mine.folder / "panne.txt").write_text("x", encoding="utf-8")

        _, listed, _ = await fetched(mine.address + "files/")
        assert re.findall(r'href="([^"]+)" download', listed) == ["recaps/bases.md"]
        status, text, headers = await fetched(mine.address + "files/recaps/bases.md")
        assert (status, text) == (200, "# <b>")
        assert headers["Content-Disposition"] == "attachment"
        for name in ("recaps/lien.md", "panne.txt", "..%2f..%2finvitations", "lang"):
            assert (await fetched(f"{mine.address}files/{name}"))[0] == 404, name
        assert (await fetched(other.address + "files/recaps/bases.md"))[0] == 404


async def test_a_page_speaks_as_its_browser_and_wears_the_theme_chosen(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path) as server, visiting(server) as come:
        visitor = come()
        _, french, _ = await fetched(visitor.address)
        _, english, _ = await fetched(visitor.address, **ENGLISH)
        assert '<html lang="fr" data-theme="dark">' in french
        assert '<html lang="en" data-theme="dark">' in english
        assert "<noscript>" in french
        server.guests.open(visitor.guest)
        visitor.guest.place.language.write_text("fr\n", encoding="utf-8")
        visitor.guest.place.cache.mkdir()
        looks = visitor.guest.place.cache / "looks.json"
        looks.write_text('{"theme": "light"}', encoding="utf-8")
        _, kept, _ = await fetched(visitor.address, **ENGLISH)
        assert '<html lang="fr" data-theme="light">' in kept
        _, colours, _ = await fetched(server.door.address + "static/theme.css")
        for name, theme in THEMES.items():
            shown = (
                theme.background if theme.background != "ansi_default" else "#000000"
            )
            (line,) = re.findall(rf'data-theme="{name}".*', colours)
            assert f"--background: {shown};" in line
