"""The page of a group session: what is said, what is not, and that it is one page."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.factories import NOON
from tests.reports.pieces import HOSTILE
from tests.reports.reading import Page
from tutor.domain.debrief import Debrief, Said, Talk
from tutor.domain.figures import Estimate, Hidden, Place
from tutor.reports.debrief_page import debrief_page

CHROMIUM = shutil.which("chromium")
LONG = "Une vignette qui prend son temps, avec des détails qui comptent. " * 40


def session(talks: int, words: str = "Que faites-vous ?") -> Debrief:
    """Return a session with so many questions."""
    share = Estimate(n=30, value=0.4, low=0.26, high=0.55)
    return Debrief(
        made_at=NOON,
        course="cours",
        title="Cours",
        people=40,
        least_group=5,
        minutes=4 + 4 * talks,
        opening=2,
        closing=2,
        talks=tuple(
            Talk(
                question=f"question-{number}",
                place=Place(file="content/01-bases.md", line=number),
                lesson=words[:60],
                story=words,
                stem=words,
                kind="qru",
                reasons=("divides", "sure"),
                people=30,
                credit=share,
                sure_wrong=share,
                options=tuple(
                    Said(
                        letter=letter,
                        text=words,
                        is_right=letter == "b",
                        chosen=Hidden(hidden="few") if letter == "d" else share,
                    )
                    for letter in "abcd"
                ),
                explanation=words,
                start=2 + 4 * number,
                minutes=4,
            )
            for number in range(talks)
        ),
    )


def test_the_page_says_the_time_the_votes_and_the_answer() -> None:
    said = " ".join("".join(Page(debrief_page(session(2))).text).split())
    for text in ("0–2 min", "2–6 min", "6–10 min", "10–12 min", "deux camps", "40 %"):
        assert text in said
    assert said.count("✓ attendue") == 2
    assert said.count("masqué") == 2
    assert "content/01-bases.md:1" in said


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_anybody_wrote_becomes_markup(words: str) -> None:
    page = Page(debrief_page(session(3, words)))
    assert page.open == []
    assert {"script", "img"}.isdisjoint(tag for tag, _ in page.tags)
    assert all("//" not in (v or "") for _, given in page.tags for v in given.values())


def test_a_session_without_a_question_says_why() -> None:
    assert "trop peu de réponses" in debrief_page(session(0))


@pytest.mark.chromium
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to print with")
@pytest.mark.parametrize("talks", [5, 8])
def test_it_prints_on_one_page_however_long_the_questions_are(
    tmp_path: Path, talks: int
) -> None:
    page, made = tmp_path / "seance.html", tmp_path / "seance.pdf"
    page.write_text(debrief_page(session(talks, LONG)), encoding="utf-8")
    subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
            "--no-pdf-header-footer", f"--print-to-pdf={made}", page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=50,
    )  # fmt: skip
    assert len(re.findall(rb"/Type\s*/Page\b", made.read_bytes())) == 1


def test_a_long_story_keeps_who_it_is_about_and_what_happens_now() -> None:
    made = session(1)
    told = "Mme Kerviel, 82 ans, vit seule. " + LONG * 2 + "Ce vendredi, le lit manque."
    talk = made.talks[0].model_copy(update={"story": told})
    page = Page(debrief_page(made.model_copy(update={"talks": (talk,)})))
    said = " ".join("".join(page.text).split())

    assert "Mme Kerviel, 82 ans, vit seule." in said
    assert "Ce vendredi, le lit manque." in said
    assert len(said) < len(told)
