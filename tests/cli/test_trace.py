"""`tutor trace` and `tutor status --des`: what they print, write and refuse."""

from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep
from tests.course.shipped import known_at
from tests.factories import StoppedClock, answer
from tutor.services.desk import Desk
from tutor.store.place import Place

SMALL = ("--course", str(COURSE))


def test_a_draft_goes_to_stdout_and_stores_nothing(tutor: Command) -> None:
    said = tutor(*SMALL, "trace", "c5.n.1")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("# Trace : C5.N.1\n\nRevoit ses patients\n")
    assert "\n## Situation\n\n## Ce que j'ai fait\n" in said.out
    assert tutor(*SMALL, "trace", "C5.N.1", "-o", "-").out == said.out
    assert not (tutor.home / "progress.json").exists()


def test_a_file_is_written_once_and_never_over_another(
    tutor: Command, tmp_path: Path
) -> None:
    target = tmp_path / "trace.md"
    said = tutor(*SMALL, "trace", "C5.N.1", "-o", str(target))
    assert (said.status, said.out) == (0, "")
    assert said.err.startswith(f"Écrit : {target}.")
    assert "patient" in said.err
    target.write_text("rempli", encoding="utf-8")
    again = tutor(*SMALL, "trace", "C5.N.1", "-o", str(target))
    assert again.status == 3
    assert "existe déjà" in again.err
    assert target.read_text(encoding="utf-8") == "rempli"


@pytest.mark.parametrize("words", [(), ("--list",), ("C5.N.1", "--list")])
def test_items_are_listed_with_what_there_is_to_draw_on(
    tutor: Command, words: tuple[str, ...]
) -> None:
    keep(tutor.home, answer())
    said = tutor(*SMALL, "trace", *words)
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Les autres items :"
    place = lines.index("C5.N.1 Revoit ses patients")
    assert lines[place + 1] == "   0 note, 1 réponse ; pas encore positionné"
    assert lines[-1] == "Un brouillon : tutor trace C4.N.1 -o trace.md"


def test_the_shipped_items_whose_trace_is_written_come_first(tutor: Command) -> None:
    known_at(tutor.home)
    lines = tutor("trace").out.splitlines()
    assert lines[0] == "Le référentiel attend une trace écrite de :"
    codes = [line.split()[0] for line in lines[1:9:2]]
    assert codes == ["C5.C.5", "C5.C.7", "C5.C.8", "C5.C.10"]
    assert lines[9] == ""


def test_an_unknown_item_is_refused(tutor: Command) -> None:
    said = tutor(*SMALL, "trace", "C9.X.1")
    assert (said.status, said.out) == (2, "")
    assert "pas d'item « C9.X.1 »" in said.err
    assert "tutor trace --list" in said.err


def test_the_des_view_in_words_hides_what_comes_before_a_position(
    tutor: Command,
) -> None:
    keep(tutor.home, *(answer(id=f"{n:032x}", question=f"q-{n}") for n in range(20)))
    said = tutor(*SMALL, "status", "--des")
    assert (said.status, said.err) == (0, "")
    none = (
        "Rien à proposer encore : placez-vous sur un item dont une trace est attendue, "
        "et répondez à ses questions."
    )
    assert said.out.splitlines() == [
        "Vos compétences",
        "C4, Prévention. Pas encore de position.",
        "C5, Continuité. Pas encore de position.",
        "À discuter avec votre MSU",
        none,
        "Votre certitude",
        "Quand vous dites 2, vous avez juste 10 fois sur 10 (n = 20).",
    ]


def test_the_des_view_in_words_says_what_a_position_opens(tutor: Command) -> None:
    facts = [
        answer(id=f"{n:032x}", question=f"q-{n}", credit=0.0, at="2099-01-01T00:00:00Z")
        for n in range(8)
    ]
    keep(tutor.home, *facts)
    desk = Desk(COURSE, Place(tutor.home), StoppedClock(), Random(1))
    desk.pen.position("C5", "I")
    desk.pen.position("C5.N.1", "4")
    desk.close()
    lines = tutor(*SMALL, "status", "--des").out.splitlines()
    assert lines[2].startswith("C5, Continuité. Vous : intermédiaire, le ")
    assert "Estimation 0,10, entre 0,01 et 0,28, sur 8 réponses : à tra" in lines[2]
    assert lines[4:6] == [
        "Validation par le MSU :",
        "- C5.N.1 Revoit ses patients : vous vous situez plus haut que vos réponses",
    ]
    assert lines[7].startswith("À partir de 20 réponses")
