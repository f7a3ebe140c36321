"""What is checked when a course, a folder, a file or nothing is named."""

import shutil
from pathlib import Path

import pytest

from tests.pipeline.reading import COURSE, ROOT, assert_tellable, check, course_at
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.problem import Problem
from tutor.pipeline.courses import read_course
from tutor.services.places import find_course

BAD = "---\nid: seul\ntitre: Seul\n---\n\n::: quizz\n:::\n"


def lesson(name: str, *blocks: str, head: str = "") -> str:
    """Return a lesson that holds reflection cards of these ids."""
    cards = "".join(
        f"\n::: reflexion {{#{block}}}\nÉcrivez.\n:::\n" for block in blocks
    )
    return f"---\nid: {name}\ntitre: Essai\n{head}---\n{cards}"


def write(path: Path, text: str) -> Path:
    """Return a new file in a new folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def seen(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """Return where each problem is."""
    return [(problem.path, problem.line, problem.code) for problem in problems]


@pytest.mark.no_cover
def test_the_shipped_course_has_no_error_and_no_warning() -> None:
    report = check(find_course(None, {}))

    assert [each for each in report.problems if each.severity != "info"] == []
    assert report.files >= 10


def test_without_a_path_the_current_course_is_checked() -> None:
    report = check(COURSE)

    assert report.problems == []
    assert report.files == 10


def test_all_problems_of_all_files_come_sorted(tmp_path: Path) -> None:
    root = course_at(
        tmp_path / "cours",
        {
            "quizzes/z.md": BAD,
            "content/a.md": f"{BAD}\n::: quizz\n:::\n",
            "quizzes/m.md": "",
        },
    )

    assert seen(check(root).problems) == [
        ("content/a.md", 6, "bloc-inconnu"),
        ("content/a.md", 9, "bloc-inconnu"),
        ("quizzes/m.md", 1, "en-tete-absent"),
        ("quizzes/z.md", 1, "identifiant-double"),
        ("quizzes/z.md", 6, "bloc-inconnu"),
    ]


def test_a_course_named_by_its_folder_shows_paths_from_there(tmp_path: Path) -> None:
    one = course_at(tmp_path / "un", {"quizzes/z.md": BAD})
    two = course_at(tmp_path / "deux", {"quizzes/z.md": BAD})

    assert seen(check(COURSE, one, two).problems) == [
        (f"{two}/quizzes/z.md", 6, "bloc-inconnu"),
        (f"{one}/quizzes/z.md", 6, "bloc-inconnu"),
    ]


def test_a_file_is_shown_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = course_at(tmp_path / "cours", {"quizzes/z.md": BAD})
    monkeypatch.chdir(root / "quizzes")

    assert seen(check(COURSE, "z.md").problems) == [("z.md", 6, "bloc-inconnu")]
    assert seen(check(COURSE, "../quizzes/z.md").problems) == [
        ("../quizzes/z.md", 6, "bloc-inconnu")
    ]


def test_a_file_is_checked_against_the_course_it_lies_in(tmp_path: Path) -> None:
    text = lesson("seul", "relais-qru", "plaie", "relais-auto", "visites", "neuf")
    path = write(course_at(tmp_path / "cours") / "quizzes" / "z.md", text)

    report = check(ROOT, path)

    assert report.files == 1
    assert [each.code for each in report.problems] == ["identifiant-double"] * 4
    assert [each.values["first"] for each in report.problems] == [
        "content/relais.md:26",
        "content/relais.md:70",
        "content/relais.md:117",
        "quizzes/visites.md:2",
    ]


def test_a_sound_file_of_a_course_is_not_its_own_double() -> None:
    report = check(ROOT, COURSE / "content" / "relais.md", COURSE / "quizzes")

    assert report.problems == []
    assert report.files == 2


def test_a_heading_or_code_that_looks_like_an_id_takes_none(tmp_path: Path) -> None:
    root = course_at(tmp_path / "cours")
    write(
        root / "quizzes" / "autre.md",
        "---\nid: 'autre'\n---\n## Titre {#ancre}\n{#b}\n",
    )
    path = write(root / "quizzes" / "z.md", lesson("z", "ancre", "b"))

    assert check(ROOT, path).problems == []
    path.write_text(lesson("autre"), encoding="utf-8")
    assert [each.code for each in check(ROOT, path).problems] == ["identifiant-double"]


def test_a_prerequisite_may_be_any_file_of_the_course(tmp_path: Path) -> None:
    root = course_at(tmp_path / "cours")
    text = lesson("z", head="prerequis: [relais, visites, z, perdue]\n")
    path = write(root / "quizzes" / "z.md", text)

    assert [each.values["lesson"] for each in check(ROOT, path).problems] == ["perdue"]


def test_a_file_outside_any_course_is_checked_against_the_current(
    tmp_path: Path,
) -> None:
    text = lesson("seul", "relais-qru", head="competences: [C5.N.1, C9.N.9]\n")
    path = write(tmp_path / "seul.md", text)

    report = check(COURSE, path)

    assert seen(report.problems) == [
        (str(path), 1, "item-inconnu"),
        (str(path), 7, "identifiant-double"),
    ]


def test_files_of_one_folder_are_checked_against_each_other(tmp_path: Path) -> None:
    one = write(tmp_path / "brouillons" / "un.md", lesson("un", "meme"))
    two = write(tmp_path / "brouillons" / "sous" / "deux.md", lesson("deux", "meme"))
    (tmp_path / "brouillons" / "dossier.md").mkdir()

    report = check(COURSE, tmp_path / "brouillons")

    assert report.files == 2
    assert seen(report.problems) == [(str(one), 6, "identifiant-double")]
    assert report.problems[0].values["first"] == f"{two}:6"
    assert seen(check(COURSE, one, two).problems) == seen(report.problems)


def test_the_same_file_twice_is_checked_once(tmp_path: Path) -> None:
    path = write(tmp_path / "seul.md", BAD)

    report = check(COURSE, path, path, tmp_path)

    assert (len(report.problems), report.files) == (1, 1)


def test_an_empty_folder_holds_no_problem(tmp_path: Path) -> None:
    assert check(COURSE, tmp_path) == ([], 0)


def test_a_reference_file_of_a_course_has_all_of_it_checked(tmp_path: Path) -> None:
    root = course_at(tmp_path / "cours", {"quizzes/z.md": BAD})
    note = write(root / "notes.md", "Sans en-tête.\n")

    for path in ("content/faits.toml", "content/referentiels/petit.toml", "content"):
        report = check(ROOT, root / path)
        assert seen(report.problems) == [("quizzes/z.md", 6, "bloc-inconnu")]
    report = check(ROOT, root / "content" / "glossaire.md", note)
    assert (str(note), 1, "en-tete-absent") in seen(report.problems)


def test_a_folder_that_holds_courses_has_each_checked(tmp_path: Path) -> None:
    course_at(tmp_path / "un", {"quizzes/z.md": BAD})

    assert seen(check(ROOT, tmp_path).problems) == [("quizzes/z.md", 6, "bloc-inconnu")]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("cours.toml", "id = 'a'\n", "fiche-champ-manquant"),
        ("faits.toml", "[a]\n", "fiche-champ-manquant"),
        ("sources.toml", "[a\n", "toml-illisible"),
        ("mon-referentiel.toml", "id = 'a'\n", "fiche-champ-manquant"),
        ("glossaire.md", ":  perdue\n", "definition-sans-terme"),
        ("idees-fausses.md", "## Sans code\n", "idee-sans-code"),
        ("chronologie.md", "| hier | un | deux |\n", "date-illisible"),
        ("enquete.md", "Sans en-tête.\n", "en-tete-absent"),
        ("vos-questions.md", "## Sans nom ?\n", "vos-questions-titre"),
    ],
)
def test_a_reference_file_outside_any_course_is_read_alone(
    tmp_path: Path, name: str, text: str, code: str
) -> None:
    path = write(tmp_path / name, text)

    report = check(COURSE, path)

    assert {each.code for each in report.problems} == {code}
    assert {each.path for each in report.problems} == {str(path)}
    assert_tellable(report.problems)


def test_a_file_of_quizzes_is_a_bank_wherever_it_lies(tmp_path: Path) -> None:
    path = write(tmp_path / "quizzes" / "seul.md", lesson("seul"))

    assert check(COURSE, path).problems == []


def test_a_broken_head_of_the_course_is_shown_beside_the_file(tmp_path: Path) -> None:
    root = course_at(tmp_path / "cours", {"content/cours.toml": "id =\n"})
    path = write(root / "quizzes" / "z.md", BAD)

    assert seen(check(ROOT, path).problems) == [
        (str(path), 6, "bloc-inconnu"),
        ("content/cours.toml", 1, "toml-illisible"),
    ]


def test_missing_reference_files_are_no_problem(tmp_path: Path) -> None:
    root = course_at(tmp_path / "cours")
    for name in ("glossaire.md", "idees-fausses.md", "chronologie.md"):
        (root / "content" / name).unlink()

    course, problems = read_course(root)

    assert problems == []
    assert (course.glossary, course.misconceptions, course.timeline) == ({}, {}, ())


def test_a_path_that_does_not_exist_is_wrong_use() -> None:
    with pytest.raises(WrongUseError) as caught:
        check(COURSE, "perdu.md")

    assert caught.value.values == {"path": "perdu.md"}


def test_a_name_without_end_is_an_unreadable_file() -> None:
    with pytest.raises(ContentError) as caught:
        check(COURSE, "a" * 5000)

    assert caught.value.message_id == "errors.file-unreadable"


@pytest.mark.parametrize(
    "path",
    ["content/z.md", "quizzes/z.md", "content/faits.toml", "content/glossaire.md"],
)
def test_a_folder_in_place_of_a_course_file_stops_the_check(
    tmp_path: Path, path: str
) -> None:
    root = course_at(tmp_path / "cours")
    (root / path).unlink(missing_ok=True)
    (root / path).mkdir()
    if path.endswith("z.md"):
        for paths in ((), (root / "quizzes" / "visites.md",)):
            with pytest.raises(ContentError):
                check(root, *paths)
    else:
        assert_tellable(check(root).problems)


def test_a_folder_without_a_course_cannot_be_the_current_one(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        check(tmp_path)

    assert caught.value.message_id == "errors.no-course"


def test_a_course_without_its_framework_cannot_be_checked(tmp_path: Path) -> None:
    root = course_at(tmp_path / "cours")
    shutil.rmtree(root / "content" / "referentiels")

    with pytest.raises(ContentError) as caught:
        check(root)

    assert caught.value.message_id == "errors.framework"
