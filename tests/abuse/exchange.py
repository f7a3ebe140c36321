"""A question bank from elsewhere, in GIFT or Moodle XML: read, and written as course files."""

import shutil
from collections.abc import Iterator

from tests.abuse.target import ROOT, Target, assert_harmless, assert_told, scratch
from tutor.domain.errors import TutorError
from tutor.interop.importing import import_file, renamed, write_banks

WORDS = (
    *("$CATEGORY: $course$/top/a//b\n", "::nom::", "[html]", "{", "}", "{T}", "{#1:2}"),
    *("=", "~", "~%50%", "#", "####", "->", "\\:", "// [id:q-1] [tag:C1.I.1]\n", "{}"),
    *("<quiz>", '<question type="multichoice">', "<questiontext>", "<text>", "</text>"),
    *(
        '<answer fraction="100">',
        "<![CDATA[",
        "]]>",
        "&#x202e;",
        "<!DOCTYPE a [",
        "<img>",
    ),
    *('<?xml version="1.0" encoding="utf-16"?>', "<!ENTITY a 'b'>", "<subquestion>"),
)
XML = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Accès</text></category></question>
<question type="multichoice"><name><text>Une</text></name>
<questiontext format="html"><text><![CDATA[<p>Qui <b>lit</b> ?</p>]]></text></questiontext>
<single>true</single><idnumber>q-1</idnumber><defaultgrade>1.0</defaultgrade>
<answer fraction="100" format="html"><text>Lui</text><feedback><text>Oui.</text></feedback></answer>
<answer fraction="-50" format="html"><text>Elle</text></answer></question>
<question type="matching"><questiontext><text>Qui fait quoi ?</text></questiontext>
<subquestion><text>a</text><answer><text>1</text></answer></subquestion>
<subquestion><text>b</text><answer><text>2</text></answer></subquestion></question>
<question type="shortanswer"><questiontext><text>Quoi ?</text></questiontext>
<answer fraction="100"><text>ceci</text></answer></question>
</quiz>
"""
GIFT = """$CATEGORY: $course$/top/Urgences et R//V

// [id:q-1] [tag:C1.I.1]
::Une::[html]<p>Qui <b>lit</b> ?</p>{=Lui#Oui. ~Elle#Non \\: pas encore. ####Voilà.}

::Poids::Lesquelles ? {~%50%a ~%40%b ~%-50%c ~%-50%d}

Qui fait quoi ? {=a -> 1 =b -> 2}

Combien ? {#5:1}

Vrai ? {T}
"""
_FOLDER = scratch()


def take(raw: bytes) -> None:
    """Read a file of a platform, write the banks it makes, and check them.

    Raises:
        TutorError: it makes none.
    """
    file, folder = _FOLDER / "questions.txt", _FOLDER / "banques"
    shutil.rmtree(folder, ignore_errors=True)
    file.write_bytes(raw)
    found = import_file(file)
    for problem in found.problems:
        assert_told(f"exchange.problem.{problem.code}", dict(problem.values))
    for written in write_banks(renamed(found.banks), folder):
        assert written.path.parent == folder
        assert_harmless(written.path.read_text(encoding="utf-8"))
        for problem in written.problems:
            assert_told(f"check.{problem.code}", dict(problem.values))
    if not found.banks:
        raise TutorError("exchange.problem.empty")


def seeds() -> Iterator[bytes]:
    """Yield the files of the tests, GIFT in parts too, and XML in some encodings."""
    yield GIFT.encode()
    for path in sorted((ROOT / "tests" / "interop" / "cases").rglob("*.gift")):
        yield path.read_bytes()
        yield from path.read_bytes().split(b"\n\n")
    for path in sorted((ROOT / "tests" / "interop" / "cases").rglob("*.xml")):
        yield path.read_bytes()
    yield XML.encode()
    yield XML.replace("UTF-8", "UTF-16").encode("utf-16")
    yield XML[: len(XML) // 2].encode()


TARGET = Target(take, seeds, WORDS)
