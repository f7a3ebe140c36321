"""The words that work at every prompt: they do their work and the question waits."""

import pytest

from tests.cli.conftest import Command
from tests.cli.small import keep, long_ago
from tutor.cli.plain_asides import WORDS, named_word

ASK = "Votre réponse (a à c ; ? aide) : "


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (".t", ("contents", "")),
        (" .Sommaire 3 ", ("contents", "3")),
        (".REPÈRE", ("mark", "")),
        (".repere", ("mark", "")),
        (".n à relire", ("note", "à relire")),
        (".l", ("again", "")),
        ("/", ("search", "")),
        ("/médecin traitant", ("search", "médecin traitant")),
        ("/ 15", ("search", "15")),
        (".chercher sas", ("search", "sas")),
        ("?", ("help", "")),
    ],
)
def test_words_are_known_whatever_their_accents_and_case(
    line: str, word: tuple[str, str]
) -> None:
    assert named_word(line) == word


@pytest.mark.parametrize(
    "line",
    [
        "a",
        "a b",
        "t",
        "note",
        "sommaire",
        ".",
        "..",
        ".5",
        ".tt",
        "/!\\ Attention",
        "!",
    ],
)
def test_an_answer_or_a_text_is_none_of_them(line: str) -> None:
    assert named_word(line)[0] == ""


def test_the_contents_lead_back_to_what_was_read_and_the_question_waits(
    tutor: Command,
) -> None:
    out = tutor.play("cas", ".t\n2\n7\n\na\n3\n").out
    assert out.index("Sommaire de « M. B., une plaie »") < out.index("1. M. B.")
    assert "2. Étape 1 : l'appel : en cours, 0 réponse sur 1.\n" in out
    assert "2 étapes encore fermées.\n" in out
    assert "deux jours plus tard" not in out.partition("Votre réponse (a à b")[0]
    assert out.count("« La plaie sent. »") == 2
    assert "C'est la question en cours." in out
    assert out.count("Votre première demande ?") == 3
    assert [row["question"] for row in tutor.answers] == ["cas-1"]


def test_what_is_ahead_and_what_is_no_number_are_refused(tutor: Command) -> None:
    said = tutor.play("lecon", ".t 1\n.t 9\n.t x\n")
    assert said.err == (
        "Pas encore atteint : ce qui vient ne se saute pas.\n"
        "Donnez un numéro de 1 à 1.\nDonnez un numéro de 1 à 1.\n"
    )
    assert "Dernière page." not in said.out


def test_a_question_answered_is_read_again_with_its_correction(tutor: Command) -> None:
    tutor.play("cas", "a\n3\n")
    again = tutor.resume("cas", ".t 2\n\n").out
    before, _, after = again.partition("Votre première demande ?")
    assert "« La plaie sent. »" in before
    assert "Votre réponse du " in after
    assert "a, votre réponse, juste : Tout le monde part du même constat." in after


def test_a_bank_without_headings_lists_its_questions(tutor: Command) -> None:
    out = tutor.play("banque", ".t\n\np\n.t 1\n\n").out
    assert "1. Question 1" in out
    assert "2. Question 2 : à venir.\n" in out
    assert "Question passée." in out


def test_a_bookmark_is_put_and_taken_away(tutor: Command) -> None:
    out = tutor.play("lecon", ".b\n").out
    assert (
        f"{ASK}\nRepère posé. La commande « tutor marks » les donne tous.\n{ASK}" in out
    )
    assert tutor.rows("bookmarks")[0]["key"] == "l-une"
    assert "Repère ôté." in tutor.resume("lecon", ".repère\n").out
    assert [row["removed"] for row in tutor.rows("bookmarks")] == [False, True]


