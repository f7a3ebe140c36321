"""A correction of pairs, of an order, of a message: what was there, what was missing."""

from dataclasses import replace

import pytest

from tests.factories import matching, ordering, relay
from tests.widgets.stage import WIDTHS
from tests.widgets.test_feedback_view import LONG, drawn, said_of
from tutor.domain.response import Handed, Ordered, Paired
from tutor.tui.widgets.feedback_view import FeedbackView
from tutor.tui.widgets.handed import SIDE_BY_SIDE

ATOMS = relay("!poids", "fille", "appel")
RECEIVED = [
    "Ce qui a été reçu",
    "✗ ┄┄┄┄┄┄┄┄",
    "✓ le fille",
    "✗ ┄┄┄┄┄┄┄┄",
    "",
    "Ce qui n'est pas arrivé",
    "✗ le poids  ← indispensable",
    "sans poids",
    "✗ le appel",
    "sans appel",
]
"""What the right column of a message with its second atom alone says."""


def test_pairs_say_what_goes_with_what_and_what_was_put_there() -> None:
    assert drawn(said_of(matching(), Paired(choices=(1, 0, 2))))[1:] == [
        "✗ CPTS → territoire",
        "  vous : patientèle",
        "✗ MSP → patientèle",
        "  vous : territoire",
        "✓ DAC → appui",
    ]


def test_an_order_says_the_links_that_count_then_each_rank() -> None:
    assert drawn(said_of(ordering(), Ordered(positions=(1, 2, 3, 0))))[1:] == [
        "2 enchaînements justes sur 3.",
        "✗ 1. voir",
        "     vous : appeler",
        "✗ 2. appeler",
        "     vous : écrire",
        "✗ 3. écrire",
        "     vous : revoir",
        "✗ 4. revoir",
        "     vous : voir",
    ]


def test_a_message_is_shown_beside_what_was_received_and_then_what_each_gap_cost() -> (
    None
):
    said = replace(
        said_of(ATOMS, Handed(atoms=frozenset({1}))), typed="Sa fille est là."
    )
    lines = drawn(said, SIDE_BY_SIDE)
    assert lines[0] == "✗ faux · 0 / 1"
    assert lines[1].startswith("Une information indispensable manque")
    columns = [line.split("│") for line in lines[2:]]
    assert [left.strip() for left, _ in columns[:2]] == [
        "Votre message",
        "Sa fille est là.",
    ]
    assert not any(left.strip() for left, _ in columns[2:])
    assert [right.strip() for _, right in columns] == RECEIVED


@pytest.mark.parametrize("width", [50, SIDE_BY_SIDE - 1])
def test_a_narrow_window_stacks_the_message_above_what_was_received(width: int) -> None:
    one = said_of(ATOMS, Handed(atoms=frozenset({1})))
    lines = drawn(replace(one, typed="Sa fille."), width)
    told = [line.strip() for line in lines[lines.index("Votre message") :]]
    assert told == ["Votre message", "Sa fille.", *filter(None, RECEIVED)]
    every = said_of(ATOMS, Handed(atoms=frozenset({0, 1, 2})))
    lines = drawn(replace(every, typed="Tout."), width)
    assert "Ce qui n'est pas arrivé" not in lines
    assert lines[-3:] == ["✓ le poids", "✓ le fille", "✓ le appel"]


def test_a_message_whose_words_are_not_known_shows_what_was_received() -> None:
    lines = drawn(said_of(ATOMS, Handed(atoms=frozenset({0}))))
    assert "Votre message" not in "\n".join(lines)
    assert lines[1:5] == ["Ce qui a été reçu", "✓ le poids", "✗ ┄┄┄┄┄┄┄┄", "✗ ┄┄┄┄┄┄┄┄"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("typed", ["", "Un message bien long. " * 9 + "\n\nfin"])
def test_no_line_of_a_message_is_wider_than_the_window(width: int, typed: str) -> None:
    long = relay("!poids", "fille").model_copy(update={"explanation": LONG})
    atoms = tuple(atom.model_copy(update={"text": LONG}) for atom in long.atoms)
    question = long.model_copy(update={"atoms": atoms})
    said = replace(said_of(question, Handed(atoms=frozenset({0}))), typed=typed)
    lines = FeedbackView(said).lines(width)
    widest = width if typed and width >= SIDE_BY_SIDE else min(width, 76)
    assert max(line.cell_length for line in lines) <= widest
