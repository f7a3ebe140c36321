"""What to talk over: only where one has a position, the most urgent first."""

from dataclasses import replace
from pathlib import Path

from tests.factories import NOON
from tests.services.courses import desk_at
from tutor.assessment.certainty import calibration
from tutor.domain.answer import Positioning
from tutor.domain.evidence import Evidence, State
from tutor.domain.framework import Competence, Framework, Item, Level
from tutor.services.discussion import (
    MOST_TOPICS,
    calibration_lines,
    talks_of,
    topic_text,
    trace_kinds,
)
from tutor.services.standing import Standing

SEEN, WITH_CHIEF, WRITTEN = "Vu par le MSU", "Vu par le MSU et le chef", "Trace écrite"


def framework(*traces: str) -> Framework:
    """Return a framework with one item for each trace."""
    items = tuple(
        Item(code=f"C5.N.{n}", niveau="N", texte=f"item {n}", trace=trace)
        for n, trace in enumerate(traces, 1)
    )
    only = Competence(
        code="C5", nom="C", source="s", formulation="de travail", item=items
    )
    level = Level(code="N", nom="Novice")
    return Framework(id="f", titre="F", niveaux=(level,), competence=(only,))


def standing(folder: Path, **known: tuple[str | None, State]) -> Standing:
    """Return a standing with an own position and a state for each item number."""
    items, own = {}, {}
    for number, (value, state) in known.items():
        code = f"C5.N.{number.removeprefix('i')}"
        items[code] = Evidence(code=code, n=9, state=state)
        if value is not None:
            own[code] = Positioning(id="p", course="c", code=code, value=value, at=NOON)
    empty = desk_at(folder).standing()
    return replace(empty, items=items, positionings=own)


def test_the_most_urgent_comes_first_by_kind_of_trace(tmp_path: Path) -> None:
    known = standing(
        tmp_path,
        i1=("3", "a-confirmer"),
        i2=("2", "a-travailler"),
        i3=("5", "a-travailler"),
        i4=("1", "a-travailler"),
    )
    talks = talks_of(framework(SEEN, WRITTEN, WRITTEN, WITH_CHIEF), known)
    said = {talk.trace: [topic_text(each) for each in talk.topics] for talk in talks}
    assert {
        kind: [t.replace("\u00a0", " ") for t in texts] for kind, texts in said.items()
    } == {
        WRITTEN: [
            "C5.N.3 item 3 : vous vous situez plus haut que vos réponses",
            "C5.N.2 item 2 : à travailler",
        ],
        SEEN: ["C5.N.4 item 4 : à travailler", "C5.N.1 item 1 : à confirmer"],
    }
    assert [talk.trace for talk in talks] == [WRITTEN, SEEN]


def test_nothing_is_said_of_an_item_without_position_trace_or_answers(
    tmp_path: Path,
) -> None:
    known = standing(
        tmp_path,
        i1=(None, "a-travailler"),
        i2=("4", "a-travailler"),
        i3=("4", "insuffisant"),
        i4=("4", "solide"),
    )
    assert talks_of(framework(SEEN, "", SEEN, SEEN), known) == ()


def test_the_list_stays_short(tmp_path: Path) -> None:
    many = MOST_TOPICS + 3
    values = {f"i{n}": ("3", "a-confirmer") for n in range(1, many)}
    values[f"i{many}"] = ("5", "a-travailler")
    known = standing(tmp_path, **values)  # type: ignore[arg-type]
    (talk,) = talks_of(framework(*[SEEN] * many), known)
    assert len(talk.topics) == MOST_TOPICS
    assert talk.topics[0].item.code == f"C5.N.{many}"


def test_a_trace_that_begins_as_another_is_of_its_kind() -> None:
    assert trace_kinds([WITH_CHIEF, "", SEEN, "Vu par le MSUX"]) == {
        SEEN: SEEN,
        WITH_CHIEF: SEEN,
        "Vu par le MSUX": "Vu par le MSUX",
    }


def test_each_certainty_is_said_with_its_n_from_twenty_on() -> None:
    rated = [(1, 0.0)] * 5 + [(1, 1.0)] * 5 + [(3, 1.0)] * 10
    lines = [
        line.replace("\u00a0", " ") for line in calibration_lines(calibration(rated))
    ]
    assert lines == [
        "Quand vous dites 1, vous avez juste 5 fois sur 10 (n = 10).",
        "Quand vous dites 3, vous avez juste 10 fois sur 10 (n = 10).",
    ]
    (line,) = calibration_lines(calibration(rated[:19]))
    assert "20 réponses" in line
