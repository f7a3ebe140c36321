"""A course is parsed once, cached, and found again by every id it holds."""

import os
from pathlib import Path

import pytest

from tests.services.courses import HEAD, SMALL, front, qru, write_course
from tutor.domain.errors import ContentError
from tutor.services.library import Library
from tutor.services.places import course_stamp, file_stamp, find_course
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover


def library(folder: Path) -> Library:
    """Return the library of the small course."""
    root = folder / "cours"
    if not root.exists():
        write_course(root)
    return Library(root, Place(folder / "home"))


def cached(folder: Path) -> Path:
    """Return the one file of the cache."""
    (found,) = (folder / "home" / "cache").glob("course-*.json")
    return found


def test_the_course_from_the_cache_is_the_course(tmp_path: Path) -> None:
    parsed = library(tmp_path).course

    assert library(tmp_path).course == parsed
    assert cached(tmp_path).exists()


def test_the_course_is_taken_from_the_cache_while_nothing_changes(
    tmp_path: Path,
) -> None:
    stored = library(tmp_path).course
    path = cached(tmp_path)
    renamed = stored.model_copy(
        update={"head": stored.head.model_copy(update={"titre": "Depuis le cache"})}
    )
    stamp = path.read_bytes().partition(b"\n")[0]
    path.write_bytes(stamp + b"\n" + renamed.model_dump_json().encode())

    assert library(tmp_path).course.head.titre == "Depuis le cache"


@pytest.mark.parametrize("name", ["content/02-beta.md", "quizzes/cas.md"])
def test_a_course_file_that_changed_is_read_again(tmp_path: Path, name: str) -> None:
    before = library(tmp_path)
    assert before.course.units
    path = tmp_path / "cours" / name
    path.write_text(front("neuf", "Un titre neuf") + qru("n-un"), encoding="utf-8")

    assert "neuf" in library(tmp_path).index
    assert "neuf" not in before.index


def test_a_reference_file_that_changed_is_read_again(tmp_path: Path) -> None:
    assert library(tmp_path).course.head.titre == "Petit cours"
    head = HEAD.replace("Petit cours", "Grand cours")
    (tmp_path / "cours" / "content" / "cours.toml").write_text(head, encoding="utf-8")

    assert library(tmp_path).course.head.titre == "Grand cours"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\n",
        b"rubbish",
        b"\xff\xfe\n{}",
        b"STAMP\n{",
        b"STAMP\n{}",
        b"STAMP\nnull",
    ],
)
def test_a_damaged_cache_is_ignored_and_mended(tmp_path: Path, damage: bytes) -> None:
    course = library(tmp_path).course
    path = cached(tmp_path)
    whole = path.read_bytes()
    stamp = whole.partition(b"\n")[0]
    path.write_bytes(damage.replace(b"STAMP", stamp))

    assert library(tmp_path).course == course
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "cache").write_text("je suis un fichier")

    assert library(tmp_path).course.head.id == "petit-cours"


def test_two_courses_have_each_their_cache(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    for name in ("un", "deux"):
        files = {"content/01.md": front(name) + qru(f"{name}-a")}
        root = write_course(tmp_path / name, files)
        assert [unit.id for unit in Library(root, place).course.units] == [name]

    assert len(list(place.cache.iterdir())) == 2
    assert Library(tmp_path / "un", place).course.units[0].id == "un"


def test_everything_that_can_be_played_is_found_by_its_id(tmp_path: Path) -> None:
    found = library(tmp_path)

    assert sorted(found.index) == sorted(
        [
            "alpha",
            "a-qru",
            "a-mots",
            "a-qrm",
            "beta",
            "beta-qru",
            "banque",
            "b-un",
            "b-deux",
            "b-liste",
            "b-tcs",
            "cas",
            "cas-1",
            "cas-1-a",
            "cas-1-b",
            "cas-1-c",
        ]
    )
    assert set(found.questions()) == {
        name for name, each in found.index.items() if each.question is not None
    }


def test_of_two_files_with_one_id_the_first_is_played(tmp_path: Path) -> None:
    write_course(tmp_path / "cours", {**SMALL, "quizzes/z.md": front("alpha", "Autre")})

    assert library(tmp_path).find("alpha").unit.title == "Titre de alpha"


@pytest.mark.parametrize("name", ["absent", "absent-\udce9"])
def test_a_folder_without_a_course_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError) as refused:
        _ = Library(tmp_path / name, Place(tmp_path / "home")).course

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.no-course"


def test_the_course_option_comes_before_the_environment(tmp_path: Path) -> None:
    environment = {"TUTOR_COURSE": str(tmp_path / "env")}

    assert find_course(str(tmp_path / "option"), environment) == tmp_path / "option"
    assert find_course(None, environment) == tmp_path / "env"
    assert find_course("", environment) == tmp_path / "env"
    assert find_course("ici", {}) == Path.cwd() / "ici"
    assert find_course("~/ici", {}) == Path.home() / "ici"
    assert find_course("~personne-de-ce-nom", {}) == Path.cwd() / "~personne-de-ce-nom"


@pytest.mark.parametrize("environment", [{}, {"TUTOR_COURSE": " "}])
def test_without_a_name_it_is_the_course_that_travels_with_the_tutor(
    environment: dict[str, str],
) -> None:
    assert (find_course(None, environment) / "content" / "cours.toml").is_file()


def test_the_stamp_changes_with_every_change_and_only_then(tmp_path: Path) -> None:
    root = write_course(tmp_path / "cours")
    path = root / "content" / "02-beta.md"
    stamps = [course_stamp(root)]
    assert course_stamp(root) == stamps[0]

    path.write_text(path.read_text("utf-8") + "\nUn mot.\n", encoding="utf-8")
    stamps.append(course_stamp(root))
    os.utime(path, (1, 1))
    stamps.append(course_stamp(root))
    path.rename(path.with_name("03-beta.md"))
    stamps.append(course_stamp(root))
    (root / "quizzes" / "cas.md").unlink()
    stamps.append(course_stamp(root))
    assert len(set(stamps)) == 5

    (root / "content" / "brouillon.txt").write_text("hors du cours")
    assert course_stamp(root) == stamps[-1]


def test_a_file_that_is_absent_has_an_empty_stamp(tmp_path: Path) -> None:
    assert file_stamp(tmp_path / "absent") == ""
    assert file_stamp(tmp_path) != ""
