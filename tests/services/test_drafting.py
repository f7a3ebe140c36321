"""An id, a title, a place: what a new file may be called, and what is refused."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.course.shipped import ROOT, known_at
from tests.factories import StoppedClock
from tests.pipeline.reading import read
from tutor.domain.course import Passage
from tutor.domain.errors import TutorError
from tutor.domain.prose import Heading, plain
from tutor.locale import no_break
from tutor.services.desk import Desk
from tutor.services.drafting import (
    LONGEST_ID,
    Kind,
    Wanted,
    filled,
    folder_for,
    ids_in,
    slug,
    start_file,
)

pytestmark = pytest.mark.no_cover

TODAY = date(2026, 11, 22)
CODES = ("C5.N.4", "C5.C.3", "C1.N.1")
KINDS: tuple[Kind, ...] = get_args(Kind)
each_kind = pytest.mark.parametrize("kind", KINDS)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk at the course that travels with the tutor."""
    place = known_at(tmp_path_factory.mktemp("home"))
    return Desk(ROOT, place, StoppedClock(), Random(7))


def written(desk: Desk, kind: Kind, folder: Path, name: str = "essai") -> Path:
    """Return a template written to a folder."""
    return start_file(Wanted(kind, name), folder, desk.course, TODAY)


@given(IDS, IDS, st.sampled_from(KINDS), st.sampled_from(KINDS))
@example("a", "a-qru", "lesson", "lesson")
@example("a", "a-b", "bank", "dossier")
def test_two_templates_never_clash_unless_one_is_named_after_a_block_of_the_other(
    one: str, other: str, first: Kind, second: Kind
) -> None:
    ours = set(ids_in(filled(Wanted(first, one), CODES, TODAY)))
    theirs = set(ids_in(filled(Wanted(second, other), CODES, TODAY)))

    named_after = one in theirs or other in ours
    assert ours.isdisjoint(theirs) is not named_after


@each_kind
def test_an_id_that_would_clash_is_refused(
    desk: Desk, tmp_path: Path, kind: Kind
) -> None:
    taken = ["bases", "bases-qru-01", "vendredi-roussel"]
    blocks = ids_in(written(desk, kind, tmp_path, "a").read_text("utf-8"))
    for name in [*taken, *blocks[1:]]:
        with pytest.raises(TutorError) as caught:
            written(desk, kind, tmp_path, name)
        assert caught.value.message_id == "errors.new-id-taken"
    later = tmp_path / "plus-tard"
    later.mkdir()
    written(desk, kind, later, blocks[1])
    with pytest.raises(TutorError) as caught:
        written(desk, kind, later, "a")
    assert caught.value.values["taken"] == blocks[1]


TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TITLES, st.sampled_from(KINDS))
@example('Sortie : « qui ? » "prévient" \\ *qui* [là] & #1 #', "lesson")
@example("# titre", "bank")
@example("- - -", "dossier")
@example("---", "lesson")
@example("&#x202e;", "lesson")
def test_a_title_is_kept_as_typed_or_refused(title: str, kind: Kind) -> None:
    text = None
    with suppress(TutorError):
        text = filled(Wanted(kind, "essai", title), CODES, TODAY)
    if text is None:
        return
    unit, problems = read(text)

    assert [slip for slip in problems if slip.severity != "info"] == []
    assert unit is not None
    typed = no_break(title.strip()) or "Essai"
    assert unit.title == typed
    first = unit.parts[0]
    assert isinstance(first, Passage)
    assert isinstance(first.blocks[0], Heading)
    assert plain(first.blocks[0].text).split() == typed.split()


@pytest.mark.parametrize(
    "title", ["a\nb", "a\x1b[31m", "{#autre}", "<!-- a", "x" * 121, "a\u2028b"]
)
def test_a_title_that_would_not_show_is_refused(title: str) -> None:
    with pytest.raises(TutorError):
        filled(Wanted("lesson", "essai", title), CODES, TODAY)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Ma Leçon", "ma-lecon"),
        ("cœur_été", "coeur-ete"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b", "a-b"),
        ("", "ma-lecon"),
        ("---", "ma-lecon"),
        ("日本", "ma-lecon"),
        ("x" * 61, "x" * 60),
        ("lecon.md", "lecon-md"),
        ("a\nb", "a-b"),
    ],
)
def test_an_id_that_is_none_is_refused_with_one_that_is(
    desk: Desk, tmp_path: Path, name: str, near: str
) -> None:
    with pytest.raises(TutorError) as caught:
        written(desk, "lesson", tmp_path, name)

    assert caught.value.message_id == "errors.new-id"
    assert caught.value.values["near"] == near
    assert list(tmp_path.iterdir()) == []


@given(st.text())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    found = slug(text)

    assert slug(found) == found
    assert len(found) <= LONGEST_ID
    assert not found or not found.startswith("-")
    assert found == "" or found.replace("-", "").isascii()


@pytest.mark.parametrize("name", ["glossaire", "idees-fausses", "enquete"])
def test_the_name_of_a_reference_file_is_refused(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    with pytest.raises(TutorError) as caught:
        written(desk, "lesson", tmp_path, name)

    assert caught.value.message_id == "errors.new-id-reserved"


def test_a_leap_day_asks_to_be_read_again_the_next_february() -> None:
    text = filled(Wanted("bank", "essai"), CODES, date(2028, 2, 29))

    assert "valide_jusqu_au: 2029-02-28" in text


@pytest.mark.parametrize("linked", [False, True])
def test_nothing_is_ever_overwritten(
    desk: Desk, tmp_path: Path, *, linked: bool
) -> None:
    path = tmp_path / "essai.md"
    if linked:
        path.symlink_to(tmp_path / "ailleurs.md")
    else:
        path.write_text("à moi", encoding="utf-8")
    with pytest.raises(TutorError) as caught:
        written(desk, "lesson", tmp_path)

    assert caught.value.message_id == "errors.write-exists"
    assert not (tmp_path / "ailleurs.md").exists()
    assert linked or path.read_text("utf-8") == "à moi"


def test_nothing_is_written_inside_the_installed_tutor() -> None:
    inside = Path(__file__).parents[2] / "tutor" / "services"
    with pytest.raises(TutorError) as caught:
        folder_for("lesson", None, str(inside))

    assert caught.value.message_id == "errors.new-shipped"
