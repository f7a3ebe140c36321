import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, name_of, python_files, texts_of

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


@pytest.mark.parametrize("file", python_files("tutor"), ids=name_of)
def test_the_tutor_never_says_that_someone_is_validated(file: Path) -> None:
    judging = [text for text in texts_of(file) if JUDGED.search(text)]

    assert judging == []


@pytest.mark.parametrize("file", COURSE_FILES, ids=name_of)
def test_the_course_says_it_only_of_what_people_validate(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    judging = [line for line in lines if JUDGED.search(line)]

    assert [line for line in judging if not VALIDATED_BY_OTHERS.search(line)] == []
