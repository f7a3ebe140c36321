"""Votes are added to the tables of a file, and nothing else in it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.pipeline.votes import Vote, add_votes

BARE = """Avant.

::: tcs {#v-1 comp="C5.C.10"}
Elle sort ce soir.

| Si vous pensiez à… | et que vous apprenez… |
|---|---|
| la **sortie** | pas d'aide avant lundi |
| la sortie | passage dès \\| demain |

- **+1** parce que

:::

| Si vous pensiez à… | et que vous apprenez… |
|---|---|
| la sortie | pas d'aide avant lundi |
"""
COUNTED = BARE.replace(
    "| Si vous pensiez à… | et que vous apprenez… |\n|---|---|",
    "| Si vous pensiez à… | et que vous apprenez… | −2 | −1 | 0 | +1 | +2 |\n"
    "|---|---|--:|--:|--:|--:|--:|",
    1,
).replace("pas d'aide avant lundi |", "pas d'aide avant lundi | 4 | 3 | 2 | 1 | 0 |", 1)


def vote(
    value: int, profession: str = "infirmière", news: str = "pas d'aide avant lundi"
) -> Vote:
    """Return a vote on one of the two vignettes."""
    return Vote("v-1", "la sortie", news, profession, value)


def table(text: str) -> list[str]:
    """Return the lines of the first table."""
    lines = text.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("|"))
    end = next(i for i in range(start, len(lines)) if not lines[i].startswith("|"))
    return lines[start:end]


def test_a_table_without_counts_gets_a_line_for_each_profession() -> None:
    votes = [vote(-2), vote(-1, "généraliste"), vote(-2, "Infirmière")]

    assert table(add_votes(BARE, votes).text)[2:] == [
        "| la **sortie** | pas d'aide avant lundi | infirmière | 2 | 0 | 0 | 0 | 0 |",
        "| la **sortie** | pas d'aide avant lundi | généraliste | 0 | 1 | 0 | 0 | 0 |",
        "| la sortie | passage dès \\| demain |",
    ]


def test_a_table_with_counts_keeps_one_line_a_vignette() -> None:
    counted = table(add_votes(COUNTED, [vote(-2), vote(2), vote(0)]).text)

    assert (
        counted[2] == "| la **sortie** | pas d'aide avant lundi | 5 | 3 | 3 | 1 | 1 |"
    )


def test_a_cell_with_an_escaped_bar_is_one_cell() -> None:
    added = add_votes(BARE, [vote(1, news="passage dès | demain")])

    assert added.lost == ()
    assert (
        "| la sortie | passage dès \\| demain | infirmière | 0 | 0 | 0 | 1 | 0 |"
        in (table(added.text))
    )


@pytest.mark.parametrize(
    "lost",
    [
        vote(1, news="autre chose"),
        Vote("v-2", "la sortie", "pas d'aide avant lundi", "infirmière", 1),
    ],
)
def test_a_vote_on_what_has_gone_is_given_back(lost: Vote) -> None:
    added = add_votes(BARE, [lost, vote(0)])

    assert added.lost == (lost,)
    assert add_votes(BARE, [lost]).text == BARE


@pytest.mark.parametrize("source", [BARE, COUNTED])
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_every_other_line_stays_as_it_was(source: str, eol: str) -> None:
    text = source.replace("\n", eol)
    before = text.split("\n")
    after = add_votes(text, [vote(1)]).text.split("\n")

    outside = [line for line in before if not line.startswith("|")]
    assert [line for line in after if not line.startswith("|")] == outside
    assert after[-4:] == before[-4:]
    assert all(line.endswith("\r") == (eol == "\r\n") for line in after[:-1])


@given(
    st.lists(
        st.builds(
            vote,
            st.integers(-2, 2),
            st.sampled_from(["infirmière", "généraliste", "pharmacien|ne", " IDE "]),
        ),
        max_size=12,
    )
)
def test_as_many_votes_are_in_the_table_as_were_given(votes: list[Vote]) -> None:
    text = add_votes(BARE, votes).text
    counts = [
        int(cell)
        for line in table(text)[2:]
        for cell in line.split("|")
        if cell.strip().isdigit()
    ]

    assert sum(counts) == len(votes)
    one_by_one = BARE
    for each in votes:
        one_by_one = add_votes(one_by_one, [each]).text
    assert one_by_one == text


def test_a_count_in_bold_is_a_number_and_a_word_is_none() -> None:
    bold = COUNTED.replace("| 4 | 3 |", "| **4** | 3 |")
    wrong = COUNTED.replace("| 4 | 3 |", "| 4 | trois |")

    assert "| 5 | 3 | 2 | 1 | 0 |" in add_votes(bold, [vote(-2)]).text
    assert add_votes(wrong, [vote(-2)]) == (wrong, (vote(-2),))
