"""Every template passes the checker, plays to its end, and clashes with nothing."""

from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from tests.course.shipped import ROOT, known_at
from tests.factories import StoppedClock
from tests.pipeline.reading import read
from tests.services.courses import write_course
from tests.services.players import asked, finish
from tutor.domain.course import Dossier, Passage, Reflection, SelfRating
from tutor.domain.prose import Heading, Paragraph, plain
from tutor.domain.question import Relay
from tutor.domain.response import Handed
from tutor.pipeline.courses import read_course
from tutor.services.checking import check_paths
from tutor.services.desk import Desk
from tutor.services.drafting import (
    LONGEST_ID,
    Kind,
    Wanted,
    folder_for,
    start_file,
)
from tutor.services.run import reading_of
from tutor.services.summary import summary_of

pytestmark = pytest.mark.no_cover

TODAY = date(2026, 11, 22)
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES = ("ma-lecon", "x", "2026", "z" * LONGEST_ID)
each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk at the course that travels with the tutor."""
    place = known_at(tmp_path_factory.mktemp("home"))
    return Desk(ROOT, place, StoppedClock(), Random(7))


def written(desk: Desk, kind: Kind, folder: Path, name: str = "essai") -> Path:
    """Return a template written to a folder."""
    return start_file(Wanted(kind, name), folder, desk.course, TODAY)


@each_kind
def test_a_template_passes_the_checker(desk: Desk, tmp_path: Path, kind: Kind) -> None:
    paths = [str(written(desk, kind, tmp_path, name)) for name in NAMES]
    report = check_paths(ROOT, tuple(paths), StoppedClock())

    assert report.files == len(NAMES)
    assert report.problems == []


def test_templates_pass_together_in_the_places_of_a_course(tmp_path: Path) -> None:
    root = write_course(tmp_path / "cours", {})
    for kind in KINDS:
        course = read_course(root).course
        start_file(
            Wanted(kind, f"a-{kind}"), folder_for(kind, root, None), course, TODAY
        )

    assert sorted(path.name for path in root.glob("*/a-*.md")) == [
        "a-bank.md",
        "a-dossier.md",
        "a-lesson.md",
    ]
    assert (root / "content" / "a-lesson.md").is_file()
    problems = check_paths(root, (), StoppedClock()).problems
    assert [p for p in problems if p.path.endswith(".md")] == []


@each_kind
@pytest.mark.parametrize("rightly", [True, False])
def test_a_template_plays_from_start_to_end(
    desk: Desk, tmp_path: Path, kind: Kind, *, rightly: bool
) -> None:
    run = desk.start(str(written(desk, kind, tmp_path)))
    finish(run, rightly=rightly, certainty=2)
    summary = summary_of(run)

    assert run.is_over
    assert summary.answered == summary.asked >= 3
    assert (summary.mean == 1) is rightly


def test_the_next_step_of_the_dossier_shows_what_the_message_did(
    desk: Desk, tmp_path: Path
) -> None:
    texts = {}
    for kept in (frozenset({0, 3}), frozenset({0})):
        folder = tmp_path / str(len(kept))
        folder.mkdir()
        run = desk.start(str(written(desk, "dossier", folder)))
        while not isinstance(run.stop.question, Relay):
            run.pass_by()
        assert asked(run).id == "essai-message"
        run.respond(Handed(atoms=kept))
        run.settle()
        texts[len(kept)] = " ".join(
            plain(block.text)
            for part in reading_of(run, run.stop)
            for block in part.blocks
            if isinstance(block, Paragraph)
        )

    assert "la docteure Roy, votre seuil sous les yeux" in texts[2]
    assert "Faute de seuil" not in texts[2]
    assert "Faute de seuil dans votre message" in texts[1]


def test_the_templates_show_every_kind_of_block(desk: Desk, tmp_path: Path) -> None:
    shown: dict[str, list[str]] = {}
    for kind in KINDS:
        unit, _ = read(written(desk, kind, tmp_path, kind).read_text("utf-8"))
        assert unit is not None
        inside = [
            each
            for part in unit.parts
            for each in (part.parts if isinstance(part, Dossier) else (part,))
        ]
        shown[kind] = [each.kind for each in inside if not isinstance(each, Passage)]

    assert {"qru", "qrm", "qroc", "reflexion", "autoeval"} <= set(shown["lesson"])
    assert shown["bank"] == ["qrp", "qrpl", "appariement", "ordre"]
    assert shown["dossier"].count("relais") == 1
    assert shown["dossier"].count("note") == 4


def test_the_lesson_has_every_section_the_curriculum_asks(
    desk: Desk, tmp_path: Path
) -> None:
    unit, _ = read(written(desk, "lesson", tmp_path).read_text("utf-8"))
    assert unit is not None
    titles = [
        plain(block.text)
        for part in unit.parts
        if isinstance(part, Passage)
        for block in part.blocks
        if isinstance(block, Heading) and block.level == 2
    ]

    assert titles[1:] == [
        *("Définition", "Fonctionnement", "Missions", "Acteurs locaux"),
        "Erreur travaillée",
        "Ce que cela change pour le patient",
        *("La contrepartie", "Sur le terrain"),
    ]
    assert isinstance(unit.parts[-1], Reflection)
    (rating,) = [part for part in unit.parts if isinstance(part, SelfRating)]
    assert len(rating.scale) == 5


@each_kind
def test_no_note_to_the_author_reaches_an_intern(
    desk: Desk, tmp_path: Path, kind: Kind
) -> None:
    text = written(desk, kind, tmp_path).read_text("utf-8")
    unit, _ = read(text)

    assert text.count("<!--") == text.count("-->") >= 4
    assert unit is not None
    said = unit.model_dump_json()
    assert not any(mark in said for mark in ("<!--", "-->", "MODÈLE", "{{"))


def test_the_examples_take_items_that_the_framework_has(tmp_path: Path) -> None:
    root = write_course(tmp_path / "cours", {})
    path = start_file(
        Wanted("lesson", "essai"), tmp_path, read_course(root).course, TODAY
    )

    assert check_paths(root, (str(path),), StoppedClock()).problems == []
