"""HTML of any making becomes prose: nothing in it stops the reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.prose import texts_of
from tutor.interop.html_reading import read_html


@pytest.mark.parametrize(
    "text",
    [
        "avant<![CD x>après",
        "avant<![CD[x]>après",
        "avant<![if lt IE 9]>après<![endif]>",
        "avant<!-->après",
        "avant<?php echo 1 ?>après",
    ],
)
def test_a_section_nobody_knows_is_passed_over(text: str) -> None:
    said = " ".join(texts_of(read_html(text).prose))

    assert "avant" in said
    assert "après" in said


@given(
    st.lists(st.sampled_from(["<!", "<![", "CDATA[", "]]>", "<", "/", "b", ">", "é"]))
)
def test_whatever_is_left_open_is_read_to_its_end(pieces: list[str]) -> None:
    read_html("".join(pieces))
