"""Files become people: copies, later bundles, promotions, rosters, keys."""

import threading
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.cohort.cohorts import collected_from, small_course
from tests.cohort.handing import bundle, collected_in, told
from tests.cohort.samples import sample_bundles, sample_files
from tests.domain.bundles import handed_answer
from tests.factories import NOON
from tutor.cohort import gathering
from tutor.cohort.collect import collect
from tutor.domain.bundle_text import finished, written
from tutor.domain.errors import TutorError, WrongUseError
from tutor.locale import say
from tutor.services.sealing import make_key, seal, unseal


def test_a_bundle_of_another_course_is_named(tmp_path: Path) -> None:
    other = bundle(1).model_copy(
        update={"course": bundle().course.model_copy(update={"id": "autre"})}
    )
    files = {"a.json": written(finished(other)), "b.json": written(bundle(2))}
    with collected_in(tmp_path, files) as collected:
        assert told(collected) == [("a.json", "course", False)]
        assert collected.tables.rows("SELECT count(*) FROM answers") == [(2,)]


def test_a_copy_counts_once(tmp_path: Path) -> None:
    data = written(bundle(1))
    with collected_in(tmp_path, {"a.json": data, "b.json": data}) as collected:
        assert told(collected) == [("b.json", "copy", False)]
        assert str(collected.refused[0].values["of"]).endswith("a.json")
        assert (len(collected.people), collected.bundles) == (1, 1)


def test_two_bundles_of_one_person_are_one_person(tmp_path: Path) -> None:
    state = {"id": "alpha", "state": "started"}
    first = bundle(
        1, promotion="2024", semester=1, lessons=[state], answers=(handed_answer(1),)
    )
    later = bundle(
        2,
        learner_id=first.learner_id,
        promotion="2025",
        exported_at=NOON + timedelta(days=300),
        lessons=[{"id": "alpha", "state": "done"}],
        answers=(handed_answer(1, credit=1.0), handed_answer(3)),
    )
    files = {"b.json": written(first), "a.json": written(later)}
    with collected_in(tmp_path, files) as collected:
        assert told(collected) == [("b.json", "merged", True)]
        (person,) = collected.people
        assert (person.learner, person.promotion) == ("mésange 2", "2025")
        assert collected.bundles == 2
        assert [b.bundle_id for b in collected.bundles_of(person)] == [
            *(first.bundle_id, later.bundle_id),
        ]
        rows = collected.tables.rows("SELECT credit FROM answers ORDER BY credit")
        assert rows == [(0.666667,), (1.0,)]
        assert collected.tables.rows("SELECT state FROM lessons") == [(2,)]


def test_an_answer_written_twice_in_a_bundle_counts_once(tmp_path: Path) -> None:
    twice = bundle(1, answers=(handed_answer(1), handed_answer(1), handed_answer(2)))
    with collected_in(tmp_path, {"a.json": written(twice)}) as collected:
        assert collected.tables.rows("SELECT count(*) FROM answers") == [(2,)]


def test_only_one_promotion_counts_where_it_is_asked_for(tmp_path: Path) -> None:
    files = {
        f"{n}.json": written(bundle(n, promotion=said))
        for n, said in enumerate(("2025", " 2025 ", "2024", ""))
    }
    with collected_in(tmp_path, files, promotion="2025") as collected:
        assert len(collected.people) == 2
        assert collected.tables.rows("SELECT count(DISTINCT person) FROM answers") == [
            (2,)
        ]


def test_who_is_missing_is_told_from_the_roster(tmp_path: Path) -> None:
    roster = tmp_path / "liste.csv"
    roster.write_text("pseudonyme;promotion;semestre\nMESANGE 1;2025;S3\nmerle;2024\n")
    folder = tmp_path / "carnets"
    folder.mkdir()
    files = {f"{n}.json": written(bundle(n)) for n in (1, 2)}
    with collected_in(folder, files, roster=roster) as collected:
        assert collected.missing == ("merle",)
        assert told(collected) == [("2.json", "not-listed", True)]
        assert [(p.promotion, p.semester) for p in collected.people] == [
            *(("2025", 3), ("", None)),
        ]
    with collected_in(folder, files, roster=roster, promotion="2025") as collected:
        assert [each.name for each in collected.expected or ()] == ["MESANGE 1"]
        assert collected.missing == ()


def test_sealed_bundles_are_opened_with_the_key(tmp_path: Path) -> None:
    keys, other = make_key(), make_key()
    files = {
        "a.json.age": seal(written(bundle(1)), keys.public),
        "b.json.age": seal(written(bundle(2)), other.public),
    }
    with collected_in(tmp_path, files) as collected:
        assert {reason for _, reason, _ in told(collected)} == {"sealed"}
    key = partial(unseal, key_file=keys.private)
    with collected_in(tmp_path, files, key=key) as collected:
        assert told(collected) == [("b.json.age", "other", False)]
        (person,) = collected.people
        assert collected.bundles_of(person)[0].learner == "mésange 1"


def test_a_person_is_found_by_pseudonym_or_by_id(tmp_path: Path) -> None:
    same = bundle(3, learner="MESANGE 1", learner_id="e" * 32)
    files = {f"{n}.json": written(b) for n, b in enumerate((bundle(2), same))}
    with collected_in(tmp_path, files) as collected:
        assert collected.person("mésange 2").learner == "mésange 2"
        assert collected.person("eeee").learner == "MESANGE 1"
        for name in ("", "merle"):
            with pytest.raises(WrongUseError):
                collected.person(name)
    with collected_in(tmp_path, {"9.json": written(bundle(1))}) as collected:
        with pytest.raises(WrongUseError) as found:
            collected.person("mésange 1")
        assert found.value.message_id == "report.learner.several"


def test_progress_is_told_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "BATCH", 4)
    files = {f"{n:02}.json": written(bundle(n)) for n in range(11)}
    steps: list[tuple[int, int]] = []
    with collected_in(tmp_path, files, progress=lambda *s: steps.append(s)) as found:
        assert len(found.people) == 11
    assert steps[0] == (0, 11)
    assert steps[-1] == (11, 11)
    assert steps == sorted(steps)
    assert len(steps) >= 4


def test_an_interrupted_reading_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "BATCH", 2)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    folder = tmp_path / "carnets"
    folder.mkdir()
    before = threading.active_count()

    def stop(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    files = {f"{n}.json": written(bundle(n)) for n in range(20)}
    with pytest.raises(KeyboardInterrupt):
        collected_in(folder, files, progress=stop)
    assert list((tmp_path / "tmp").iterdir()) == []
    assert threading.active_count() == before


def test_closing_takes_the_folder_away_and_may_be_done_twice() -> None:
    with collected_from(sample_bundles(2, of=small_course()), small_course()) as found:
        found.close()
    found.close()


def test_what_is_missing_to_count_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(TutorError) as found:
        collect([], course=small_course())
    assert found.value.message_id == "report.extra"
    assert "faculty" in say("report.extra", **found.value.values)


def test_nothing_at_all_makes_an_empty_cohort() -> None:
    with collect([], course=small_course()) as collected:
        assert (collected.people, collected.refused) == ((), ())


def test_samples_are_all_read_fast(tmp_path: Path) -> None:
    bundles = sample_bundles(3, of=small_course())
    paths = sample_files(tmp_path, bundles)
    with collect(paths, course=small_course()) as collected:
        assert collected.refused == ()
        assert [person.id for person in collected.people] == [
            each.learner_id for each in bundles
        ]
