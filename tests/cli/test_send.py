"""`tutor send` and `tutor report --from-lrs`, as typed, against a store on this machine."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Said
from tests.cli.small import COURSE
from tests.cli.terminals import Terminal
from tests.cohort.samples import sample_bundles, sample_files
from tests.interop.lying_lrs import PASSWORD, USER, Lrs, cut, saying, serving
from tutor.domain.bundle import Bundle
from tutor.interop.statements import statements_of
from tutor.reports.json_file import read_report
from tutor.services.library import Library
from tutor.store.outbox import OUTBOX
from tutor.store.place import Place

SMALL = ("--course", str(COURSE))
WREN = ("--yes", "--pseudonym", "mésange")


@pytest.fixture
def lrs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lrs]:
    """An honest store, whose password the environment holds."""
    monkeypatch.setenv("TUTOR_LRS_USER", USER)
    monkeypatch.setenv("TUTOR_LRS_PASSWORD", PASSWORD)
    monkeypatch.setattr("time.sleep", lambda _: None)
    with serving() as found:
        yield found


@pytest.fixture
def played(tutor: Command) -> Command:
    """A person who answered two questions."""
    tutor.play("l-une", "b\n3\n")
    tutor.play("l-mots", "Mme Dupont\nn\n2\n")
    return tutor


def send(tutor: Command, lrs: Lrs, *words: str) -> Said:
    """Send as typed; no secret is ever in what is said or written."""
    said = tutor(*SMALL, "send", "--to", lrs.url, *WREN, *words)
    assert PASSWORD not in said.out + said.err
    assert "Traceback" not in said.err
    for path in tutor.home.rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes()
    return said


def test_what_leaves_is_shown_then_sent_once(played: Command, lrs: Lrs) -> None:
    said = send(played, lrs)
    assert (said.status, said.out) == (0, "")
    assert "Signé : mésange" in said.err
    assert "« Mme [nom] »" in said.err
    assert f"4 énoncés envoyés à {lrs.url}/statements." in said.err
    assert "Dupont" not in json.dumps([*lrs.statements.values()], ensure_ascii=False)
    assert len(lrs.statements) == 4

    said = send(played, lrs)
    assert said.status == 0
    assert "Tout était déjà envoyé" in said.err
    assert len(lrs.posts) == 1

    played.play("b-une", "a\n3\n")
    assert "2 énoncés envoyés" in send(played, lrs).err  # the answer, the hand-over
    assert len(lrs.statements) == 6


def test_without_a_network_it_waits_and_goes_on_later(
    played: Command, lrs: Lrs
) -> None:
    away = lrs.url
    lrs.manners = [cut] * 5
    said = send(played, lrs)
    assert said.status == 3
    assert "4 énoncés attendent dans votre dossier" in said.err
    assert "La liaison" in said.err
    assert f"{away}/statements (cours petit-cours)" in played("send", "--list").out
    assert "  4 en attente" in played("send", "--list").out

    said = played("send")
    assert said.status == 0
    assert "4 énoncés attendent, d'un envoi" in said.err
    assert "4 énoncés envoyés" in said.err
    assert len(lrs.statements) == 4
    assert "  0 en attente" in played("send", "--list").out
    assert played("send").status == 2


def test_nothing_leaves_unless_somebody_agrees(played: Command, lrs: Lrs) -> None:
    said = played(*SMALL, "send", "--to", lrs.url, "--pseudonym", "m", typed="o\n")
    assert said.status == 2
    assert lrs.requests == []
    assert not (played.home / OUTBOX).exists()


def test_what_is_left_out_does_not_leave(played: Command, lrs: Lrs) -> None:
    send(played, lrs, "--without", "words,lessons")
    text = json.dumps([*lrs.statements.values()], ensure_ascii=False)
    assert "[nom]" not in text
    assert len(lrs.statements) == 3


def test_what_is_no_longer_agreed_to_stops_waiting(played: Command, lrs: Lrs) -> None:
    lrs.manners = [saying(401, None)]
    assert send(played, lrs).status == 3
    lrs.manners = []
    send(played, lrs, "--without", "words,lessons")
    assert len(lrs.statements) == 3


def test_what_is_refused_for_good_is_shown_and_ends_in_one(
    played: Command, lrs: Lrs
) -> None:
    lrs.always = saying(413, None)
    assert send(played, lrs).status == 1
    said = played("send", "--list")
    assert said.out.count(" : trop grand pour le serveur") == 4
    played("--course", str(COURSE), "forget", "--yes")
    assert "rien n'attend" in played("send", "--list").out
    assert not [*(played.home / OUTBOX).iterdir()]


def test_forgetting_all_leaves_no_queue(played: Command, lrs: Lrs) -> None:
    lrs.manners = [cut] * 5
    send(played, lrs)
    said = played(*SMALL, "forget")
    assert "énoncés en attente d'envoi : 4" in said.out
    assert played("forget", "--all", "--yes").status == 0
    assert not (played.home / OUTBOX).exists()


@pytest.mark.parametrize("library", ["httpx", "keyring"])
def test_a_missing_extra_is_one_line_that_names_it(
    played: Command, lrs: Lrs, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delenv("TUTOR_LRS_PASSWORD")
    said = send(played, lrs)
    assert said.status == 3
    assert 'pip install "cpts-tutor[send]"' in said.err
    assert lrs.requests == []


@pytest.mark.parametrize(
    "url",
    ["http://lrs.invalid/xAPI", f"https://anne:{PASSWORD}@lrs.invalid/xAPI", "lrs"],
)
def test_an_address_that_gives_secrets_away_is_refused(
    played: Command, lrs: Lrs, url: str
) -> None:
    lrs.url = url
    assert send(played, lrs).status == 2
    assert not (played.home / OUTBOX).exists()
    said = played(*SMALL, "report", "--from-lrs", url, "--format", "json")
    assert (said.status, said.out) == (2, "")
    assert PASSWORD not in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_a_terminal_asks_for_the_password_and_never_shows_it(
    played: Command, lrs: Lrs, terminals: list[Terminal]
) -> None:
    environment = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    for name in ("TUTOR_LRS_USER", "TUTOR_LRS_PASSWORD"):
        environment[name] = ""
    signed = ("--pseudonym", "mésange", "--promotion", "", "--semester", "")
    words = (*SMALL, "send", "--to", lrs.url, *signed)
    terminal = Terminal(played.home, *words, size=(200, 60), **environment)
    terminals.append(terminal)
    terminal.wait_for("Envoyer tout cela")
    terminal.press("o\r")
    terminal.wait_for("Nom sur")
    terminal.press(f"{USER}\r")
    terminal.wait_for("Mot de passe")
    terminal.press(f"{PASSWORD}\r")
    status, seen = terminal.ended()
    assert status == 0, seen
    assert "4 énoncés envoyés" in seen.replace("\u00a0", " ")
    assert PASSWORD not in seen
    assert len(lrs.statements) == 4


def test_ctrl_c_ends_quietly_and_keeps_what_is_done(
    played: Command, lrs: Lrs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(*_: object) -> None:
        raise KeyboardInterrupt

    lrs.manners = [lambda handler, body: handler.honest(body), saying(503, None)]
    monkeypatch.setattr("time.sleep", press)
    said = send(played, lrs, "--batch", "3")
    assert said.status == 130
    assert "3 énoncés envoyés" in said.err
    assert "1 énoncé attend " in said.err
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert played("send").status == 0
    assert [len(each) for each in lrs.posts] == [3, 1, 1]


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bundle, ...]:
    """Nine bundles of the small course."""
    course = Library(COURSE, Place(tmp_path_factory.mktemp("cours"))).course
    return sample_bundles(9, of=course)


def store_all(lrs: Lrs, bundles: tuple[Bundle, ...], place: Place) -> None:
    """Store what bundles tell, in pages that split them, the last ones first."""
    course = Library(COURSE, place).course
    told = [each for bundle in bundles for each in statements_of(bundle, course)]
    lrs.statements = {each["id"]: each for each in reversed(told)}
    lrs.page = 37


def test_a_report_from_a_store_has_the_figures_of_the_files_cell_by_cell(
    tutor: Command, lrs: Lrs, bundles: tuple[Bundle, ...], tmp_path: Path
) -> None:
    store_all(lrs, bundles, Place(tmp_path / "cache"))
    sample_files(tmp_path / "carnets", bundles)
    form = ("--format", "json")
    files = tutor(*SMALL, "report", str(tmp_path / "carnets"), *form)
    store = tutor(*SMALL, "report", "--from-lrs", lrs.url, *form)
    assert (files.status, store.status) == (0, 0), store.err
    assert len(lrs.requests) > 3
    ours, theirs = read_report(store.out), read_report(files.out)
    assert ours.people == 9
    assert len(ours.tables) > 10
    for mine, other in zip(ours.tables, theirs.tables, strict=True):
        assert mine == other
    assert ours.model_copy(update={"made_at": theirs.made_at}) == theirs


def test_a_session_is_made_ready_from_a_store_as_from_files(
    tutor: Command, lrs: Lrs, bundles: tuple[Bundle, ...], tmp_path: Path
) -> None:
    store_all(lrs, bundles, Place(tmp_path / "cache"))
    sample_files(tmp_path / "carnets", bundles)
    pages = [tmp_path / "fichiers.html", tmp_path / "serveur.html"]
    sources = (str(tmp_path / "carnets"),), ("--from-lrs", lrs.url)
    for page, words in zip(pages, sources, strict=True):
        said = tutor(*SMALL, "debrief", *words, "-o", str(page))
        assert said.status == 0, said.err
        assert str(page) in said.err
    ours, theirs = (page.read_text(encoding="utf-8") for page in pages)
    assert "9 internes" in ours
    assert ours == theirs


def test_statements_of_others_are_named_and_left_out_and_no_file_stays(
    tutor: Command, lrs: Lrs, bundles: tuple[Bundle, ...], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder = tmp_path / "temporaire"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    store_all(lrs, bundles[:6], Place(tmp_path / "cache"))
    first = next(iter(lrs.statements))
    lrs.statements |= {
        "a": {"id": "a", "actor": {"mbox": "mailto:b@c"}, "verb": {"id": "x:y"}},
        "\x1b[31m": {"id": "\x1b[31m", "object": [[[[]]]]},
        "again": lrs.statements[first],
    }
    said = tutor(*SMALL, "report", "--from-lrs", lrs.url, "--format", "json")
    assert said.status == 1
    assert read_report(said.out).people == 6
    assert f"{lrs.url}/statements" in said.err
    assert "\x1b" not in said.err
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_a_store_that_refuses_makes_no_report(
    tutor: Command, lrs: Lrs, tmp_path: Path, status: int
) -> None:
    lrs.always = saying(status, None)
    out = tmp_path / "rapport.html"
    said = tutor(*SMALL, "report", "--from-lrs", lrs.url, "-o", str(out))
    assert said.status == 3
    assert len(said.err.splitlines()) >= 2
    assert PASSWORD not in said.err
    assert not out.exists()
    said = tutor(*SMALL, "debrief", "--from-lrs", lrs.url, "-o", str(out))
    assert said.status == 3
    assert not out.exists()


def test_an_empty_store_and_no_source_at_all(tutor: Command, lrs: Lrs) -> None:
    said = tutor(*SMALL, "report", "--from-lrs", lrs.url, "--format", "json")
    assert (said.status, said.out) == (1, "")
    assert tutor(*SMALL, "report", "--format", "json").status == 2
    assert tutor(*SMALL, "debrief", "-o", "seance.html").status == 2
