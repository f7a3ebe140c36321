"""The tables of a cohort in DuckDB: the only door to it."""

import shutil
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from typing import Any, Self

from tutor.domain.errors import TutorError

EXTRA = "faculty"
_MEMORY = "1GB"
"""What DuckDB may hold at once; beyond, it writes to the temporary folder."""
_THREADS = 2


class NotJsonError(Exception):
    """A text that was to be taken apart is no JSON."""


class Tables:
    """A database in memory; what does not fit goes to a folder that `close` takes away."""

    def __init__(self) -> None:
        duckdb = _duckdb()
        folder = Path(mkdtemp(prefix="tutor-cohort-"))
        settings = {
            "threads": _THREADS,
            "memory_limit": _MEMORY,
            "temp_directory": str(folder / "overflow"),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        try:
            self._connection = duckdb.connect(":memory:", config=settings)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._finish: Callable[[], object]
        self._finish = weakref.finalize(self, _end, self._connection, folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let everything go."""
        self.close()

    def close(self) -> None:
        """Let everything go, the folder too; a second time does nothing."""
        self._finish()

    def beside(self) -> "Tables":
        """Return the same tables for another thread; close it before this one."""
        other = object.__new__(type(self))
        other._connection = self._connection.cursor()
        other._finish = other._connection.close
        return other

    def run(self, query: str, values: Sequence[object] | None = None) -> None:
        """Run a statement.

        Args:
            query: SQL, never with a text of a bundle in it.
            values: what its question marks stand for.

        Raises:
            TutorError: the disk or the memory is full.
        """
        self._executed(query, values)

    def rows(
        self, query: str, values: Sequence[object] | None = None
    ) -> list[tuple[Any, ...]]:
        """Return what a query finds.

        Args:
            query: SQL, never with a text of a bundle in it.
            values: what its question marks stand for.

        Raises:
            TutorError: the disk or the memory is full.
        """
        found: list[tuple[Any, ...]] = self._executed(query, values).fetchall()
        return found

    def fill(
        self, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Make a small table; one of that name is replaced.

        Args:
            name: what to call it.
            columns: their types, in order.
            rows: one value a column.
        """
        found = list(rows)
        lists = [[row[rank] for row in found] for rank in range(len(columns))]
        unnested = ", ".join(
            f"unnest(?::{kind}[]) AS {column}" for column, kind in columns.items()
        )
        self.run(f"CREATE OR REPLACE TABLE {name} AS SELECT {unnested}", lists)

    def _executed(self, query: str, values: Sequence[object] | None) -> Any:
        """Run a statement and return its cursor.

        Raises:
            NotJsonError: a text among the values is no JSON.
            TutorError: the disk or the memory is full.
        """
        duckdb = _duckdb()
        try:
            return self._connection.execute(query, values)
        except duckdb.InvalidInputException as error:
            raise NotJsonError from error
        except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
            reason = str(error).partition("\n")[0][:200]
            raise TutorError("report.full", reason=reason) from error


def _end(connection: Any, folder: Path) -> None:
    """Close a database and take its folder away."""
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


def _duckdb() -> ModuleType:
    """Return DuckDB.

    Raises:
        TutorError: it is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise TutorError("report.extra", extra=EXTRA) from error
    return duckdb
