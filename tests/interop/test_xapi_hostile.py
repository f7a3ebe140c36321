"""Whatever a file of statements holds, it is named and left out, and the rest is kept."""

import json
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cohort.handing import bundle as small_bundle
from tests.examples import at_least
from tests.interop.handed import every_kind, one_of_everything
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused
from tutor.interop.statement_reading import LONGEST_LINE, bundles_from, lines_of
from tutor.interop.statements import statement_lines, statements_of
from tutor.interop.statements_back import told_by
from tutor.interop.xapi_ids import extension
from tutor.locale import advise, say

COURSE = every_kind()
WHOLE = one_of_everything()


def said() -> list[dict[str, Any]]:
    """Return the statements of a bundle, anew."""
    return list(statements_of(WHOLE, COURSE))


def told(refused: tuple[Refused, ...]) -> dict[str, object]:
    """Return how often each reason was given; each can be said."""
    for each in refused:
        assert say(each.message_id, **each.values)
        assert advise(each.message_id, **each.values)
    return {r.message_id.rpartition(".")[2]: r.values.get("n") for r in refused}


OTHERS: list[Any] = [
    {},
    {"actor": []},
    {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://x"}},
    {"actor": {"account": {"homePage": "https://cpts-tutor.invalid/learners"}}},
]


def test_statements_of_other_tools_are_left_out_together() -> None:
    found, refused = bundles_from([*OTHERS, *said(), *OTHERS], "lrs")
    assert found == (WHOLE,)
    assert told(refused) == {"foreign": 2 * len(OTHERS)}
    assert (refused[0].path, refused[0].values["first"]) == ("lrs", 1)
    assert not refused[0].used


@pytest.mark.parametrize(
    "line",
    [
        b"rien",
        b"\xff\xfe{\x00",
        b'{"a": NaN}',
        b'{"a": 1',
        b"[" * 5_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b'"\xed\xa0\x80"',
    ],
)
def test_a_line_that_is_no_json_is_left_out(line: bytes) -> None:
    found, refused = bundles_from([line, *statement_lines(said())])
    assert found == (WHOLE,)
    assert told(refused) == {"not-json": 1}


@pytest.mark.parametrize("line", [b"[]", b"1", b'"mot"', b"null", b"[{}]"])
def test_json_that_is_no_statement_is_somebody_elses(line: bytes) -> None:
    found, refused = bundles_from([line, *statement_lines(said())])
    assert found == (WHOLE,)
    assert refused == () if line == b"null" else told(refused) == {"foreign": 1}


def test_a_huge_line_is_never_held_and_the_next_is_read() -> None:
    first, *rest = statement_lines(said())
    huge = b'{"a":"' + b"x" * (10 * 2**20) + b'"}\n'
    lines = list(lines_of(BytesIO(b"".join([first, huge, *rest]))))
    assert max(map(len, lines)) <= LONGEST_LINE + 1
    assert len(lines) == len(rest) + 2
    found, refused = bundles_from(lines)
    assert (found, told(refused)) == ((WHOLE,), {"huge": 1})


def test_a_line_of_brackets_is_not_taken_apart() -> None:
    line = b"[" + b"[]," * 400_000 + b"[]]"
    found, refused = bundles_from([line, *statement_lines(said())])
    assert (found, told(refused)) == ((WHOLE,), {"huge": 1})


def test_blank_lines_a_mark_at_the_head_and_returns_do_not_matter() -> None:
    lines = [
        b"\xef\xbb\xbf" + each if n == 0 else each
        for n, each in enumerate(statement_lines(said()))
    ]
    dressed = [part for each in lines for part in (each.rstrip() + b"\r\n", b"\n")]
    assert bundles_from(dressed) == ((WHOLE,), ())


Change = Callable[[dict[str, Any]], object]
CHANGED: dict[str, Change] = {
    "credit": lambda s: s["result"]["score"].update(scaled=0.25),
    "response": lambda s: s["result"].update(response="3"),
    "duration": lambda s: s["result"].update(duration="PT1H"),
    "moment": lambda s: s.update(timestamp="2026-11-22T13:00:00Z"),
    "learner": lambda s: s["actor"]["account"].update(name="e" * 32),
    "question": lambda s: s["object"].update(
        id=s["object"]["id"].replace("q-qru", "q-qrm")
    ),
    "items": lambda s: s["context"]["extensions"].update({extension("items"): []}),
    "id": lambda s: s.update(id="00000000-0000-5000-8000-000000000000"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_was_changed_since_is_left_out(name: str) -> None:
    statements = said()
    CHANGED[name](statements[0])
    (found,), refused = bundles_from(statements)
    assert found.answers == WHOLE.answers[1:]
    assert told(refused) == {"edited": 1, "missing": 1}
    assert [each.used for each in refused] == [True, False]


SPOILT: dict[str, Change] = {
    "no score": lambda s: s["result"].pop("score"),
    "a list for a result": lambda s: s.update(result=[]),
    "credit in words": lambda s: s["result"]["score"].update(scaled="beaucoup"),
    "credit beyond": lambda s: s["result"]["score"].update(scaled=7),
    "no moment": lambda s: s.pop("timestamp"),
    "a moment that is a number": lambda s: s.update(timestamp=12),
    "a moment without zone": lambda s: s.update(timestamp="2026-11-22T13:00:00"),
    "the end of time": lambda s: s.update(timestamp="9999-12-31T23:59:59-12:00"),
    "duration": lambda s: s["result"].update(duration="une heure"),
    "a duration beyond": lambda s: s["result"].update(duration=f"PT{'9' * 5000}S"),
    "response": lambda s: s["result"].update(response="a[,]b"),
    "a response beyond": lambda s: s["result"].update(response="9" * 5_000),
    "a list for a response": lambda s: s["result"].update(response=[1]),
    "many positions": lambda s: s["result"].update(response="[,]".join("0" * 5_000)),
    "no extensions": lambda s: s["result"].pop("extensions"),
    "verb of the object": lambda s: s["object"].update(id="http://example.org/q"),
    "half an object": lambda s: s["object"].update(id="urn:x-cpts-tutor:petit-cours"),
    "no object": lambda s: s.pop("object"),
    "id": lambda s: s.update(id="un"),
    "no id": lambda s: s.pop("id"),
    "surrogates": lambda s: s["object"].update(
        id="urn:x-cpts-tutor:\ud800:question:a:b"
    ),
    "deep": lambda s: s["context"]["extensions"].update(
        {extension("items"): json.loads("[" * 400 + "]" * 400)}
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_was_spoilt_is_left_out(name: str) -> None:
    statements = said()
    SPOILT[name](statements[0])
    (found,), refused = bundles_from(statements)
    assert found.answers == WHOLE.answers[1:]
    assert told(refused) == {"field": 1, "missing": 1}


def head_of(statement: dict[str, Any]) -> dict[str, Any]:
    """Return what a hand-over says of its bundle."""
    found: dict[str, Any] = statement["context"]["extensions"][extension("bundle")]
    return found


HEADS: dict[str, Change] = {
    "semester": lambda h: h.update(semester=40),
    "no consent": lambda h: h.pop("consent"),
    "something else": lambda h: h.update(weather="beau"),
    "facts": lambda h: h.update(facts=["un"]),
    "many facts": lambda h: h.update(facts=h["facts"] * 10_000),
    "facts in words": lambda h: h.update(facts="tous"),
    "another course": lambda h: h["course"].update(id="autre"),
    "lessons": lambda h: h.update(lessons=[{"id": "a", "state": "finie"}]),
    "a moment": lambda h: h.update(exported_at=3),
}


@pytest.mark.parametrize("name", HEADS)
def test_without_its_hand_over_nothing_was_agreed_to(name: str) -> None:
    statements = said()
    HEADS[name](head_of(statements[-1]))
    found, refused = bundles_from(statements)
    assert found == ()
    facts = len(head_of(said()[-1])["facts"])
    assert told(refused) == {"field": 1, "alone": facts}


def test_a_changed_hand_over_is_left_out() -> None:
    statements = said()
    head_of(statements[-1]).update(promotion="2031")
    found, refused = bundles_from(statements)
    assert found == ()
    assert "edited" in told(refused)


def test_facts_of_somebody_else_do_not_fill_a_hand_over() -> None:
    other = small_bundle(5)
    mine, theirs = said(), list(statements_of(other, COURSE))
    found, refused = bundles_from([*mine[:-1], theirs[-1]])
    assert [b.answers for b in found] == [()]
    facts = len(head_of(mine[-1])["facts"])
    assert told(refused) == {"missing": 3, "alone": facts}


def test_a_hand_over_that_would_grow_beyond_any_bundle_is_left_out() -> None:
    answer = WHOLE.answers[4].model_copy(update={"response": "x" * 20_000})
    many = WHOLE.model_copy(update={"answers": (answer,) * 1_000})
    found, refused = bundles_from([*statements_of(many, COURSE), *said()])
    assert found == (WHOLE,)
    assert [r.message_id for r in refused] == ["export.read.huge"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
STATEMENTS = said()


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """Return a statement with a value somewhere replaced by any other."""
    found = json.loads(json.dumps(draw(st.sampled_from(STATEMENTS))))
    inside = found
    while True:
        name = draw(st.sampled_from(sorted(inside)))
        if (
            not isinstance(inside[name], dict)
            or not inside[name]
            or draw(st.booleans())
        ):
            inside[name] = draw(VALUES)
            return found
        inside = inside[name]


@at_least(200)
@given(VALUES | spoilt())
def test_nothing_makes_the_reader_fail(value: Any) -> None:
    with suppress(TutorError):
        assert told_by(value).part


@given(st.lists(st.binary(max_size=40) | VALUES.map(str), max_size=4))
def test_any_lines_leave_the_rest_alone(lines: list[Any]) -> None:
    found, _ = bundles_from([*lines, *STATEMENTS, *lines])
    assert found == (WHOLE,)
