"""Which language is spoken: asked for, kept by the person, the machine's, else French."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tutor as package
from tests.locale.source import name_of_call
from tutor.cli.tongue import choose_language, value_of
from tutor.domain.errors import WrongUseError
from tutor.locale.language import (
    LANGUAGES,
    Language,
    language,
    language_of,
    language_of_machine,
    speak,
)
from tutor.services.outlook import outlook_stamp
from tutor.services.profiles import place_of_profile
from tutor.services.tongue import keep_language, kept_language
from tutor.store.place import Place
from tutor.store.whole import erase_all, own_files

NAMES = [
    ("fr", "fr"),
    ("en", "en"),
    ("EN", "en"),
    (" en ", "en"),
    ("en_GB.UTF-8", "en"),
    ("fr_CA@euro", "fr"),
    ("en-US", "en"),
    ("en.UTF-8", "en"),
    ("fr@latin", "fr"),
    ("english", None),
    ("de_DE.UTF-8", None),
    ("C", None),
    ("C.UTF-8", None),
    ("POSIX", None),
    ("", None),
    (None, None),
]
MACHINES: list[tuple[dict[str, str], str]] = [
    ({}, "fr"),
    ({"LANG": "en_GB.UTF-8"}, "en"),
    ({"LANG": "C.UTF-8"}, "fr"),
    ({"LANG": "de_DE.UTF-8"}, "fr"),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
    ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
    ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "fr"),
    ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
]
TYPED = [
    ([], None),
    (["status"], None),
    (["--lang", "en", "status"], "en"),
    (["status", "--lang", "en"], "en"),
    (["--lang=en"], "en"),
    (["--lang", "fr", "status", "--lang=en"], "en"),
    (["search", "--", "--lang", "en"], None),
    (["search", "--language", "en"], None),
    (["--lang"], None),
    (["--lang="], ""),
]
SAYERS = {
    *("say", "count", "advise", "named", "listed", "semicolon"),
    *("credit_text", "decimal", "grouped", "short_date"),
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A person's folder, on a machine that names no language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TUTOR_LANG", "TUTOR_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path))
    return Place(tmp_path)


@pytest.mark.parametrize(("name", "found"), NAMES)
def test_a_name_gives_its_language_or_none(name: str | None, found: str | None) -> None:
    assert language_of(name) == found


@given(st.text())
def test_no_name_at_all_is_a_fault(name: str) -> None:
    assert language_of(name) in {None, *LANGUAGES}


@pytest.mark.parametrize(("variables", "found"), MACHINES)
def test_the_machine_speaks_english_only_where_it_says_so(
    variables: dict[str, str], found: str
) -> None:
    assert language_of_machine(variables) == found


@pytest.mark.parametrize(("words", "found"), TYPED)
def test_the_option_is_read_wherever_it_stands(
    words: list[str], found: str | None
) -> None:
    assert value_of("--lang", words) == found


def test_the_option_comes_before_all_then_the_variable_the_setting_the_machine(
    home: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_language([])
    assert language() == "fr"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    choose_language([])
    assert language() == "en"
    keep_language(home, "fr")
    choose_language([])
    assert language() == "fr"
    monkeypatch.setenv("TUTOR_LANG", "en")
    choose_language([])
    assert language() == "en"
    choose_language(["status", "--lang", "fr"])
    assert language() == "fr"


def test_each_profile_keeps_its_own_language(
    home: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_language(place_of_profile(home, "Anna"), "en")
    choose_language(["--profile", "Anna", "status"])
    assert language() == "en"
    choose_language(["status"])
    assert language() == "fr"
    monkeypatch.setenv("TUTOR_PROFILE", "anna")
    choose_language(["status"])
    assert language() == "en"
    choose_language(["--profile", "/", "status"])
    assert language() == "fr"


@pytest.mark.parametrize(
    ("words", "variable", "refused", "spoken"),
    [
        (["--lang", "de"], "", ("de", "--lang"), "fr"),
        (["--lang", "de"], "en", ("de", "--lang"), "en"),
        (["status", "--lang=anglais"], "", ("anglais", "--lang"), "fr"),
        ([], "it", ("it", "TUTOR_LANG"), "fr"),
    ],
)
def test_a_language_there_is_not_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    variable: str,
    refused: tuple[str, str],
    spoken: str,
) -> None:
    monkeypatch.setenv("TUTOR_LANG", variable)
    with pytest.raises(WrongUseError) as raised:
        choose_language(words)
    assert raised.value.values == dict(zip(("name", "where"), refused, strict=True))
    assert raised.value.exit_code == 2
    assert language() == spoken


def test_an_option_hides_a_variable_that_names_no_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TUTOR_LANG", "it")
    choose_language(["--lang", "en"])
    assert language() == "en"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_is_kept_for_the_next_start_and_forgotten(
    home: Place, lang: Language
) -> None:
    assert kept_language(home) is None
    keep_language(home, lang)
    assert kept_language(home) == lang
    assert home.language in own_files(home)
    keep_language(home, None)
    assert kept_language(home) is None
    assert not home.language.exists()


@pytest.mark.parametrize("held", [b"", b"de\n", b"\xff\xfe", b"fran\xc3\xa7ais", b"\0"])
def test_a_file_that_names_no_language_is_no_choice(home: Place, held: bytes) -> None:
    home.language.write_bytes(held)
    assert kept_language(home) is None


def test_forgetting_everything_forgets_the_language(home: Place) -> None:
    keep_language(home, "en")
    erase_all(home)
    assert not home.language.exists()


def test_what_home_showed_in_one_language_is_not_shown_in_the_other(
    home: Place,
) -> None:
    stamps = []
    for lang in LANGUAGES:
        speak(lang)
        stamps.append(outlook_stamp(home.root, home))
    assert len(set(stamps)) == len(LANGUAGES)


def test_nothing_is_said_while_a_module_is_imported() -> None:
    root = Path(package.__file__).parent
    said = {
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted(root.rglob("*.py"))
        for node in at_import(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and name_of_call(node.func) in SAYERS
    }
    assert said == set()


def test_what_is_said_at_import_would_be_seen() -> None:
    code = "def f(text=say('a')): return say('b')\nclass C:\n  D = [say('c')]"
    calls = [n for n in at_import(ast.parse(code)) if isinstance(n, ast.Call)]
    assert [ast.unparse(call) for call in calls] == ["say('a')", "say('c')"]


def at_import(node: ast.AST) -> list[ast.AST]:
    """Return what runs when a module is imported: all but the bodies of functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        inside: list[ast.AST] = [*node.decorator_list, node.args]
    elif isinstance(node, ast.Lambda):
        inside = [node.args]
    else:
        inside = list(ast.iter_child_nodes(node))
    return [node, *(found for each in inside for found in at_import(each))]
