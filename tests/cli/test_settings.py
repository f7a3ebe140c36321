"""`tutor settings`: the same settings as the screen, in lines."""

import json

import pytest

from tests.cli.conftest import Command
from tests.factories import NOON
from tutor.domain.settings import NAMES, Settings
from tutor.services.looks import read_looks
from tutor.services.settings import shown_name
from tutor.store.opening import open_for_writing
from tutor.store.place import Place


def test_every_setting_is_listed_with_how_to_change_it(tutor: Command) -> None:
    said = tutor("settings")
    assert said.status == 0
    assert "Thème : sombre\n" in said.out
    assert "Largeur du texte : 76 signes\n" in said.out
    for name in NAMES:
        assert f"tutor settings {shown_name(name)} VALEUR (" in said.out
    assert not tutor.home.joinpath("progress.json").exists()


def test_a_program_reads_them_as_json(tutor: Command) -> None:
    said = tutor("settings", "--json")
    assert json.loads(said.out) == Settings().model_dump()
    assert json.loads(tutor("settings", "certainty", "--json").out) == {
        "certainty": True
    }


@pytest.mark.parametrize(
    ("words", "said", "kept"),
    [
        (("theme", "contraste fort"), "Thème : contraste fort", {"theme": "contrast"}),
        (("Thème", "light"), "Thème : clair", {"theme": "light"}),
        (("page-width", "66"), "Largeur du texte : 66 signes", {"page_width": 66}),
        (
            ("reduced_motion", "oui"),
            "Moins de mouvement : oui",
            {"reduced_motion": True},
        ),
        (("certainty", "off"), "Certitude demandée : non", {"certainty": False}),
        (("review-minutes", "17"), "Durée d'une révision : 17", {"review_minutes": 17}),
    ],
)
def test_a_setting_is_changed_and_kept(
    tutor: Command, words: tuple[str, str], said: str, kept: dict[str, object]
) -> None:
    done = tutor("settings", *words)
    assert (done.status, done.err) == (0, "")
    assert said in done.out
    assert "Enregistré." in done.out
    (row,) = tutor.rows("preferences")
    assert row == kept
    looks = Settings.kept_in(kept).looks
    assert read_looks(Place(tutor.home)) == looks


def test_the_language_chosen_is_spoken_at_once(tutor: Command) -> None:
    assert "Language: English\nSaved.\n" in tutor("settings", "lang", "en").out


def test_the_time_of_a_review_is_the_one_review_keeps(tutor: Command) -> None:
    tutor("review", "--minutes", "20", "--keep", "--plain")
    assert (
        "Durée d'une révision : 20 minutes" in tutor("settings", "review-minutes").out
    )


def test_certainty_switched_off_is_not_asked_and_stored_as_none(
    tutor: Command,
) -> None:
    tutor("settings", "certainty", "non")
    said = tutor.play("l-une", "b\n")
    assert "Certitude" not in said.out
    assert tutor.answer["certainty"] is None
    assert tutor.answer["response"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("couleur",), "Aucun réglage ne s'appelle « couleur »."),
        (("theme", "rose"), "« rose » ne convient pas à theme."),
        (("review-minutes", "90"), "prenez l'une de ces valeurs : de 5 à 60."),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(
    tutor: Command, words: tuple[str, ...], said: str
) -> None:
    done = tutor("settings", *words)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert tutor.rows("preferences") == []


def test_another_tutor_that_holds_the_store_is_named(tutor: Command) -> None:
    held = open_for_writing(Place(tutor.home), NOON)
    done = tutor("settings", "theme", "light")
    assert done.status == 3
    assert "lecture seule : rien n'est enregistré" in done.err
    assert "Enregistré." not in done.out
    assert held.lock is not None
    held.lock.release()
