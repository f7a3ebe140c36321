"""Fuzz the reading of a course file: `python -m tests.fuzz.parser [libFuzzer options]`.

A run stops at the first text that raises, that takes more than five seconds, or whose
problems cannot be said; libFuzzer then writes that text to a file.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tutor.pipeline"]):
    from tutor.domain.errors import TutorError
    from tutor.locale import advise, say
    from tutor.pipeline.courses import read_reference
    from tutor.pipeline.crosscheck import crosscheck
    from tutor.pipeline.findings import Findings
    from tutor.pipeline.source import read_source
    from tutor.pipeline.units import read_unit
    from tutor.services.system_clock import SystemClock

ROOT = Path(__file__).parent.parent.parent
SEEDS = ("content/*.md", "quizzes/*.md", "tests/pipeline/cases/*.md")
HERE = Path(__file__).parent
LIMITS = ("-max_len=20000", "-timeout=5", "-rss_limit_mb=1024", "-print_final_stats=1")
"""Bytes an input, seconds and megabytes it may take; options given by hand come after."""
_REFERENCE = read_reference(ROOT).course
_CLOCK = SystemClock()


def read(raw: bytes) -> None:
    """Read raw bytes as a lesson, check it against the course, say its problems."""
    with tempfile.NamedTemporaryFile(suffix=".md") as file:
        file.write(raw)
        file.flush()
        findings = Findings("essai.md")
        try:
            text = read_source(Path(file.name), findings)
        except TutorError:
            return
    unit = None if text is None else read_unit(text, "lesson", findings)
    units = () if unit is None else (unit,)
    found = crosscheck(_REFERENCE, units, _CLOCK.local_day(_CLOCK.now()))
    for problem in [*findings.problems, *found]:
        said = say(f"check.{problem.code}", **problem.values)
        advise(f"check.{problem.code}", **problem.values)
        if "\x1b" in said:
            raise AssertionError(problem)


def main() -> None:
    """Copy the course as seeds, then fuzz."""
    with tempfile.TemporaryDirectory() as corpus:
        for pattern in SEEDS:
            for path in ROOT.glob(pattern):
                name = "-".join(path.relative_to(ROOT).parts)
                (Path(corpus) / name).write_bytes(path.read_bytes())
        words = f"-dict={HERE / 'parser.dict'}"
        atheris.Setup([sys.argv[0], *LIMITS, words, *sys.argv[1:], corpus], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