def test_a_note_is_kept_and_read_again_under_its_passage(tutor: Command) -> None:
    out = tutor.play("lecon", ".n à relire lundi\n.note\nune ligne\nune autre\n.\n").out
    assert out.count("Note gardée sur cette machine.") == 2
    assert [row["text"] for row in tutor.rows("notes")] == [
        *("à relire lundi", "une ligne\nune autre")
    ]
    assert {row["subject"] for row in tutor.rows("notes")} == {"l-une"}
    again = tutor.resume("lecon").out
    read, _, asked = again.partition("Question 1 sur")
    assert "Votre note du " in read
    assert ": à relire lundi\n" in read
    assert ": une ligne\nune autre\n" in read
    assert "✎" not in again
    assert "À qui écrivez-vous ?" in asked


def test_words_about_somebody_are_masked_in_a_note_on_one_line(tutor: Command) -> None:
    out = tutor.play("lecon", ".n Vu Mme Dupont.\n\n").out
    assert "Vu Mme [nom]." in out
    assert tutor.rows("notes")[0]["text"] == "Vu Mme [nom]."


def test_leaving_in_the_middle_of_a_note_keeps_the_words(tutor: Command) -> None:
    tutor.play("lecon", ".n Vu Mme Dupont.\n")
    (row,) = tutor.rows("notes")
    assert (row["text"], row["shared_text"]) == ("Vu Mme Dupont.", "Vu Mme [nom].")


def test_m_gives_the_note_up(tutor: Command) -> None:
    out = tutor.play("lecon", ".n Vu Mme Dupont.\nm\nb\n2\n").out
    assert "Rien n'est enregistré." in out
    assert tutor.rows("notes") == []
    assert len(tutor.answers) == 1


def test_words_work_at_the_certainty_the_scale_and_the_end(tutor: Command) -> None:
    out = tutor.play("b-une", "a\n.b\n?\n.t\n\n3\n.n fini\n").out
    assert "Repère posé." in out
    assert "À quel point en êtes-vous sûr : 1 peu sûr" in out
    assert tutor.answer["certainty"] == 3
    assert tutor.rows("notes")[0]["subject"] == "fin:b-une"
    out = tutor.play("cartes", ".\n.b\n?\n3\n").out
    assert "Le numéro de la phrase qui vous ressemble" in out
    assert {row["key"] for row in tutor.rows("bookmarks")} == {"b-une", "c-auto"}
    assert {row["value"] for row in tutor.rows("positionings")} == {"3"}


def test_lines_of_a_text_are_text_whatever_they_say(tutor: Command) -> None:
    tutor.play("cartes", "Une ligne\n.t\n/sas\n?\n.\n")
    assert tutor.rows("notes")[0]["text"] == "Une ligne\n.t\n/sas\n?"


def test_the_passage_and_the_question_are_read_again(tutor: Command) -> None:
    out = tutor.play("lecon", ".l\n").out
    assert out.count("telle quelle") == 2
    assert out.count("À qui écrivez-vous ?") == 2


def test_a_search_reads_and_comes_back_to_the_question(tutor: Command) -> None:
    out = tutor.play("lecon", "/dernière page\n1\n\n\nb\n2\n").out
    assert "1. Leçon : Petite leçon, Pour finir. Dernière page.\n" in out
    assert "Petite leçon, partie 2 sur 2.\nPour finir\n" in out
    assert "o : ouvrir" not in out
    assert out.count("À qui écrivez-vous ?") == 2
    assert tutor.answer["question"] == "l-une"
    assert len(tutor.rows("runs")) == 1


def test_a_search_in_a_run_does_not_answer_its_questions(tutor: Command) -> None:
    keep(tutor.home, *long_ago("b-une"))
    out = tutor.play("banque", "/première question\n1\n\n").out
    assert "Première question de banque ?" in out
    assert "C'est cela." not in out
    assert "Pas encore de réponse" in out


def test_without_words_the_search_asks_for_some(tutor: Command) -> None:
    out = tutor.play("lecon", "/\nxyzzy\n/\n\n").out
    assert out.count("Mots à chercher") == 2
    assert "Rien dans le cours pour « xyzzy »." in out


def test_the_help_lists_every_word(tutor: Command) -> None:
    out = tutor.play("lecon", "?\n").out
    for name, (short, *_) in WORDS.items():
        sign = "/ ou" if name == "search" else f".{short} ou"
        assert any(line.startswith(sign) for line in out.splitlines()), name
