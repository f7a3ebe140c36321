"""`tutor export --format xapi`, and the reports that read what it writes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE
from tests.cohort.samples import sample_bundles, sample_files
from tutor.domain.course import Course
from tutor.interop.statement_reading import bundles_from
from tutor.interop.statements import statement_lines, statements_of
from tutor.services.library import Library
from tutor.store.place import Place

SMALL = ("--course", str(COURSE))
XAPI = (*SMALL, "export", "--format", "xapi", "--yes", "--pseudonym", "mésange")


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


def small_course(folder: Path) -> Course:
    """Return the small course."""
    return Library(COURSE, Place(folder)).course


def statements_in(folder: Path, name: str, count: int = 9) -> Path:
    """Write the statements of a group to a file each, in a folder, and return it."""
    course = small_course(folder)
    (folder / name).mkdir()
    for number, bundle in enumerate(sample_bundles(count, of=course)):
        path = folder / name / f"{number}.jsonl"
        path.write_bytes(b"".join(statement_lines(statements_of(bundle, course))))
    return folder / name


def test_what_leaves_is_shown_and_statements_are_on_stdout(played: Command) -> None:
    said = played(*XAPI)

    assert said.status == 0
    assert "Signé : mésange" in said.err
    assert "« Mme [nom] »" in said.err
    assert "énoncés xAPI, un par ligne" in said.err
    assert "Dupont" not in said.out
    verbs = [json.loads(line)["verb"]["id"] for line in said.out.splitlines()]
    assert [verb.rpartition("/")[2] for verb in verbs[:2]] == ["answered"] * 2
    assert verbs[-1].endswith("/shared")


def test_the_file_gives_the_bundle_back(played: Command) -> None:
    played(*XAPI, "-o", "a.jsonl")

    (bundle,), refused = bundles_from(Path("a.jsonl").read_bytes().splitlines())
    assert refused == ()
    assert [a.question for a in bundle.answers] == ["l-une", "l-mots"]


def test_ticks_hold_for_statements_too(played: Command) -> None:
    played(*XAPI, "--without", "words,lessons", "-o", "a.jsonl")

    (bundle,), _ = bundles_from(Path("a.jsonl").read_bytes().splitlines())
    assert [a.response for a in bundle.answers] == [[1], None]
    assert bundle.lessons == ()


def test_exported_twice_the_facts_are_the_same_bytes(played: Command) -> None:
    *first, _ = played(*XAPI).out.splitlines()
    *second, _ = played(*XAPI).out.splitlines()

    assert first == second


def test_the_file_is_named_for_what_it_is(played: Command) -> None:
    said = played(*XAPI, "-o", "a.jsonl")
    assert (said.status, said.out) == (0, "")
    pytest.importorskip("pyrage", reason="sealing is an extra that is not installed")
    public = played(*SMALL, "key", "-o", "cle.txt").out.strip()
    sealed = played(*XAPI, "--for", public, "-o", "b.jsonl.age")
    assert sealed.status == 0, sealed.err
    assert Path("b.jsonl.age").read_bytes().startswith(b"age-encryption.org/")
    words = (*SMALL, "report", "--learner", "mésange", "--format", "json")
    opened = played(*words, "b.jsonl.age", "--key", "cle.txt")
    assert (opened.status, "mésange" in opened.out) == (0, True), opened.err
    shut = played(*words[:3], "b.jsonl.age", "--format", "json")
    assert shut.status == 1
    assert "scellé" in shut.err


def test_a_report_reads_statements_beside_bundles(
    tutor: Command, tmp_path: Path
) -> None:
    folder = statements_in(tmp_path, "remis", 9)
    course = small_course(tmp_path)
    sample_files(folder, sample_bundles(12, of=course)[9:])
    sample_files(tmp_path / "tout", sample_bundles(12, of=course))

    mixed = tutor(*SMALL, "report", str(folder), "--format", "json")
    whole = tutor(*SMALL, "report", str(tmp_path / "tout"), "--format", "json")

    assert (mixed.status, mixed.err) == (0, whole.err)
    found, wanted = json.loads(mixed.out), json.loads(whole.out)
    assert found["tables"] == wanted["tables"]
    assert found["people"] == 12


def test_what_is_left_out_is_named_and_the_rest_reported(
    tutor: Command, tmp_path: Path
) -> None:
    folder = statements_in(tmp_path, "remis")
    (folder / "autre.jsonl").write_text('{"actor":{}}\nrien\n', encoding="utf-8")

    said = tutor(*SMALL, "report", str(folder), "absent.jsonl", "--format", "json")

    assert said.status == 1
    assert json.loads(said.out)["people"] == 9
    assert "autre.jsonl : Énoncés d'autres outils, laissés de côté : 1" in said.err
    assert "Lignes qui ne sont pas du JSON" in said.err
    assert "absent.jsonl : Il n'y a rien à cet endroit." in said.err


def test_the_page_of_a_session_reads_them_too(tutor: Command, tmp_path: Path) -> None:
    folder = statements_in(tmp_path, "remis")

    said = tutor(*SMALL, "debrief", str(folder), "-o", "seance.html")

    assert said.status == 0, said.err
    assert Path("seance.html").is_file()
