"""The two validators of xAPI, each run once for many statements, or a reason to skip.

They find different faults: neither replaces the other, nor `tests.interop.shapes`.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT
from tutor.interop.statements import statement_lines

NPM = ROOT / "tests" / "interop" / "npm"
PACKAGE = NPM / "node_modules" / "@learninglocker" / "xapi-validation"
RALPH = ROOT / ".venv-lrs" / "bin" / "python"
READER = ROOT / "tests" / "interop" / "ralph_reads.py"
NAMES = ("learninglocker", "ralph")


def faults_of(
    name: str, statements: Iterable[dict[str, Any]], folder: Path
) -> list[tuple[int, list[str]]]:
    """Return the numbers of the statements a validator refuses, and why.

    Args:
        name: one of `NAMES`.
        statements: any number of them; one process reads them all.
        folder: a place for the file they go through.
    """
    command = _command(name)
    path = folder / f"{name}.jsonl"
    path.write_bytes(b"".join(statement_lines(statements)))
    done = subprocess.run(
        [*command, str(path)], capture_output=True, text=True, check=False, timeout=50
    )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == path.read_bytes().count(b"\n")
    return [(number, each) for number, each in enumerate(found) if each]


def _command(name: str) -> list[str]:
    """Return what runs a validator; skip the test where it is not there."""
    if name == "ralph":
        if not RALPH.exists():
            pytest.skip("Ralph is not installed: make validators")
        return [str(RALPH), str(READER)]
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node here; then: make validators")
    if not PACKAGE.exists():
        pytest.skip("@learninglocker/xapi-validation is not installed: make validators")
    return [node, str(NPM / "xapi.js")]
