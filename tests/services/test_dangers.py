"""What was sure and wrong, or dangerous, told so that it can be read at a glance."""

from pathlib import Path

import pytest

from tests.cli.small import eased
from tests.factories import StoppedClock
from tests.services.courses import block, case, desk_at, front, options, qroc
from tests.services.players import answer_here, answered, asked, wrong
from tutor.domain.response import Ordered, Paired, Picked, Response, Typed
from tutor.locale import say
from tutor.services.dangers import Danger, danger_lines, dangers_of
from tutor.services.desk import Desk
from tutor.services.looking_out import look_out

PAIRS = "| Par | Est |\n|---|---|\n| messagerie | protégée |\n| courriel | ouvert |\n| oubli | rien |\n"
FILES = {
    "content/01-l.md": front("l")
    + block("qrm", "l-qrm", options("Xx-!"), 'comp="C5.N.1"')
    + block("qru", "l-qru", options("x!-"), 'comp="C5.N.1"')
    + qroc("l-mots"),
    "quizzes/b.md": front("b")
    + block("appariement", "b-paires", PAIRS, 'comp="C5.N.1"')
    + block("ordre", "b-ordre", "1. un\n2. deux\n3. trois\n", 'comp="C5.N.1"'),
    "quizzes/cas.md": front("cas") + case(),
}
GONE = {**FILES, "content/01-l.md": front("l") + "Lire.\n"}
CHANGED = {
    **FILES,
    "content/01-l.md": front("l")
    + block("qru", "l-qru", options("-x-"), 'comp="C5.N.1"'),
}


def dangers(desk: Desk) -> tuple[Danger, ...]:
    """Return what is to be looked at again."""
    return dangers_of(desk.course, desk.record, desk.clock)


def said(desk: Desk, question: str, response: Response) -> Danger:
    """Answer a question with full certainty, and return what is told of it."""
    run = desk.start(question, shuffled=False)
    answer_here(run, response, 3)
    run.pass_by()
    desk.save(run)
    (danger,) = dangers(desk)
    return danger


@pytest.mark.parametrize(
    ("question", "certainty", "listed"),
    [
        ("l-mots", 3, True),
        ("l-mots", 2, False),
        ("l-mots", None, False),
        ("l-qru", 3, True),
        ("l-qru", 1, True),  # the unacceptable option was ticked
        ("l-qru", None, True),
        ("cas-1-a", 3, True),
        ("cas-1-a", 2, False),
    ],
)
def test_sure_and_wrong_or_unacceptable_is_listed(
    tmp_path: Path, question: str, certainty: int | None, *, listed: bool
) -> None:
    desk = desk_at(tmp_path, files=FILES)
    answered(desk, question, rightly=False, certainty=certainty)  # type: ignore[arg-type]

    assert [each.question for each in dangers(desk)] == [question] * listed
    assert desk.standing().dangerous == frozenset([question] * listed)
    assert look_out(desk).dangerous == int(listed)


def test_a_right_answer_takes_it_off_the_list(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=FILES)
    answered(desk, "l-qru", rightly=False, certainty=3)
    clock.forward(hours=1)
    answered(desk, "l-qru", certainty=3)

    assert dangers(desk) == ()


def test_the_last_answer_comes_first(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=FILES)
    for name in ("l-mots", "l-qru", "b-ordre"):
        answered(desk, name, rightly=False, certainty=3)
        clock.forward(days=1)

    assert [each.question for each in dangers(desk)] == ["b-ordre", "l-qru", "l-mots"]
    assert [each.day.day for each in dangers(desk)] == [24, 23, 22]


def test_ticks_are_told_beside_what_was_right(tmp_path: Path) -> None:
    found = said(
        desk_at(tmp_path, files=FILES), "l-qrm", Picked(options=frozenset({2, 3}))
    )

    assert found.asked == "Énoncé de l-qrm ?"
    assert eased(found.given) == "proposition 2 ; proposition 3"
    assert eased(found.expected) == "proposition 0 ; proposition 1"
    assert found.why == "proposition inacceptable cochée"


def test_words_are_told_beside_the_first_accepted_ones(tmp_path: Path) -> None:
    found = said(desk_at(tmp_path, files=FILES), "l-mots", Typed(text="un courriel"))

    assert (found.given, found.expected) == ("un courriel", "messagerie sécurisée")
    assert found.why == "certitude 3 et faux"


def test_only_the_pairs_that_were_wrong_are_told(tmp_path: Path) -> None:
    found = said(desk_at(tmp_path, files=FILES), "b-paires", Paired(choices=(1, 2, 0)))

    assert (
        eased(found.given) == "messagerie → ouvert ; courriel → rien ; oubli → protégée"
    )
    assert (
        eased(found.expected)
        == "messagerie → protégée ; courriel → ouvert ; oubli → rien"
    )


def test_an_order_is_told_beside_the_right_one(tmp_path: Path) -> None:
    found = said(
        desk_at(tmp_path, files=FILES), "b-ordre", Ordered(positions=(2, 1, 0))
    )

    assert eased(found.given) == "trois ; deux ; un"
    assert eased(found.expected) == "un ; deux ; trois"


def test_a_question_that_left_the_course_is_not_listed(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=FILES)
    answered(desk, "l-qru", rightly=False, certainty=3)
    desk.close()

    assert dangers(desk_at(tmp_path, files=GONE)) == ()


def test_a_question_that_changed_is_listed_without_answers(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=FILES)
    answered(desk, "l-qru", rightly=False, certainty=3)
    desk.close()
    later = desk_at(tmp_path, files=CHANGED)

    (found,) = dangers(later)
    assert (found.given, found.expected) == ("", "")
    assert "La question a changé" in "\n".join(danger_lines((found,)))


@pytest.mark.parametrize("response", [[99], [], "mot", [-7]])
def test_an_answer_someone_tampered_with_is_listed_all_the_same(
    tmp_path: Path, response: list[int] | str
) -> None:
    desk = desk_at(tmp_path, files=FILES)
    good = answered(desk, "l-qru", rightly=False, certainty=3)
    clock = desk.clock
    assert isinstance(clock, StoppedClock)
    clock.forward(hours=1)
    update = {"id": "f" * 32, "response": response, "at": clock.moment}
    desk.store.add(good.model_copy(update=update))
    desk._record = None

    (found,) = dangers(desk)
    assert found.question == "l-qru"
    assert danger_lines((found,))


def test_the_list_is_said_line_by_line(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=FILES)
    assert danger_lines(dangers(desk)) == ["Aucune réponse sûre et dangereuse."]
    run = desk.start("l-mots")
    answer_here(run, wrong(asked(run)), 3)
    desk.save(run)

    assert [line.replace("\xa0", " ") for line in danger_lines(dangers(desk))] == [
        "Sûr et dangereux : 1 réponse.",
        say("review.dangers.what"),
        "Énoncé de l-mots ?",
        "  le 22/11/2026, certitude 3 et faux",
        "  vous : courriel",
        "  attendu : messagerie sécurisée",
        "  pour y répondre : tutor play l-mots",
    ]
