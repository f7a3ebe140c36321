"""Whatever slips a file has, mending it is safe, and doing it again changes nothing."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.any_input import ANY, PIECES, SMALL, mutations
from tests.pipeline.reading import HEAD, read
from tests.pipeline.slips import SLIPS, asked, mended, slipped
from tutor.domain.question import Question, key_hash
from tutor.pipeline.findings import Findings
from tutor.pipeline.segments import segments

pytestmark = pytest.mark.no_cover

SOUND = "\n".join(SMALL)
SLOW = settings(ANY, max_examples=max(10, ANY.max_examples // 3))
ODD = [
    *("• [ ] trois", "– quatre", "☐ cinq", "☑ six", "- []", "- []x", "- [x]y", "• a"),
    *(":::{qru} {#k}", ":::{note}", "::: {.qrm #z comp=“a”}", "> oui", "<!-- a", "-->"),
    *("- ! attention", "1. ? quoi", "# : titre", "a « b » : c ?", "- [x] a « b » ?"),
    *(
        "| a ? | b : |",
        "`a ?` ; b",
        "    code ?",
        "[a]: <x ? y>",
        "[a]",
        "titre: a : b",
    ),
    *("• **+1** ok", "::: qru", "::: qrm {comp=«\u00a0x\u00a0»}", "::: reflexion"),
    *("## Cas {.dossier}", "- [x] a {err=“IF-01”}", "::: relais {#rel}"),
]


def plain(value: object) -> str:
    """Return a value as text, no-break spaces as ordinary ones."""
    return repr(value).replace("\\xa0", " ")


@cache
def asked_of(text: str) -> str:
    """Return what a file asks; most slips are mended to the same text."""
    unit, _ = read(text)
    assert unit is not None
    return plain(asked(unit))


def sound_questions(text: str) -> dict[str, tuple[str, str]]:
    """Return the questions of a file that have no error inside, by their id."""
    unit, problems = read(text)
    if unit is None:
        return {}
    opened = [each.line for each in segments(text.split("\n"), 1, Findings(""))]
    wrong = [each.line for each in problems if each.severity == "error"]
    return {
        question.id: said(question)
        for question in unit.questions
        if not any(
            question.line
            <= line
            < min((n for n in opened if n > question.line), default=line + 1)
            for line in wrong
        )
    }


def said(question: Question) -> tuple[str, str]:
    """Return the key of a question and everything it says."""
    return key_hash(question), plain(question.model_copy(update={"line": 1}))


def assert_mended_safely(text: str) -> None:
    """Assert that mending loses nothing, and that doing it again does nothing."""
    found = mended(text)
    unit, _ = read(found.text)
    after = {each.id: said(each) for each in unit.questions} if unit else {}

    assert mended(found.text) == (found.text, ())
    assert bool(found.repairs) == (found.text != text)
    for name, before in sound_questions(text).items():
        assert after[name] == before
    if (earlier := read(text)[0]) is not None:
        assert {each.id for each in earlier.questions} <= after.keys()


@SLOW
@given(slipped(SOUND))
def test_slips_on_a_sound_lesson(text: str) -> None:
    assert_mended_safely(text)


@SLOW
@given(mutations(SMALL))
def test_a_lesson_with_broken_lines(text: str) -> None:
    assert_mended_safely(text)


@ANY
@given(st.lists(st.sampled_from([*PIECES, *ODD]), max_size=30).map("\n".join))
def test_any_pieces_of_lessons(text: str) -> None:
    assert_mended_safely(HEAD + text)


@ANY
@given(st.text("{}#.=\"'\\ :;%-_aé1“»«?![]x•☐>\u00a0\n\r", max_size=120))
def test_any_text(text: str) -> None:
    assert_mended_safely(HEAD + text)


@pytest.mark.parametrize("name", sorted(SLIPS))
def test_each_slip_is_undone(name: str) -> None:
    wanted = asked_of(SOUND)
    lines = {n: made for n, line in enumerate(SMALL) if (made := SLIPS[name](line))}
    assert lines
    for number, made in lines.items():
        if name == "feedback cut off" and number in range(59, 68):
            continue  # a QROC needs no feedback: whose the quote is cannot be known
        text = "\n".join([*SMALL[:number], made, *SMALL[number + 1 :]])
        assert asked_of(mended(text).text) == wanted, made
