"""The words that work at every prompt of a run: contents, bookmark, note, search."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tutor.cli.console import HELP, Console
from tutor.cli.plain_place import chapter_lines, leaf_lines
from tutor.cli.plain_search import PlainSearch
from tutor.cli.plain_words import note_in_a_line, read_note
from tutor.domain.errors import ReadOnlyError, TutorError, WrongUseError
from tutor.domain.folding import fold
from tutor.locale import count, no_break, say
from tutor.services.chapters import chapters_of_run, leaf_of_run
from tutor.services.contents import Contents, Line, contents_of
from tutor.services.desk import Desk
from tutor.services.marks import target_of, toggle_mark
from tutor.services.run import Run

MARK, LOOK = ".", "/"
"""What begins a word that is no answer."""
WORDS = {
    "contents": ("t", "sommaire", "contents"),
    "again": ("l", "relire", "again"),
    "mark": ("b", "repere", "bookmark"),
    "note": ("n", "note"),
    "search": ("c", "chercher", "search"),
}
"""What may follow the full stop, folded; the first is the key of the full screen
where there is one."""


@dataclass(frozen=True)
class Holder:
    """What an aside needs of the run it stands beside."""

    desk: Desk
    run: Run
    console: Console
    keep: Callable[[str, str], None]
    """Takes the words of a note on a stop."""
    save: Callable[[], None]
    """Puts them on the disk."""
    again: Callable[[], None]
    """Says what is asked once more."""


class Asides:
    """Does what a line asks beside the answer, and comes back to the question."""

    def __init__(self, holder: Holder) -> None:
        self._at = holder

    def __call__(self, line: str) -> bool:
        """Do what a line asks; return whether it is one of the words.

        Args:
            line: as it was typed.

        Raises:
            Leaving: the person left in the middle.
            StoreError: the disk refused.
        """
        word, words = named_word(line)
        match word:
            case "help":
                for each in words_lines():
                    self._at.console.tell(each)
            case "contents":
                self._list(words)
            case "again":
                self._read_again()
            case "mark":
                self._mark()
            case "note":
                self._note(words)
            case "search":
                self._search(words)
            case _:
                return False
        return True

    def _list(self, words: str) -> None:
        """List the headings; read again those that are chosen."""
        console, run = self._at.console, self._at.run
        contents = contents_of(run)
        chosen = words
        if not chosen:
            console.tell(say("reading.contents.title", title=run.title))
            for each in contents_lines(contents):
                console.tell(each)
        while contents.lines:
            chosen = chosen or console.read(say("plain.contents.prompt")).strip()
            if not chosen:
                break
            self._go_to(contents, chosen)
            chosen = ""
        self._at.again()

    def _go_to(self, contents: Contents, chosen: str) -> None:
        """Read a heading again, or say why it cannot be."""
        console, most = self._at.console, len(contents.lines)
        if not chosen.isdecimal() or not 1 <= int(chosen) <= most:
            console.refuse(WrongUseError("plain.contents.number", most=most))
            return
        place = int(chosen) - 1
        line = contents.lines[place]
        if not line.key:
            console.refuse(WrongUseError("plain.contents.not-yet"))
            return
        for each in self._section(place, line):
            console.tell(each)

    def _section(self, place: int, line: Line) -> list[str]:
        """Return what stands under a heading, as far as the run has come."""
        desk, run = self._at.desk, self._at.run
        chapters = chapters_of_run(run)[1:]
        if place < len(chapters) and chapters[place].title == line.title:
            return chapter_lines(chapters[place], desk, run)
        return leaf_lines(leaf_of_run(run, line.key), desk, run)

    def _read_again(self) -> None:
        """Read the present passage and what is asked once more."""
        desk, run = self._at.desk, self._at.run
        leaf = leaf_of_run(run, run.stop.key)
        for each in leaf_lines(leaf._replace(task=None), desk, run):
            self._at.console.tell(each)
        self._at.again()

    def _mark(self) -> None:
        """Put a bookmark here, or take it away."""
        desk, run = self._at.desk, self._at.run
        place = target_of(run, run.stop, desk), run.stop.key
        try:
            is_there = toggle_mark(desk, *place, desk.chance)
        except TutorError as error:
            self._at.console.refuse(error)
        else:
            word = "put" if is_there else "taken"
            self._at.console.tell(say(f"plain.mark.{word}"))

    def _note(self, words: str) -> None:
        """Keep a note on the present passage."""
        desk, run, console = self._at.desk, self._at.run, self._at.console
        if desk.is_read_only:
            console.refuse(ReadOnlyError("errors.store-read-only"))
            return
        keep = partial(self._at.keep, run.stop.key)
        kept = (
            note_in_a_line(words, console, keep, run)
            if words
            else read_note(console, keep, run)
        )
        if kept:
            self._at.save()
            console.tell(say("play.saved.note"))

    def _search(self, words: str) -> None:
        """Look through the course, and come back."""
        console = self._at.console
        query = words or console.read(say("plain.search.words")).strip()
        if query:
            PlainSearch(self._at.desk, console, self._at.run).look(query)
        self._at.again()


def named_word(line: str) -> tuple[str, str]:
    """Return which of the words a line is, and what follows it; empty for none.

    Args:
        line: as it was typed.
    """
    text = line.strip()
    if text == HELP:
        return "help", ""
    if text.startswith(LOOK):
        rest = text[1:].strip()
        is_words = not rest or rest[0].isalnum()
        return ("search", rest) if is_words else ("", "")
    if not text.startswith(MARK):
        return "", ""
    first, _, rest = text[1:].partition(" ")
    for word, names in WORDS.items():
        if fold(first) in names:
            return word, rest.strip()
    return "", ""


def words_lines() -> list[str]:
    """Return the words that work everywhere, one a line."""
    return [say(f"plain.words.{word}") for word in WORDS]


def contents_lines(contents: Contents) -> list[str]:
    """Return the headings, numbered, with what is done under each in words.

    Args:
        contents: the headings of a run.
    """
    lines = [_heading(number, each) for number, each in enumerate(contents.lines, 1)]
    if contents.closed:
        lines.append(count("reading.contents.closed", contents.closed))
    return lines or [say("reading.contents.none")]


def _heading(number: int, line: Line) -> str:
    """Return a heading: its number, its title, its state, what is answered."""
    skipped = line.state == "done" and line.answered < line.asked
    state = say(f"plain.contents.{'skipped' if skipped else line.state}")
    title = no_break(line.title)
    if not line.asked or not line.key:
        return say("plain.contents.line", place=number, title=title, state=state)
    said = {"place": number, "title": title, "state": state}
    done = {"answered": line.answered, "asked": line.asked}
    return count("plain.contents.line.asked", line.answered, **said, **done)
