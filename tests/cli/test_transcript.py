"""The lesson told in `docs/transcription.md` is what the tutor says today."""

import pytest

from tests.cli.test_plain_sounds import DRAWN
from tests.cli.transcript import PAGE, page


@pytest.mark.no_cover
def test_the_page_is_what_the_tutor_says() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(), "écrire la page de nouveau : make transcript"


def test_the_lesson_is_whole_and_nothing_in_it_is_drawn() -> None:
    lines = PAGE.read_text(encoding="utf-8").partition("```text\n")[2].splitlines()
    assert len(lines) > 250
    assert lines[0] == "Leçon « Les bases en vingt minutes »."
    assert any(line.startswith("Fin de « Les bases") for line in lines)
    assert [line for line in lines[:-1] if DRAWN.search(line)] == []
