"""A grid is tied to a course soundly: each answer once, and what is left is said."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.shipped import course, reference
from tests.factories import NOON, StoppedClock, answer
from tests.interop.packages import TREE, bytes_of, item, package, uuid_of
from tests.services.grids import GRID, tied
from tutor.domain.answer import AnswerGiven, Positioning, Record
from tutor.domain.course import Course
from tutor.domain.errors import TutorError
from tutor.domain.evidence import evidence_of_competency, posterior, weigh
from tutor.domain.framework import Framework
from tutor.domain.outline import Outline, Tie
from tutor.interop.case_package import package_of
from tutor.interop.case_reading import read_package
from tutor.locale import advise, say
from tutor.services.grid_making import MOST_COMPETENCIES, made_grid
from tutor.services.grid_ties import faults_of, lines_to_fill, without_title
from tutor.services.standing import standing_of

CODES = sorted(reference().framework.codes)
POOL = CODES[::7]
"""Few enough for answers to carry several of those that an item gathers."""
CLOCK = StoppedClock()
ANSWERS = st.lists(
    st.builds(
        lambda number, items, credit, days, kind: answer(
            id=f"{number:032x}",
            question=f"q-{number % 40}",
            items=items,
            credit=credit,
            kind=kind,
            at=NOON - timedelta(days=days),
        ),
        st.integers(0, 10_000),
        st.lists(st.sampled_from([*POOL, "C5", "Z9.N.1"]), max_size=4).map(tuple),
        st.sampled_from([0.0, 0.2, 0.5, 1.0]),
        st.integers(0, 200),
        st.sampled_from(["qru", "qrp", "qroc"]),
    ),
    max_size=25,
)
PLACED = st.lists(
    st.builds(
        lambda number, code, value: Positioning(
            id=f"{number:032x}", course="c", code=code, value=value, at=NOON
        ),
        st.integers(0, 99),
        st.sampled_from([*POOL, "C5"]),
        st.sampled_from(["1", "3", "5", "N"]),
    ),
    max_size=4,
)


def on(framework: Framework) -> Course:
    """Return the course on a framework."""
    return course().model_copy(update={"framework": framework})


@pytest.fixture(scope="module", params=["identifiers", "table"])
def same(request: pytest.FixtureRequest) -> Course:
    """The course on its own framework, exported and imported again."""
    outline = read_package(bytes_of(package_of(course(), NOON)))
    lines = enumerate(lines_to_fill(outline, course()), 1)
    table = [Tie(number, theirs, ours) for number, (theirs, ours, _) in lines]
    ties = table if request.param == "table" else None
    return on(made_grid(outline, course(), ties).grid.framework)


def test_the_courses_own_export_ties_itself(same: Course) -> None:
    own = course().framework
    for mine, theirs in zip(own.competence, same.framework.competence, strict=True):
        assert (mine.code, mine.nom, mine.key) == (theirs.code, theirs.nom, theirs.key)
        for one, other in zip(mine.item, theirs.item, strict=True):
            fields = {"code", "niveau", "texte", "trace", "phase"}
            assert one.model_dump(include=fields) == other.model_dump(include=fields)
            assert (one.key, one.feeds) == (other.key, other.feeds)
    assert same.framework.niveaux == own.niveaux


@given(answers=ANSWERS, placed=PLACED)
def test_the_courses_own_export_shows_the_same_standing(
    same: Course, answers: list[AnswerGiven], placed: list[Positioning]
) -> None:
    record = Record(answers=tuple(answers), positionings=tuple(placed))
    assert standing_of(same, record, CLOCK) == standing_of(course(), record, CLOCK)


@given(answers=ANSWERS, gathered=st.sets(st.sampled_from(POOL), min_size=1, max_size=5))
def test_an_item_that_gathers_several_counts_each_answer_once_at_its_largest_weight(
    answers: list[AnswerGiven], gathered: set[str]
) -> None:
    ties = [Tie(n, "PRO-1", code) for n, code in enumerate(sorted(gathered))]
    framework = made_grid(GRID, course(), ties).grid.framework
    weighed = weigh(answers, CLOCK)
    found = standing_of(on(framework), Record(answers=tuple(answers)), CLOCK)
    rows = [
        each._replace(
            weight=each.weight * (1 if each.answer.items[0] in gathered else 0.5)
        )
        for each in weighed
        if gathered & set(each.answer.items)
    ]
    assert found.items["PRO-1"] == posterior("PRO-1", rows)
    assert found.items["PRO-2"].n == 0
    whole = evidence_of_competency("PRO", frozenset(gathered), weighed)
    assert found.competencies["PRO"] == whole


def test_an_answer_on_two_gathered_items_counts_at_the_weight_of_the_first() -> None:
    ties = [Tie(1, "COOR-1", "C5.N.1"), Tie(2, "COOR-1", "C5.C.8")]
    framework = made_grid(GRID, course(), ties).grid.framework
    record = Record(answers=(answer(items=("C5.N.1", "C5.C.8")),))
    found = standing_of(on(framework), record, CLOCK).items["COOR-1"]
    assert (found.n, found.n_eff) == (1, 1.0)


def test_an_item_of_ours_may_tell_of_two_of_theirs_at_full_weight() -> None:
    ties = [Tie(1, "COOR-1", "C5.N.1"), Tie(2, "PRO-1", "C5.N.1")]
    framework = made_grid(GRID, course(), ties).grid.framework
    record = Record(answers=(answer(items=("C5.N.1",)),))
    found = standing_of(on(framework), record, CLOCK)
    assert found.items["COOR-1"].n_eff == found.items["PRO-1"].n_eff == 1.0


def test_both_sides_are_told_what_is_left() -> None:
    made = tied(course())
    assert (made.items, [left.code for left in made.silent]) == (4, ["PRO-2"])
    lost = {left.code: left.questions for left in made.lost}
    assert "C5.N.1" not in lost
    assert "C6.N.1" not in lost
    asked = [q for u in course().units for q in u.questions if "C1.N.1" in q.items]
    assert lost["C1.N.1"] == len(asked) > 0


def test_a_competency_of_ours_stands_for_all_its_items() -> None:
    (item,) = [i for i in tied(course()).grid.framework.items if i.code == "PRO-1"]
    inside = {code for code in CODES if code.startswith("C6.")}
    assert item.feeds == inside | {"C6"}


def test_levels_competencies_and_traces_come_from_the_grid() -> None:
    framework = tied(course()).grid.framework
    assert [c.code for c in framework.competence] == ["COOR", "PRO"]
    assert [(i.code, i.niveau) for i in framework.items] == [
        ("COOR-1", "N"), ("COOR-2", "C"), ("PRO-1", ""), ("PRO-2", ""),
    ]  # fmt: skip
    assert [(lv.code, lv.nom) for lv in framework.niveaux] == [
        ("N", "Novice"), ("C", "Compétent"),
    ]  # fmt: skip
    assert framework.competence[0].source == "DMG d'Essai"
    assert framework.competence_of("PRO-1") == framework.competence[1]
    assert framework.key_of("PRO-1") == uuid_of("PRO-1")


@pytest.mark.parametrize(
    ("theirs", "ours", "why"),
    [
        ("", "C5.N.1", "half"),
        ("NON-1", "C5.N.1", "theirs"),
        ("COOR", "C5.N.1", "heading"),
        ("COOR.N", "C5.N.1", "heading"),
        ("COOR-1", "C9.N.1", "ours"),
        ("DEUX", "C5.N.1", "several"),
    ],
)
def test_a_line_that_ties_nothing_is_said(theirs: str, ours: str, why: str) -> None:
    twins = ("DEUX", "Un", "", "PRO"), ("DEUX", "Deux", "", "PRO")
    fields = package((*TREE, *twins[:1]))
    fields["CFItems"].append({**item("DEUX", "Deux"), "identifier": uuid_of("autre")})
    outline = read_package(bytes_of(fields))
    (fault,) = faults_of([Tie(3, theirs, ours)], outline, course())
    assert fault.message_id == f"framework.tie.{why}"
    assert say(fault.message_id, **fault.values)


@pytest.mark.parametrize(
    "theirs", ["coor-1", " COOR-1 ", uuid_of("COOR-1"), f"urn:uuid:{uuid_of('COOR-1')}"]
)
def test_an_item_is_named_by_its_code_or_its_identifier(theirs: str) -> None:
    ties = [Tie(1, theirs, "c5.n.1"), Tie(2, "PRO-1", "")]
    assert faults_of(ties, GRID, course()) == []
    found = made_grid(GRID, course(), ties).grid.framework.items[0]
    assert found.feeds == {"C5.N.1"}


def test_titles_of_columns_are_left_aside_and_a_first_slip_is_not() -> None:
    titled = [Tie(1, "leur code", "notre code"), Tie(2, "COOR-1", "C5.N.1")]
    assert without_title(titled, GRID, course()) == titled[1:]
    slip = [Tie(1, "COOR-1", "C5.Z.1"), Tie(2, "COOR-2", "C5.N.1")]
    assert without_title(slip, GRID, course()) == slip
    assert without_title([], GRID, course()) == []


@pytest.mark.parametrize(("ties", "why"), [(None, "no-table"), ([], "table")])
def test_a_grid_that_nothing_ties_is_refused(ties: list[Tie] | None, why: str) -> None:
    with pytest.raises(TutorError) as caught:
        made_grid(GRID, course(), ties)
    name = caught.value.message_id
    assert name == f"framework.import.nothing.{why}"
    assert say(name)
    assert advise(name)


def flat(count: int) -> Outline:
    """Return a grid of competencies without items."""
    fields = package()
    fields["CFAssociations"] = []
    fields["CFItems"] = [item(f"K{n}", f"Compétence {n}") for n in range(count)]
    return read_package(bytes_of(fields))


def test_more_petals_than_a_flower_shows_are_refused() -> None:
    ties = [Tie(1, "K1", "C5.N.1")]
    assert made_grid(flat(MOST_COMPETENCIES), course(), ties)
    with pytest.raises(TutorError) as caught:
        made_grid(flat(MOST_COMPETENCIES + 1), course(), ties)
    assert caught.value.message_id == "framework.import.many"


def test_a_competency_without_items_is_its_own_item() -> None:
    framework = made_grid(flat(2), course(), [Tie(1, "K1", "C5")]).grid.framework
    one = framework.competence[1]
    assert [(i.code, i.texte) for i in one.item] == [("K1.1", "Compétence 1")]
    assert one.key == uuid_of("K1")
    assert one.item[0].key != one.key
    assert one.feeds >= {"C5.N.1", "C5.C.8"}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("coor 1", "COOR-1"),
        ("../../etc/passwd", "ETC-PASSWD"),
        ("", "COOR.1"),
        ("UN-CODE-BIEN-TROP-LONG", "COOR.1"),
        ("=1+1", "1-1"),
    ],
)
def test_a_code_can_be_typed_and_can_name_a_file(given: str, shown: str) -> None:
    fields = package()
    fields["CFItems"][2]["humanCodingScheme"] = given
    outline = read_package(bytes_of(fields))
    ties = [Tie(1, uuid_of("COOR-1"), "C5.N.1")]
    assert made_grid(outline, course(), ties).grid.framework.items[0].code == shown


def test_codes_given_twice_become_different() -> None:
    fields = package()
    for row in fields["CFItems"]:
        row["humanCodingScheme"] = "X"
    outline = read_package(bytes_of(fields))
    ties = [Tie(1, uuid_of("COOR-1"), "C5.N.1")]
    framework = made_grid(outline, course(), ties).grid.framework
    codes = [each.code for each in framework.competence]
    codes += [item.code for item in framework.items]
    assert len(set(codes)) == len(codes) == 6


def test_a_table_to_fill_names_every_item_and_knows_our_own() -> None:
    assert lines_to_fill(GRID, course())[0] == (
        "COOR-1",
        "",
        "Joint les autres soignants",
    )
    own = read_package(bytes_of(package_of(course(), NOON)))
    lines = lines_to_fill(own, course())
    assert [(theirs, ours) for theirs, ours, _ in lines] == [
        (i.code, i.code) for i in course().framework.items
    ]


def test_lines_to_fill_use_the_identifier_where_a_code_names_two() -> None:
    fields = package()
    for row in fields["CFItems"]:
        row["humanCodingScheme"] = "X"
    outline = read_package(bytes_of(fields))
    names = [theirs for theirs, *_ in lines_to_fill(outline, course())]
    assert names == [uuid_of(c) for c in ("COOR-1", "COOR-2", "PRO-1", "PRO-2")]
    ties = [Tie(n, name, "C5.N.1") for n, name in enumerate(names)]
    assert faults_of(ties, outline, course()) == []
