"""A reference file of a course, in TOML: its first letter says which one it is."""

from collections.abc import Iterator
from pathlib import Path

from tests.abuse.target import ROOT, Target, assert_told, scratch
from tutor.pipeline.courses import read_alone

NAMES = ("cours.toml", "faits.toml", "sources.toml", "referentiels/des-mg.toml")
WORDS = (
    *(
        "[[fait]]\n",
        "[[source]]\n",
        "[[competence]]\n",
        "[a.b]\n",
        'id = "',
        "= {",
        "'''",
    ),
    *(
        '"""',
        "2026-02-30",
        "1979-05-27T07:32:00Z",
        "0x",
        "inf",
        "\\u001b",
        "item = [\n",
    ),
)
_FOLDER = scratch()


def take(raw: bytes) -> None:
    """Read bytes as a reference file, and say its problems."""
    name = NAMES[raw[0] % len(NAMES)] if raw else NAMES[0]
    path = _FOLDER / Path(name).name
    path.write_bytes(raw[1:])
    for problem in read_alone(path, f"content/{name}"):
        assert_told(f"check.{problem.code}", dict(problem.values))


def seeds() -> Iterator[bytes]:
    """Yield the beginning of each reference file of the course."""
    for number, name in enumerate(NAMES):
        for path in sorted((ROOT / "content").glob(name)):
            yield bytes([number]) + path.read_bytes()[: TARGET.longest // 2]


TARGET = Target(take, seeds, WORDS)
