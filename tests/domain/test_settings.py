"""One model of what can be set: what it takes, what it offers, what it makes of noise."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.looks import NARROWEST, WIDEST, Looks
from tutor.domain.settings import (
    LEAST_MINUTES,
    MOST_MINUTES,
    NAMES,
    Choice,
    Settings,
    bounds,
    choices,
    unit,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
    max_leaves=8,
)
FIT = {
    name: st.sampled_from(choices(name))
    if bounds(name) is None
    else st.integers(*(bounds(name) or ()))
    for name in NAMES
}


def settings() -> st.SearchStrategy[dict[str, Choice]]:
    """Return values that fit, for some of the settings."""
    return st.fixed_dictionaries({}, optional=FIT)


def test_a_new_person_has_these() -> None:
    assert Settings().model_dump() == {
        "theme": "dark",
        "page_width": 76,
        "reduced_motion": False,
        "certainty": True,
        "review_minutes": 15,
        "lang": "auto",
    }
    assert Settings().looks == Looks()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_offered_fits_and_the_usual_value_is_among_it(name: str) -> None:
    offered = choices(name)
    assert len(set(map(str, offered))) == len(offered) > 1
    assert Settings().value(name) in offered
    for value in offered:
        assert Settings().with_value(name, value).value(name) == value
    assert (unit(name) is None) == (bounds(name) is None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("by", [1, -1])
def test_going_on_from_value_to_value_comes_round_through_all(
    name: str, by: int
) -> None:
    settings, seen = Settings(), []
    for _ in choices(name):
        settings = settings.with_value(name, settings.beside(name, by))
        seen.append(settings.value(name))
    assert settings == Settings()
    assert sorted(map(str, seen)) == sorted(map(str, choices(name)))


def test_from_a_value_that_is_not_offered_one_goes_to_its_neighbours() -> None:
    settings = Settings(review_minutes=17)
    assert settings.beside("review_minutes", 1) == 20
    assert settings.beside("review_minutes", -1) == 15


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "rose"),
        ("theme", 1),
        ("page_width", NARROWEST - 1),
        ("page_width", WIDEST + 1),
        ("page_width", "76"),
        ("page_width", True),
        ("reduced_motion", 1),
        ("certainty", "non"),
        ("review_minutes", LEAST_MINUTES - 1),
        ("review_minutes", MOST_MINUTES + 1),
        ("review_minutes", 15.0),
        ("lang", "de"),
        ("lang", None),
    ],
)
def test_what_does_not_fit_is_refused_and_counts_as_no_choice(
    name: str, value: Any
) -> None:
    with pytest.raises(ValueError, match=name):
        Settings().with_value(name, value)
    kept = Settings.kept_in({name: value, "certainty": False, "track:x": "y"})
    if name != "certainty":
        assert kept == Settings(certainty=False)


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(), JSON))
def test_whatever_a_store_holds_there_are_settings(preferences: dict[str, Any]) -> None:
    found = Settings.kept_in(preferences)
    for name in NAMES:
        value = found.value(name)
        is_kept = name in preferences and value == preferences[name]
        assert is_kept or value == Settings().value(name)


@given(settings())
def test_what_fits_is_found_again(chosen: dict[str, Choice]) -> None:
    found = Settings.kept_in(chosen)
    assert {name: found.value(name) for name in chosen} == chosen
    assert found.looks.page_width == found.page_width
