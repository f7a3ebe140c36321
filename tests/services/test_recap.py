"""The recap of a lesson: what was met, and the key of what was answered only."""

from pathlib import Path

import pytest

from tests.cli.small import COURSE
from tests.factories import (
    choice,
    concordance,
    matching,
    ordering,
    relay,
    short_answer,
    words,
)
from tests.services.courses import ALPHA, desk_at
from tests.services.players import answer_here, go_to
from tutor.domain.errors import TutorError, WrongUseError
from tutor.domain.question import Question
from tutor.services.markdown_text import blocks_of
from tutor.services.recap import keep_recap, markdown_of, recap_of
from tutor.services.recap_questions import hidden_question, known_question, merged

KEYS: list[tuple[Question, str]] = [
    (choice(marks="x-x"), "Attendu : option 0 ; option 2"),
    (short_answer(), "Attendu : messagerie sécurisée"),
    (
        matching(("CPTS", "territoire"), ("MSP", "lieu")),
        "CPTS → territoire ; MSP → lieu",
    ),
    (ordering("voir", "appeler"), "Attendu : 1. voir ; 2. appeler"),
    (relay("!poids", "fille"), "Attendu : le poids ; le fille"),
    (concordance((0, 1, 3, 10, 1)), "Attendu : piste 1 → +1"),
]


def written(desk_folder: Path, target: str = ALPHA) -> str:
    """Return the recap of a target, with ordinary spaces."""
    text = markdown_of(recap_of(desk_at(desk_folder), target))
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("question", "right"), KEYS)
def test_the_key_of_each_kind_is_in_one_line(question: Question, right: str) -> None:
    lines = "\n".join(blocks_of((known_question(question),))).replace("\u00a0", " ")
    assert right in lines
    assert "Attendu" not in "\n".join(blocks_of((hidden_question(question),)))


def test_the_explanation_is_the_author_s_or_what_is_said_of_the_right_option() -> None:
    explained = known_question(choice(explanation=words("parce que")))
    alone = known_question(choice())
    assert "Pourquoi\u00a0: parce que" in "\n".join(blocks_of((explained,)))
    assert "Pourquoi\u00a0: raison 0" in "\n".join(blocks_of((alone,)))


def test_neighbouring_questions_are_one_list() -> None:
    hidden = [hidden_question(choice(name=name)) for name in ("q-1", "q-2")]
    assert len(list(merged(hidden))) == 1


def test_only_what_was_answered_shows_its_key(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start(ALPHA)
    go_to(run, "a-qru")
    answer_here(run)
    run.pass_by()
    desk.save(run)
    desk.pen.note("a-avant", "vu *hier*")
    said = written(tmp_path)
    assert said.startswith("# Titre de alpha\n\nRécapitulatif du 22/11/2026.")
    assert "**Énoncé de a-qru ?**" in said
    assert "Attendu : proposition 0\n" in said
    assert "Énoncé de a-mots ? À découvrir." in said
    assert "messagerie" not in said
    assert "> **RÈGLE**\n>\n> Une règle." in said
    assert "## À retenir" in said
    assert "Ma note du 22/11/2026 :\n\n> vu \\*hier\\*" in said


def test_closed_steps_of_a_dossier_are_counted_and_not_named(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("cas-1")
    answer_here(run)
    desk.save(run)
    said = written(tmp_path, "cas-1")
    assert "Étape 1, l'appel" in said
    assert "la visite" not in said
    assert "1 étape à découvrir." in said


def test_the_action_in_the_field_is_whole_and_terms_are_explained(
    tmp_path: Path,
) -> None:
    from tests.services.courses import SMALL, front

    files = {
        **SMALL,
        "content/03-action.md": front("action")
        + "Un mot du DAC.\n\n## Sur le terrain\n\nDemandez un nom.\n\n## Après\n\nFin.\n",
        "content/glossaire.md": "# Glossaire\n\nDAC\n:   Un appui.\n",
    }
    desk = desk_at(tmp_path, files=files)
    said = markdown_of(recap_of(desk, "action")).replace("\u00a0", " ")
    assert "## Sur le terrain\n\nDemandez un nom." in said
    assert "Fin." not in said
    assert "- DAC : Un appui." in said


def test_a_recap_is_never_written_over_another_file(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    first = keep_recap(desk, ALPHA)
    assert first.path == tmp_path / "home" / "recaps" / "alpha.md"
    assert keep_recap(desk, ALPHA) == (first.path, "same")
    first.path.write_text("mes mots", encoding="utf-8")
    second = keep_recap(desk, ALPHA)
    assert (second.path.name, second.word) == ("alpha-2.md", "beside")
    assert first.path.read_text(encoding="utf-8") == "mes mots"


def test_a_question_alone_has_no_recap_and_a_disk_that_refuses_says_so(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    with pytest.raises(WrongUseError):
        recap_of(desk, "a-qru")
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "recaps").write_text("un fichier", encoding="utf-8")
    with pytest.raises(TutorError):
        keep_recap(desk, ALPHA)


def test_the_small_course_has_a_recap_of_everything(tmp_path: Path) -> None:
    from random import Random

    from tests.factories import StoppedClock
    from tutor.services.desk import Desk
    from tutor.store.place import Place

    desk = Desk(COURSE, Place(tmp_path), StoppedClock(), Random(0), writing=False)
    units = [unit for unit in desk.course.units if unit.kind != "survey"]
    for unit in units:
        assert markdown_of(recap_of(desk, unit.id)).startswith("# ")
