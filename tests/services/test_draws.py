"""Questions drawn from a bank: the same ones on resuming, none of them twice."""

from pathlib import Path
from typing import Any

import pytest

from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, finish
from tutor.domain.course import Draw
from tutor.domain.question import Question
from tutor.services.desk import Desk
from tutor.services.draws import Drawer, drawer_of, nothing

pytestmark = pytest.mark.no_cover

MISSIONS = {"f-1": "acces", "f-2": "acces", "f-3": "crise"}
FUND = front("fonds") + "".join(
    qru(
        f"f-{n}",
        more=f'comp="C5.N.{1 + n % 2}" missions="{MISSIONS.get(f"f-{n}", "parcours")}"',
    )
    for n in range(8)
)


def drawing(*blocks: str, name: str = "tirages") -> str:
    """Return a lesson that draws, a text and a question of its own between draws."""
    inside = f"Lire.\n\n{qru('t-propre')}".join(
        f"::: questions {{{block}}}\n:::\n\n" for block in blocks
    )
    return front(name) + inside


def desk_with(folder: Path, *blocks: str, fund: str = FUND) -> Desk:
    """Return a desk at a course whose lesson `tirages` draws."""
    files = {
        **SMALL,
        "content/03-tirages.md": drawing(*blocks),
        "quizzes/fonds.md": fund,
    }
    return desk_at(folder, files=files)


def drawer(tmp_path: Path, seed: int) -> Drawer:
    """Return what draws for a run."""
    return drawer_of(desk_with(tmp_path, 'banque="fonds" n="1"').course, seed)


def names(questions: list[Question]) -> list[str]:
    """Return the ids of questions."""
    return [question.id for question in questions]


def drawn(desk: Desk, seed: int | None = None) -> list[str]:
    """Return the questions of a run over the lesson that draws."""
    return names(desk.start("tirages", seed=seed).questions)


def test_a_run_draws_as_many_as_asked_and_another_run_draws_others(
    tmp_path: Path,
) -> None:
    desk = desk_with(tmp_path, 'banque="fonds" n="3"')
    draws = [tuple(drawn(desk, seed)) for seed in range(20)]
    assert {len(draw) for draw in draws} == {3}
    assert len(set(draws)) > 10
    assert {name for draw in draws for name in draw} == {f"f-{n}" for n in range(8)}
    assert drawn(desk, 4) == drawn(desk, 4)


def test_a_run_left_in_the_middle_asks_the_same_questions(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, 'banque="fonds" n="4"')
    run = desk.start("tirages")
    before = names(run.questions)
    answer_here(run)
    desk.save(run)
    again = desk_at(tmp_path, chance=99).start("tirages")
    assert names(again.questions) == before
    assert again.stop.key == before[1]
    finish(again)
    assert again.is_over


def test_a_line_added_above_changes_nothing_and_a_question_added_changes_one(
    tmp_path: Path,
) -> None:
    block = 'banque="fonds" n="4"'
    before = drawn(desk_with(tmp_path / "a", block), 5)
    longer = drawing(block).replace("::: questions", "Un mot de plus.\n\n::: questions")
    files = {"content/03-tirages.md": longer, "quizzes/fonds.md": FUND}
    assert drawn(desk_at(tmp_path / "b", files=files), 5) == before
    grown = desk_with(tmp_path / "c", block, fund=FUND + qru("f-neuve"))
    assert len(set(before) - set(drawn(grown, 5))) <= 1


@pytest.mark.parametrize(
    ("block", "fitting"),
    [
        ('comp="C5.N.1"', {"f-0", "f-2", "f-4", "f-6"}),
        ('comp="C5.N.1 C5.N.2"', {f"f-{n}" for n in range(8)}),
        ('missions="acces"', {"f-1", "f-2"}),
        ('missions="acces crise"', {"f-1", "f-2", "f-3"}),
        ('comp="C5.N.2" missions="acces"', {"f-1"}),
        ('comp="C6.N.1"', set()),
    ],
)
def test_only_what_fits_is_drawn_and_fewer_where_the_bank_has_fewer(
    tmp_path: Path, block: str, fitting: set[str]
) -> None:
    desk = desk_with(tmp_path, f'banque="fonds" n="9" {block}')
    assert set(drawn(desk)) == fitting


