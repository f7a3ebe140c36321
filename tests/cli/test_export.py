"""`tutor export` and `tutor key`, as typed: what is shown, asked, written and refused."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, stored
from tests.cli.terminals import Terminal
from tutor.domain.bundle import Bundle
from tutor.domain.bundle_reading import read_bundle

SMALL = ("--course", str(COURSE))
WREN = ("--pseudonym", "mésange")


@pytest.fixture(autouse=True)
def _elsewhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder of one's own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def played(tutor: Command) -> Command:
    """A person who answered two questions."""
    tutor.play("l-une", "b\n3\n")
    tutor.play("l-mots", "Mme Dupont\nn\n2\n")
    return tutor


def bundle_in(data: bytes) -> Bundle:
    """Return the bundle of a file, nothing being wrong with it."""
    read = read_bundle(data)
    assert read.notices == ()
    return read.bundle


def exported(tutor: Command, *words: str) -> Bundle:
    """Export as typed, and return the bundle of the file."""
    path = Path("exporte.json")
    path.unlink(missing_ok=True)
    said = tutor(*SMALL, "export", "--yes", "-o", str(path), *words)
    assert said.status == 0, said.err
    return bundle_in(path.read_bytes())


def test_what_leaves_is_shown_line_by_line_and_data_is_on_stdout(
    played: Command,
) -> None:
    said = played(*SMALL, "export", "--yes", *WREN, "--semester", "3")

    assert said.status == 0
    assert "Signé : mésange" in said.err
    assert "  l-une, " in said.err
    assert "« Mme [nom] »" in said.err
    bundle = read_bundle(said.out.encode()).bundle
    assert [a.question for a in bundle.answers] == ["l-une", "l-mots"]
    assert "Dupont" not in said.out
    assert (bundle.learner, bundle.semester) == ("mésange", 3)


def test_without_a_terminal_nothing_leaves_unless_told(
    played: Command, tmp_path: Path
) -> None:
    said = played(*SMALL, "export", *WREN, "-o", "x.json", typed="o\n")

    assert (said.status, said.out) == (2, "")
    assert "Personne n'est là" in said.err
    assert not (tmp_path / "x.json").exists()


def test_a_file_is_written_for_its_owner_and_never_over_another(
    played: Command, tmp_path: Path
) -> None:
    words = (*SMALL, "export", "--yes", *WREN, "-o", "x.json")
    said = played(*words)
    assert (said.status, said.out) == (0, "")
    assert f"Écrit : {tmp_path / 'x.json'}" in said.err
    assert "Pour revenir dessus" in said.err
    before = (tmp_path / "x.json").read_bytes()
    assert bundle_in(before).learner == "mésange"

    said = played(*words)
    assert said.status == 3
    assert "existe déjà" in said.err
    assert (tmp_path / "x.json").read_bytes() == before


def test_how_one_signs_is_kept_and_one_stays_one(played: Command) -> None:
    said = played(*SMALL, "export", "--yes")
    assert said.status == 2
    assert "Il manque un pseudonyme" in said.err

    first = exported(played, *WREN, "--promotion", "2025")
    second = exported(played)
    third = exported(played, "--pseudonym", "pinson", "--promotion", "")
    assert (second.learner, second.promotion) == ("mésange", "2025")
    assert (third.learner, third.promotion) == ("pinson", "")
    assert first.learner_id == second.learner_id == third.learner_id
    assert len({first.bundle_id, second.bundle_id, third.bundle_id}) == 3


def test_a_real_name_is_said_to_be_one(played: Command) -> None:
    said = played(*SMALL, "export", "--yes", "--pseudonym", "Anne Payet")

    assert said.status == 0
    assert "« Anne Payet » ressemble à un vrai nom" in said.err


def test_parts_items_and_notes_are_chosen_by_name(played: Command) -> None:
    played.play("cartes", "Vu M. Payet.\n.\no\n")
    handle = stored(played.home, "notes")[0]["id"][:6]
    listed = played(*SMALL, "export", "--list")
    assert listed.status == 0
    assert "answers      2 réponses" in listed.out
    assert f"{handle}  " in listed.out
    assert "Vu M. [nom]." in listed.out
    some = exported(played, *WREN, "--items", "c5.n.1", "--without", "survey")
    assert [a.question for a in some.answers] == ["l-une"]
    assert some.consent.parts == ("answers", "lessons", "positionings")
    mute = exported(played, "--without", "lessons,words")
    assert [a.response for a in mute.answers] == [[1], None]
    assert mute.lessons == ()
    noted = exported(played, "--note", handle, "--with", "disputes")
    assert [n.text for n in noted.notes] == ["Vu M. [nom]."]
    assert noted.consent.parts[-2:] == ("notes", "disputes")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--without", "heart"), "n'est pas une partie"),
        (("--with", "notes"), "une par une"),
        (("--note", "zzzzzz"), "ne désigne pas une note"),
        (("--items", "C9.N.9"), "C9.N.9"),
        (("--semester", "treize"), "n'est pas un semestre"),
        (("--pseudonym", "a\x1b[2J"), "ne s'impriment pas"),
        (("--for", "age1"), "n'est pas une clé publique"),
        (("--for", "nulle-part"), "n'est pas une clé publique"),
        (("--format", "xml"), "tutor"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    played: Command, words: tuple[str, str], reason: str
) -> None:
    said = played(*SMALL, "export", "--yes", *WREN, *words)

    assert (said.status, said.out) == (2, "")
    assert reason in said.err
    assert "Traceback" not in said.err


def test_nothing_done_is_nothing_to_hand_over(tutor: Command) -> None:
    said = tutor(*SMALL, "export", "--yes", *WREN)
    assert (said.status, said.out) == (3, "")
    assert "Rien de ce que vous avez coché" in said.err
    assert "Rien à remettre" in tutor(*SMALL, "export", "--list").out


def test_a_faculty_makes_its_key_and_reads_what_is_sealed_for_it(
    played: Command, tmp_path: Path
) -> None:
    pytest.importorskip("pyrage", reason="sealing is an extra that is not installed")
    from tutor.services.sealing import unseal

    made = played("key", "-o", "cle.txt")
    private = tmp_path / "cle.txt"
    assert made.status == 0
    assert made.out.startswith("age1")
    if os.name != "nt":
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert played("key", "-o", "cle.txt").status == 3
    assert played("key").status == 2

    words = (*SMALL, "export", "--yes", *WREN, "--for")
    said = played(*words, made.out.strip(), "-o", "x.json.age")
    assert said.status == 0
    assert "Écrit et scellé" in said.err
    data = (tmp_path / "x.json.age").read_bytes()
    opened = unseal(data, private.read_text(encoding="utf-8"))
    assert bundle_in(opened).learner == "mésange"
    said = played(*words, "cle.txt", "-o", "y.age")
    assert said.status == 2
    assert "C'est une clé privée" in said.err


def test_the_schema_of_a_bundle_is_printed(tutor: Command) -> None:
    said = tutor("schema", "bundle")

    assert said.status == 0
    assert json.loads(said.out)["properties"]["schema"]["type"] == "string"


def test_at_a_terminal_one_signs_reads_and_says_yes(
    played: Command, home: Path, tmp_path: Path, terminals: list[Terminal]
) -> None:
    path = tmp_path / "carnet.json"
    path.write_text("à moi", encoding="utf-8")
    terminal = Terminal(home, *SMALL, "export", "-o", str(path))
    terminals.append(terminal)
    for asked, typed in (
        ("pseudonyme", "\r"),
        ("Il manque un pseudonyme", "mésange\r"),
        ("promotion", "2025\r"),
        ("semestre", "3\r"),
        ("exactement cela", "o\r"),
        ("Le remplacer", "n\r"),
    ):
        terminal.wait_for(asked)
        terminal.press(typed)
    status, said = terminal.ended()

    assert status == 0
    assert "Rien n'est écrit." in said
    assert path.read_text(encoding="utf-8") == "à moi"
    assert stored(home, "preferences") == []
