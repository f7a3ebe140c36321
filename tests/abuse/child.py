"""The process that takes inputs: `python -m tests.abuse.child WAY TALLY NAME [OPTION]…`.

It is started by others, which bound it and read its tally once it is gone.
"""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.abuse.bounds import MEGABYTES, Tally, counted, limit_memory, within
from tests.abuse.choosing import choose
from tests.abuse.spoiling import spoilt
from tests.abuse.target import Target, kept
from tests.abuse.targets import target
from tutor.domain.errors import TutorError

SEED = 20261122
"""Where the chance of a run without a guide begins: the same inputs every time."""


def warm(found: Target) -> None:
    """Take one input that is not counted, so that what is loaded late is there.

    Args:
        found: where it goes.
    """
    with contextlib.suppress(TutorError):
        found.take(next(iter(found.seeds())))


def replay(tally: Path, names: list[str]) -> None:
    """Take again every seed and every input kept, in bounded memory.

    Args:
        tally: the file to count in.
        names: targets.
    """
    limit_memory()
    count = Tally(tally)
    for name in names:
        found = target(name)
        warm(found)
        take = counted(found, count)
        for place, raw in inputs_of(name, found):
            sys.stderr.write(f"{place}\n")
            with within(found.seconds):
                take(raw)


def inputs_of(name: str, found: Target) -> Iterator[tuple[str, bytes]]:
    """Yield every input there is for a target, after where it comes from.

    Args:
        name: that of the target.
        found: the target.
    """
    for number, raw in enumerate(found.seeds()):
        yield f"{name}: seed {number}", raw
    for path in kept(name):
        yield str(path), path.read_bytes()


def blind(tally: Path, name: str, number: str) -> None:
    """Take spoilt inputs, chosen by chance alone.

    Args:
        tally: the file to count in.
        name: a target.
        number: how many inputs.
    """
    limit_memory()
    found, chance = target(name), Random(SEED)
    warm(found)
    take = counted(found, Tally(tally))
    inputs = [raw for _, raw in inputs_of(name, found)]
    for each in range(int(number)):
        raw = spoilt(chance, inputs, found.words, found.longest)
        sys.stderr.write(f"{name}: spoilt {each} is {raw!r}\n")
        with within(found.seconds):
            take(raw)


def guided(tally: Path, name: str, folder: str, options: list[str]) -> None:
    """Take inputs that libFuzzer makes, guided by what they run through; never returns.

    Args:
        tally: the file to count in.
        name: a target.
        folder: where what is found is put, and where seeds are read.
        options: those of libFuzzer; they come after ours.
    """
    import atheris

    with atheris.instrument_imports(include=["tutor"]):
        found = target(name)
        warm(found)
    for number, (_, raw) in enumerate(inputs_of(name, found)):
        (Path(folder) / f"seed-{number:04}").write_bytes(raw)
    words = Path(folder).with_suffix(".dict")
    words.write_text("".join(f'"{_escaped(each)}"\n' for each in found.words))
    limits = (
        f"-max_len={found.longest}",
        f"-timeout={found.seconds:.0f}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-dict={words}",
    )
    atheris.Setup(
        [sys.argv[0], *limits, *options, folder], counted(found, Tally(tally))
    )
    atheris.Fuzz()


def _escaped(word: str) -> str:
    """Return a word as a dictionary of libFuzzer has it."""
    return "".join(
        sign
        if sign.isascii() and sign.isalnum()
        else "".join(f"\\x{b:02x}" for b in sign.encode())
        for sign in word
    )


def main(way: str, tally: str, *rest: str) -> None:
    """Take inputs.

    Args:
        way: `replay`, `blind`, `guided` or `keep`.
        tally: the file to count in.
        *rest: what the way needs.
    """
    if way == "replay":
        replay(Path(tally), [*rest])
    elif way == "blind":
        blind(Path(tally), *rest)
    elif way == "keep":
        name, folder, most = rest
        choose(name, target(name), Path(folder), int(most))
    else:
        name, folder, *options = rest
        guided(Path(tally), name, folder, options)


if __name__ == "__main__":
    main(*sys.argv[1:])
