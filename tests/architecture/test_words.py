import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, faulty, python_files, texts_of

pytestmark = pytest.mark.no_cover

JUDGED = re.compile(r"\b(?:in)?(?:validé|acquis|certifié)e?s?\b", re.IGNORECASE)
VALIDATED_BY_OTHERS = re.compile(r"\bARS\b|\bCPTS\b|\bprojet\b|\blettre\b")
COURSE_FILES = [
    path
    for folder in ("content", "quizzes")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".md", ".toml"}
]


@pytest.mark.parametrize(
    "text", ["Item validé.", "compétences ACQUISES", "un certifié", "non validées"]
)
def test_the_forbidden_words_are_recognised(text: str) -> None:
    assert JUDGED.search(text)


@pytest.mark.parametrize("text", ["valider", "acquisition", "validation", "certifier"])
def test_other_words_are_left_alone(text: str) -> None:
    assert not JUDGED.search(text)


def test_the_tutor_never_says_that_someone_is_validated() -> None:
    def judging(file: Path) -> list[str]:
        return [text for text in texts_of(file) if JUDGED.search(text)]

    assert faulty(judging, python_files("tutor")) == {}


def test_the_course_says_it_only_of_what_people_validate() -> None:
    def judging(file: Path) -> list[str]:
        lines = file.read_text(encoding="utf-8").splitlines()
        said = [line for line in lines if JUDGED.search(line)]
        return [line for line in said if not VALIDATED_BY_OTHERS.search(line)]

    assert COURSE_FILES
    assert faulty(judging, COURSE_FILES) == {}
