"""What `check --fix` makes of each slip, and what it leaves to the author."""

import pytest

from tests.pipeline.reading import HEAD, read
from tests.pipeline.slips import mended
from tutor.pipeline.mending.mend import MENDERS

CHOICE = (
    "::: qru {{#q}}\nChoisissez.\n\n- [x] moi\n  > oui\n- [ ] toi\n  > non\n{0}\n:::\n"
)
MENDED = {
    "a bullet with its box": ("• [x] a", "- [x] a"),
    "a dash with its box": ("– [ ] a", "- [ ] a"),
    "an empty drawn box": ("☐ a", "- [ ] a"),
    "a ticked drawn box": ("☑\ta", "- [x] a"),
    "a crossed drawn box": ("• ☒ a", "- [x] a"),
    "a bullet, a box without its space": ("•\u00a0[] a", "- [ ] a"),
    "an indented bullet": (" ▪ [ ] a", "- [ ] a"),
    "no space after the box": ("- [x]a", "- [x] a"),
    "a box without its space": ("- [] a", "- [ ] a"),
    "curly quotes after an option": (
        "- [ ] a {err=“IF-01” .dernier}",
        '- [ ] a {err="IF-01" .dernier}',
    ),
    "a drawn box in a real list": ("- ☐ a", "- [ ] a"),
}
LEFT = {
    "a bullet with a box in a note": "::: note\n☐ appeler\n:::\n",
    "a bullet in the stem": CHOICE.format("").replace("sez.", "sez.\n\n• âgé"),
    "a bullet among the answers of a QROC": "::: qroc {#q}\nQuoi.\n\n- [x] a\n\n• b\n:::",
    "a second tick in a QRU": CHOICE.format("☑ lui\n  > non"),
    "a bullet inside an option": CHOICE.format("  • détail"),
    "text under a MyST opening that only MyST knows": ":::{qru}\n:name: q\nChoisissez.\n:::",
    "a MyST block we do not have": ":::{figure} a.png\nUn mot.\n:::\n",
    "a MyST opening with a title": ":::{note} Titre\nUn mot.\n:::\n",
    "guillemets inside straight quotes": '::: regle {faits="« a »"}\nUn mot.\n:::\n',
    "a quote after an option that has its feedback": CHOICE.format("\n> peut-être"),
    "a quote after the last answer of a QROC": (
        "::: qroc {#q}\nQuoi.\n\n- [x] a\n\n> peut-être\n:::\n"
    ),
    "a quote after the last option where others have none": (
        "::: qru {#q}\nChoisissez.\n\n- [x] moi\n- [ ] toi\n\n> peut-être\n:::\n"
    ),
    "a space that makes a list, a title or a quote": "- ? quoi\n\n# : quoi\n\n1. ! x\n",
    "spaces in code": "    a ?\n\n`a ? b` c\n\n```\na ?\n```\n",
    "a line of a comment": "<!-- • [ ] a ? -->\n\n::: note\nUn mot.\n:::\n",
    "a line with a control character": "::: note\n• \x07a\n:::\n",
    "a block without a closing": "::: note\nUn mot.\n",
}
HEADS = {
    "titre: Sortie : qui ?": 'titre: "Sortie : qui ?"',
    'titre: Dire « a "b" : c »': 'titre: "Dire « a \\"b\\" : c »"',
    "titre: a\\b : c  ": 'titre: "a\\\\b : c"',
}


@pytest.mark.parametrize("name", sorted(MENDED))
def test_a_line_of_a_task_list_is_mended(name: str) -> None:
    slip, right = MENDED[name]
    block = CHOICE.replace("qru {{#q}}", 'qrp {{#q n="1"}}').replace(
        "[x] moi", "[ ] moi"
    )
    if "[x]" in right:
        options = [f"{slip}\n  > lui"]
    else:
        options = [f"{slip}\n  > lui", "- [x] eux\n  > oui"]
    text = HEAD + block.format("\n".join(options))

    found = mended(text)

    assert found.text == text.replace(slip, right)
    assert [each for each in read(found.text)[1] if each.severity == "error"] == []


@pytest.mark.parametrize("name", sorted(LEFT))
def test_what_is_not_safe_is_left_to_the_author(name: str) -> None:
    text = HEAD + LEFT[name]

    assert mended(text) == (text, ())