def test_a_seed_of_its_own_gives_everyone_the_same(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, 'banque="fonds" n="3" graine="11"')
    assert len({tuple(drawn(desk, seed)) for seed in range(10)}) == 1


def test_no_question_comes_twice_and_a_second_draw_still_gets_its_number(
    tmp_path: Path,
) -> None:
    blocks = ['banque="fonds" n="3"', 'banque="fonds" n="3" comp="C5.N.1"']
    desk = desk_with(tmp_path, *blocks, 'banque="fonds" n="9" graine="1"')
    for seed in range(10):
        asked = drawn(desk, seed)
        assert len(set(asked)) == len(asked)
        assert sorted(asked) == sorted([*(f"f-{n}" for n in range(8)), "t-propre"])


def test_a_bank_that_draws_from_itself_asks_each_question_once(tmp_path: Path) -> None:
    fund = FUND.replace(
        "::: qru", '::: questions {banque="fonds" n="2"}\n:::\n\n::: qru', 1
    )
    desk = desk_with(tmp_path, 'banque="fonds" n="1"', fund=fund)
    asked = names(desk.start("fonds").questions)
    assert sorted(asked) == [f"f-{n}" for n in range(8)]


def test_a_bank_that_has_gone_gives_nothing_and_the_run_goes_on(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, 'banque="partie" n="3"', 'banque="fonds" n="2"')
    run = desk.start("tirages")
    assert len(run.questions) == 3
    finish(run)
    assert run.is_over


@pytest.mark.parametrize("condition", ['si="poids"', 'sinon="poids"'])
def test_what_follows_from_a_message_of_the_bank_is_not_drawn(
    tmp_path: Path, condition: str
) -> None:
    fund = FUND + qru("f-suite", more=f'comp="C5.N.1" {condition}')
    assert "f-suite" not in drawn(
        desk_with(tmp_path, 'banque="fonds" n="9"', fund=fund)
    )


def test_drawn_questions_stand_where_the_block_stands(tmp_path: Path) -> None:
    blocks = [
        'banque="fonds" n="1" missions="crise"',
        'banque="fonds" n="1" missions="acces"',
    ]
    run = desk_with(tmp_path, *blocks).start("tirages")
    first, own, last = names(run.questions)
    assert (first, own) == ("f-3", "t-propre")
    assert last in {"f-1", "f-2"}
    assert run.stops[1].reading


def test_drawn_questions_in_a_step_are_answers_of_that_step(tmp_path: Path) -> None:
    text = (
        front("cas-tire")
        + "## Cas {#d-tire .dossier}\n\n### Un\n\n"
        + '::: questions {banque="fonds" n="2"}\n:::\n\n### Deux\n\n'
        + qru("d-fin")
    )
    files = {"quizzes/cas.md": text, "quizzes/fonds.md": FUND}
    run = desk_at(tmp_path, files=files).start("d-tire")
    places = [
        (fact.dossier, fact.step) for fact in (answer_here(run), answer_here(run))
    ]
    assert places == [("d-tire", 0), ("d-tire", 0)]
    assert answer_here(run).step == 1


@pytest.mark.parametrize("fields", [{}, {"seed": 3}, {"items": ("C5.N.1",)}])
def test_a_drawer_never_gives_out_a_question_again(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    draw = Draw(bank="fonds", count=3, **fields)
    draws = drawer(tmp_path, 1)
    first, second = names(draws(draw)), names(draws(draw))
    assert len(first) == 3
    assert not set(first) & set(second)


def test_without_a_course_nothing_is_drawn() -> None:
    assert nothing(Draw(bank="fonds", count=3)) == []
