"""Pairs, orders and hand-over messages (rules, 16)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice, matching, ordering, relay
from tutor.assessment.grading import atoms_found, grade
from tutor.domain.question import Question
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Response,
    as_response,
    as_stored,
)

COUNTS = st.integers(2, 8)
WORDS = st.text("abcdefghij", min_size=3, max_size=8)


def permutations(count: int) -> st.SearchStrategy[tuple[int, ...]]:
    """Draw the positions of so many things in any order."""
    return st.permutations(range(count)).map(tuple)


def pairs(count: int, question: str = "q") -> Question:
    """Return an appariement of so many pairs."""
    rows = [(f"gauche {number}", f"droite {number}") for number in range(count)]
    return matching(*rows, name=question)


def order(count: int) -> Question:
    """Return an ordre of so many things."""
    return ordering(*(f"chose {number}" for number in range(count)))


def credit(question: Question, response: Response) -> float:
    """Return the credit of a response, the same once stored and read back."""
    again = as_response(question.kind, as_stored(response))
    assert again == response
    first, second = grade(question, response), grade(question, again)
    assert first == second
    return first.credit


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ((0, 1, 2), 1),
        ((1, 0, 2), 0.333333),
        ((0, 2, 1), 0.333333),
        ((1, 2, 0), 0),
    ],
)
def test_right_pairs_over_pairs(choices: tuple[int, ...], expected: float) -> None:
    assert credit(pairs(3), Paired(choices=choices)) == expected


def test_two_rows_with_the_same_right_side_may_exchange_it() -> None:
    question = matching(
        ("soin", "infirmière"), ("bilan", "Infirmière"), ("acte", "sage")
    )
    same = question.pairs[0].model_copy(update={"left": question.pairs[1].left})
    rows = (question.pairs[0], same, question.pairs[2])
    twice = question.model_copy(update={"pairs": rows})
    assert credit(twice, Paired(choices=(1, 0, 2))) == 1
    assert credit(question, Paired(choices=(1, 0, 2))) == 0.333333


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ((0, 1, 2, 3), 1),
        ((1, 2, 3, 0), 0.666667),
        ((2, 3, 0, 1), 0.666667),
        ((0, 1, 3, 2), 0.333333),
        ((0, 2, 1, 3), 0),
        ((3, 2, 1, 0), 0),
    ],
)
def test_neighbours_that_follow_each_other_over_all_but_one(
    positions: tuple[int, ...], expected: float
) -> None:
    assert credit(order(4), Ordered(positions=positions)) == expected


@pytest.mark.parametrize(
    ("atoms", "expected", "missing"),
    [
        ({0, 1, 2}, 1, False),
        ({0, 1}, 0.666667, False),
        ({0}, 0.333333, False),
        ({1, 2}, 0, True),
        (set(), 0, True),
    ],
)
def test_atoms_present_over_atoms_and_nothing_without_an_indispensable_one(
    atoms: set[int], expected: float, missing: bool
) -> None:
    question, response = (
        relay("!poids", "fille", "appel"),
        Handed(atoms=frozenset(atoms)),
    )
    assert credit(question, response) == expected
    assert grade(question, response).missing is missing


@given(st.data())
def test_pairs_earn_their_share_and_the_key_earns_all(data: st.DataObject) -> None:
    count = data.draw(COUNTS)
    choices = data.draw(permutations(count))
    right = sum(number == choice for number, choice in enumerate(choices))
    found = credit(pairs(count), Paired(choices=choices))
    assert found == round(right / count, 6)
    assert credit(pairs(count), Paired(choices=tuple(range(count)))) == 1


@given(st.data())
def test_an_order_earns_up_to_one_and_only_the_key_earns_all(
    data: st.DataObject,
) -> None:
    count = data.draw(COUNTS)
    positions = data.draw(permutations(count))
    found = credit(order(count), Ordered(positions=positions))
    assert 0 <= found <= 1
    assert (found == 1) == (positions == tuple(range(count)))


@given(st.data())
def test_a_message_earns_up_to_one_and_nothing_where_what_matters_is_missing(
    data: st.DataObject,
) -> None:
    graves = data.draw(st.lists(st.booleans(), min_size=1, max_size=9))
    question = relay(*(f"{'!' * grave}a{n}" for n, grave in enumerate(graves)))
    atoms = frozenset(data.draw(st.sets(st.integers(0, len(graves) - 1))))
    found = credit(question, Handed(atoms=atoms))
    lacks = any(grave and n not in atoms for n, grave in enumerate(graves))
    assert found == (0 if lacks else round(len(atoms) / len(graves), 6))
    assert credit(question, Handed(atoms=frozenset(range(len(graves))))) == 1


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (pairs(3), Paired(choices=(0, 1))),
        (pairs(3), Paired(choices=(0, 0, 1))),
        (pairs(3), Paired(choices=(0, 1, 3))),
        (pairs(3), Paired(choices=(0, 1, -1))),
        (order(3), Ordered(positions=(0, 1))),
        (order(3), Ordered(positions=(0, 1, 1))),
        (order(3), Ordered(positions=(1, 2, 3))),
        (relay("poids"), Handed(atoms=frozenset({1}))),
        (relay("poids"), Handed(atoms=frozenset({-1}))),
    ],
)
def test_what_names_other_things_is_not_judged(
    question: Question, response: Response
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        grade(question, response)


@pytest.mark.parametrize("question", [pairs(2), order(2), relay("poids")])
def test_a_response_of_another_kind_is_not_judged(question: Question) -> None:
    with pytest.raises(TypeError):
        grade(question, Picked(options=frozenset({0})))
    with pytest.raises(TypeError):
        grade(choice(), Handed(atoms=frozenset({0})))


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        ("furosémide", "Elle prend du FUROSEMIDE."),
        ("Furosemide", "furosémide, 40 mg"),
        ("61 kg", "Poids : 61 kg."),
        ("61 kg", "sortie (61\u00a0kg) !"),
        ("messagerie sécurisée", "Par messagerie-securisee demain"),
        ("œdème", "pas d'oedèmes ? Si, un oedeme."),
        ("l'infirmière", "j'ai prévenu l’infirmière"),
        ("la fille", "Sa FILLE est là"),
        ("50 %", "FEVG 50%"),
        ("12/8", "TA 12/8 ce matin"),
        ("15", "sinon, le 15"),
        ("visite lundi", "visite\nlundi"),
    ],
)
def test_a_wording_is_found_whatever_its_case_accents_and_punctuation(
    wording: str, message: str
) -> None:
    assert atoms_found(relay(f"a:{wording}"), message) == {0}


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        ("poids", "contrepoids"),
        ("poids", "poidsx"),
        ("fille", "les filles"),
        ("15", "150 mg"),
        ("15", "2015"),
        ("visite lundi", "visite mardi, appel lundi"),
        ("40 mg", "40 ou 50 mg"),
        ("poids", ""),
        ("!", "Attention ! Rien ici."),
        (" ", "deux  espaces"),
    ],
)
def test_only_whole_words_in_their_order_are_found(wording: str, message: str) -> None:
    assert atoms_found(relay(f"a:{wording}"), message) == frozenset()


def test_any_wording_of_an_atom_is_enough_and_each_atom_is_looked_for() -> None:
    question = relay("poids:poids,61 kg", "fille", "appel:rappeler,15")
    assert atoms_found(question, "61 kg. Rappeler le 15.") == {0, 2}


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, max_size=20))
def test_what_a_message_says_in_so_many_words_is_found(
    wordings: list[str], others: list[str]
) -> None:
    question = relay(*(f"a{number}:{word}" for number, word in enumerate(wordings)))
    said = {number for number, word in enumerate(wordings) if word in others}
    assert atoms_found(question, " ".join(others).upper()) == said
    assert atoms_found(question, ", ".join([*others, *wordings])) == set(
        range(len(wordings))
    )
