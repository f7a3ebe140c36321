"""A file outside the course is played within it, stored and counted like it."""

from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import case, desk_at, front, qru, rating, reflection
from tests.services.players import answer_here, asked, finish, go_to
from tutor.domain.errors import ContentError, WrongUseError
from tutor.services.looking_out import look_out
from tutor.services.wording import left_out_text

pytestmark = pytest.mark.no_cover

OWN = front("maison") + "Lire.\n\n" + qru("m-un", more='comp="C5.N.1"') + qru("m-deux")


def written(folder: Path, text: str, name: str = "maison.md") -> str:
    """Write a file of one's own, and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_it_is_stored_and_counted_like_the_course(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start(written(tmp_path, OWN))
    finish(run)
    desk.save(run)

    assert [answer.course for answer in desk.record.answers] == ["petit-cours"] * 2
    standing = desk.standing()
    assert standing.answers == 2
    assert standing.items["C5.N.1"].n == 2
    assert standing.lessons == {"alpha": "new", "beta": "new"}


def test_it_resumes_from_wherever_the_tutor_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_at(tmp_path)
    path = written(tmp_path, OWN)
    monkeypatch.chdir(tmp_path)
    run = desk.start("maison.md")
    answer_here(run)
    desk.save(run)
    desk.close()
    monkeypatch.chdir("/")

    later = desk_at(tmp_path, chance=8)
    assert later.start(path).started.id == run.started.id
    assert later.resume(later.record.runs[0]).stop.key == "m-deux"
    suggestion = look_out(later).suggestion
    assert suggestion is not None
    assert (suggestion.target, suggestion.reason) == (path, "resume")


def test_its_questions_never_come_back_in_a_review(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    run = desk.start(written(tmp_path, OWN))
    finish(run, rightly=False)
    desk.save(run)
    clock.forward(days=30)

    assert desk.standing().due == ()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (front("alpha") + qru("m-un"), "alpha"),
        (front("banque") + qru("m-un"), "banque"),
        (front("cas-1") + qru("m-un"), "cas-1"),
        (front("a-qru") + qru("m-un"), "a-qru"),
        (front("maison") + qru("a-qru"), "a-qru"),
        (front("maison") + case("cas-1"), "cas-1-a"),
    ],
)
def test_a_file_that_has_nothing_of_its_own_is_refused(
    tmp_path: Path, text: str, taken: str
) -> None:
    desk = desk_at(tmp_path)
    path = written(tmp_path, text)
    with pytest.raises(WrongUseError) as refused:
        desk.start(path)

    assert refused.value.exit_code == 2
    assert refused.value.message_id == "errors.id-taken"
    assert refused.value.values == {"id": taken, "path": path}


@pytest.mark.parametrize(
    "name",
    ["a-qru", "a-avant", "a-auto", "a-regle", "cas-1", "cas-1-b", "b-tcs", "beta"],
)
def test_a_block_whose_id_is_taken_is_left_out(tmp_path: Path, name: str) -> None:
    run = desk_at(tmp_path).start(written(tmp_path, OWN + qru(name)))

    assert [question.id for question in run.questions] == ["m-un", "m-deux"]


def test_cards_whose_id_is_taken_are_left_out(tmp_path: Path) -> None:
    text = OWN + reflection("a-avant") + rating("a-qru") + reflection("m-avant")
    run = desk_at(tmp_path).start(written(tmp_path, text))

    assert [stop.key for stop in run.stops] == [
        "m-un",
        "m-deux",
        "m-avant",
        "fin:maison",
    ]


def test_a_question_inside_a_dossier_is_left_out_where_its_id_is_taken(
    tmp_path: Path,
) -> None:
    own_case = case("cas-2").replace("#cas-2-a ", "#cas-1-a ")
    run = desk_at(tmp_path).start(written(tmp_path, front("maison") + own_case))

    assert [question.id for question in run.questions] == ["cas-2-b", "cas-2-c"]


def test_a_dossier_whose_id_is_taken_is_left_out_whole(tmp_path: Path) -> None:
    own_case = case("cas-2").replace("{#cas-2 ", "{#cas-1 ")
    run = desk_at(tmp_path).start(written(tmp_path, OWN + own_case))

    assert [question.id for question in run.questions] == ["m-un", "m-deux"]


def test_broken_blocks_are_skipped_and_the_rest_is_played(tmp_path: Path) -> None:
    text = OWN + qru("m-casse", "xx-") + "::: inconnu {#m-x}\nRien.\n:::\n"
    run = desk_at(tmp_path).start(written(tmp_path, text))
    go_to(run, "m-deux")

    assert asked(run).id == "m-deux"
    assert len(run.questions) == 2


def test_what_is_left_out_is_listed_with_its_line_and_its_cause(tmp_path: Path) -> None:
    own_case = case("cas-2").replace("#cas-2-a ", "#cas-1-a ")
    text = OWN + qru("m-casse", "xx-") + qru("a-qru") + rating("a-auto") + own_case
    path = written(tmp_path, text)
    left_out = desk_at(tmp_path).library.find(path).left_out

    assert [(slip.code, slip.values.get("id")) for slip in left_out] == [
        ("qru-une-seule", None),
        ("identifiant-double", "a-qru"),
        ("identifiant-double", "a-auto"),
        ("identifiant-double", "cas-1-a"),
    ]
    lines = text.split("\n")
    for slip, name in zip(
        left_out, ("m-casse", "a-qru", "a-auto", "cas-1-a"), strict=True
    ):
        assert slip.path == path
        assert f"{{#{name} " in lines[slip.line - 1]
        assert f"ligne {slip.line}," in left_out_text(left_out)
    assert left_out_text(left_out).startswith("4 fautes")


def test_a_file_that_lost_nothing_says_nothing(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)

    assert left_out_text(desk.library.find(written(tmp_path, OWN)).left_out) == ""
    assert desk.library.find("alpha").left_out == ()


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("# Sans en-tête\n", 1, "en-tete-absent"),
        ("---\ntitre: Sans id\n---\n", 1, "champ-manquant"),
        ("---\nid: maison\ntitre: Un: deux\n---\n", 3, "en-tete-deux-points"),
    ],
)
def test_a_file_without_a_usable_head_names_line_and_slip(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    desk = desk_at(tmp_path)
    with pytest.raises(ContentError) as refused:
        desk.start(written(tmp_path, text))

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.file-unplayable"
    assert (refused.value.values["line"], refused.value.values["code"]) == (line, code)


@pytest.mark.parametrize(
    "name", ["absent.md", "cours.md", "n" * 5000 + ".md", "a\0.md"]
)
def test_a_file_that_is_not_there_cannot_be_played(tmp_path: Path, name: str) -> None:
    (tmp_path / "cours.md").mkdir()
    with pytest.raises(ContentError) as refused:
        desk_at(tmp_path).start(str(tmp_path / name))

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.file-absent"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError):
        desk_at(tmp_path).start(str(tmp_path))


def test_a_file_without_the_usual_ending_is_played_all_the_same(tmp_path: Path) -> None:
    run = desk_at(tmp_path).start(written(tmp_path, OWN, "maison.txt"))

    assert len(run.questions) == 2


def test_an_id_is_looked_for_before_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_at(tmp_path)
    written(tmp_path, OWN, "beta")
    monkeypatch.chdir(tmp_path)

    assert desk.start("beta").started.path is None
    assert desk.start("./beta").started.path == str(tmp_path / "beta")
