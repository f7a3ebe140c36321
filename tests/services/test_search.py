"""A search finds places by folded words, in their order, and never gives a key away."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import answer
from tests.services.courses import bank, block, desk_at, front, qru
from tutor.domain.answer import Record
from tutor.domain.question import key_hash
from tutor.services.desk import Desk
from tutor.services.search import CACHE, Finder, Result, finder_of, snippet_of
from tutor.services.search_index import build_index, from_json
from tutor.services.search_pieces import Piece, pieces_of
from tutor.services.search_words import LITTLE, Folder, composed

pytestmark = pytest.mark.no_cover

FILES = {
    "content/01-relais.md": (
        front("relais", "Le relais")
        + "Une lecture d'ouverture.\n\n## La réunion d'équipe\n\n"
        + "On y parle du goûter. Le médecin traitant y vient.\n\n"
        + qru("r-un")
        + "## Sur le terrain\n\nÉcrivez à l'infirmière : l'Œdème se surveille.\n\n"
        + block("reflexion", "r-note", "> **Pistes** une piste\n")
    ),
    "content/02-reunion.md": (
        front("reunions", "Réunion utile")
        + "Trente minutes.\n\n::: note {#m-note}\nUn encadré, aparté.\n:::\n\n"
        + '::: note {#m-si si="lieu"}\nUn secret conditionnel.\n:::\n'
    ),
    "content/glossaire.md": "Réunion\n:   Des gens assis.\n\nSAS\n:   Service d'accès.\n",
    "content/chronologie.md": (
        "| Date | Ce qui change | Fait |\n|---|---|---|\n"
        "| 2019-06-20 | Un accord paraît | accord |\n"
    ),
    "content/vos-questions.md": (
        "## Qui paie ? {#vq-paie}\n\nL'Assurance maladie.\n\nLeçons : relais\n"
    ),
    "quizzes/cas.md": (
        front("cas", "Deux cas")
        + "## La chute {#chute .dossier}\n\nUne dame est tombée.\n\n"
        + "### Étape 1\n\nElle boite.\n\n"
        + qru("c-un")
        + "### Étape 2\n\nElle rentre.\n\n"
        + qru("c-deux")
    ),
    "quizzes/banque.md": bank(),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk at the small course of this file."""
    return desk_at(tmp_path, files=FILES)


def found(desk: Desk, query: str) -> list[tuple[str, str]]:
    """Return the kind and the title, or the id, of what a query finds."""
    shown = finder_of(desk).find(query).shown
    return [(each.kind, each.title or each.target) for each in shown]


def answered(desk: Desk, name: str, key: str = "") -> None:
    """Answer a question, as it stands or as it stood under another key."""
    question = desk.library.questions()[name]
    hashed = key or key_hash(question)
    desk.store.add(answer(question=name, key_hash=hashed, id=name.ljust(32, "0")))
    desk._record = None


def shown(result: Result) -> str:
    """Return a snippet with its matches in brackets."""
    bits = (f"[{b.text}]" if b.is_match else b.text for b in result.snippet)
    return "".join(bits)


@pytest.mark.parametrize(
    "query", ["goûter", "GOUTER", "gout", "equipe", "médecin trait"]
)
def test_accents_case_and_an_unfinished_word_do_not_matter(
    desk: Desk, query: str
) -> None:
    assert ("lesson", "La réunion d'équipe") in found(desk, query)


def test_only_the_last_word_may_be_unfinished(desk: Desk) -> None:
    assert found(desk, "goûter médec") == [("lesson", "La réunion d'équipe")]
    assert found(desk, "médec goûter") == []


def test_all_words_must_be_there_but_little_ones(desk: Desk) -> None:
    assert found(desk, "le goûter de la réunion") == [("lesson", "La réunion d'équipe")]
    assert found(desk, "goûter infirmière") == []


def test_a_title_comes_before_a_heading_a_term_and_text(desk: Desk) -> None:
    assert found(desk, "réunion util") == [("lesson", "Réunion utile")]
    titles = found(desk, "réunio")
    assert titles == [
        ("lesson", "Réunion utile"),
        ("lesson", "La réunion d'équipe"),
        ("term", "Réunion"),
    ]


def test_a_title_that_is_the_query_comes_before_longer_ones_of_its_kind() -> None:
    pieces = [
        Piece("lesson", "Le SAS de jour", "", "", "a"),
        Piece("term", "SAS", "Service d'accès aux soins", "", "SAS"),
        Piece("lesson", "Autre", "Le SAS aussi.", "", "b", section=1),
    ]
    assert best(pieces, "sas") == [1, 0, 2]


def test_words_together_come_before_words_apart_and_ties_keep_the_order() -> None:
    texts = ("soins sans accès", "accès aux soins", "soins, puis accès")
    pieces = [Piece("lesson", "", text, "", "a", section=1) for text in texts]
    assert best(pieces, "accès aux soins") == [1, 0, 2]


def test_one_digit_begins_no_other_number() -> None:
    pieces = [
        Piece("term", "a", "en 2019", "", "a"),
        Piece("term", "b", "secteur 2", "", "b"),
    ]
    assert best(pieces, "2") == []
    assert best(pieces, "secteur 2") == [1]
    assert best(pieces, "20") == [0]


def test_every_kind_of_place_is_found(desk: Desk) -> None:
    assert found(desk, "accès") == [("term", "SAS")]
    assert found(desk, "IF chacun rôle") == []
    assert found(desk, "médecin passe") == [("belief", "Tout passe par le médecin")]
    assert found(desk, "20/06/2019") == [("event", "20/06/2019")]
    assert found(desk, "qui paie") == [("asked", "Qui paie ?")]
    assert found(desk, "tombée") == [("dossier", "La chute")]
    assert found(desk, "encadré") == [("lesson", "Réunion utile")]
    assert found(desk, "banque") == [("bank", "Titre de banque")]


