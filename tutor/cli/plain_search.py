"""Search in plain mode: results one a line, each read at its place, then back to them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.cli.console import QUIT, Console, Leaving
from tutor.cli.plain_place import chapter_lines
from tutor.domain.errors import WrongUseError
from tutor.locale import advise, count, no_break, say
from tutor.services.search import Result, Results, finder_of
from tutor.services.search_pieces import UNDER
from tutor.services.search_sheets import Sheet, place_of, read_only, sheet_of

if TYPE_CHECKING:
    from tutor.services.desk import Desk
    from tutor.services.run import Run

MOST = 9
"""Results read aloud at once inside a run: one digit names each."""
RESULTS, OPEN, BEFORE = "r", "o", "p"


def result_lines(query: str, results: Results) -> list[str]:
    """Return numbered results, one a line, or words to try instead.

    Args:
        query: as it was typed.
        results: what it found.
    """
    lines = [_line(number, each) for number, each in enumerate(results.shown, 1)]
    left = results.total - len(results.shown)
    if left:
        lines.append(count("search.more", left))
    if results.shown:
        return lines
    near = say("search.near", words=", ".join(results.near)) if results.near else ""
    return [say("search.none", query=query), near or advise("search.none")]


def _line(number: int, result: Result) -> str:
    """Return a result: its kind, its place, then the text; what is only read, whole."""
    is_short = result.kind in {"lesson", "bank", "dossier", "question", "asked"}
    text = "".join(bit.text for bit in result.snippet) if is_short else result.text
    kind, place = say(f"search.kind.{result.kind}"), ended(aloud(place_of(result)))
    line = say("search.line", n=number, kind=kind, place=place, text=no_break(text))
    return line.rstrip()


def aloud(place: str) -> str:
    """Return the name of a place without the sign between its parts.

    Args:
        place: a file, then its heading.
    """
    return no_break(place.replace(UNDER, ", "))


def ended(text: str) -> str:
    """Return a text with a full stop at its end, unless a sign ends it already.

    Args:
        text: a title.
    """
    return text if text.endswith(("?", "!", ".", "…")) else f"{text}."


class PlainSearch:
    """One search at a console."""

    def __init__(
        self,
        desk: "Desk",
        console: Console,
        run: "Run | None" = None,
        play: Callable[[str], None] | None = None,
    ) -> None:
        """Take what is searched, and where.

        Args:
            desk: the person's desk.
            console: where lines come from and go to.
            run: the run one comes back to; from inside it places are read only.
            play: plays a target; without it nothing is opened either.
        """
        self._desk = desk
        self._console = console
        self._run = run
        self._play = play

    def look(self, query: str) -> None:
        """Say what a query finds, and read what the person chooses, until they have done.

        Args:
            query: as it was typed.

        Raises:
            Leaving: the line is `q`, or the input ended.
            TutorError: the course or the store cannot be read.
        """
        results = finder_of(self._desk).find(query, MOST)
        self._tell(result_lines(query, results))
        self._choose(query, results)

    def open(self, query: str, number: int) -> None:
        """Open one of the places that a query finds, then come back to them.

        Args:
            query: as it was typed.
            number: which of them, from 1.

        Raises:
            Leaving: the line is `q`, or the input ended.
            WrongUseError: there are not so many.
            TutorError: the course or the store cannot be read.
        """
        results = finder_of(self._desk).find(query)
        if not results.shown:
            self._tell(result_lines(query, results))
            return
        if not 1 <= number <= len(results.shown):
            most = len(results.shown)
            raise WrongUseError("errors.search-number", number=number, most=most)
        self._open(results.shown[number - 1])
        self._tell(result_lines(query, results))
        self._choose(query, results)

    def _choose(self, query: str, results: Results) -> None:
        """Read the places chosen, until an empty line."""
        most = len(results.shown)
        while most:
            line = self._console.read(say("plain.search.prompt")).strip()
            if not line:
                return
            if line == QUIT:
                raise Leaving
            if line == RESULTS:
                self._tell(result_lines(query, results))
            elif line.isdecimal() and 1 <= int(line) <= most:
                self._open(results.shown[int(line) - 1])
            else:
                self._console.refuse(WrongUseError("plain.contents.number", most=most))

    def _open(self, result: Result) -> None:
        """Read a place, or play what is played."""
        course = self._desk.course
        if self._play is None:
            self._read(read_only(course, result))
            return
        sheet = sheet_of(course, result)
        if sheet is None:
            self._play(result.target)
        else:
            self._read(sheet)

    def _read(self, sheet: Sheet) -> None:
        """Read from the place on, chapter by chapter."""
        place: int | None = sheet.at
        while place is not None:
            self._tell_chapter(sheet, place)
            is_last = place + 1 == len(sheet.chapters)
            if is_last and not (place or self._opens(sheet)):
                return
            place = self._after(sheet, place, is_last=is_last)

    def _after(self, sheet: Sheet, place: int, *, is_last: bool) -> int | None:
        """Return the chapter to read next, or None for the results."""
        while True:
            line = self._console.read(self._prompt(sheet, is_last=is_last)).strip()
            match line:
                case "":
                    return None if is_last else place + 1
                case word if word == BEFORE:
                    return max(0, place - 1)
                case word if word == RESULTS:
                    return None
                case word if word == OPEN and sheet.target and self._play:
                    self._play(sheet.target)
                    return None
                case word if word == QUIT:
                    raise Leaving
                case _:
                    self._console.refuse(WrongUseError("plain.read.word"))

    def _tell_chapter(self, sheet: Sheet, place: int) -> None:
        """Read one chapter, after where it stands."""
        chapter, total = sheet.chapters[place], len(sheet.chapters)
        if total == 1:
            title = ended(aloud(sheet.title))
            self._console.tell(say("plain.read.only", title=title))
        else:
            file = no_break(sheet.chapters[0].title)
            where = {"title": file, "place": place + 1, "total": total}
            self._console.tell(say("plain.read.place", **where))
        self._tell(chapter_lines(chapter, self._desk, secret=self._secret()))

    def _prompt(self, sheet: Sheet, *, is_last: bool) -> str:
        """Return what can be done after a chapter."""
        end = "last" if is_last else "more"
        return say(f"plain.read.{end}{'.open' if self._opens(sheet) else ''}")

    def _opens(self, sheet: Sheet) -> bool:
        """Return whether the lesson can be opened from there."""
        return bool(sheet.target) and self._play is not None

    def _secret(self) -> frozenset[str]:
        """Return the questions whose earlier answers would help with the run."""
        run = self._run
        if run is None:
            return frozenset()
        return frozenset(q.id for q in run.questions if q.id not in run.given)

    def _tell(self, lines: list[str]) -> None:
        """Print lines."""
        for line in lines:
            self._console.tell(line)
