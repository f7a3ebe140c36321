import re
import tomllib

import click
import pytest

from tests.architecture.tree import ROOT
from tutor.cli.main import COMMANDS, cli
from tutor.pipeline.cards import CALLOUTS, CARDS, DRAW
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.tui.keys import KEYS, Key

pytestmark = pytest.mark.no_cover

DIRECTIVES = sorted({*EXTRA_NAMES, *CARDS, *CALLOUTS, DRAW})
SHOWN = [key for key in KEYS if key.shown]
GUIDES = {"preview": "docs/guide-auteur.md"}
"""Where the keys of a place are told, if not to the intern."""


def code_in(name: str) -> list[str]:
    """Return everything a page of documentation sets as code, in its order."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_names_every_command(name: str) -> None:
    codes = code_in("README.md")

    assert any(re.search(rf"\btutor {name}\b", code) for code in codes), (
        f"give `tutor {name}` a row in the table of commands of README.md"
    )


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    assert command.help


@pytest.mark.parametrize("key", SHOWN, ids=lambda key: key.id)
def test_the_guide_of_who_uses_it_names_every_key(key: Key) -> None:
    guide = GUIDES.get(key.place, "docs/guide-interne.md")
    codes, parts = code_in(guide), key.shown.split()

    is_named = f"`{key.shown}`" in codes or all(f"`{part}`" in codes for part in parts)
    assert is_named, f"name `{key.shown}` in {guide}: make keys renews the tables"


@pytest.mark.parametrize("kind", DIRECTIVES)
def test_the_guide_of_the_teacher_shows_every_directive(kind: str) -> None:
    codes = code_in("docs/guide-auteur.md")

    is_shown = any(re.search(rf"`{kind}\b|::: {kind}\b", code) for code in codes)
    assert is_shown, f"show a block `::: {kind}` in docs/guide-auteur.md"


def test_the_layers_of_the_documentation_are_those_that_are_enforced() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = [c["layers"] for c in contracts if c.get("containers") == ["tutor"]]
    enforced = [set(re.split(r" [|:] ", layer)) for layer in layers]

    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    told = re.findall(r"^\d+\. (`.+)$", page, re.MULTILINE)

    assert [set(re.findall(r"`(\w+)`", line)) for line in told] == enforced


def test_the_doors_of_the_documentation_are_those_that_are_enforced() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE))
    named = {"markdown_it": "markdown-it-py", "yaml": "PyYAML"}
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] != "forbidden":
            continue
        packages = {each.partition(".")[2] for each in contract["source_modules"]}
        for library in contract["forbidden_modules"]:
            said = named.get(library, library.replace("_", "-")).lower()
            doors = {door for door, known in rows.items() if said in known.lower()}
            assert doors or library == "rich", library
            assert doors.isdisjoint(packages), library
