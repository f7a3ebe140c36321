"""A message left in the middle in plain mode, and what follows from it, line by line."""

from tests.cli.conftest import Command
from tests.cli.test_plain_leaving import GOODBYE

BACK = "Votre brouillon, là où vous l'avez laissé.\nElle sort\nce soir.\n"
GO_ON = "Continuez-le ; un point seul sur une ligne l'envoie"


def begin(tutor: Command, *ways: str) -> None:
    """Leave in the middle of a message."""
    tutor.play("r-message", "Elle sort\nce soir.\n", *ways)
    assert (tutor.rows("notes"), tutor.answers) == ([], [])


def test_a_message_left_in_the_middle_is_shown_and_gone_on_with(
    tutor: Command,
) -> None:
    begin(tutor)
    said = tutor.resume("r-message", "Poids 61 kg, furosémide.\n.\n\n").out
    assert BACK in said
    assert GO_ON in said
    (note,) = tutor.rows("notes")
    assert note["text"] == "Elle sort\nce soir.\nPoids 61 kg, furosémide."
    assert note["run"] == tutor.rows("runs")[0]["id"] == tutor.answer["run"]
    assert tutor.answer["response"] == [0, 1]
    assert tutor.rows("runs")[0]["drafts"] == []


def test_a_draft_is_sent_as_it_is_with_a_full_stop_alone(tutor: Command) -> None:
    begin(tutor)
    tutor.resume("r-message", ".\n\n")
    assert [note["text"] for note in tutor.rows("notes")] == ["Elle sort\nce soir."]
    assert tutor.answer["response"] == []


def test_a_draft_grows_each_time_and_waits_through_help_and_leaving(
    tutor: Command,
) -> None:
    begin(tutor)
    said = tutor.resume("r-message", "?\ni\nq\n").out
    assert said.count(BACK) == 1
    assert said.count(GO_ON) == 3
    assert said.endswith(f"{GOODBYE}\n")
    tutor.resume("r-message", "Poids 61 kg.\n")
    said = tutor.resume("r-message").out
    assert f"{BACK}Poids 61 kg.\n" in said
    assert tutor.rows("notes") == []


def test_a_dash_begins_the_message_anew(tutor: Command) -> None:
    begin(tutor)
    said = tutor.resume("r-message", "-\n-\nPoids 61 kg\n.\n\n").out
    assert said.count("Brouillon effacé.") == 1
    assert said.count("Votre message, terminé par un point seul") == 1
    assert [note["text"] for note in tutor.rows("notes")] == ["-\nPoids 61 kg"]


def test_a_draft_stays_where_the_question_is_passed(tutor: Command) -> None:
    begin(tutor)
    tutor.resume("r-message", "p\n")
    (run,) = tutor.rows("runs")
    assert run["passed"][0] == "r-message"
    assert run["drafts"] == [["r-message", "Elle sort\nce soir."]]


def test_nothing_of_the_scene_is_said_before_the_message_is_sent(
    tutor: Command,
) -> None:
    before = tutor.play("r-cas", "?\ni\nElle sort.\n").out
    after = tutor.resume("r-cas", "Poids 61 kg, furosémide.\n.\n3\n").out
    for word in ("samedi", "voisine", "n'ouvre", "SUITE"):
        assert word not in before
    assert "Étape 2 : samedi\nSUITE DU MESSAGE\nLa voisine ouvre.\n" in after
    assert "À NOTER" not in after
