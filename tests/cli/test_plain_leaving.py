"""Leaving plain mode at any line keeps what was answered, and the run resumes there."""

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, Keyboard

pytestmark = pytest.mark.no_cover

GOODBYE = "À bientôt. Tout est enregistré ; « tutor » reprendra à cet endroit."


class Interrupted(Keyboard):
    """A keyboard whose last key is Ctrl-C."""

    def readline(self) -> str:
        """Return the next line, then press Ctrl-C."""
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


LEFT_AT_RESPONSE = ["", "q\n", " q \n", "i\n", "z\nq\n", "?\n"]


@pytest.mark.parametrize("typed", LEFT_AT_RESPONSE)
def test_leaving_before_the_answer_line_stores_no_answer_and_says_goodbye(
    tutor: Command, typed: str
) -> None:
    said = tutor.play("l-une", typed)
    assert (said.status, tutor.answers) == (0, [])
    assert said.out.endswith(f"{GOODBYE}\n")


@pytest.mark.parametrize("typed", ["b\n", "b\nq\n", "b", "b\n4\n"])
def test_leaving_at_the_certainty_stores_the_answer_without_one(
    tutor: Command, typed: str
) -> None:
    said = tutor.play("l-une", typed)
    row = tutor.answer
    assert (row["response"], row["credit"], row["certainty"]) == ([1], 1, None)
    assert said.status == 0
    assert said.out.endswith(f"{GOODBYE}\n")


@pytest.mark.parametrize("typed", ["pigeon\n2\n", "pigeon\n2\nq\n"])
def test_leaving_at_the_own_mark_means_no(tutor: Command, typed: str) -> None:
    tutor.play("l-mots", typed)
    row = tutor.answer
    assert (row["credit"], row["self_marked"], row["certainty"]) == (0, False, 2)


def test_a_last_line_without_a_line_end_is_read_as_a_line(tutor: Command) -> None:
    tutor.play("l-une", "b\n3")
    assert tutor.answer["certainty"] == 3


@pytest.mark.parametrize(
    ("typed", "stored"), [("", []), ("b\n", [None]), ("b\n3\n", [3])]
)
def test_ctrl_c_gives_130_and_keeps_what_was_answered(
    tutor: Command, typed: str, stored: list[int | None]
) -> None:
    words = ("--course", str(COURSE), "play", "lecon", "--plain", "--no-shuffle")
    said = tutor.reading(Interrupted(typed), *words)
    assert said.status == 130
    assert "Interrompu. Tout ce qui était répondu est enregistré." in said.err
    assert GOODBYE in said.out
    assert [row["certainty"] for row in tutor.answers] == stored


def test_at_a_terminal_the_answer_is_typed_behind_its_prompt(tutor: Command) -> None:
    words = ("--course", str(COURSE), "play", "l-une", "--plain", "--no-shuffle")
    said = tutor.reading(Keyboard("b\n3\n", at_terminal=True), *words)
    assert "Certitude (1, 2, 3) : Juste. 1 sur 1." in said.out


def test_a_run_goes_on_at_the_question_where_it_was_left(tutor: Command) -> None:
    tutor.play("banque", "a\n3\n")
    said = tutor.resume("banque", "p\nn\n")
    assert "Première question de banque" not in said.out
    assert "Question 2 sur 2." in said.out
    assert [run["ended"] for run in tutor.rows("runs")] == [True]


def test_a_run_keeps_its_order_of_options_when_it_goes_on(tutor: Command) -> None:
    first = tutor.play("b-longue", "", "--seed", "7")
    again = tutor.resume("b-longue")
    options = [line for line in first.out.splitlines() if line[:1].isdigit()]
    assert len(options) == 10
    assert [line for line in again.out.splitlines() if line[:1].isdigit()] == options
    assert [run["seed"] for run in tutor.rows("runs")] == [7]


def test_a_hint_seen_before_leaving_still_counts(tutor: Command) -> None:
    tutor.play("l-une", "i\nq\n")
    tutor.resume("l-une", "a\n2\n")
    assert tutor.answer["hints"] == 1


def test_playing_again_after_the_end_starts_anew(tutor: Command) -> None:
    tutor.play("l-une", "b\n3\n")
    tutor.play("l-une", "a\n2\n")
    assert [row["response"] for row in tutor.answers] == [[1], [0]]
    assert len({row["run"] for row in tutor.answers}) == 2


def test_a_seed_or_the_source_order_begins_a_new_run(tutor: Command) -> None:
    tutor.play("banque", "p\n")
    for options in (("--seed", "3"), ("--no-shuffle",)):
        assert "Question 1 sur 2." in tutor.play("banque", "", *options).out
    assert len(tutor.rows("runs")) == 3
