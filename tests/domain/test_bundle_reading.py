"""Whatever the bytes, a bundle is read or the reason is named; never anything else."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.bundles import handed_bundle
from tutor.domain.bundle_reading import (
    LARGEST,
    MOST_BRACKETS,
    BundleError,
    Read,
    read_bundle,
)
from tutor.domain.bundle_text import UNPRINTABLE, finished, written

WHOLE = written(handed_bundle())
FIELDS: dict[str, Any] = json.loads(WHOLE)


def reason(data: bytes) -> str:
    """Return why bytes are no bundle."""
    with pytest.raises(BundleError) as told:
        read_bundle(data)
    return told.value.message_id.removeprefix("export.read.")


def told(data: bytes) -> dict[str, dict[str, str]]:
    """Return what the reader of a bundle is told."""
    notices = read_bundle(data).notices
    return {n.message_id.removeprefix("export.read."): n.values for n in notices}


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return the bundle with something changed by hand."""
    fields = json.loads(WHOLE)
    change(fields)
    return json.dumps(fields).encode()


def test_what_is_written_is_read_back() -> None:
    assert read_bundle(WHOLE) == Read(handed_bundle())
    assert written(read_bundle(WHOLE).bundle) == WHOLE


def test_each_answer_has_its_line_and_the_file_without_lines_is_what_is_hashed() -> (
    None
):
    lines = WHOLE.decode().split("\n")

    assert json.loads(lines[2].rstrip(",")) == FIELDS["answers"][0]
    compact = {k: v for k, v in FIELDS.items() if k != "digest"}
    sorted_ = json.dumps(
        compact, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    digest = f'"digest":"{FIELDS["digest"]}",'
    assert "".join(lines).replace(digest, "") == sorted_


@pytest.mark.parametrize("indent", [None, 2])
def test_another_layout_is_as_good(indent: int | None) -> None:
    data = json.dumps(FIELDS, indent=indent).encode()

    assert read_bundle(data) == Read(handed_bundle())
    assert read_bundle(b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n")).notices == ()


def test_an_edited_bundle_is_read_and_named() -> None:
    data = WHOLE.replace(b"0.666667", b"1.0", 1)

    assert told(data) == {"edited": {}}
    assert read_bundle(data).bundle.answers[0].credit == 1
    assert told(changed(lambda f: f.pop("digest"))) == {"edited": {}}


def test_what_a_newer_tutor_added_is_left_out_and_named() -> None:
    def add(fields: dict[str, Any]) -> None:
        fields["schema"] = "cpts-tutor/bundle/2"
        fields["weather"] = {"deep": [1]}
        fields["answers"][1]["mood"] = fields["course"]["colour"] = "x"

    found = told(changed(add))
    assert found["dropped"] == {
        "schema": "cpts-tutor/bundle/2",
        "names": "answers.mood, course.colour, weather",
    }
    assert len(read_bundle(changed(add)).bundle.answers) == 2


def test_another_version_that_can_be_read_is_named() -> None:
    for version in ("0", "2", "17"):
        newer = {**FIELDS, "schema": f"cpts-tutor/bundle/{version}"}
        assert "other-version" in told(json.dumps(newer).encode())


def test_many_unknown_fields_are_counted() -> None:
    data = changed(lambda f: f.update({f"x{n:03}": n for n in range(500)}))
    assert told(data)["dropped"]["names"] == "x000, x001, x002, x003, x004 (+495)"


SPOILT: list[tuple[bytes, str]] = [
    (b"", "empty"),
    (b" \n", "empty"),
    (WHOLE[: len(WHOLE) // 2], "truncated"),
    (WHOLE[:1], "truncated"),
    (WHOLE + b"x", "truncated"),
    (WHOLE + WHOLE, "not-json"),
    (b"PK\x03\x04", "not-json"),
    (b"\xff\xfe{\x00}\x00", "not-json"),
    (b'{"a": NaN}', "not-json"),
    (b"1" * 10_000, "not-json"),
    (b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}", "deep"),
    (b"[]", "foreign"),
    (b"{}", "foreign"),
    (b'{"schema": 1}', "foreign"),
    (b'{"schema": "cpts-tutor/lesson/1"}', "foreign"),
    (b'{"schema": "cpts-tutor/bundle/1.5"}', "foreign"),
    (b'{"schema": "cpts-tutor/bundle/1"}', "missing"),
    (b'{"schema": "cpts-tutor/bundle/9"}', "newer"),
    (b'{"schema": "cpts-tutor/bundle/0"}', "older"),
    (b"age-encryption.org/v1\n-> X25519", "sealed"),
    (b'{"a": "' + b"x" * LARGEST + b'"}', "huge"),
    (b'{"a": [' + b"{}," * MOST_BRACKETS + b"{}]}", "huge"),
]


@pytest.mark.parametrize(("data", "why"), SPOILT, ids=lambda each: str(each)[:30])
def test_what_is_no_bundle_is_named(data: bytes, why: str) -> None:
    assert reason(data) == why


CHANGES: list[tuple[Callable[[dict[str, Any]], object], str, str]] = [
    (lambda f: f["answers"][1].update(credit=2), "field", "answers[2].credit"),
    (lambda f: f["answers"][0].update(certainty=9), "field", "answers[1].certainty"),
    (lambda f: f["answers"][0].update(at="hier"), "field", "answers[1].at"),
    (lambda f: f["answers"][0].pop("id"), "missing", "answers[1].id"),
    (lambda f: f["answers"].append(3), "field", "answers[3]"),
    (lambda f: f.update(answers={}), "field", "answers"),
    (lambda f: f.update(learner=["x"]), "field", "learner"),
    (lambda f: f.update(semester=99), "field", "semester"),
    (lambda f: f.pop("learner_id"), "missing", "learner_id"),
    (lambda f: f.update(course=None), "field", "course"),
    (lambda f: f["consent"].update(parts=["heart"]), "field", "consent.parts[1]"),
]


@pytest.mark.parametrize(("change", "why", "where"), CHANGES)
def test_what_does_not_fit_is_named_with_its_place(
    change: Callable[[dict[str, Any]], object], why: str, where: str
) -> None:
    with pytest.raises(BundleError) as found:
        read_bundle(changed(change))
    assert found.value.message_id == f"export.read.{why}"
    assert found.value.values == {"field": where}


@pytest.mark.parametrize(
    "sign", ["\x1b[2J", "\x00", "\x7f", "\x85", "\u202e", "\u200b"]
)
@pytest.mark.parametrize("escaped", [True, False])
def test_signs_that_drive_a_terminal_or_hide_are_refused(
    sign: str, escaped: bool
) -> None:
    fields = {**FIELDS, "learner": f"m{sign}n"}
    assert reason(json.dumps(fields, ensure_ascii=escaped).encode()) == "control"
    fields = {**FIELDS, f"x{sign}": 1}
    assert reason(json.dumps(fields, ensure_ascii=escaped).encode()) == "control"


@pytest.mark.parametrize("name", ["learner_id", "bundle_id"])
def test_a_bundle_of_nobody_is_refused(name: str) -> None:
    """Two people without an id would be counted as one."""
    assert reason(changed(lambda f: f.update({name: ""}))) == "field"


def test_lone_halves_of_a_sign_are_refused() -> None:
    assert reason(changed(lambda f: f.update(learner="\ud800"))) == "not-json"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(sorted(FIELDS)) | st.text(), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(st.binary(max_size=200) | JSON.map(lambda each: json.dumps(each).encode()))
def test_any_bytes_are_refused_with_a_reason(data: bytes) -> None:
    assert reason(data)


@given(st.sampled_from(sorted(FIELDS)), JSON)
def test_any_field_changed_is_read_or_refused(name: str, value: object) -> None:
    try:
        found = read_bundle(json.dumps({**FIELDS, name: value}).encode())
    except BundleError:
        return
    assert found.bundle.learner_id


@given(st.text(st.characters(exclude_categories=())), st.floats(0, 1))
def test_any_text_and_number_comes_back_as_written(text: str, credit: float) -> None:
    bundle = handed_bundle(learner=text.encode("utf-8", "replace").decode())
    answer = bundle.answers[0].model_copy(update={"credit": credit, "response": text})
    bundle = finished(bundle.model_copy(update={"answers": (answer,)}))

    assert read_bundle(written(bundle)) == Read(bundle)
    assert not UNPRINTABLE.search(written(bundle).decode())