def test_a_section_knows_its_lesson_and_the_stop_that_brings_it(desk: Desk) -> None:
    (result,) = finder_of(desk).find("goûter").shown
    place = (result.where, result.target, result.stop, result.section)
    assert place == ("Le relais", "relais", "r-un", 1)
    assert shown(result) == "On y parle du [goûter]. Le médecin traitant y vient."


def test_what_a_message_decides_to_show_is_not_found(desk: Desk) -> None:
    assert found(desk, "conditionnel") == []


def test_a_question_not_answered_is_found_by_its_stem_alone(desk: Desk) -> None:
    assert found(desk, "énoncé r un") == [("question", "r-un")]
    for inside in ("proposition", "raison", "messagerie"):
        assert found(desk, inside) == []
        assert finder_of(desk).find(inside).near == ()


def test_an_answer_opens_what_stands_under_the_stem(desk: Desk) -> None:
    answered(desk, "r-un")
    (result,) = finder_of(desk).find("proposition").shown
    assert result.target == "r-un"
    assert "proposition" not in shown(result) + result.text
    assert result.where == "Le relais ▸ La réunion d'équipe"


def test_an_answer_under_another_key_opens_nothing(desk: Desk) -> None:
    answered(desk, "r-un", key="0" * 16)
    assert found(desk, "proposition") == []


def test_the_questions_of_a_dossier_are_hidden_until_they_are_answered(
    desk: Desk,
) -> None:
    assert found(desk, "énoncé deux") == [("question", "b-deux")]
    assert found(desk, "boite") == []
    answered(desk, "c-deux")
    assert ("question", "c-deux") in found(desk, "énoncé deux")


def test_words_that_begin_alike_are_proposed_where_nothing_is_found(desk: Desk) -> None:
    results = finder_of(desk).find("réunoin")
    assert results.shown == ()
    assert results.near == ("réunion",)
    assert finder_of(desk).find("zz").near == ()


@pytest.mark.parametrize("query", ["", "  ", "…", "a", "«"])
def test_a_query_without_a_word_finds_nothing(desk: Desk, query: str) -> None:
    assert finder_of(desk).find(query) == ((), 0, ())


def test_only_the_best_are_shown_and_the_others_counted(desk: Desk) -> None:
    results = finder_of(desk).find("énoncé", most=2)
    assert len(results.shown) == 2
    assert results.total > 2


def test_the_index_is_read_from_its_cache(desk: Desk) -> None:
    finder_of(desk)
    path = desk.place.cache / CACHE
    before = path.stat().st_mtime_ns
    assert found(desk, "goûter")
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"{}", b"1|x\nnothing\n[]"])
def test_a_damaged_cache_is_ignored(desk: Desk, damage: bytes) -> None:
    finder_of(desk)
    path = desk.place.cache / CACHE
    path.write_bytes(damage or path.read_bytes()[:-1])
    assert found(desk, "goûter")
    assert from_json(path.read_bytes().split(b"\n", 2)[2]).pieces


def test_a_course_that_changed_is_indexed_again(desk: Desk, tmp_path: Path) -> None:
    assert found(desk, "girafe") == []
    lesson = desk.library.root / "content" / "02-reunion.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nUne girafe.\n")
    assert found(desk_at(tmp_path), "girafe") == [("lesson", "Réunion utile")]


def test_no_piece_of_the_course_shows_what_an_option_says(desk: Desk) -> None:
    for piece in pieces_of(desk.course):
        assert "proposition" not in piece.title + piece.text + piece.where


def test_a_long_text_is_cut_between_words_around_the_match() -> None:
    text = "avant " * 30 + "voici la réunion " + "après " * 40
    matches = [w for w in Folder().places(text) if w.folded == "reunion"]
    bits = snippet_of(text, matches)
    told = "".join(bit.text for bit in bits)
    assert told.startswith("…avant ")
    assert told.endswith("après…")
    assert [bit.text for bit in bits if bit.is_match] == ["réunion"]


def best(pieces: list[Piece], query: str) -> list[int]:
    """Return the numbers of the pieces a query finds."""
    return build_index(pieces).find(Folder().words(query), frozenset(), 10).best


WORDS = st.sampled_from(
    ["été", "Été", "ete", "étés", "cœur", "coeur", "x1", "l'été", "—"]
)
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)


@given(st.lists(TEXTS, max_size=6), TEXTS)
def test_the_index_finds_what_reading_everything_finds(
    texts: list[str], query: str
) -> None:
    pieces = [Piece("term", "", text, "", str(n)) for n, text in enumerate(texts)]
    folder = Folder()
    words = folder.words(query)
    wanted = [word for word in words if word not in LITTLE] or words
    expected = []
    for number, text in enumerate(texts):
        there = folder.words(text)
        whole = all(word in there for word in wanted[:-1])
        begun = any(word.startswith(wanted[-1]) for word in there) if wanted else False
        if whole and begun and len("".join(wanted)) > 1:
            expected.append(number)
    assert sorted(best(pieces, query)) == expected


@given(st.text(max_size=300), st.text(max_size=8))
def test_a_snippet_is_a_part_of_its_text(text: str, word: str) -> None:
    pieces = [Piece("term", "t", text, "", "t")]
    finder = Finder(build_index(pieces), Record())
    for result in finder.find(word).shown:
        told = "".join(bit.text for bit in result.snippet)
        assert told.removeprefix("…").removesuffix("…") in composed(text)
