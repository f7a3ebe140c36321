"""What each way in may load; clean interpreters, since a graph proves no deferral."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tutor.cli.main import COMMANDS

HEAVY = {
    "textual", "rich", "pydantic", "tinydb", "markdown_it", "yaml", "fsrs", "asyncio",
    "aiohttp", "textual_serve", "duckdb", "jinja2", "xlsxwriter", "typst", "pyrage",
    "httpx", "keyring",
}  # fmt: skip
IMPORT = "import sys, tutor.cli.main; print(*sys.modules)"
SEAT = "import sys, tutor.web.seat, tutor.web.driver; print(*sys.modules)"
COMMAND = """
import sys
from tutor.cli.main import status_of
assert status_of(sys.argv[1:]) == 0
print()
print(*sys.modules)
"""
WARM_UP = """
from random import Random
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out
from tutor.services.places import find_course
from tutor.services.system_clock import SystemClock
from tutor.store.place import place_of
desk = Desk(find_course(), place_of(), SystemClock(), Random(0))
look_out(desk)
desk.close()
"""
CHOOSE = """
desk = Desk(find_course(), place_of(), SystemClock(), Random(0))
desk.store.prefer("certainty", value=False)
desk.close()
"""
HOME = """
import asyncio, sys
from tutor.services.places import find_course
from tutor.store.place import place_of
from tutor.tui.app import TutorApp
from tutor.tui.screens.home import HomeScreen
from tutor.tui.widgets.menu import Menu

async def paint():
    TutorApp.look_again = lambda app: None
    app = TutorApp(find_course(), place_of())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.query_one(Menu).size
        return list(sys.modules)

print(*asyncio.run(paint()))
"""


def run(folder: Path, script: str, *words: str) -> str:
    """Run a script in a clean interpreter and return the last line it printed."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TUTOR_HOME": str(folder / "home"),
        "TUTOR_COURSE": str(folder / "course"),
    }
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.rpartition("\n")[0].rpartition("\n")[2]


def loaded(folder: Path, script: str, *words: str) -> list[str]:
    """Return the heavy packages a script has loaded when it prints its modules."""
    names = {name.partition(".")[0] for name in run(folder, script, *words).split()}
    assert "tutor" in names
    return sorted(names & HEAVY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a course nobody edits meanwhile."""
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, tmp_path / "course" / name)
    return tmp_path


def test_importing_the_command_line_loads_nothing_heavy(folder: Path) -> None:
    assert loaded(folder, IMPORT) == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_short_answers_load_nothing_heavy(folder: Path, option: str) -> None:
    assert loaded(folder, COMMAND, option) == []


def test_help_imports_no_command(folder: Path) -> None:
    modules = {place.partition(":")[0] for place in COMMANDS.values()}

    assert modules & set(run(folder, COMMAND, "--help").split()) == set()


def test_checking_a_file_loads_no_screen_no_scheduler_no_store_no_yaml(
    folder: Path,
) -> None:
    lesson = folder / "course" / "content" / "01-bases.md"

    found = loaded(folder, COMMAND, "check", str(lesson))

    assert found == ["markdown_it", "pydantic"]


def test_checking_a_file_looks_through_no_installed_package(folder: Path) -> None:
    lesson = folder / "course" / "content" / "01-bases.md"

    assert (
        "importlib.metadata" not in run(folder, COMMAND, "check", str(lesson)).split()
    )


def test_what_keeps_data_loads_no_screen_no_parser_no_scheduler(
    folder: Path,
) -> None:
    run(folder, WARM_UP + CHOOSE)
    wanted = {
        ("profiles",): [],
        ("doctor",): ["pydantic", "tinydb"],
        ("backup", "carnet.json"): ["pydantic", "tinydb"],
        ("send", "--list"): ["pydantic", "tinydb"],
    }

    assert {words: loaded(folder, COMMAND, *words) for words in wanted} == wanted


def test_the_framework_is_written_without_screen_parser_or_network(
    folder: Path,
) -> None:
    run(folder, WARM_UP)

    words = ("framework", "--format", "case")

    assert loaded(folder, COMMAND, *words) == ["fsrs", "pydantic", "tinydb"]


def test_a_visitor_of_the_server_sits_at_no_server(folder: Path) -> None:
    assert loaded(folder, SEAT) == ["asyncio", "rich", "textual"]


def test_home_paints_from_the_cache_without_parser_or_store(folder: Path) -> None:
    run(folder, WARM_UP)

    names = run(folder, HOME).split()

    assert HEAVY.intersection(names) == {"asyncio", "rich", "textual"}
    assert "tutor.tui.keys" in names
    assert not {"tutor.tui.screens.palette", "tutor.tui.at_hand"}.intersection(names)
