"""Put figures into docs/performance.md, between the marks that name their place."""

import re

from bench.stage import ROOT

PAGE = ROOT / "docs" / "performance.md"


def put(place: str, made: str) -> None:
    """Renew a place of the page.

    Args:
        place: the name its marks bear.
        made: what goes there.

    Raises:
        ValueError: the page has no such place.
    """
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(renewed(text, place, made), encoding="utf-8")


def renewed(text: str, place: str, made: str) -> str:
    """Return a page with one of its places renewed; the arguments are those of `put`.

    Raises:
        ValueError: the page has no such place.
    """
    begin, end = f"<!-- {place} -->", f"<!-- /{place} -->"
    if begin not in text or end not in text:
        raise ValueError(place)
    inside = f"{begin}\n{made}\n{end}"
    return re.sub(f"{begin}.*{end}", lambda _: inside, text, flags=re.DOTALL)
