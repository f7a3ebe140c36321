"""`tutor report` and `tutor debrief`, from files to files."""

import csv
import io
import json
import sys
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE
from tests.cohort.samples import SECRET, sample_bundles, sample_files
from tests.interop.packages import write_grid
from tutor.reports.json_file import read_report
from tutor.reports.mark import MARK, is_ours
from tutor.services.library import Library
from tutor.services.sealing import make_key, seal
from tutor.store.place import Place


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nine bundles of the small course."""
    folder = tmp_path_factory.mktemp("remis")
    course = Library(COURSE, Place(folder)).course
    sample_files(folder / "carnets", sample_bundles(9, of=course))
    return folder / "carnets"


def at(*words: object) -> tuple[str, ...]:
    """Return a command on the small course."""
    return ("--course", str(COURSE), *map(str, words))


@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "zip", "json", "pdf"])
def test_the_name_of_the_file_says_the_format(
    tutor: Command, bundles: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"rapport.{ending}"
    first = tutor(*at("report", bundles, "-o", path))
    assert first.status == 0, first.err
    said = tutor(*at("report", bundles, "-o", path))  # a report of ours is replaced
    assert said.status == 0, said.err
    assert is_ours(path)
    assert said.out == ""
    assert "9 internes ont remis un carnet." in said.err
    assert str(path) in said.err
    assert SECRET.encode() not in path.read_bytes()


def test_what_is_no_report_of_ours_stays(
    tutor: Command, bundles: Path, tmp_path: Path
) -> None:
    path = tmp_path / "these.xlsx"
    openpyxl.Workbook().save(path)
    before = path.read_bytes()
    said = tutor(*at("report", bundles, "-o", path))
    assert said.status == 3
    assert "n'est pas un rapport du tuteur" in said.err
    assert path.read_bytes() == before


def test_a_report_names_the_framework_it_counts_on(
    tutor: Command, bundles: Path, tmp_path: Path
) -> None:
    own = tutor(*at("report", bundles, "--format", "csv"))
    assert "référentiel « Petit référentiel »" in own.out
    grid, table = write_grid(tmp_path, "leur code;notre code\nCOOR-1;C5.N.1\n")
    assert not tutor(*at("framework", "--import", grid, "--map", table)).status
    for words in (("report",), ("report", "--learner", f"{SECRET} 3")):
        said = tutor(*at(*words, bundles, "--format", "csv"))
        assert "référentiel « Grille du DMG »" in said.out, said.err
        assert "Grille du DMG" in said.err


def test_json_and_csv_go_to_a_pipe(tutor: Command, bundles: Path) -> None:
    said = tutor(*at("report", bundles, "--format", "json"))
    assert read_report(said.out).people == 9
    said = tutor(*at("report", bundles, "--format", "csv"))
    first = next(
        csv.reader(io.StringIO(said.out.removeprefix("\ufeff")), delimiter=";")
    )
    assert first[1] == MARK
    for form in ("html", "xlsx", "pdf"):
        said = tutor(*at("report", bundles, "--format", form))
        assert said.status == 2
        assert said.out == ""
        assert "-o" in said.err


def test_files_with_a_fault_are_named_with_a_cure_and_the_others_reported(
    tutor: Command, bundles: Path, tmp_path: Path
) -> None:
    whole = next(bundles.iterdir())
    cut = tmp_path / "coupé.json"
    cut.write_bytes(whole.read_bytes()[:100])
    said = tutor(*at("report", bundles, cut, "--format", "json"))
    assert said.status == 1
    assert "coupé.json" in said.err
    assert len(said.err.splitlines()) > 3
    found = read_report(said.out)
    assert found.people == 9
    assert [each.used for each in found.refused] == [False]


def test_nobody_makes_no_report(tutor: Command, tmp_path: Path) -> None:
    (tmp_path / "vide.json").write_text("{}")
    out = tmp_path / "rapport.html"
    said = tutor(*at("report", tmp_path / "vide.json", "-o", out))
    assert said.status == 1
    assert "Aucun carnet ne compte" in said.err
    assert not out.exists()


def test_a_sealed_bundle_opens_with_the_key(
    tutor: Command, bundles: Path, tmp_path: Path
) -> None:
    pair = make_key()
    (tmp_path / "cle").write_text(pair.private)
    folder = tmp_path / "scellés"
    folder.mkdir()
    for path in bundles.iterdir():
        sealed = seal(path.read_bytes(), pair.public)
        (folder / f"{path.name}.age").write_bytes(sealed)
    closed = tutor(*at("report", folder, "--format", "json"))
    assert closed.status == 1
    said = tutor(*at("report", folder, "--format", "json", "--key", tmp_path / "cle"))
    assert said.status == 0, said.err
    assert read_report(said.out).people == 9
    wrong = tutor(*at("report", folder, "--format", "json", "--key", tmp_path / "non"))
    assert wrong.status == 2


def test_a_report_on_one_intern_says_that_it_is_no_assessment(
    tutor: Command, bundles: Path, tmp_path: Path
) -> None:
    path = tmp_path / "un.html"
    said = tutor(*at("report", bundles, "--learner", f"{SECRET} 3", "-o", path))
    assert said.status == 0, said.err
    text = unescape(path.read_text(encoding="utf-8"))
    assert "Ceci n'est pas une évaluation" in text
    assert f"{SECRET} 3" in text
    assert f"{SECRET} 4" not in text
    said = tutor(*at("report", bundles, "--learner", "personne", "-o", path))
    assert said.status == 2


@pytest.mark.parametrize("least", ["1", "2", "beaucoup"])
def test_a_pair_is_never_shown(tutor: Command, bundles: Path, least: str) -> None:
    words = ("report", bundles, "--format", "json", "--min-group", least)
    assert tutor(*at(*words)).status == 2


def test_a_session_is_one_page(tutor: Command, bundles: Path, tmp_path: Path) -> None:
    path = tmp_path / "seance.html"
    said = tutor(*at("debrief", bundles, "--minutes", 15, "-o", path))
    assert said.status == 0, said.err
    assert is_ours(path)
    text = path.read_text(encoding="utf-8")
    assert "Séance de groupe, 15" in text
    assert SECRET not in text
    assert tutor(*at("debrief", bundles, "--minutes", 2, "-o", path)).status == 2


def test_the_schema_of_a_report_is_printed(tutor: Command) -> None:
    said = tutor("schema", "report")
    assert said.status == 0
    assert json.loads(said.out)["properties"]["schema"] == {"const": MARK}


@pytest.mark.parametrize("library", ["duckdb", "jinja2"])
def test_a_missing_extra_is_one_line_that_names_it(
    tutor: Command,
    bundles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    library: str,
) -> None:
    for name in [*sys.modules]:
        if name.startswith(("tutor.reports.html_page", library)):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    said = tutor(*at("report", bundles, "-o", tmp_path / "rapport.html"))
    assert said.status == 3
    assert 'pip install "cpts-tutor[faculty]"' in said.err
    assert "Traceback" not in said.err
