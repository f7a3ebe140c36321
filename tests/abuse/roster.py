"""The list of a promotion, as any spreadsheet may have saved it."""

from collections.abc import Iterator

from tests.abuse.target import Target, assert_harmless, scratch
from tutor.cohort.roster import folded, read_roster

_FILE = scratch() / "promotion.csv"
_TEXT = 'Pseudonyme;Promotion;Semestre\nmésange;2026;S3\n"pie, noire";2025;12\n'


def take(raw: bytes) -> None:
    """Read bytes as a roster; the names it gives can be shown."""
    _FILE.write_bytes(raw)
    for each in read_roster(_FILE):
        assert_harmless(each.name + each.promotion)
        assert folded(each.name)
        assert each.semester is None or 1 <= each.semester <= 12


def seeds() -> Iterator[bytes]:
    """Yield a roster in the encodings of spreadsheets."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1"):
        yield _TEXT.encode(encoding)
    yield _TEXT.replace(";", "\t").replace("\n", "\r").encode()


TARGET = Target(take, seeds, (";", "\t", "S12", "\x85", "\u2028", "nom", "promotion"))
