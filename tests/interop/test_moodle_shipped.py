"""Every bank and every dossier of the shipped course, out and back in both forms."""

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tutor.domain.course import Dossier, Passage, Unit, questions_in
from tutor.domain.prose import plain, texts_of
from tutor.domain.question import Question, Relay
from tutor.interop.exchange import Exported
from tutor.interop.gift_writing import write_gift
from tutor.interop.importing import Written, import_file, write_banks
from tutor.interop.legal_fractions import legal
from tutor.interop.moodle_reading import read_moodle
from tutor.interop.moodle_writing import write_moodle
from tutor.pipeline.courses import read_file
from tutor.services.conversion import Gathered, gather

pytestmark = pytest.mark.no_cover

SPACES = {ord("\u00a0"): " ", ord("\u202f"): " "}


@pytest.fixture(scope="module")
def gathered() -> Gathered:
    """Return the whole course."""
    return gather([ROOT], ROOT)


@pytest.fixture(scope="module", params=["gift", "xml"])
def exported(
    gathered: Gathered, request: pytest.FixtureRequest
) -> tuple[str, Exported]:
    """Return the course in one form, with how its file ends."""
    write = write_gift if request.param == "gift" else write_moodle
    return request.param, write(gathered.sources)


@pytest.fixture(scope="module")
def back(
    exported: tuple[str, Exported], tmp_path_factory: pytest.TempPathFactory
) -> list[Written]:
    """Return the banks that this file makes."""
    form, made = exported
    folder = tmp_path_factory.mktemp(form)
    (folder / f"cours.{form}").write_text(made.text, encoding="utf-8")
    found = import_file(folder / f"cours.{form}")
    assert {each.code for each in found.problems} == {"kind-lost"}
    return write_banks(found.banks, folder / "banques")


def same(asked: Question, form: str) -> str:
    """Return what both forms keep of a question; only one keeps hints and points."""
    lost: dict[str, object] = {"line": 1, "when": None, "unless": None}
    if form == "gift":
        lost |= {"hints": (), "points": 1.0}
    return asked.model_copy(update=lost).model_dump_json().translate(SPACES)


def unit_at(path: Path) -> Unit:
    """Return the bank in a file that holds no error."""
    unit, problems = read_file(path, "bank", str(path))
    assert [each for each in problems if each.severity == "error"] == []
    assert unit is not None
    return unit


def test_every_scored_question_but_the_relais_comes_back_as_it_was(
    gathered: Gathered, exported: tuple[str, Exported], back: list[Written]
) -> None:
    form = exported[0]
    asked = [q for source in gathered.sources for q in source.unit.questions]
    kept = {q.id: same(q, form) for q in asked if not isinstance(q, Relay)}
    found = [q for each in back for q in unit_at(each.path).questions]

    assert len(kept) > 400
    assert sorted(q.id for q in found) == sorted(kept)
    assert [q.id for q in found if same(q, form) != kept[q.id]] == []


def told(dossier: Dossier) -> tuple[object, ...]:
    """Return a dossier by its name, its items, its steps and what each asks."""
    steps = [
        (
            plain(step.title).translate(SPACES),
            [q.id for q in questions_in(step.parts) if not isinstance(q, Relay)],
        )
        for step in dossier.steps
    ]
    title = plain(dossier.title).translate(SPACES)
    return dossier.kind, dossier.id, title, dossier.items, steps


def test_every_dossier_comes_back_with_its_steps_in_order(
    gathered: Gathered, back: list[Written]
) -> None:
    before = {d.id: told(d) for s in gathered.sources for d in s.unit.dossiers}
    after = {d.id: told(d) for w in back for d in unit_at(w.path).dossiers}

    assert len(before) > 10
    assert sorted(after) == sorted(before)
    assert [name for name in before if after[name] != before[name]] == []


def test_each_story_stands_before_the_questions_it_tells(gathered: Gathered) -> None:
    made = write_moodle(gathered.sources).text.encode()
    entries = read_moodle(made, "x").entries
    names = [entry.id for entry in entries]
    dossier = next(d for s in gathered.sources for d in s.unit.dossiers)
    step = dossier.steps[0]
    asked = questions_in(step.parts)[0]
    tellings = [part for part in step.parts[:1] if isinstance(part, Passage)]
    story = entries[names.index(f"{dossier.id}.1")]

    assert names.index(dossier.id) < names.index(f"{dossier.id}.1")
    assert names.index(f"{dossier.id}.1") < names.index(asked.id)
    said = " ".join(texts_of(story.stem))
    assert tellings != []
    assert all(words in said for part in tellings for words in texts_of(part.blocks))


def test_no_weight_is_beyond_moodle_and_no_id_is_used_twice(gathered: Gathered) -> None:
    made = write_moodle(gathered.sources).text.encode()
    entries = read_moodle(made, "x").entries
    ids = [entry.id for entry in entries]

    assert len(set(ids)) == len(ids)
    assert all(legal(r.fraction) is not None for e in entries for r in e.replies)


def test_the_same_course_makes_the_same_file_twice(
    gathered: Gathered, exported: tuple[str, Exported]
) -> None:
    write = write_gift if exported[0] == "gift" else write_moodle

    assert hash(write(gathered.sources).text) == hash(exported[1].text)
