"""A grid from outside is read, or refused with a reason: never anything else."""

import copy
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interop.packages import (
    DOCUMENT,
    TREE,
    bytes_of,
    child,
    item,
    package,
    uuid_of,
)
from tutor.domain.errors import TutorError
from tutor.interop.case_reading import LARGEST, MOST_ITEMS, read_package
from tutor.interop.case_tree import MOST_DEEP
from tutor.locale import advise, say

Change = Callable[[dict[str, Any]], object]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def refused(data: bytes) -> TutorError:
    """Return why bytes are refused; the reason and the cure can be said."""
    with pytest.raises(TutorError) as caught:
        read_package(data)
    error = caught.value
    assert say(error.message_id, **error.values)
    assert advise(error.message_id, **error.values)
    return error


def told(data: bytes) -> str:
    """Return the title of a grid, or why there is none."""
    try:
        return read_package(data).title
    except TutorError as error:
        return say(error.message_id, **error.values)


def test_a_tree_is_read_in_its_order() -> None:
    outline = read_package(bytes_of(package()))
    assert (outline.title, outline.creator) == ("Grille du DMG", "DMG d'Essai")
    first, second = outline.tops
    assert [each.code for each in first.branches] == ["COOR.N", "COOR.C"]
    assert [leaf.code for leaf in second.leaves()] == ["PRO-1", "PRO-2"]
    assert outline.remarks == ()


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_package(b"\xef\xbb\xbf" + bytes_of(package())).tops


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"bonjour", "not-json"),
        (b'{"CFDocument": {', "not-json"),
        (b"\xff\xfe{\x00}\x00", "not-json"),
        ('{"é": 1}'.encode("latin-1"), "not-json"),
        (b"[" * 5_000 + b"]" * 5_000, "not-json"),
        (b"[]", "foreign"),
        (b'"CFDocument"', "foreign"),
        (b'{"schema": "cpts-tutor/bundle/1"}', "foreign"),
        (b'{"CFDocument": []}', "foreign"),
        (b" " * (LARGEST + 1), "huge"),
        (b"{" * 300_000, "huge"),
    ],
)  # fmt: skip
def test_what_is_no_package_is_refused(data: bytes, why: str) -> None:
    assert refused(data).message_id == f"framework.read.{why}"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda p: p["CFDocument"].pop("identifier"), "missing"),
        (lambda p: p["CFDocument"].pop("title"), "missing"),
        (lambda p: p["CFItems"][0].pop("identifier"), "missing"),
        (lambda p: p["CFItems"][0].pop("fullStatement"), "missing"),
        (lambda p: p["CFItems"][0].update(fullStatement="\x00\u202e "), "missing"),
        (lambda p: p["CFItems"][0].update(identifier="C5"), "identifier"),
        (lambda p: p["CFItems"][0].update(identifier=7), "identifier"),
        (lambda p: p["CFItems"].append(p["CFItems"][0]), "twice"),
        (lambda p: p["CFItems"].append(item(DOCUMENT, "la grille")), "twice"),
        (lambda p: p.update(CFItems={}), "list"),
        (lambda p: p.update(CFItems=[1]), "list"),
        (lambda p: p.update(CFItems=[]), "no-items"),
        (lambda p: p.pop("CFItems"), "no-items"),
        (lambda p: p["CFAssociations"][0].pop("associationType"), "missing"),
        (lambda p: p["CFAssociations"][0].pop("originNodeURI"), "missing"),
        (lambda p: p["CFAssociations"][0].update(destinationNodeURI="x"), "missing"),
        (lambda p: p["CFAssociations"].append(child("ailleurs", "COOR")), "absent"),
        (lambda p: p["CFAssociations"].append(child("PRO", "ailleurs")), "absent"),
        (lambda p: p["CFAssociations"].append(child(DOCUMENT, "PRO")), "absent"),
        (lambda p: p["CFAssociations"].insert(0, child("PRO", "PRO")), "round"),
        (lambda p: p["CFAssociations"].insert(0, child("COOR", "COOR-1")), "round"),
    ],
)  # fmt: skip
def test_a_broken_package_is_refused_with_its_reason(change: Change, why: str) -> None:
    fields = package()
    change(fields)
    assert refused(bytes_of(fields)).message_id == f"framework.read.{why}"


