"""What leaves is what was ticked, masked; what was not stays."""

import json
from pathlib import Path

import pytest

from tests.services.courses import desk_at, write_course
from tests.services.records import MASKED, full_desk
from tutor.domain.bundle import Bundle
from tutor.domain.bundle_reading import read_bundle
from tutor.domain.bundle_text import digest_of, written
from tutor.domain.errors import TutorError, WrongUseError
from tutor.services.bundling import USUAL, Choices, bundle_of, items_named
from tutor.services.course_hash import course_hash
from tutor.services.desk import Desk
from tutor.services.offering import notes_named, offer_of
from tutor.services.signing import Signature

WREN = Signature("mésange", "2025", 3)
EVERYTHING = Choices(
    frozenset({*USUAL, "disputes"}), notes=frozenset({f"{4:032x}", f"{5:032x}"})
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The desk of a person who did a little of everything."""
    return full_desk(tmp_path)


def test_what_is_ticked_at_first_holds_no_free_text_but_short_answers(
    desk: Desk,
) -> None:
    bundle = bundle_of(desk, Choices(), WREN)

    assert [a.question for a in bundle.answers] == ["a-qru", "a-mots"]
    assert [a.response for a in bundle.answers] == [[0], MASKED]
    assert {each.id: each.state for each in bundle.lessons} == {
        "alpha": "started",
        "beta": "new",
    }
    assert [p.code for p in bundle.positionings] == ["C5.N.1", "C6.N.1", "C5"]
    assert [(s.question, s.value) for s in bundle.survey] == [("e-libre", 2)]
    assert (bundle.notes, bundle.disputes) == ((), ())
    assert bundle.consent.parts == USUAL
    assert bundle.consent.items == ()


def test_it_says_who_of_which_course_and_what_they_agreed_to(desk: Desk) -> None:
    bundle = bundle_of(desk, Choices(), WREN)

    assert (bundle.learner, bundle.promotion, bundle.semester) == ("mésange", "2025", 3)
    assert bundle.exported_at == bundle.consent.at == desk.clock.now()
    course = bundle.course
    assert (course.id, course.version) == ("petit-cours", "1.0.0")
    assert course.hash == course_hash(desk.library.root)
    assert "enquête avant et après" in bundle.consent.statement
    assert "objections" not in bundle.consent.statement
    fields = json.loads(written(bundle))
    assert fields["digest"] == bundle.digest == digest_of(fields)


def test_notes_leave_one_by_one_and_objections_when_asked(desk: Desk) -> None:
    alone = bundle_of(desk, Choices(notes=frozenset({f"{4:032x}"})), WREN)
    all_ = bundle_of(desk, EVERYTHING, WREN)

    assert [(n.subject, n.text) for n in alone.notes] == [("a-avant", MASKED)]
    assert alone.consent.parts == (*USUAL, "notes")
    assert [n.text for n in all_.notes] == [MASKED, "Rappeler lundi."]
    assert [(d.subject, d.text) for d in all_.disputes] == [("a-qru", MASKED)]


def test_only_the_items_that_were_named_leave(desk: Desk) -> None:
    items = items_named(desk.course.framework, ["c5.n.2"])
    bundle = bundle_of(desk, EVERYTHING._replace(items=items), WREN)

    assert [a.question for a in bundle.answers] == ["a-mots"]
    assert (bundle.positionings, bundle.disputes) == ((), ())
    assert bundle.consent.items == ("C5.N.2",)


def test_a_competency_stands_for_its_items_and_itself(desk: Desk) -> None:
    framework = desk.course.framework

    assert items_named(framework, ["C5"]) == {"C5", "C5.N.1", "C5.N.2", "C5.C.1"}
    with pytest.raises(WrongUseError):
        items_named(framework, ["C9.N.1"])


def test_words_may_stay(desk: Desk) -> None:
    bundle = bundle_of(desk, Choices(words=False), WREN)

    assert [a.response for a in bundle.answers] == [[0], None]


def test_what_hides_cannot_cut_a_name_in_two(tmp_path: Path) -> None:
    desk = full_desk(tmp_path, "Vu Mme Du\u200bpo\u202ent \x1b[2Jici.")
    bundle = bundle_of(desk, EVERYTHING, WREN)

    assert bundle.notes[0].text == "Vu Mme [nom] [2Jici."


@pytest.mark.parametrize("parts", [set(), {"disputes"}, {"lessons"}])
def test_nothing_makes_no_bundle(tmp_path: Path, parts: set[str]) -> None:
    desk = desk_at(tmp_path)

    with pytest.raises(TutorError) as told:
        bundle_of(desk, Choices(frozenset(parts)), WREN)  # type: ignore[arg-type]
    assert told.value.message_id == "export.nothing"


def test_what_is_made_is_read_back_whole(desk: Desk) -> None:
    bundle = bundle_of(desk, EVERYTHING, WREN)
    read = read_bundle(written(bundle))

    assert read == (bundle, ())
    assert Bundle.model_validate_json(written(bundle)) == bundle


def test_the_course_hash_is_of_names_and_contents_alone(tmp_path: Path) -> None:
    here, there = write_course(tmp_path / "a"), write_course(tmp_path / "b")
    for path in there.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (there / "content" / "image.png").write_bytes(b"x")
    same = course_hash(here)
    assert course_hash(there) == same

    (there / "quizzes" / "cas.md").rename(there / "quizzes" / "autre.md")
    assert course_hash(there) != same
    with (here / "content" / "cours.toml").open("a") as file:
        file.write("\n")
    assert course_hash(here) != same


def test_what_may_leave_is_counted_and_named(desk: Desk) -> None:
    offer = offer_of(desk)

    assert offer.counts == {
        "answers": 2,
        "lessons": 1,
        "positionings": 3,
        "survey": 1,
        "notes": 2,
        "disputes": 1,
    }
    assert offer.words == 1
    assert [note.text for note in offer.notes] == [MASKED, "Rappeler lundi."]
    told = {group.head.code: group.head.answers for group in offer.items}
    assert told == {"C5": 2, "C6": 0}
    assert [item.code for item in offer.items[0].items] == [
        *("C5.N.1", "C5.N.2", "C5.C.1"),
    ]


def test_a_note_is_named_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.pen.note("a-avant", "Un.")
    desk.pen.note("a-avant", "Deux.")
    offer = offer_of(desk)
    first, second = offer.notes

    assert notes_named(offer, (first.handle,)) == {first.id}
    assert notes_named(offer, (first.handle, second.id.upper())) == {
        first.id,
        second.id,
    }
    for name in (first.id[:5], "zzzzzz", ""):
        with pytest.raises(WrongUseError):
            notes_named(offer, (name,))
