"""The words of a relais: a draft waits with its run, a message is found again."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import NOON, answer, choice, relay
from tests.services.courses import desk_at
from tests.services.players import answer_here
from tests.services.runs import STARTED, run_over
from tests.services.test_conditions import FILES
from tutor.domain.answer import Note, Record
from tutor.domain.course import Callout, Passage
from tutor.domain.response import Handed
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on_stored
from tutor.services.messages import draft_of, keep_draft, message_of, with_message
from tutor.services.notes import note_lines
from tutor.services.run import Run
from tutor.services.wording import callout_word

SENT = answer(question="m", kind="relais", response=[0], run=STARTED.id, at=NOON)


def note(
    text: str, minutes: float = -1, run: str | None = None, subject: str = "m"
) -> Note:
    """Return words written some minutes after the answer."""
    return Note(
        id=f"n{text}{minutes}",
        course="petit-cours",
        subject=subject,
        text=text,
        run=run,
        at=NOON + timedelta(minutes=minutes),
    )


def record(*notes: Note) -> Record:
    """Return what is known after a run that began an hour before its answer."""
    started = STARTED.model_copy(update={"at": NOON - timedelta(hours=1)})
    return Record(notes=notes, runs=(started,), answers=(SENT,))


def at_message(folder: Path) -> tuple[Desk, Run]:
    """Return a run at a relais."""
    desk = desk_at(folder, files=FILES)
    return desk, desk.start("cas-r")


def again(folder: Path, desk: Desk) -> tuple[Desk, Run]:
    """Close the desk and come back another time."""
    desk.close()
    desk = desk_at(folder, chance=9)
    return desk, desk.start("cas-r")


def test_a_draft_comes_back_with_its_run_and_with_no_other(tmp_path: Path) -> None:
    desk, run = at_message(tmp_path)
    keep_draft(run, "m", "Le poids\n\nest de")
    desk.save(run)
    desk, run = again(tmp_path, desk)
    assert draft_of(run, "m") == "Le poids\n\nest de"
    assert draft_of(run, "q-si") == ""
    assert desk.record.notes == ()
    assert draft_of(desk.start("cas-r", seed=4), "m") == ""


def test_the_last_draft_counts_and_an_empty_one_takes_it_away(tmp_path: Path) -> None:
    desk, run = at_message(tmp_path)
    for text in ("Le poids", "Le poids est", ""):
        keep_draft(run, "m", text)
        desk.save(run)
        desk, run = again(tmp_path, desk)
        assert draft_of(run, "m") == text
        assert len(run.started.drafts) == bool(text)


def test_nothing_waits_where_the_message_was_sent(tmp_path: Path) -> None:
    _, run = at_message(tmp_path)
    keep_draft(run, "m", "Le poids")
    answer_here(run, Handed(atoms=frozenset({0})))
    assert draft_of(run, "m") == ""


def test_a_draft_cannot_drive_a_terminal() -> None:
    run = run_over()
    keep_draft(run, "m", "Le\x1b[2Jpoids\u202e\r\nest\x07")
    assert draft_of(run, "m") == "Le [2Jpoids \nest "


def test_a_message_is_found_by_the_run_it_was_written_in(tmp_path: Path) -> None:
    desk, run = at_message(tmp_path)
    fact = answer_here(run, Handed(atoms=frozenset({0})))
    desk.save(run)
    desk.pen.note("m", "Mme Durand pèse 61 kg", run=run.started.id)
    desk.pen.note("m", "d'un autre jour", run="x" * 32)
    desk.pen.note("m", "pensée pour moi")
    desk, run = again(tmp_path, desk)
    assert message_of(desk.record, fact) == "Mme Durand pèse 61 kg"
    said = feedback_on_stored(run.stops[0].question, fact, [], desk.course)  # type: ignore[arg-type]
    assert with_message(said, desk.record).typed == "Mme Durand pèse 61 kg"


def test_what_was_noted_on_a_relais_is_shown_and_its_message_is_not(
    tmp_path: Path,
) -> None:
    desk, run = at_message(tmp_path)
    desk.pen.note("m", "le message", run=run.started.id)
    desk.pen.note("m", "pensée pour moi")
    (line,) = note_lines(run.stop, desk.record, desk.clock)
    assert "pensée pour moi" in line


DATED = [
    ((), ""),
    ((note("avant", -61),), ""),
    ((note("dit", -5),), "dit"),
    ((note("tôt", -9), note("tard", -5)), "tard"),
    ((note("après", 0.5),), "après"),
    ((note("plus tard", 2),), ""),
    ((note("ailleurs", subject="autre"),), ""),
    ((note("autre tour", -5, "x" * 32),), ""),
    ((note("sans nom", -1), note("nommé", -5, STARTED.id)), "nommé"),
]


@pytest.mark.parametrize(("notes", "expected"), DATED)
def test_a_message_without_its_run_is_the_one_of_that_time(
    notes: tuple[Note, ...], expected: str
) -> None:
    assert message_of(record(*notes), SENT) == expected


def test_a_message_of_a_run_nobody_knows_has_no_words() -> None:
    known = Record(notes=(note("dit", -5),), answers=(SENT,))
    assert message_of(known, SENT) == ""


def test_only_a_relais_has_a_message(tmp_path: Path) -> None:
    course = desk_at(tmp_path).course
    question = choice()
    fact = answer(question=question.id, kind=question.kind, response=[0])
    said = feedback_on_stored(question, fact, [0, 1, 2, 3], course)
    assert with_message(said, record(note("dit"))) is said


def test_the_scenes_of_a_message_have_one_word_together() -> None:
    scene = Callout(kind="note", blocks=(), when="poids")
    plain, rule = scene.model_copy(update={"when": None}), Passage(blocks=())
    assert callout_word(scene, None) == callout_word(scene, rule) == "SUITE DU MESSAGE"
    assert callout_word(scene, plain) == "SUITE DU MESSAGE"
    assert callout_word(scene, scene) == ""
    assert "NOTER" in callout_word(plain, scene)
    debate = scene.model_copy(update={"kind": "debat"})
    assert "DÉBAT" in callout_word(debate, scene)


def test_a_run_keeps_the_drafts_of_several_messages_apart() -> None:
    run = run_over(relay("a", name="m-1"), relay("b", name="m-2"))
    keep_draft(run, "m-1", "un")
    keep_draft(run, "m-2", "deux")
    keep_draft(run, "m-1", "")
    assert (draft_of(run, "m-1"), draft_of(run, "m-2")) == ("", "deux")