def test_a_grid_too_deep_is_refused() -> None:
    codes = [DOCUMENT, *(f"E{n}" for n in range(MOST_DEEP + 1))]
    tree = tuple((c, c, "", p) for p, c in itertools.pairwise(codes))
    assert refused(bytes_of(package(tree))).message_id == "framework.read.deep"
    assert read_package(bytes_of(package(tree[:-1]))).tops


def test_a_grid_of_too_many_elements_is_refused() -> None:
    fields = package()
    fields["CFItems"] = [item(f"E{n}", "x") for n in range(MOST_ITEMS + 1)]
    assert refused(bytes_of(fields)).message_id == "framework.read.many"


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        (lambda p: p["CFItems"][2].pop("uri"), "uri"),
        (lambda p: p["CFAssociations"].append(child("PRO-1", "COOR")), "parents"),
        (lambda p: p["CFAssociations"].append({"associationType": "aime"}), "types"),
    ],
)
def test_what_is_passed_over_is_said(change: Change, remark: str) -> None:
    fields = package()
    change(fields)
    (found,) = read_package(bytes_of(fields)).remarks
    assert (found.message_id, found.values) == (
        f"framework.remark.{remark}",
        {"n": "1"},
    )


@pytest.mark.parametrize("kind", ["precedes", "exactMatchOf", "ext:evalue"])
def test_other_associations_are_passed_over_without_a_word(kind: str) -> None:
    fields = package()
    fields["CFAssociations"].append({"associationType": kind})
    assert read_package(bytes_of(fields)) == read_package(bytes_of(package()))


def test_the_first_of_two_parents_counts() -> None:
    fields = package()
    fields["CFAssociations"].append(child("PRO-1", "COOR"))
    assert read_package(bytes_of(fields)).tops == read_package(bytes_of(package())).tops


def test_elements_under_nothing_are_at_the_root() -> None:
    fields = package()
    del fields["CFAssociations"]
    codes = [top.code for top in read_package(bytes_of(fields)).tops]
    assert codes == [code for code, *_ in TREE]


@pytest.mark.parametrize("place", [10**400, -1e308, "3", None, True, [1]])
def test_a_place_that_is_no_place_comes_last(place: object) -> None:
    fields = package()
    fields["CFAssociations"][0]["sequenceNumber"] = place
    codes = {top.code for top in read_package(bytes_of(fields)).tops}
    assert codes == {"COOR", "PRO"}


def test_nothing_that_drives_a_terminal_is_kept() -> None:
    fields = package()
    fields["CFItems"][0].update(
        fullStatement="Co\x1b[2Jordonner\n\u202eles soins", humanCodingScheme="C\x07O"
    )
    (first, _) = read_package(bytes_of(fields)).tops
    assert first.text == "Co[2Jordonner les soins"
    assert first.code == "CO"


def test_an_identifier_is_read_in_any_usual_writing() -> None:
    fields = package()
    fields["CFItems"][0]["identifier"] = uuid_of("COOR").upper()
    assert read_package(bytes_of(fields)).tops[0].identifier == uuid_of("COOR")


@given(st.data())
def test_a_mutated_package_is_read_or_refused_and_nothing_else(
    data: st.DataObject,
) -> None:
    fields: Any = copy.deepcopy(package())
    for _ in range(data.draw(st.integers(1, 4))):
        at: Any = fields
        while True:
            places = sorted(at) if isinstance(at, dict) else range(len(at))
            if not places:
                break
            place = data.draw(st.sampled_from(places))
            inner = at[place]
            if isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
                at = inner
                continue
            if data.draw(st.booleans()):
                del at[place]
            else:
                at[place] = data.draw(JSON | st.just(uuid_of("COOR")))
            break
    assert told(bytes_of(fields))


@given(st.binary(max_size=200), st.integers(0, 400))
def test_bytes_are_read_or_refused_and_nothing_else(noise: bytes, at: int) -> None:
    whole = bytes_of(package())
    assert told(whole[:at] + noise + whole[at + len(noise) :])
