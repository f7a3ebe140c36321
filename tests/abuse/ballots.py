"""What an expert of a panel sends back: added to the tables of a file, or refused.

Bytes that begin like a course file are the file voted on; all others are the votes.
"""

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout

from tests.abuse.target import Target, assert_harmless, scratch
from tests.services.courses import PANEL, block, front, qru, tcs
from tutor.cli.panel import panel
from tutor.domain.course import Unit
from tutor.domain.errors import TutorError
from tutor.domain.problem import Problem
from tutor.domain.question import Asked, Concordance, Vignette
from tutor.services.library import read_playable
from tutor.services.panel import read_vignettes

WORDS = (
    *('"schema":"cpts-tutor/votes/1"', '"id":', '"unit":', '"profession":', '"day":'),
    *('"votes":[', '"question":', '"rows":[', '"hypothesis":', '"news":', '"value":'),
    *('"reason":', '"2026-11-22"', "-2", "\\u202e", "\\u001b", "\\ud800", "\\u0085"),
    *("::: tcs {#v-bare}\n", ":::\n", "---\n", "panel: {}\n", "\n  effectif: 4\n"),
    *("| -2 | -1 | 0 | +1 | +2 |", "| panel |", "|---|---|\n", "\\|", "&#x202e;", "\r"),
)
BARE = (
    "| Si vous pensiez à | et que vous apprenez |\n|---|---|\n| une idée | un fait |\n"
)
APART = (
    "| Hypothèse | Information | panel | -2 | -1 | 0 | +1 | +2 |\n"
    "|---|---|---|---|---|---|---|---|\n"
    "| une *idée* | un fait | sage-femme | 0 | 1 | 0 | 0 | 0 |\n"
)
FULL = APART.replace("| 0 | 1 | 0 |", "| 0 | 9999 | 0 |")
WRONG = APART.replace("| 0 | 1 | 0 |", "| 0 | ? | 0 |")
TEXT = (
    front("vignettes", more=PANEL)
    + qru("v-qru")
    + block("tcs", "v-bare", BARE)
    + tcs("v-counted")
    + block("tcs", "v-apart", APART)
    + block("tcs", "v-wrong", WRONG)
    + block("tcs", "v-full", FULL)
)
LINES = front("vignettes", more="panel:\n  date: 2026-01-01\n  effectif: 4\n")
BOM = b"\xef\xbb\xbf"
NAMES = ("v-bare", "v-counted", "v-apart")
_FOLDER = scratch()
_FILE, _BALLOT = _FOLDER / "vignettes.md", _FOLDER / "votes.json"


def ballot(*names: str, **more: object) -> bytes:
    """Return the votes of an expert on the first vignette of some blocks.

    Args:
        *names: ids of the blocks.
        **more: fields, in the place of good ones.
    """
    row = {"hypothesis": "une idée", "news": "un fait", "value": -1}
    fields = {
        "schema": "cpts-tutor/votes/1",
        "id": f"{1:032x}",
        "unit": "vignettes",
        "profession": "infirmière",
        "day": "2026-11-22",
        "votes": [
            {"question": name, "rows": [row], "reason": "Oui."} for name in names
        ],
    }
    return json.dumps({**fields, **more}, ensure_ascii=False).encode()


def take(raw: bytes) -> None:
    """Add votes to a file, and see that each vignette has one more at most.

    Raises:
        TutorError: the votes or the file are refused; the file is what it was.
    """
    is_file = raw.removeprefix(BOM).startswith(b"---")
    _FILE.write_bytes(raw if is_file else TEXT.encode())
    _BALLOT.write_bytes(ballot(*NAMES) if is_file else raw)
    written = _FILE.read_bytes()
    said = io.StringIO()
    try:
        before = read_vignettes(_FILE)[0]
        known = slips(read_playable(_FILE)[1])
        with redirect_stdout(said), redirect_stderr(said):
            panel.main(["--merge", str(_BALLOT), str(_FILE)], standalone_mode=False)
    except TutorError as error:
        assert _FILE.read_bytes() == written
        assert_harmless(str(error.values))
        raise
    assert_harmless(said.getvalue())
    after, problems = read_playable(_FILE)
    assert slips(problems) <= known
    assert_voted_once(before, after)


def slips(problems: list[Problem]) -> set[str]:
    """Return the codes of the errors among problems.

    Args:
        problems: those of a file.
    """
    return {each.code for each in problems if each.severity == "error"}


def assert_voted_once(before: Unit, after: Unit) -> None:
    """Assert that one ballot changed nothing of a file but one vote a vignette.

    Args:
        before: the file.
        after: the same with the votes of the ballot.
    """
    assert [each.id for each in asked(after)] == [each.id for each in asked(before)]
    for was, is_now in zip(rows(before), rows(after), strict=True):
        assert total(is_now) - total(was) in (0, 1)
    if before.head.panel is not None:
        assert after.head.panel is not None


def asked(unit: Unit) -> list[Asked]:
    """Return everything a file asks."""
    return [each for each in unit.blocks if isinstance(each, Asked)]


def rows(unit: Unit) -> list[Vignette]:
    """Return every vignette of a file."""
    found = (each for each in unit.blocks if isinstance(each, Concordance))
    return [row for each in found for row in each.rows]


def total(row: Vignette) -> int:
    """Return how many votes a vignette has."""
    return sum(row.votes or ())


def seeds() -> Iterator[bytes]:
    """Yield votes on each form of table, in a block that cannot be read, and files."""
    yield ballot(*NAMES)
    yield ballot("v-bare", "v-gone", profession='x"}\n\\evil: {a: 1')
    yield ballot("v-apart", "v-apart", profession="Sage-femme")
    yield ballot("v-wrong", profession="sage-femme")
    yield ballot("v-full", profession="sage-femme")
    yield ballot(*NAMES, profession="![x](y) <!-- &#x202e;", day="0001-01-01")
    yield TEXT.encode()
    yield ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    yield (LINES + block("tcs", "v-bare", BARE)).encode()


TARGET = Target(take, seeds, WORDS)
