"""Write the keys of the one list into the pages that name them.

`python -m tests.looks.keys_table` renews the README and the guide of the intern.
"""

import re
from collections.abc import Callable

from tests.architecture.tree import ROOT
from tutor.locale import say
from tutor.locale.language import Language, language, speak
from tutor.tui.keys import KEYS, Key, by_place

BEGIN, END = "<!-- keys -->", "<!-- /keys -->"
AUTHORS = "preview"
"""The place that only the guide of the author tells of."""


def coded(key: Key) -> str:
    """Return every key that does it, as code."""
    return " ".join(f"`{name}`" for name in key.all_shown)


def by_key() -> str:
    """Return a table with a row for each key: where, which, what comes of it."""
    heads = [say(f"keys.table.{name}") for name in ("where", "key", "does")]
    rows = [
        [say(f"des.help.place.{key.place}"), coded(key), key.effect]
        for keys in by_place(KEYS).values()
        for key in keys
        if key.place != AUTHORS
    ]
    return table(heads, rows)


def by_place_only() -> str:
    """Return a table with a row for each place: the keys there and what each does."""
    heads = [say(f"keys.table.{name}") for name in ("where", "key")]
    rows = [
        [
            say(f"des.help.place.{place}"),
            " · ".join(f"`{key.shown}` {key.label}" for key in keys),
        ]
        for place, keys in by_place(KEYS).items()
        if place != AUTHORS
    ]
    return table(heads, rows)


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Return a table of Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


PAGES: dict[str, tuple[Language, Callable[[], str]]] = {
    "README.md": ("en", by_place_only),
    "docs/guide-interne.md": ("fr", by_key),
}
"""Each page with its language and its table."""


def renewed(name: str) -> str:
    """Return a page with its table as the list has it now.

    Raises:
        ValueError: the page does not say where the table goes.
    """
    lang, make = PAGES[name]
    before = language()
    speak(lang)
    try:
        made = make().replace("\u00a0", " ")
    finally:
        speak(before)
    text = (ROOT / name).read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(name)
    inside = f"{BEGIN}\n{made}\n{END}"
    return re.sub(f"{BEGIN}.*{END}", lambda _: inside, text, flags=re.DOTALL)


def main() -> None:
    """Renew every page."""
    for name in PAGES:
        text = renewed(name)
        (ROOT / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
