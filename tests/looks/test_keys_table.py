"""The pages name the keys of the one list, and no others."""

import pytest

from tests.architecture.tree import ROOT
from tests.looks.keys_table import PAGES, by_key, renewed
from tutor.tui.keys import KEYS


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_keys_of_the_list(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert text == renewed(name), "python -m tests.looks.keys_table renews it"


def test_the_table_tells_what_comes_of_every_key_of_an_intern() -> None:
    made = by_key()

    assert all(key.effect in made for key in KEYS if key.place != "preview")
