"""Build the sdist, the wheel out of it, install it in an empty environment, run it.

Run by `make test`, from an empty folder: what ships is what is tried.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*words: str, cwd: Path, home: Path) -> str:
    """Run a command and return what it printed; stop loudly where it fails.

    What it imports is compiled once, for the commands that follow.
    """
    environment = {
        **os.environ,
        "TUTOR_HOME": str(home),
        "PYTHONPATH": "",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    done = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(
            f"{' '.join(words)} gave {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def main() -> None:
    """Try the wheel as a stranger would."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty, home = folder / "empty", folder / "home"
        empty.mkdir()
        build = (sys.executable, "-m", "build", "--no-isolation")
        run(*build, "--outdir", str(folder), str(ROOT), cwd=ROOT, home=home)
        wheel = next(folder.glob("*.whl"))
        venv.create(folder / "venv")
        binaries = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        python, tutor = str(binaries / "python"), str(binaries / "tutor")
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
        into = (*pip, "--python", python, "install", "--quiet", "--no-compile")
        pins = str(ROOT / "constraints.txt")
        run(*into, "--constraint", pins, str(wheel), cwd=empty, home=home)
        version = run(tutor, "--version", cwd=empty, home=home).strip()
        run(tutor, "check", cwd=empty, home=home)
        for kind in ("lesson", "bank", "dossier"):
            run(tutor, "new", kind, f"essai-{kind}", cwd=empty, home=home)
        run(tutor, "check", ".", cwd=empty, home=home)
        run(tutor, "preview", "essai-lesson.md", cwd=empty, home=home)
        run(tutor, "coverage", "--html", "page.html", cwd=empty, home=home)
        status = json.loads(run(tutor, "status", "--json", cwd=empty, home=home))
        lessons = [lesson["id"] for lesson in status["lessons"]]
        if "bases" not in lessons:
            sys.exit(f"the wheel does not carry the course: {lessons}")
        sys.stdout.write(f"wheel: {version}, lessons {', '.join(lessons)}\n")


if __name__ == "__main__":
    main()
