"""What the catalogues say, read from the `.po` files people write."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import tutor

FOLDER = Path(tutor.__file__).parent / "locale"


@cache
def catalogue(lang: str, page: str) -> Catalog:
    """Return one page of a language."""
    path = FOLDER / lang / "LC_MESSAGES" / f"{page}.po"
    with path.open("rb") as text:
        return read_po(text, locale=lang, abort_invalid=True)


@cache
def written(lang: str) -> dict[str, str]:
    """Return every message by its whole id; a singular has `.one` after it."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob(f"{lang}/LC_MESSAGES/*.po")):
        for message in catalogue(lang, path.stem):
            match message.id, message.string:
                case (str(name), _), (str(one), str(many)):
                    found |= {name: many, f"{name}.one": one}
                case str(name), str(text) if name:
                    found[name] = text
    return found
