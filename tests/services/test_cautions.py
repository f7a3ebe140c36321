"""Old facts and changed questions are said above the stop they touch, and only there."""

from pathlib import Path

from tests.factories import NOON, StoppedClock
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, played
from tutor.services.desk import Desk
from tutor.services.run import Run

FACTS = """[vieux]
enonce = "La clé est B."
statut = "règle"
source = "texte"
lieu = "art. 1"
au = 2025-01-01
valide_jusqu_au = 2025-12-31
"""
OLD = {
    **SMALL,
    "content/faits.toml": FACTS,
    "content/02-beta.md": front("beta", more="valide_jusqu_au: 2026-06-30\n")
    + '::: regle {faits="vieux"}\nUne règle.\n:::\n\n'
    + qru("beta-qru")
    + qru("beta-deux", more='comp="C5.N.1" faits="vieux"')
    + qru("beta-trois"),
}


def said(desk: Desk, run: Run) -> tuple[str, ...]:
    """Return what is said above the present stop."""
    return desk.cautions(run, run.stop)


def test_a_file_and_its_facts_say_that_their_day_has_passed(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=OLD)
    run = desk.start("beta")
    first = said(desk, run)
    assert len(first) == 2
    assert "30/06/2026" in first[0]
    assert "31/12/2025" in first[1]
    answer_here(run)
    assert [line for line in said(desk, run) if "31/12/2025" in line] == [first[1]]
    answer_here(run)
    assert said(desk, run) == ()


def test_a_day_before_nothing_is_said(tmp_path: Path) -> None:
    clock = StoppedClock(NOON.replace(year=2025))
    desk = desk_at(tmp_path, clock, files=OLD)

    assert said(desk, desk.start("beta")) == ()


def test_a_changed_question_is_said_until_it_is_answered_again(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "beta")
    desk.close()
    changed = front("beta") + "Lire.\n\n" + qru("beta-qru", "-x-")
    clock.forward(days=1)
    later = desk_at(
        tmp_path, clock, files={**SMALL, "content/02-beta.md": changed}, chance=8
    )
    run = later.start("beta")
    (line,) = said(later, run)
    assert "22/11/2026" in line
    stop = run.stop
    answer_here(run)
    later.save(run)
    assert later.cautions(run, stop) == (line,)
    clock.forward(days=1)

    assert said(later, later.start("beta", seed=1)) == ()


def test_an_answer_of_the_same_run_is_no_earlier_version(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("beta")
    stop = run.stop
    answer_here(run)
    desk.save(run)

    assert desk.cautions(run, stop) == ()
