"""The quality rules of a file and of a course, at their thresholds and below them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice
from tests.pipeline.any_input import ANY
from tests.pipeline.reading import COURSE, HEAD, check, course_at, read
from tests.pipeline.test_growth import Shape, assert_proportional
from tutor.pipeline.cards import CARDS
from tutor.pipeline.courses import read_course
from tutor.pipeline.findings import Findings
from tutor.pipeline.lexicon import COUNTERPARTS, SECONDS
from tutor.pipeline.quality import QualityCheck
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.pipeline.supports import Expired, expired_facts, names_facts, rests_on
from tutor.pipeline.whole_course import loops_in

pytestmark = pytest.mark.no_cover

TODAY = date(2026, 11, 22)
GRAPHS = st.dictionaries(
    st.sampled_from("abcdefg"),
    st.lists(st.sampled_from("abcdefgz"), max_size=4).map(tuple),
)


@pytest.mark.parametrize("name", COUNTERPARTS)
def test_every_name_of_the_counterpart_opens_one(name: str) -> None:
    unit, _ = read(f"{HEAD}\n## {name.capitalize()} !\n\n{'mot ' * 400}\n")
    assert unit is not None
    findings = Findings("essai.md")

    QualityCheck(read_course(COURSE).course, TODAY).unit(unit, findings)

    assert findings.problems == []


def test_every_kind_of_block_that_asks_takes_a_time() -> None:
    assert SECONDS.keys() | {"tcs"} == {*EXTRA_NAMES, *CARDS}


@pytest.mark.parametrize(
    ("named", "of", "usual"),
    [(4, 4, True), (2, 4, True), (1, 4, False), (3, 3, False), (0, 0, False)],
)
def test_naming_facts_is_the_rule_from_half_of_four(
    named: int, of: int, *, usual: bool
) -> None:
    questions = [choice(facts=("a",) if n < named else ()) for n in range(of)]

    assert names_facts(questions) is usual


def test_a_fact_expires_the_day_after_its_last() -> None:
    course = read_course(COURSE).course
    last = date(2028, 3, 10)
    gone = Expired("relais-ecrit", last)

    assert expired_facts(course, last) == {}
    found = expired_facts(course, last + timedelta(days=1))
    assert found == {"relais-ecrit": [gone], "G-001": [gone]}
    assert rests_on(choice(facts=("G-001", "relais-ecrit")), found) == (gone,)
    assert rests_on(course, found) == ()


@ANY
@given(GRAPHS)
def test_a_loop_is_found_where_there_is_one_and_nowhere_else(
    wanted: dict[str, tuple[str, ...]],
) -> None:
    loops = loops_in(wanted)

    for loop in loops:
        turn = zip(loop, [*loop[1:], loop[0]], strict=True)
        assert all(after in wanted[before] for before, after in turn)
    left = dict(wanted)
    while free := [n for n, needs in left.items() if not left.keys() & set(needs)]:
        for name in free:
            del left[name]
    assert bool(loops) == bool(left)


def test_a_chain_of_ten_thousand_lessons_is_followed() -> None:
    chain = {str(n): (str(n + 1),) for n in range(10_000)}

    assert loops_in(chain) == []
    assert len(loops_in(chain | {"10000": ("0",)})) == 1


def test_a_file_checked_alone_gets_what_it_shows_by_itself(tmp_path: Path) -> None:
    head = "---\nid: a\ntitre: Essai\nprerequis: [b]\n---\n"
    question = "::: qroc {#q}\nÉcrivez.\n\n- [x] a\n\n:::\n"
    root = course_at(
        tmp_path / "cours",
        {
            "content/a.md": head + question,
            "content/b.md": "---\nid: b\ntitre: Essai\nprerequis: [a]\n---\n",
        },
    )

    alone = check(root, root / "content" / "a.md")
    whole = check(root)

    assert [each.code for each in alone.problems] == ["question-sans-item"]
    codes = [each.code for each in whole.problems]
    assert codes == ["prerequis-en-boucle", "question-sans-item"]
    assert whole.problems[0].values == {"loop": "a → b → a"}


SHAPES = {
    "options": Shape(
        "- [ ] mot {0} tous {0}\n  > non\n", "::: qrpl {#q n=1}\nQui ?\n\n"
    ),
    "negatives": Shape("ne ", "::: qru {#q}\n", "?\n\n- [x] a\n- [ ] b\n:::\n"),
    "quotes": Shape("« ", "::: qru {#q}\n", "?\n\n- [x] a\n- [ ] b\n:::\n"),
    "blanks": Shape("tous   ", "::: qru {#q}\nQui ?\n\n- [x] a\n- [ ] ", "\n:::\n"),
    "sigles": Shape("ABC{0} DEF (", "Un "),
    "headings": Shape("## Titre {0}\n\nmot mot\n\n"),
}


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_quality_takes_a_time_in_proportion(name: str) -> None:
    course = read_course(COURSE).course
    shape = SHAPES[name]

    def rules(text: str) -> None:
        unit, _ = read(HEAD + text)
        assert unit is not None
        for _ in range(5):
            QualityCheck(course, TODAY).unit(unit, Findings("essai.md"))

    assert_proportional(rules, shape)
