"""A GIFT reader of other makers reads what the tutor writes: npm's `gift-pegjs`."""

import json
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT
from tests.interop.questions import source_of
from tutor.domain.prose import Paragraph, Span
from tutor.domain.question import Choice, KnownAnswer, Option, Question, ShortAnswer
from tutor.interop.gift_writing import write_gift
from tutor.interop.html_writing import html_of
from tutor.services.conversion import gather

NPM = Path(__file__).parent / "npm"
NODE = shutil.which("node")
SIGNS = ("~", "=", "#", "{", "}", ":", "%", "\\", "->", "//", "####", "::", "%50%")

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.skipif(NODE is None, reason="node is not installed"),
    pytest.mark.skipif(
        not (NPM / "node_modules" / "gift-pegjs").is_dir(),
        reason="gift-pegjs is not installed: make validators",
    ),
]


def parsed(text: str, folder: Path) -> list[dict[str, Any]]:
    """Return what gift-pegjs reads in a text."""
    path = folder / "essai.gift"
    path.write_text(text, encoding="utf-8")
    words = [str(NODE), str(NPM / "gift.js"), str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def asked(number: int, said: str) -> list[Question]:
    """Return a choice and a short answer all of whose texts hold some signs."""
    text = (Span(text=said),)
    stem = (Paragraph(text=text),)
    options = tuple(
        Option(text=(Span(text=f"{said}{n}"),), right=n == 0, feedback=text)
        for n in range(3)
    )
    known = (KnownAnswer(text=said, right=True, feedback=text),)
    return [
        Choice(
            kind="qru", id=f"c-{number}", stem=stem, options=options, explanation=text
        ),
        ShortAnswer(kind="qroc", id=f"s-{number}", stem=stem, known=known),
    ]


def test_the_whole_shipped_course_is_read(tmp_path: Path) -> None:
    made = write_gift(gather([ROOT], ROOT).sources)
    found = parsed(made.text, tmp_path)

    assert len([q for q in found if q["type"] not in {"Category", "Description"}]) == (
        made.written
    )
    assert {q["type"] for q in found} == {
        *("Category", "Description", "MC", "Short", "Matching", "Essay"),
    }
    assert all(q["id"] == q["title"] for q in found if q["type"] in {"MC", "Short"})


def test_no_sign_in_a_text_is_taken_for_one_of_gift(tmp_path: Path) -> None:
    pairs = [f"a {one}{other} b" for one, other in product(SIGNS, SIGNS)]
    starts = [f"{one} b" for one in SIGNS]
    said = [each for each in (*pairs, *starts) if "->" not in each]
    questions = [q for number, each in enumerate(said) for q in asked(number, each)]
    found = parsed(write_gift([source_of(*questions)]).text, tmp_path)[1:]

    assert [q["title"] for q in found] == [q.id for q in questions]
    for read, question in zip(found, questions, strict=True):
        assert read["stem"]["text"] == html_of(question.stem).replace("\\", "&#92;")
        weights = [choice["weight"] for choice in read["choices"]]
        if isinstance(question, Choice):
            assert [c["isCorrect"] for c in read["choices"]] == [True, False, False]
            assert all(c["feedback"]["text"] for c in read["choices"])
        elif isinstance(question, ShortAnswer):
            assert [c["text"]["text"] for c in read["choices"]] == [
                known.text for known in question.known
            ]
            assert weights == [100]