@pytest.mark.parametrize("title", sorted(HEADS))
def test_a_title_with_a_colon_is_put_in_quotes(title: str) -> None:
    found = mended(f"---\nid: essai\n{title}\n---\n")

    assert found.text == f"---\nid: essai\n{HEADS[title]}\n---\n"
    assert found.repairs == (("en-tete-deux-points", 3),)


@pytest.mark.parametrize("title", ["Sortie : # qui", "'a' : b", "[a] : b"])
def test_a_title_that_yaml_may_mean_otherwise_is_left(title: str) -> None:
    text = f"---\nid: essai\ntitre: {title}\n---\n"

    assert mended(text).text == text


def test_the_body_is_left_where_the_head_cannot_be_read() -> None:
    text = f"---\nid: Essai\ntitre: Essai\n---\n{CHOICE.format('')}"

    assert mended(text).text == text


def test_openings_of_myst_and_pandoc_become_ours() -> None:
    body = "{0}\nUn.\n:::\n\n{1}\nDeux.\n:::\n\n  {2}\nTrois.\n:::\n"
    text = HEAD + body.format(
        ":::{note}", "::::{regle} {faits=“L-071”}", "::: {.debat}"
    )

    assert mended(text).text == HEAD + body.format(
        "::: note", ':::: regle {faits="L-071"}', "::: debat"
    )


def test_spaces_are_made_not_to_break() -> None:
    text = f"{HEAD}Qui ? « Moi » ; **toi** !\n\n- [a](b) : `c ?` ;\n"

    assert mended(text).text == (
        f"{HEAD}Qui\u00a0? «\u00a0Moi\u00a0»\u00a0; **toi**\u00a0!\n\n"
        "- [a](b)\u00a0: `c ?`\u00a0;\n"
    )


def test_feedback_cut_off_between_options_joins_its_own() -> None:
    text = HEAD + (
        "::: qru {#q}\nChoisissez.\n\n*  [x] moi\n\n> oui,\n> toujours\n\n*  [ ] toi\n\n"
        "> non\n:::\n"
    )

    found = mended(text)

    assert found.text == text.replace("\n> ", "\n   > ")
    assert read(found.text)[1] == []


def test_new_ids_are_like_no_other_in_the_course() -> None:
    body = (
        '::: reflexion\nUn.\n:::\n\n::: reflexion {#essai-2 comp="a"}\nDeux.\n:::\n\n'
        '::: reflexion {comp="b"}\nTrois.\n:::\n\n## Cas {.dossier}\n\n### Un\n\nRien.\n'
    )

    found = mended(HEAD + body, {"autre.md": "::: note {#essai-1}\n\nid: essai-4"})

    openings = [
        line for line in found.text.split("\n") if line.startswith(("::: r", "##"))
    ]
    assert openings == [
        "::: reflexion {#essai-3}",
        '::: reflexion {#essai-2 comp="a"}',
        '::: reflexion {#essai-5 comp="b"}',
        "## Cas {#essai-6 .dossier}",
        "### Un",
    ]
    assert mended(found.text).text == found.text


def test_a_block_is_not_let_in_under_the_id_of_another_file() -> None:
    text = f"{HEAD}:::{{reflexion}} {{#pris}}\nQue dire\u00a0?\n:::\n"

    assert mended(text, {"autre.md": "::: note {#pris}"}).text == text
    assert "::: reflexion {#pris}" in mended(text).text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_and_the_mark_of_the_file_stay(end: str, mark: str) -> None:
    text = f"{HEAD}::: note\n• un\n• deux"
    text = text + "\n:::"

    found = mended(mark + text.replace("\n", end))

    assert found.text == mark + text.replace("• ", "- ").replace("\n", end)


def test_mixed_ends_of_lines_stay_as_mixed_as_they_were() -> None:
    text = HEAD.replace("\n", "\r\n") + "::: note\n• un\r\nici\n:::\r\n"

    assert mended(text).text == text.replace("•", "-")


def test_every_code_that_is_mended_is_one_that_check_gives() -> None:
    from tests.pipeline.reading import CODES

    assert set(MENDERS) <= CODES
