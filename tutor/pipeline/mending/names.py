"""The ids of a course, so that a new one is like no other."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import count

_ID = re.compile(r"""#([a-z0-9-]+)|^id:[ \t]*["']?([a-z0-9-]+)""", re.MULTILINE)


class Names:
    """Every id that some files hold, and who holds it."""

    def __init__(self, texts: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """Hold ids.

        Args:
            texts: gives the name and the text of each file, when first needed:
                most files have nothing to mend.
        """
        self._texts = texts
        self._holders: dict[str, set[str]] | None = None
        self._last: defaultdict[str, int] = defaultdict(int)

    def fresh(self, stem: str) -> str:
        """Return an id that no file holds: the stem and the first free number.

        Args:
            stem: the id of the file that will hold it.
        """
        for number in count(self._last[stem] + 1):
            name = f"{stem}-{number}"
            if name not in self._known:
                self._last[stem] = number
                return name
        raise AssertionError("numbers do not end")

    def is_elsewhere(self, name: str, holder: str) -> bool:
        """Return whether another file holds an id.

        Args:
            name: the id.
            holder: the file that may hold it.
        """
        return bool(self._known.get(name, set()) - {holder})

    @property
    def _known(self) -> dict[str, set[str]]:
        """The files that hold each id."""
        if self._holders is None:
            self._holders = defaultdict(set)
            for holder, text in self._texts():
                for found in _ID.finditer(text):
                    self._holders[found.group(1) or found.group(2)].add(holder)
        return self._holders
