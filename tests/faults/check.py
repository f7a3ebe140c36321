"""What is found again after a fault, counted."""

from collections.abc import Iterable
from pathlib import Path

from tests.faults.keepers import Keeper, Ours
from tests.faults.outcome import SAYS_NOTHING, Outcome
from tests.faults.playing import Said
from tests.store.homes import numbered

MOST_TOLD = 3


class Check:
    """Adds up what is found again after each try of a fault."""

    def __init__(self, fault: str, keeper: Keeper | None = None) -> None:
        self.line = SAYS_NOTHING
        """What the person reads."""
        self._fault = fault
        self._keeper = keeper or Ours()
        self._tried = self._before = self._after = self._shut = 0
        self._wrong: list[str] = []

    def look(self, root: Path, acknowledged: set[str]) -> int:
        """Open what a fault left, and count.

        Args:
            root: the folder.
            acknowledged: the ids of the answers that were said to be kept.

        Returns:
            How many answers there are.
        """
        found = self._found(root)
        self._before += len(acknowledged)
        self._after += len(acknowledged & set(found))
        return len(found)

    def look_for(self, root: Path, number: int) -> None:
        """Open what a fault left, and count answers whose ids nobody knows.

        Args:
            root: the folder.
            number: how many answers were said to be kept.
        """
        found = self._found(root)
        self._before += number
        self._after += min(number, len(found))

    def hear(self, said: Said) -> None:
        """Keep the first thing that was said, and whatever was no clear line."""
        if self.line == SAYS_NOTHING and said.line:
            self.line = said.line
        self.expect(said.is_clear, f"status {said.status}: {said.err[:300]}")

    def expect(self, holds: bool, otherwise: str) -> None:
        """Keep what was not as it must be."""
        if not holds:
            self.blame(otherwise)

    def blame(self, wrong: str) -> None:
        """Keep what was not as it must be; the first things are enough."""
        if len(self._wrong) < MOST_TOLD and wrong not in self._wrong:
            self._wrong.append(wrong)

    def numbers(self, said: Iterable[str], *known: str) -> set[str]:
        """Return the numbers a program said; any other line is wrong, unless known."""
        lines = {*said}
        found = {each for each in lines if each.isdecimal()}
        for other in lines - found - {*known, ""}:
            self.blame(other)
        return found

    def outcome(self) -> Outcome:
        """Return the row of the table."""
        figures = (self._tried, self._before, self._after, self._shut)
        return Outcome(self._fault, *figures, self.line, tuple(self._wrong))

    def _found(self, root: Path) -> list[str]:
        """Return the ids found; a store that cannot be opened is counted as shut."""
        self._tried += 1
        try:
            found = self._keeper.found(root)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is shut
            self._shut += 1
            self.blame(f"shut: {type(error).__name__}: {error}")
            return []
        twice = len(found) - len(set(found))
        self.expect(not twice, f"{twice} answers are there twice")
        return found


def ids_of(numbers: Iterable[int | str]) -> set[str]:
    """Return the ids of answers by their numbers."""
    return {numbered(int(number)).id for number in numbers}
