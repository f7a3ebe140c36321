"""Settings on the disk: in the store, and beside it what the first frame needs."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.test_settings import FIT
from tests.factories import NOON, StoppedClock
from tests.services.courses import desk_at
from tests.services.players import asked
from tests.services.reviews import MANY
from tutor.domain.errors import ReadOnlyError, WrongUseError
from tutor.domain.looks import Looks
from tutor.domain.response import Picked
from tutor.domain.settings import NAMES, Choice, Settings, choices
from tutor.locale.language import LANGUAGES, Language, speak
from tutor.services.looks import LONGEST, keep_looks, read_looks
from tutor.services.settings import (
    keep_first,
    keep_setting,
    name_asked,
    shown_name,
    tongue_of,
    value_asked,
    value_text,
    written,
)
from tutor.services.tongue import kept_language
from tutor.store.opening import open_for_reading, open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store


@given(
    chosen=st.sampled_from(NAMES).flatmap(
        lambda name: st.tuples(st.just(name), FIT[name])
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_setting_is_found_again_in_the_store_and_before_it(
    tmp_path: Path, chosen: tuple[str, Choice]
) -> None:
    place, (name, value) = Place(tmp_path / "home"), chosen
    store = Store(open_for_writing(place, NOON))
    keep_setting(store, place, name, value)
    found = Settings.kept_in(store.preferences())
    store.close()

    again = Settings.kept_in(Store(open_for_reading(place)).preferences())
    assert again == found
    assert again.value(name) == value
    assert read_looks(place) == again.looks
    assert kept_language(place) == (None if again.lang == "auto" else again.lang)


@pytest.mark.no_cover
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_copy_holds_there_are_looks(tmp_path: Path, raw: bytes) -> None:
    place = Place(tmp_path)
    place.cache.mkdir(exist_ok=True)
    (place.cache / "looks.json").write_bytes(raw)

    assert read_looks(place) == Looks()


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        ('{"theme": "light", "page_width": 60, "reduced_motion": true}',
         Looks("light", 60, reduced_motion=True)),
        ('{"theme": "rose", "page_width": 60}', Looks(page_width=60)),
        ('{"theme": "plain", "page_width": 600}', Looks("plain")),
        ('{"theme": ["light"], "page_width": true, "reduced_motion": 1}', Looks()),
        ("[" * 900, Looks()),
        ('{"theme": "light"}' + " " * LONGEST, Looks()),
    ],
)  # fmt: skip
def test_of_a_copy_what_fits_is_taken(tmp_path: Path, said: str, looks: Looks) -> None:
    place = Place(tmp_path)
    place.cache.mkdir()
    (place.cache / "looks.json").write_text(said)

    assert read_looks(place) == looks


def test_a_copy_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    place = Place(tmp_path)
    keep_looks(place, Looks())
    assert not place.cache.exists()
    keep_looks(place, Looks("light"))
    assert read_looks(place) == Looks("light")


def test_a_backup_brought_back_changes_the_copies(tmp_path: Path) -> None:
    place = Place(tmp_path)
    keep_first(place, {"theme": "contrast", "lang": "en", "page_width": "wide"})
    assert (read_looks(place), kept_language(place)) == (Looks("contrast"), "en")
    keep_first(place, {"lang": "auto"})
    assert (read_looks(place), kept_language(place)) == (Looks(), None)


def test_a_store_that_another_tutor_holds_refuses_and_nothing_changes(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    first = Store(open_for_writing(place, NOON))
    keep_setting(first, place, "theme", "light")
    second = Store(open_for_writing(place, NOON))

    with pytest.raises(ReadOnlyError):
        keep_setting(second, place, "theme", "contrast")

    assert read_looks(place) == Looks("light")
    assert json.loads(place.store.read_text())["preferences"]["1"] == {"theme": "light"}
    first.close()


@pytest.mark.parametrize("kept", [True, False, "non", 0, None])
def test_certainty_is_asked_unless_the_person_said_no(
    tmp_path: Path, kept: object
) -> None:
    desk = desk_at(tmp_path, StoppedClock(), files=MANY)
    desk.store.prefer("certainty", kept)  # type: ignore[arg-type]
    run = desk.start("n", shuffled=False)
    asked(run)
    run.respond(Picked(options=frozenset({0})))

    assert run.need == ("nothing" if kept is False else "certainty")
    assert run.settle().certainty is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_value_can_be_asked_for_as_listed_and_in_words(
    name: str, lang: Language
) -> None:
    speak(lang)
    assert name_asked(shown_name(name)) == name_asked(f" {name.upper()} ") == name
    for value in choices(name):
        assert value_asked(name, written(value)) == value
        assert value_asked(name, value_text(name, value).upper()) == value


@pytest.mark.parametrize(
    ("name", "word"),
    [("theme", "rose"), ("review_minutes", "4"), ("review_minutes", "61"),
     ("review_minutes", "1" * 5000), ("page_width", "large"), ("page_width", "-66"),
     ("certainty", "peut-être"), ("lang", "\x1b[31mfr")],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused_with_those_that_do(
    name: str, word: str
) -> None:
    with pytest.raises(WrongUseError) as caught:
        value_asked(name, word)
    assert caught.value.message_id == "settings.unfit"
    assert caught.value.values["values"]


def test_any_number_within_the_bounds_is_taken() -> None:
    assert value_asked("review_minutes", " 17 ") == 17
    assert value_asked("page_width", "50") == 50


def test_the_language_left_to_the_machine_is_the_machines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert tongue_of(Settings()) == "en"
    assert tongue_of(Settings(lang="fr")) == "fr"
