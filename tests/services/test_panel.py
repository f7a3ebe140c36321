"""Experts' ballots are written whole, read with care and added up once."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from tests.services.courses import block, front, qru
from tutor.domain.ballot import Ballot, BlockVote, RowVote
from tutor.domain.errors import ContentError, TutorError, WrongUseError
from tutor.domain.question import Concordance
from tutor.services.library import read_playable
from tutor.services.panel import merge_ballots, read_vignettes, write_ballot

DAY = date(2026, 11, 22)
TABLE = (
    "| Si vous pensiez à | et que vous apprenez |\n|---|---|\n"
    "| une idée | un fait |\n| une autre | un autre |\n"
)
FILE = front("vignettes") + qru("v-qru") + block("tcs", "v-tcs", TABLE)


def file(folder: Path, text: str = FILE) -> Path:
    """Write the file the panel votes on."""
    path = folder / "vignettes.md"
    path.write_bytes(text.encode())
    return path


def ballot(number: int, value: int = 0, **more: object) -> Ballot:
    """Return the votes of one expert on both vignettes."""
    rows = (
        RowVote(hypothesis="une idée", news="un fait", value=value),
        RowVote(hypothesis="une autre", news="un autre", value=(number % 3) - 1),
    )
    fields: dict[str, object] = {
        "id": f"{number:032x}",
        "unit": "vignettes",
        "profession": "infirmière" if number % 2 else "généraliste",
        "day": DAY,
        "votes": (BlockVote(question="v-tcs", rows=rows),),
    }
    return Ballot.model_validate({**fields, **more})


def ballots(folder: Path, *given: Ballot) -> list[Path]:
    """Write ballots, and return their files."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number}.json" for number in range(len(given))]
    for path, each in zip(paths, given, strict=True):
        write_ballot(each, path)
    return paths


def scored(path: Path) -> Concordance:
    """Return the TCS of the file."""
    return read_vignettes(path)[1][0]


def test_ten_votes_make_a_card_a_scored_question(tmp_path: Path) -> None:
    path = file(tmp_path)
    nine = ballots(tmp_path, *(ballot(n, n % 2) for n in range(9)))
    first = merge_ballots(path, nine, DAY)
    assert (first.ballots, first.votes, first.is_enough) == (9, 18, False)
    assert not scored(path).scored

    last = tmp_path / "last.json"
    write_ballot(ballot(9, 2), last)
    assert merge_ballots(path, [last], DAY).is_enough
    block = scored(path)
    assert block.scored
    assert [sum(row.votes or ()) for row in block.rows] == [10, 10]
    assert [each.profession for each in block.rows[0].by_profession] == [
        "généraliste",
        "infirmière",
    ]
    panel = read_vignettes(path)[0].head.panel
    assert panel is not None
    assert (panel.effectif, panel.date) == (10, DAY)
    assert panel.professions == ("généraliste", "infirmière")


def test_a_ballot_given_twice_counts_once(tmp_path: Path) -> None:
    path = file(tmp_path)
    (one,) = ballots(tmp_path, ballot(1))
    done = merge_ballots(path, [one, one], DAY)

    assert (done.ballots, done.repeated) == (1, (one,))


def test_an_expert_of_whom_no_vote_counts_is_not_of_the_panel(tmp_path: Path) -> None:
    path = file(tmp_path)
    gone = RowVote(hypothesis="une idée", news="un fait d'avant", value=1)
    unheard = ballot(1, votes=(BlockVote(question="v-tcs", rows=(gone,)),))
    silent = ballot(2, votes=())
    elsewhere = ballot(3, votes=(BlockVote(question="v-autre", rows=(gone,)),))
    before = path.read_bytes()
    lost = merge_ballots(path, ballots(tmp_path, unheard, silent, elsewhere), DAY)
    assert (lost.ballots, lost.votes, len(lost.lost)) == (0, 0, 2)
    assert path.read_bytes() == before

    (heard,) = ballots(tmp_path / "b", ballot(5))
    done = merge_ballots(path, [tmp_path / "0.json", heard], DAY)

    assert (done.ballots, done.votes, len(done.lost)) == (1, 2, 1)
    panel = read_vignettes(path)[0].head.panel
    assert panel is not None
    assert panel.effectif == 1
    assert panel.professions == ("infirmière",)


def test_windows_endings_and_a_byte_order_mark_are_kept(tmp_path: Path) -> None:
    path = file(tmp_path, "\ufeff" + FILE.replace("\n", "\r\n"))
    merge_ballots(path, ballots(tmp_path, ballot(1)), DAY)
    raw = path.read_bytes()

    assert raw.startswith("\ufeff".encode())
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert scored(path).rows[0].votes is not None


def test_a_panel_written_over_several_lines_is_left_to_the_author(
    tmp_path: Path,
) -> None:
    head = "panel:\n  date: 2026-01-01\n  effectif: 4\n  professions: [sage-femme]\n"
    text = FILE.replace("---\n\n#", f"{head}---\n\n#", 1)
    path = file(tmp_path, text)
    done = merge_ballots(path, ballots(tmp_path, ballot(1)), DAY)

    assert not done.head_is_written
    assert "effectif: 5" in done.head_line
    assert '"sage-femme", "infirmière"' in done.head_line
    assert head in path.read_text(encoding="utf-8")


