"""English says all that French says, and says it as English is written."""

import re

import pytest
from babel.messages.catalog import Message

from tests.locale.catalogues import FOLDER, catalogue, written
from tests.locale.source import fields
from tutor.locale import count
from tutor.locale.catalogue import PAGES
from tutor.locale.language import speak

PLURAL = {"fr": "(n > 1)", "en": "(n != 1)"}
COUNTED = [
    ("fr", 0, "0 question"),
    ("fr", 1, "1 question"),
    ("fr", 2, "2 questions"),
    ("fr", 21, "21 questions"),
    ("en", 0, "0 questions"),
    ("en", 1, "1 question"),
    ("en", 2, "2 questions"),
    ("en", 21, "21 questions"),
]
FORBIDDEN = re.compile(
    r"\b(validat(ed|es|ion)|acquired|accredited|certif(y|ied|ies|icates?|ication))\b",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"“[^”]*”|(?:\w=|\w: |pip install )\"[^\"]*\"|\{\{.*?\}\}|\{\w+\}|--\w+|\b\w+\.(?:md|toml|json)\b"
)
"""What may be in French within English: what is quoted, a value, a name one types."""
BILINGUAL = {
    *("serve.refused.invitation", "serve.refused.invitation.do"),
    *("serve.refused.unknown", "serve.refused.unknown.do", "settings.word.fr"),
}
"""Said to somebody whose language is not known, and the name of French in French."""
FRENCH = re.compile(
    r"[«»]|[a-z]*[àâçéèêëîïôùûœ][a-z]*"
    r"|\b(?:le|la|les|des|du|une?|et|est|sont|dans|pour|avec|sur|vous|votre|vos|que|qui"
    r"|pas|ou|cette?|aucune?|rien|leçons?|réponses?)\b"
)
BEFORE = re.compile(r"\w [:;?!,.](?=\s|$)")
"""A space before a sign, as only French has it."""
STRAIGHT = re.compile(r'"')
PAIR = re.compile(r"“[^“”]*”")


def shapes(lang: str, page: str) -> dict[str, list[str]]:
    """Return each message of a page by its id: one text, or the singular and plural."""
    return {name_of(each): texts_of(each) for each in catalogue(lang, page) if each.id}


def name_of(message: Message) -> str:
    """Return the id of a message."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def texts_of(message: Message) -> list[str]:
    """Return the texts of a message."""
    text = message.string
    return [text] if isinstance(text, str) else list(text or ())


def words(text: str) -> set[str]:
    """Return the words of a text, those of its values too."""
    return set(re.findall(r"\w+", text))


@pytest.mark.parametrize("lang", PLURAL)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_counts_by_the_rule_of_its_language(lang: str, page: str) -> None:
    found = catalogue(lang, page)
    assert str(found.locale) == lang
    assert (found.num_plurals, found.plural_expr) == (2, PLURAL[lang])


def test_every_file_is_a_page_in_both_languages() -> None:
    for lang in PLURAL:
        files = {path.stem for path in FOLDER.glob(f"{lang}/LC_MESSAGES/*.po")}
        assert files == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_english_has_every_message_of_french_and_no_other(page: str) -> None:
    french, english = shapes("fr", page), shapes("en", page)
    assert english.keys() == french.keys()
    for name, texts in english.items():
        assert len(texts) == len(french[name]), name
        assert all(text.strip() for text in (*texts, *french[name])), name


@pytest.mark.parametrize("page", PAGES)
def test_a_message_asks_for_the_same_values_in_both_languages(page: str) -> None:
    english = shapes("en", page)
    for name, texts in shapes("fr", page).items():
        french, said = map(fields, texts[-1:] + english[name][-1:])
        assert said == french, name
        for one in (texts[0], english[name][0]):
            assert fields(one) <= french | {"n"}, name


@pytest.mark.parametrize("page", PAGES)
def test_a_prompt_ends_and_begins_with_the_same_spaces(page: str) -> None:
    english = shapes("en", page)
    for name, texts in shapes("fr", page).items():
        for french, said in zip(texts, english[name], strict=True):
            assert french[:1].isspace() == said[:1].isspace(), name
            assert french[-1:].isspace() == said[-1:].isspace(), name


def test_no_french_is_left_in_english() -> None:
    bare = {name: QUOTED.sub(" ", text) for name, text in written("en").items()}
    left = {name: FRENCH.findall(text) for name, text in bare.items()}
    assert {name for name, words in left.items() if words} - BILINGUAL == set()


@pytest.mark.parametrize(
    "text", ["Rien à revoir", "une leçon", "« oui »", "pour vous", "déjà", "le temps"]
)
def test_french_left_in_english_would_be_seen(text: str) -> None:
    assert FRENCH.search(QUOTED.sub(" ", text))


def test_english_puts_no_space_before_its_signs() -> None:
    bare = {name: QUOTED.sub("x", text) for name, text in written("en").items()}
    assert [name for name, text in bare.items() if BEFORE.search(text)] == []
    assert BEFORE.search("Why ?")


def test_english_quotes_are_curly_and_go_in_pairs() -> None:
    for name, text in written("en").items():
        assert not re.search("[“”]", PAIR.sub("", text)), name
        assert not STRAIGHT.search(QUOTED.sub("", text)), name
        assert not re.search("[’\u00a0\u202f]", text), name


def test_french_quotes_are_french_and_hold_their_spaces() -> None:
    for name, text in written("fr").items():
        assert not re.search(r"[“”]|«\S|\S»", text), name
        assert text.count("«") == text.count("»"), name


def test_english_never_claims_what_only_people_can_say() -> None:
    claims = {n: t for n, t in written("en").items() if FORBIDDEN.search(t)}
    assert claims == {}


@pytest.mark.parametrize("word", ["Validated", "acquired", "certified", "certificate"])
def test_the_english_words_people_alone_may_say_are_recognised(word: str) -> None:
    assert FORBIDDEN.search(f"Item {word}.")


@pytest.mark.parametrize(("lang", "number", "text"), COUNTED)
def test_each_language_has_its_own_plural(lang: str, number: int, text: str) -> None:
    speak("en" if lang == "en" else "fr")
    assert count("home.questions", number) == text


def test_a_singular_and_a_plural_differ_only_where_they_should() -> None:
    forms = [texts for page in PAGES for texts in shapes("en", page).values()]
    plurals = [texts for texts in forms if len(texts) > 1]
    assert len(plurals) > 20
    assert [texts for texts in plurals if not words(texts[0]) & words(texts[1])] == []
