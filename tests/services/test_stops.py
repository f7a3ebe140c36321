"""A lesson, a dossier and a bank are cut into text to read, then one thing to do."""

from pathlib import Path

import pytest

from tests.services.courses import desk_at, front, tcs, write_course
from tutor.domain.course import Callout, Passage
from tutor.domain.prose import Heading, Paragraph, plain
from tutor.services.run import Run
from tutor.services.stops import Stop


def keys(run: Run) -> list[str]:
    """Return the keys of all stops."""
    return [stop.key for stop in run.stops]


def read_at(stop: Stop) -> list[str]:
    """Return the headings and paragraphs that lead to a stop."""
    blocks = [block for part in stop.reading for block in part.blocks]
    said = [block for block in blocks if isinstance(block, Heading | Paragraph)]
    return [plain(block.text) for block in said]


def test_a_lesson_stops_at_every_card_and_question_and_at_its_end(
    tmp_path: Path,
) -> None:
    run = desk_at(tmp_path).start("alpha")

    assert keys(run) == ["a-avant", "a-qru", "a-mots", "a-auto", "a-qrm", "fin:alpha"]
    assert [question.id for question in run.questions] == ["a-qru", "a-mots", "a-qrm"]
    assert (run.title, run.started.kind) == ("Titre de alpha", "lesson")


def test_text_and_callouts_lead_to_the_next_thing_to_do(tmp_path: Path) -> None:
    stops = desk_at(tmp_path).start("alpha").stops

    assert read_at(stops[0])[-1] == "Première lecture."
    assert read_at(stops[1]) == ["Deuxième lecture."]
    assert [type(part) for part in stops[2].reading] == [Callout]
    assert read_at(stops[2]) == ["Une règle."]
    assert stops[3].reading == ()
    assert read_at(stops[5]) == ["À retenir", "Dernière lecture."]
    assert stops[5].task is None


def test_a_dossier_opens_with_its_case_and_names_its_steps(tmp_path: Path) -> None:
    run = desk_at(tmp_path).start("cas-1")

    assert keys(run) == ["cas-1-a", "cas-1-b", "cas-1-c", "fin:cas-1"]
    assert [stop.step for stop in run.stops] == [0, 1, 1, None]
    assert [stop.dossier and stop.dossier.id for stop in run.stops] == [
        "cas-1",
        "cas-1",
        "cas-1",
        None,
    ]
    assert read_at(run.stops[0]) == [
        "Le cas cas-1",
        "On vous appelle.",
        "Étape 1, l'appel",
        "Elle parle vite.",
    ]
    assert read_at(run.stops[1]) == ["Étape 2, la visite", "Vous y êtes."]
    assert (run.title, run.started.kind) == ("Le cas cas-1", "dossier")


def test_a_bank_asks_its_questions_and_its_dossiers_in_order(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)

    assert keys(desk.start("banque")) == [
        "b-un",
        "b-deux",
        "b-liste",
        "b-tcs",
        "fin:banque",
    ]
    whole = desk.start("cas")
    assert keys(whole) == ["cas-1-a", "cas-1-b", "cas-1-c", "fin:cas"]
    assert whole.started.kind == "quiz"
    assert whole.stops[0].dossier is not None


@pytest.mark.parametrize(
    ("question", "dossier", "step"),
    [("b-deux", None, None), ("cas-1-a", "cas-1", 0), ("cas-1-c", "cas-1", 1)],
)
def test_one_question_alone_keeps_its_place_in_its_dossier(
    tmp_path: Path, question: str, dossier: str | None, step: int | None
) -> None:
    run = desk_at(tmp_path).start(question)
    stop = run.stops[0]

    assert keys(run) == [question, f"fin:{question}"]
    assert (stop.dossier.id if stop.dossier else None) == dossier
    assert stop.step == step
    assert run.started.kind == "question"


def test_a_tcs_without_a_named_panel_is_a_card(tmp_path: Path) -> None:
    write_course(tmp_path / "cours")
    path = tmp_path / "cours" / "quizzes" / "sans-panel.md"
    path.write_text(front("sans-panel") + tcs("p-tcs"), encoding="utf-8")
    run = desk_at(tmp_path).start("sans-panel")

    assert keys(run) == ["p-tcs", "fin:sans-panel"]
    assert run.stops[0].task is not None
    assert run.stops[0].question is None
    assert run.questions == []


def test_what_is_read_is_passages_and_callouts_only(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    for unit in desk.course.units:
        for stop in desk.start(unit.id).stops:
            assert all(isinstance(part, Passage | Callout) for part in stop.reading)
