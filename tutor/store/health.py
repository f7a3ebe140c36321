"""How a store is, looked at without opening or mending it."""

from datetime import date
from typing import Literal, NamedTuple

from pydantic import TypeAdapter, ValidationError

from tutor.domain.errors import StoreError
from tutor.store.backups import backup_paths, day_of
from tutor.store.migrations import FORMAT, format_of
from tutor.store.place import Place
from tutor.store.storage import OTHER, Tables, read_tables
from tutor.store.store import KINDS

ASIDE = ("progress-abime-*.json", f"{OTHER}*.json")
State = Literal["empty", "fine", "old", "damaged", "newer", "strange", "unreadable"]


class Health(NamedTuple):
    """What can be said of a store without what is in it."""

    state: State
    format: int | None = None
    size: int = 0
    """Bytes."""
    rows: tuple[tuple[str, int], ...] = ()
    """Of each table."""
    strange: str = ""
    """The first table with a row that means nothing, if any."""
    backups: int = 0
    last_backup: date | None = None
    aside: int = 0
    """Files put aside: damaged ones, and those another program had put in place."""


def health_of(place: Place) -> Health:
    """Return how a store is; nothing is written or moved.

    Args:
        place: the person's folder.
    """
    copies = backup_paths(place.backups)
    days = [day for path in copies if (day := day_of(path)) is not None]
    around = Health(
        state="empty",
        backups=len(copies),
        last_backup=max(days, default=None),
        aside=sum(1 for name in ASIDE for _ in place.root.glob(name)),
    )
    if not place.store.exists():
        return around
    try:
        tables = read_tables(place.store)
        size = place.store.stat().st_size
    except (StoreError, OSError):
        return around._replace(state="unreadable")
    if tables is None:
        return around._replace(state="damaged", size=size)
    found = format_of(tables)
    strange = _strange(tables)
    state: State = "old" if found < FORMAT else "fine"
    if found > FORMAT:
        state = "newer"
    elif strange:
        state = "strange"
    rows = tuple((name, len(each)) for name, each in sorted(tables.items()))
    return around._replace(
        state=state, format=found, size=size, rows=rows, strange=strange
    )


def _strange(tables: Tables) -> str:
    """Return the first table with a row that cannot be understood, or nothing."""
    for name, kind in KINDS.items():
        rows = [*tables.get(name, {}).values()]
        try:
            TypeAdapter(list[kind]).validate_python(rows)  # type: ignore[valid-type]
        except ValidationError:
            return name
    return ""
