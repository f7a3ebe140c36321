"""Cards that are never scored: reflection, self-rating, a TCS without a panel."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command

LEADS = "Pistes : Une page blanche est une réponse honnête."


def test_a_note_ends_with_a_single_full_stop_and_stays_on_the_machine(
    tutor: Command,
) -> None:
    said = tutor.play("cartes", "Une sortie. Mal préparée.\n\nÀ revoir.\n.\n")
    (note,) = tutor.rows("notes")
    assert note["subject"] == "c-note"
    assert note["text"] == "Une sortie. Mal préparée.\n\nÀ revoir."
    assert said.out.index("Note gardée") < said.out.index(LEADS)
    assert tutor.answers == []


@pytest.mark.parametrize("typed", [".\n", "\n \n.\n"])
def test_an_empty_note_is_not_kept_and_the_leads_are_shown(
    tutor: Command, typed: str
) -> None:
    said = tutor.play("cartes", typed)
    assert tutor.rows("notes") == []
    assert "Note gardée" not in said.out
    assert LEADS in said.out


@pytest.mark.parametrize("typed", ["q\n", ""])
def test_leaving_a_note_keeps_the_run_at_the_note(tutor: Command, typed: str) -> None:
    tutor.play("cartes", typed)
    said = tutor.resume("cartes", ".\n")
    assert said.out.index("Que savez-vous déjà ?") < said.out.index(LEADS)
    assert LEADS not in tutor.resume("cartes").out


@pytest.mark.parametrize("degree", ["1", "5", " 3 ", "03"])
def test_a_degree_is_stored_for_each_item_of_the_scale(
    tutor: Command, degree: str
) -> None:
    said = tutor.play("cartes", f".\n{degree}\n")
    stored = {row["code"]: row["value"] for row in tutor.rows("positionings")}
    assert stored == {code: str(int(degree)) for code in ("C5.N.1", "C5.N.2")}
    assert "Position enregistrée." in said.out
    assert "Preuve possible : Une phrase" in said.out


@pytest.mark.parametrize("bad", ["6", "0", "trois", "-1", "1.5"])
def test_a_degree_off_the_scale_is_refused_and_asked_again(
    tutor: Command, bad: str
) -> None:
    said = tutor.play("cartes", f".\n{bad}\n2\n")
    assert said.err == "Répondez par un nombre de 1 à 5.\n"
    assert said.out.count("Où vous situez-vous (1 à 5") == 2
    assert {row["value"] for row in tutor.rows("positionings")} == {"2"}


@pytest.mark.parametrize("line", ["", "p"])
def test_an_empty_line_or_p_passes_the_scale_and_stores_no_position(
    tutor: Command, line: str
) -> None:
    said = tutor.play("cartes", f".\n{line}\n.\n")
    assert tutor.rows("positionings") == []
    assert "Fin de « Cartes à écrire »." in said.out


@pytest.mark.parametrize("typed", ["q\n", ""])
def test_leaving_the_scale_keeps_the_run_at_the_scale(
    tutor: Command, typed: str
) -> None:
    tutor.play("cartes", f".\n{typed}")
    assert "Où vous situez-vous" in tutor.resume("cartes", "4\n").out
    assert len(tutor.rows("positionings")) == 2


def test_a_tcs_without_a_panel_takes_a_note_and_shows_its_votes_as_undocumented(
    tutor: Command,
) -> None:
    said = tutor.play("cartes", ".\n\nJ'hésite.\n.\n")
    votes = "Votes d'origine non documentée, montrés sans être notés : "
    assert f"{votes}−2 : 6, −1 : 4, 0 : 2, +1 : 0, +2 : 0." in said.out
    assert [note["subject"] for note in tutor.rows("notes")] == ["c-libre"]
    assert tutor.answers == []


def test_the_end_of_a_lesson_sums_points_weighed_by_the_author(tutor: Command) -> None:
    typed = "b\n3\na\n2\na c\n2\nmssante\n3\n.\n\n.\nb\n"
    said = tutor.play("lecon", typed)
    assert "Fin de « Petite leçon »." in said.out
    assert "Points : 4 sur 6. Réponses : 5 sur 5." in said.out
    assert said.out.index("Dernière page.") < said.out.index("Fin de")
    (run,) = tutor.rows("runs")
    assert run["ended"] is True


def test_what_was_sure_and_wrong_is_named_at_the_end(tutor: Command) -> None:
    said = tutor.play("l-une", "a\n3\n")
    end = said.out.partition("Fin de")[2]
    assert "Sûr et faux, à revoir en premier :\n- À qui écrivez-vous ?" in end


def test_a_run_without_a_single_answer_says_so(tutor: Command) -> None:
    assert "Aucune réponse notée." in tutor.play("l-une", "p\n").out


BARE = """---
id: nu
titre: "Cartes nues"
---

# Cartes nues

::: autoeval {#n-cinq comp="C9.X.9 C5.N.1"}
Un code que le référentiel ne connaît pas.

1. Un
2. Deux
3. Trois
4. Quatre
5. Cinq

:::

::: autoeval {#n-trois comp="C5.N.1"}
Sur trois degrés.

1. Non
2. Un peu
3. Oui

:::

::: tcs {#n-tcs comp="C5.I.1"}
Sans un seul vote.

| Si vous pensiez à… | et qu'alors vous apprenez que… |
|---|---|
| la sortie | l'aide ne vient pas |

:::

::: reflexion {#n-libre}
Sans pistes.

:::
"""


def test_a_scale_of_other_degrees_is_shown_and_stored_nowhere(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "nu.md"
    path.write_text(BARE, encoding="utf-8")
    said = tutor.play(str(path), "\n4\n3\nUn mot.\n.\n.\n")
    assert said.err == "Répondez par un nombre de 1 à 3.\n"
    assert tutor.rows("positionings") == []
    assert "Position enregistrée." not in said.out
    assert "Votes d'origine" not in said.out
    assert [note["subject"] for note in tutor.rows("notes")] == ["n-tcs"]
    assert said.out.endswith("Fin de « Cartes nues ».\n")


def test_an_item_the_framework_does_not_know_is_ignored(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "nu.md"
    path.write_text(BARE, encoding="utf-8")
    said = tutor.play(str(path), "2\n")
    assert said.status == 0
    assert [row["code"] for row in tutor.rows("positionings")] == ["C5.N.1"]
