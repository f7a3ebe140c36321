"""A question taken out of its file comes with the story that leads to it."""

from tests.course.shipped import course
from tutor.cohort.preceding import story_before
from tutor.domain.course import Dossier, Passage
from tutor.domain.prose import Heading, texts_of


def _bare(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(sign for sign in text if sign.isalnum())


def test_a_question_of_a_case_comes_with_all_that_was_told_before() -> None:
    seen = 0
    for unit in course().units:
        for dossier in unit.parts:
            if not isinstance(dossier, Dossier):
                continue
            told = ""
            for part in dossier.parts:
                if isinstance(part, Passage):
                    blocks = tuple(b for b in part.blocks if not isinstance(b, Heading))
                    told += " ".join(texts_of(blocks))
                elif part in dossier.questions:
                    assert _bare(story_before(unit, part)) == _bare(told)
                    assert told
                    seen += 1
    assert seen > 20


def test_elsewhere_it_comes_with_what_stands_right_before_it() -> None:
    for unit in course().units:
        if unit.kind != "lesson":
            continue
        last: list[str] = []
        for part in unit.parts:
            if isinstance(part, Passage):
                ends = [b for b in part.blocks[-1:] if not isinstance(b, Heading)]
                last = [*texts_of(tuple(ends))]
            elif part in unit.questions:
                story = story_before(unit, part)
                assert not last or " ".join(last[-1].split()) in story
                last = []


def test_a_question_of_a_bank_that_stands_alone_has_none() -> None:
    (bank,) = [unit for unit in course().units if unit.id == "missions"]
    lone = [q for q in bank.questions if not story_before(bank, q)]
    assert len(lone) > len(bank.questions) / 2