def test_a_profession_cannot_write_yaml(tmp_path: Path) -> None:
    path = file(tmp_path)
    name = 'x"}\n\\evil: {a: 1'
    merge_ballots(path, ballots(tmp_path, ballot(1, profession=name)), DAY)
    panel = read_vignettes(path)[0].head.panel

    assert panel is not None
    assert panel.professions == ('x" /evil: a: 1',)


@pytest.mark.parametrize("name", ["![x](y)", "<!--", "&#x202e;x", "**x**", "`x\x1b"])
def test_a_profession_cannot_write_markup(tmp_path: Path, name: str) -> None:
    path = file(tmp_path)
    merge_ballots(path, ballots(tmp_path, ballot(1, profession=f"{name} é")), DAY)
    unit, problems = read_playable(path)

    assert not [each for each in problems if each.severity == "error"]
    assert unit.head.panel is not None
    apart = scored(path).rows[0].by_profession
    assert [each.profession for each in apart] == [*unit.head.panel.professions]


def test_an_expert_votes_once_on_a_vignette(tmp_path: Path) -> None:
    path = file(tmp_path)
    (vote,) = ballot(1, 2).votes
    twice = vote.model_copy(update={"rows": (*vote.rows, vote.rows[0])})
    done = merge_ballots(path, ballots(tmp_path, ballot(1, votes=(twice, vote))), DAY)

    assert done.votes == 2
    assert [each.news for each in done.again] == ["un fait", "un fait", "un autre"]
    assert [sum(row.votes or ()) for row in scored(path).rows] == [1, 1]


def test_a_table_that_cannot_be_read_takes_no_vote(tmp_path: Path) -> None:
    wrong = (
        "| a | b | -2 | -1 | 0 | +1 | +2 |\n|---|---|---|---|---|---|---|\n"
        "| une idée | un fait | ? | ? | ? | ? | ? |\n"
    )
    path = file(tmp_path, FILE + block("tcs", "v-wrong", wrong))
    (vote,) = ballot(1).votes
    more = vote.model_copy(update={"question": "v-wrong"})
    done = merge_ballots(path, ballots(tmp_path, ballot(1, votes=(vote, more))), DAY)

    assert (done.votes, len(done.lost)) == (2, 2)
    assert wrong in path.read_text(encoding="utf-8")


def test_what_an_expert_wrote_drives_no_terminal() -> None:
    row = RowVote(hypothesis="a\x1b[2J", news="b\u202e\nc", value=0)
    vote = BlockVote(question="q", rows=(row,), reason="d\x9b\te")

    assert (row.hypothesis, row.news, vote.reason) == ("a[2J", "b c", "d e")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX only")
def test_a_pipe_is_no_ballot(tmp_path: Path) -> None:
    path, pipe = file(tmp_path), tmp_path / "votes.json"
    os.mkfifo(pipe)
    with pytest.raises(ContentError) as caught:
        merge_ballots(path, [pipe], DAY)

    assert caught.value.message_id == "errors.ballot-unreadable"


def test_a_huge_file_is_no_ballot(tmp_path: Path) -> None:
    (huge,) = ballots(tmp_path, ballot(1))
    huge.write_bytes(huge.read_bytes() + b" " * 1_000_000)
    with pytest.raises(ContentError):
        merge_ballots(file(tmp_path), [huge], DAY)


def test_reasons_are_given_as_lines_to_reread(tmp_path: Path) -> None:
    said = ballot(1, 2)
    votes = (said.votes[0].model_copy(update={"reason": "Trop\ntôt."}),)
    path = file(tmp_path)
    given = ballots(tmp_path, said.model_copy(update={"votes": votes}))

    assert merge_ballots(path, given, DAY).reasons == (
        "v-tcs : - **+2** Trop tôt. *(infirmière)*",
    )


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"\xff\xfe", b'{"schema": "autre"}', b"{" * 100_000]
)
def test_a_file_that_is_no_ballot_changes_nothing(tmp_path: Path, raw: bytes) -> None:
    path = file(tmp_path)
    other = tmp_path / "other.json"
    other.write_bytes(raw)
    with pytest.raises(ContentError) as caught:
        merge_ballots(path, [other], DAY)

    assert caught.value.message_id == "errors.ballot-unreadable"
    assert path.read_text(encoding="utf-8") == FILE


def test_a_ballot_on_another_file_is_refused(tmp_path: Path) -> None:
    path = file(tmp_path)
    with pytest.raises(WrongUseError) as caught:
        merge_ballots(path, ballots(tmp_path, ballot(1, unit="autre")), DAY)

    assert caught.value.message_id == "errors.ballot-elsewhere"


def test_a_file_without_vignettes_has_no_panel(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError) as caught:
        read_vignettes(file(tmp_path, front("vignettes") + qru("v-qru")))

    assert caught.value.message_id == "errors.no-vignette"


def test_a_ballot_never_replaces_a_file(tmp_path: Path) -> None:
    (path,) = ballots(tmp_path, ballot(1))
    with pytest.raises(TutorError):
        write_ballot(ballot(2), path)

    assert json.loads(path.read_bytes())["id"] == f"{1:032x}"
