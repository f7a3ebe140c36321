"""What stands under each heading, in a file and as far as a run has come."""

from pathlib import Path

from tests.course.shipped import course
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here
from tests.services.test_contents import FILES
from tutor.domain.prose import texts_of
from tutor.services.chapters import (
    Chapter,
    chapters_of_run,
    chapters_of_unit,
    is_past,
    leaf_of_run,
)
from tutor.services.contents import contents_of
from tutor.services.sections import sections_of


def told(chapter: Chapter) -> list[str]:
    """Return what is read and asked in a chapter, its heading first."""
    said = []
    for leaf in chapter.leaves:
        said += [text for part in leaf.parts for text in texts_of(part.blocks)]
        said += [leaf.key] if leaf.task is not None else []
    return said


def test_a_file_has_the_chapters_that_a_search_counts() -> None:
    units = [*course().lessons, *course().banks]
    assert len(units) > 20
    for unit in units:
        titles = [chapter.title for chapter in chapters_of_unit(unit)]
        assert titles == [section.title for section in sections_of(unit)]


def test_a_run_has_the_chapters_it_has_come_to(tmp_path: Path) -> None:
    run = desk_at(tmp_path, files=FILES).start("titres")
    assert [told(each) for each in chapters_of_run(run)] == [
        ["Titre de titres"],
        ["Un", "Lire.", "t-un"],
    ]
    answer_here(run)
    chapters = chapters_of_run(run)
    assert [told(each) for each in chapters[1:]] == [
        ["Un", "Lire.", "t-un"],
        ["Deux", "Lire."],
        ["Dedans", "Lire encore.", "t-deux"],
    ]
    lines = [line.title for line in contents_of(run).lines if line.key]
    assert [chapter.title for chapter in chapters[1:]] == lines


def test_text_after_a_question_stays_under_its_heading(tmp_path: Path) -> None:
    lesson = front("suite") + "## Un\n\n" + qru("s-un") + "Après.\n\n## Deux\n\nFin.\n"
    desk = desk_at(tmp_path, files={**SMALL, "content/04-suite.md": lesson})
    run = desk.start("suite")
    answer_here(run)
    assert [told(each) for each in chapters_of_run(run)[1:]] == [
        ["Un", "s-un", "Après."],
        ["Deux", "Fin."],
    ]
    assert chapters_of_run(run)[-1].leaves[-1].key == "fin:suite"
    assert is_past(run, "s-un")
    assert not is_past(run, "fin:suite")


def test_a_leaf_is_the_text_that_leads_to_a_stop(tmp_path: Path) -> None:
    run = desk_at(tmp_path, files=FILES).start("titres")
    answer_here(run)
    leaf = leaf_of_run(run, "t-deux")
    assert told(Chapter("", (leaf,))) == [
        "Deux",
        "Lire.",
        "Dedans",
        "Lire encore.",
        "t-deux",
    ]
