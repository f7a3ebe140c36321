"""Whatever is handed in, each file counts or is named with its reason."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cohort.cohorts import small_course
from tests.cohort.handing import (
    bundle,
    collected_in,
    copies,
    domain_reads,
    forged,
    laid_out,
    told,
    zip_of,
)
from tutor.cohort.collect import collect
from tutor.domain.bundle_text import written
from tutor.locale import advise, say


def test_each_bad_file_is_named_and_the_others_count(tmp_path: Path) -> None:
    whole = written(bundle(1))
    files = {
        "a.json": whole,
        "b.json": whole[: len(whole) // 2],
        "c.json": b"",
        "d.json": b"[" * 9000,
        "e.json": b'{"schema": "cpts-tutor/bundle/9", "x": 1}',
        "f.json": written(bundle(2)).replace(b'"credit":0.666667', b'"credit":1.0', 1),
        "g.json": written(bundle(3, learner="<b>=1+1</b>")),
        "h.json": b'{"a": "' + b"x" * (17 * 2**20) + b'"}',
        "i.json": json.dumps({**json.loads(whole), "answers": 3}).encode(),
        "j.json": "\x1b]0;hé\x07".encode(),
    }
    with collected_in(tmp_path, files) as collected:
        assert told(collected) == [
            ("h.json", "huge", False),
            ("b.json", "truncated", False),
            ("c.json", "empty", False),
            ("d.json", "deep", False),
            ("e.json", "newer", False),
            ("f.json", "edited", True),
            ("i.json", "field", False),
            ("j.json", "not-json", False),
        ]
        assert {person.learner for person in collected.people} == {
            *("mésange 1", "mésange 2", "<b>=1+1</b>"),
        }
        assert collected.bundles == 3
        for refused in collected.refused:
            assert say(refused.message_id, **refused.values)
            assert advise(refused.message_id, **refused.values)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"credit": 7}, "answers[1].credit"),
        ({"credit": -0.1}, "answers[1].credit"),
        ({"certainty": 9}, "answers[1].certainty"),
        ({"at": "hier"}, "answers[1].at"),
        ({"seconds": -1}, "answers[1].seconds"),
        ({"id": None}, "answers[1].id"),
        ({"items": None}, "answers[1].items"),
    ],
)
def test_a_forged_value_is_named_even_under_a_right_digest(
    tmp_path: Path, changes: dict[str, object], where: str
) -> None:
    files = {"a.json": forged(**changes), "b.json": written(bundle(1))}
    with collected_in(tmp_path, files) as collected:
        assert told(collected) == [("a.json", "field", False)]
        assert collected.refused[0].values == {"field": where}
        assert len(collected.people) == 1
        assert collected.tables.rows("SELECT count(*) FROM answers") == [(2,)]


@pytest.mark.parametrize(
    "part",
    [{"answers": {}}, {"semester": 99}, {"lessons": [{"id": "alpha", "state": "x"}]}],
)
def test_a_forged_part_is_named_even_under_a_right_digest(
    tmp_path: Path, part: dict[str, object]
) -> None:
    files = {"a.json": laid_out({**json.loads(written(bundle())), **part})}
    with collected_in(tmp_path, files) as collected:
        assert told(collected) == [("a.json", "field", False)]
        assert collected.people == ()


def test_numbers_of_any_size_break_nothing(tmp_path: Path) -> None:
    huge = 10**40
    files = {
        "a.json": forged(step=huge, response=[huge, -1, 0]),
        "b.json": forged(seconds=1e300, hints=huge),
    }
    fields = json.loads(written(bundle(5)))
    fields["survey"] = [
        {"question": "e-libre", "value": huge, "run": "x", "at": "2026-01-01T00:00:00Z"}
    ]
    files["c.json"] = laid_out(fields)
    with collected_in(tmp_path, files) as collected:
        assert [name for name, _, used in told(collected) if not used] == ["b.json"]
        assert collected.tables.rows("SELECT count(*) FROM survey") == [(0,)]


SMALL = st.none() | st.booleans() | st.integers(-3, 9) | st.floats(-1, 2)
ANY = SMALL | st.text(max_size=3) | st.lists(SMALL, max_size=2) | st.just(10**30)
NAMES = sorted(json.loads(written(bundle()))["answers"][0])


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(NAMES), ANY), min_size=1, max_size=8))
def test_whatever_is_forged_is_taken_within_bounds_or_named(
    changes: list[tuple[str, object]],
) -> None:
    datas = [forged(**{name: value}) for name, value in changes]
    with (
        zip_of(datas) as (path, files),
        collect([path], course=small_course()) as found,
    ):
        taken = {person.handed[0].source.member for person in found.people}
        named = {r.path.partition("!")[2] for r in found.refused}
        assert taken | named == files.keys()
        for name, data in files.items():
            if domain_reads(data):
                assert name in taken or name in copies(found)
        assert (
            found.tables.rows(
                """
            SELECT * FROM answers WHERE NOT (credit BETWEEN 0 AND 1)
                OR NOT (seconds BETWEEN 0 AND 1e9) OR certainty NOT IN (1, 2, 3)
                OR day IS NULL OR question IS NULL OR items IS NULL
            """
            )
            == []
        )
