"""The file that was shown is the file that is written: where, how, for whom."""

import os
import stat
from pathlib import Path

import pytest

from tests.services.records import full_desk
from tutor.domain.bundle_reading import read_bundle
from tutor.domain.errors import TutorError, WrongUseError
from tutor.services.bundling import Choices
from tutor.services.desk import Desk
from tutor.services.handing import Ready, hand_over, key_named, path_for, prepare
from tutor.services.keeping import forget_everything, kept_of
from tutor.services.leaving import counted_lines, leaving_lines
from tutor.services.private_file import write_private
from tutor.services.signing import Signature, kept_signature

WREN = Signature("Mésange bleue", "2025", 3)
SERVED = {"TUTOR_SERVED": "1"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk of a person who did a little of everything, in a folder of their own."""
    here = tmp_path / "ici"
    here.mkdir()
    monkeypatch.chdir(here)
    return full_desk(tmp_path)


@pytest.fixture
def ready(desk: Desk) -> Ready:
    """What they are about to hand over."""
    return prepare(desk, Choices(), WREN)


def test_nothing_is_kept_before_it_is_handed_over(desk: Desk, ready: Ready) -> None:
    assert kept_signature(desk) == Signature()

    path = Path("carnet.json")
    hand_over(desk, ready, path)

    assert path.read_bytes() == ready.data
    assert read_bundle(ready.data) == (ready.bundle, ())
    assert kept_signature(desk) == WREN
    again = prepare(desk, Choices(), WREN)
    assert again.bundle.learner_id == ready.bundle.learner_id
    assert again.bundle.bundle_id != ready.bundle.bundle_id


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
def test_only_its_owner_may_read_it(desk: Desk, ready: Ready) -> None:
    path = Path("carnet.json")
    hand_over(desk, ready, path)
    hand_over(desk, ready, path, over=True)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_its_name_says_who_and_when_and_takes_no_other_place(
    desk: Desk, ready: Ready
) -> None:
    first = path_for(ready, desk.place, desk.clock, environment={})
    assert first == Path("carnet-mesange-bleue-2026-11-23.json")
    hand_over(desk, ready, first)

    second = path_for(ready, desk.place, desk.clock, environment={})
    assert second.name == "carnet-mesange-bleue-2026-11-23-2.json"
    sealed = path_for(ready, desk.place, desk.clock, sealed=True, environment={})
    assert sealed.name == "carnet-mesange-bleue-2026-11-23.json.age"
    signs = prepare(desk, Choices(), Signature("***"))
    named = path_for(signs, desk.place, desk.clock, environment={})
    assert named.name == "carnet-2026-11-23.json"


def test_nothing_is_replaced_unasked(desk: Desk, ready: Ready) -> None:
    path = Path("carnet.json")
    path.write_text("à moi", encoding="utf-8")
    for taken in (path, Path(), Path("nulle/part.json")):
        with pytest.raises(TutorError):
            hand_over(desk, ready, taken)
    assert path.read_text(encoding="utf-8") == "à moi"

    hand_over(desk, ready, path, over=True)
    assert path.read_bytes() == ready.data
    with pytest.raises(TutorError):
        write_private(Path(), b"", over=True)


def test_a_link_is_not_followed(desk: Desk, ready: Ready) -> None:
    Path("lien.json").symlink_to("ailleurs.json")
    with pytest.raises(TutorError):
        hand_over(desk, ready, Path("lien.json"))
    assert not Path("ailleurs.json").exists()


def test_a_served_tutor_writes_in_its_own_folder_and_reads_no_key_file(
    desk: Desk, ready: Ready
) -> None:
    place = desk.place
    path = path_for(ready, place, desk.clock, environment=SERVED)
    hand_over(desk, ready, path)
    assert path.parent == place.root / "exports"
    assert path.read_bytes() == ready.data
    named = path_for(ready, place, desk.clock, named="x.json", environment=SERVED)
    assert named == place.root / "exports" / "x.json"

    for elsewhere in ("../x.json", "/tmp/x.json", "a/../../x", "..", "."):
        with pytest.raises(WrongUseError):
            path_for(ready, place, desk.clock, named=elsewhere, environment=SERVED)
    Path("cle.txt").write_text("age1" + "q" * 58, encoding="utf-8")
    assert key_named("cle.txt", environment={}) == "age1" + "q" * 58
    with pytest.raises(WrongUseError):
        key_named("cle.txt", environment=SERVED)


def test_forgetting_everything_takes_what_was_exported_there(
    desk: Desk, ready: Ready
) -> None:
    path = path_for(ready, desk.place, desk.clock, environment=SERVED)
    hand_over(desk, ready, path)
    desk.close()
    assert path in kept_of(desk.place, desk.clock).files

    forget_everything(desk.place)

    assert not desk.place.root.exists()


def test_everything_that_leaves_has_its_line(desk: Desk) -> None:
    notes = frozenset(each.id for each in desk.record.notes)
    choices = Choices(Choices().parts | {"disputes"}, notes=notes)
    bundle = prepare(desk, choices, WREN).bundle
    lines = leaving_lines(bundle, desk.clock)

    rows = [row for part in bundle.consent.parts for row in getattr(bundle, part)]
    assert len([line for line in lines if line.startswith("  ")]) == len(rows)
    assert set(counted_lines(bundle)) <= set(lines)
    said = "\n".join(lines).replace("\u00a0", " ")
    for words in (
        *("Signé : Mésange bleue", "Promotion : 2025", "Semestre : 3", "2 réponses"),
        *("a-qru, 22/11/2026, note 1", "« Vu Mme [nom], [téléphone]. »", "2 notes"),
        *("alpha : en cours", "C5 : novice", "e-libre : 2", "Rappeler lundi."),
    ):
        assert words in said
