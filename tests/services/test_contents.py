"""The headings of a run: what is done, where one is, what is still closed."""

from pathlib import Path

from tests.factories import choice
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, go_to
from tests.services.runs import run_over
from tutor.services.contents import Contents, contents_of

LESSON = (
    front("titres")
    + "## Un\n\nLire.\n\n"
    + qru("t-un")
    + "## Deux\n\nLire.\n\n### Dedans\n\nLire encore.\n\n"
    + qru("t-deux")
    + qru("t-trois")
    + "## Fin\n\nDernière page.\n"
)
FILES = {**SMALL, "content/03-titres.md": LESSON}


def shown(contents: Contents) -> list[tuple[str, str, str]]:
    """Return title, state and answered over asked of each line."""
    return [(e.title, e.state, f"{e.answered}/{e.asked}") for e in contents.lines]


def test_what_is_ahead_leads_nowhere(tmp_path: Path) -> None:
    run = desk_at(tmp_path, files=FILES).start("titres")
    found = contents_of(run)
    assert shown(found) == [
        ("Un", "here", "0/1"),
        ("Deux", "ahead", "0/0"),
        ("Dedans", "ahead", "0/2"),
        ("Fin", "ahead", "0/0"),
    ]
    assert [line.key for line in found.lines] == ["t-un", "", "", ""]
    assert found.closed == 0


def test_what_is_answered_is_done_and_what_is_reached_can_be_seen(
    tmp_path: Path,
) -> None:
    run = desk_at(tmp_path, files=FILES).start("titres")
    answer_here(run)
    answer_here(run)
    found = contents_of(run)
    assert shown(found)[:3] == [
        ("Un", "done", "1/1"),
        ("Deux", "done", "0/0"),
        ("Dedans", "here", "1/2"),
    ]
    places = [(line.key, line.number, line.level) for line in found.lines]
    assert places == [
        *(("t-un", 0, 2), ("t-deux", 0, 2)),
        *(("t-deux", 1, 3), ("", 0, 2)),
    ]


def test_a_passed_question_is_past_and_not_answered(tmp_path: Path) -> None:
    run = desk_at(tmp_path, files=FILES).start("titres")
    run.pass_by()
    assert shown(contents_of(run))[0] == ("Un", "done", "0/1")


def test_steps_that_are_not_open_are_counted_and_not_named(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("cas-1")
    found = contents_of(run)
    assert [line.title for line in found.lines] == ["Le cas cas-1", "Étape 1, l'appel"]
    assert found.closed == 1
    answer_here(run)
    opened = contents_of(run)
    assert [line.title for line in opened.lines][-1] == "Étape 2, la visite"
    assert opened.closed == 0


def test_without_headings_each_question_is_a_place() -> None:
    run = run_over(choice(name="q-1"), choice(name="q-2"))
    assert [line.title for line in contents_of(run).lines] == [
        "Question 1 · Que faites-vous\u00a0?".replace("\u00a0", " "),
        "Question 2",
    ]
    go_to(run, "q-2")
    assert [line.key for line in contents_of(run).lines] == ["q-1", "q-2"]
