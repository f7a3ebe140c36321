"""The draft of a trace: a person's own facts, whatever they typed, and room to write."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.examples import at_least
from tests.factories import StoppedClock, answer, stem
from tests.services.courses import desk_at, qru
from tests.services.players import answered, played
from tutor.domain.errors import TutorError, WrongUseError
from tutor.domain.framework import Item
from tutor.domain.prose import Paragraph, Span
from tutor.services.desk import Desk
from tutor.services.identity_guard import masked
from tutor.services.trace import (
    MOST_ANSWERS,
    draft_of,
    folder_of,
    markdown_of,
    write_beside,
)
from tutor.services.trace_facts import (
    LONGEST,
    asked_in_a_line,
    credit_words,
    is_written,
    item_named,
)
from tutor.store.place import Place
from tutor.store.whole import own_files

READER = MarkdownIt("commonmark").enable("table")
TO_FILL = [
    "Situation",
    "Ce que j'ai fait",
    "Ce que j'en retiens",
    "Ce que je ferai",
    "À discuter avec mon MSU",
]
NOISE = "# titre\n- liste\n    code\n1. un\n===\n<b>\n[a](b) *c* `d` | e\n> f\n:::\n\\"


def written(desk: Desk, code: str = "C5.N.1") -> str:
    """Return a draft with ordinary spaces."""
    return markdown_of(draft_of(desk, code)).replace("\u00a0", " ")


def section(text: str, title: str) -> str:
    """Return what stands under a heading of the second level."""
    _, _, after = text.partition(f"\n## {title}\n")
    return after.partition("\n## ")[0].strip()


def test_a_draft_of_a_new_person_is_headings_to_fill(tmp_path: Path) -> None:
    text = written(desk_at(tmp_path))
    heads = re.findall(r"^##? (.+)$", text, re.MULTILINE)
    assert heads[0] == "Trace : C5.N.1"
    assert [head for head in heads if head in TO_FILL] == TO_FILL
    assert all(section(text, head) == "" for head in TO_FILL)
    assert section(text, "Ce que j'ai noté") == "Aucune note sur cet item."
    assert section(text, "Ce que j'ai répondu") == "Aucune réponse sur cet item."
    assert text.endswith("seules des personnes jugent.\n")
    assert "- Compétence : C5 Coordination\n- Niveau : Novice" in text
    assert "Trace attendue : non précisée" in text


def test_the_estimate_waits_for_ones_own_position(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un")
    assert "Estimation" not in written(desk)
    assert "n'est montrée qu'après" in section(written(desk), "Où je me situe")

    desk.pen.position("C5.N.1", "1")
    clock.forward(days=3)
    desk.pen.position("C5.N.1", "4")
    said = section(written(desk), "Où je me situe")
    assert said.startswith(
        "- 22/11/2026 : J'observe\n- 25/11/2026 : Je fais seul\n\nEstimation 0,"
    )
    assert "n = 1 : données insuffisantes" in said


def test_a_position_without_answers_has_no_number(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.pen.position("C5.N.1", "1")
    assert "Aucune réponse sur cet item (n = 0)." in written(desk)


def test_notes_of_blocks_that_name_the_item_are_quoted_and_no_others(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    desk.pen.note("a-avant", "J'ai appelé.\n\nElle a répondu.")
    desk.pen.note("a-mots", "un autre item")
    desk.pen.note("parti", "un bloc retiré")
    said = section(written(desk), "Ce que j'ai noté")
    assert said == (
        "22/11/2026, « Titre de alpha » : Énoncé de a-avant ?\n\n"
        "> J'ai appelé.\n>\n> Elle a répondu."
    )


def test_what_could_identify_somebody_is_masked(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.pen.note("a-avant", "Appelée au 06 12 34 56 78.")
    text = written(desk)
    assert "06 12" not in text
    assert r"\[téléphone\]" in text


def test_answers_are_dated_with_their_title_what_was_asked_and_their_worth(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    answered(desk, "b-un", rightly=False)
    answered(desk, "b-un")
    played(desk, "cas-1", rightly=False)
    assert section(written(desk), "Ce que j'ai répondu") == (
        "- 22/11/2026, « Titre de banque » : Énoncé de b-un ? (juste)"
    )
    said = section(written(desk, "C5.C.1"), "Ce que j'ai répondu")
    assert "« Le cas cas-1 » : Énoncé de cas-1-a ? (faux)" in said


def test_of_many_answers_the_last_are_listed(tmp_path: Path) -> None:
    many = MOST_ANSWERS + 2
    course = "---\nid: l\ntitre: L\n---\n\n" + "".join(
        qru(f"q-{n}") for n in range(many)
    )
    desk = desk_at(tmp_path, files={"content/01-l.md": course})
    played(desk, "l")
    said = section(written(desk), "Ce que j'ai répondu")
    assert said.count("Énoncé de q-") == MOST_ANSWERS
    assert said.endswith("Et 2 réponses plus anciennes.")


def test_a_question_that_has_left_the_course_is_named_by_its_id(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    desk.store.add(answer(question="q-partie", credit=0.5))
    said = section(written(desk), "Ce que j'ai répondu")
    assert said.endswith("« Question retirée du cours » : q-partie (en partie juste)")


@at_least(60)
@given(st.text(max_size=80))
@example(NOISE)
@example("a\x1b[31mb\x00c\u202ed")
def test_whatever_was_noted_reads_back_as_plain_words(text: str) -> None:
    with_note = desk_with_note(text)
    tokens = READER.parse(markdown_of(draft_of(with_note, "C5.N.1")))
    kinds = {token.type for token in tokens}
    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("blockquote_open", "blockquote_close", "inline"),
    }
    starts = [token.level for token in tokens if token.type == "blockquote_open"]
    assert len(starts) <= 1
    inside = "\n".join(
        child.content
        for token in tokens
        if token.type == "inline" and token.level > 1
        for child in token.children or []
        if child.type == "text"
    )
    shown = masked(text)
    kept = "".join(sign if sign.isprintable() else " " for sign in shown)
    for word in kept.replace("\u00a0", " ").split():
        assert word in inside.replace("\u00a0", " "), (word, inside)


DESKS: dict[str, Desk] = {}


def desk_with_note(text: str) -> Desk:
    """Return the same desk, its one note replaced."""
    from tempfile import mkdtemp

    if not DESKS:
        DESKS["one"] = desk_at(Path(mkdtemp()))
        DESKS["one"].pen.note("a-avant", "mot")
    desk = DESKS["one"]
    record = desk.record
    note = record.notes[0].model_copy(update={"text": text})
    desk._record = record.model_copy(update={"notes": (note,)})
    return desk


def test_an_item_is_found_in_any_case_and_refused_where_unknown(tmp_path: Path) -> None:
    framework = desk_at(tmp_path).course.framework
    assert item_named(framework, " c5.n.1 ").code == "C5.N.1"
    for unknown in ("C9.N.1", "C5", ""):
        with pytest.raises(WrongUseError):
            item_named(framework, unknown)


@pytest.mark.parametrize(
    ("trace", "expected"),
    [("Trace d'apprentissage", True), ("Observation par le MSU", False), ("", False)],
)
def test_a_written_trace_is_known_by_its_word(trace: str, expected: bool) -> None:
    item = Item(code="C5.N.1", niveau="N", texte="t", trace=trace)
    assert is_written(item) is expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Que faites-vous ?", "Que faites-vous ?"),
        ("M. Roux rentre. Que faites-vous ?", "M. Roux rentre. Que faites-vous ?"),
        ("Il rentre. Il tousse. Quoi ?", "Il rentre. … Quoi ?"),
        ("Classez ces trois gestes.", "Classez ces trois gestes."),
    ],
)
def test_what_was_asked_is_the_beginning_and_the_last_question(
    text: str, line: str
) -> None:
    assert asked_in_a_line(stem(text)) == line


@given(st.lists(st.text(max_size=200), max_size=3))
def test_what_was_asked_is_one_short_line(texts: list[str]) -> None:
    blocks = tuple(Paragraph(text=(Span(text=text),)) for text in texts)
    line = asked_in_a_line(blocks)
    assert len(line) <= LONGEST
    assert "\n" not in line


def test_credit_is_said_in_words() -> None:
    said = [
        credit_words(answer(credit=1.0)),
        credit_words(answer(credit=0.5)),
        credit_words(answer(credit=0.0)),
        credit_words(answer(credit=1.0, self_marked=True)),
        credit_words(answer(credit=0.5, kind="tcs")),
    ]
    assert said == [
        "juste",
        "en partie juste",
        "faux",
        "juste sur votre parole, poids moitié",
        "accord avec le panel\u00a0: 0,5",
    ]


def test_a_draft_is_written_under_a_free_name(tmp_path: Path) -> None:
    draft = draft_of(desk_at(tmp_path), "C5.N.1")
    first = write_beside(tmp_path, "C5.N.1", draft)
    first.write_text("rempli", encoding="utf-8")
    second = write_beside(tmp_path, "C5.N.1", draft)
    assert (first.name, second.name) == ("trace-C5.N.1.md", "trace-C5.N.1-2.md")
    assert first.read_text(encoding="utf-8") == "rempli"
    with pytest.raises(TutorError):
        write_beside(tmp_path / "absent", "C5.N.1", draft)


def test_on_a_server_a_draft_is_written_among_the_own_files_of_its_person(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path / "home")
    served = folder_of(place, {"TUTOR_SERVED": "1"})
    written = write_beside(served, "C5.N.1", draft_of(desk_at(tmp_path), "C5.N.1"))

    assert served == place.root / "exports"
    assert written in own_files(place)
    assert folder_of(place, {}) == Path()
