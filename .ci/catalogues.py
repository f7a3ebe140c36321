"""Compile the gettext catalogues: by hand, by make, and whenever the tutor is built.

`python .ci/catalogues.py` writes a `.mo` beside each `.po` of `tutor/locale`. Hatch runs
the same when it builds a wheel or installs the folder as editable.
"""

import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent.parent


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Write each catalogue's `.mo`, whole or not at all, and return their paths.

    Raises:
        babel.messages.pofile.PoFileError: a catalogue cannot be read.
    """
    written = []
    for source in sorted(root.glob("tutor/locale/*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalogue = read_po(text, domain=source.stem, abort_invalid=True)
        target = source.with_suffix(".mo")
        beside = target.with_suffix(".mo.new")
        with beside.open("wb") as compiled:
            write_mo(compiled, catalogue)
        beside.replace(target)
        written.append(target)
    return written


class CatalogueHook(BuildHookInterface[Any]):
    """Has the catalogues compiled before anything is packed or installed."""

    PLUGIN_NAME = "custom"

    def initialize(  # type: ignore[explicit-override]  # 3.11 has none without a package
        self, version: str, build_data: dict[str, Any]
    ) -> None:
        """Compile; hatch then packs the `.mo` as artifacts."""
        del version, build_data
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    sys.stdout.write(f"{len(compile_catalogues())} catalogues\n")
