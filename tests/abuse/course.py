"""A lesson written by a stranger: read, compared with the course, its slips said."""

from collections.abc import Iterator

from tests.abuse.target import ROOT, Target, assert_told, scratch
from tests.factories import StoppedClock
from tutor.pipeline.courses import read_reference
from tutor.pipeline.crosscheck import crosscheck
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import read_source
from tutor.pipeline.units import read_unit

SEEDS = ("content/*.md", "quizzes/*.md", "tests/pipeline/cases/*.md")
WORDS = (
    *("---\n", "\n::: ", "\n:::\n", "::: qru {#a}", '::: qrp {#b n="2"}'),
    *('::: qroc {#c mots="3"}', '::: tcs {#d comp="C5.C.10"}', "::: relais {#e}"),
    *(
        "::: appariement {#f}",
        "::: ordre {#g}",
        '::: note {si="x"}',
        "- [x] ",
        "- [ ] ",
    ),
    *('::: questions {banque="missions" n="3"}', "  > ", "> **Indice** ", "### B"),
    *("## A {#h .dossier}", "| a | b |", "|---|---|", "| -2 | -1 | 0 | +1 | +2 |"),
    *(' {#x .indispensable mots="a, b"}', ' {err="IF-01"}', "&#x202e;", "&a [*a]"),
)
_FILE = scratch() / "essai.md"
_REFERENCE = read_reference(ROOT).course
_CLOCK = StoppedClock()


def take(raw: bytes) -> None:
    """Read bytes as a lesson, check it against the course, say its problems."""
    _FILE.write_bytes(raw)
    findings = Findings("essai.md")
    text = read_source(_FILE, findings)
    unit = None if text is None else read_unit(text, "lesson", findings)
    units = () if unit is None else (unit,)
    found = crosscheck(_REFERENCE, units, _CLOCK.local_day(_CLOCK.now()))
    for problem in [*findings.problems, *found]:
        assert_told(f"check.{problem.code}", dict(problem.values))


def seeds() -> Iterator[bytes]:
    """Yield the lessons of the course and the cases of the tests."""
    for pattern in SEEDS:
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_bytes()


TARGET = Target(take, seeds, WORDS, longest=40_000)
