"""Every key in one list: bindings, key bar, help, palette, guides and a test read it."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding

from tutor.locale import say

NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
    "comma": ",",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
"""What Textual names otherwise than a person does, whatever the language."""
SPOKEN = ("space", "escape", "delete", "yes", "no")
"""Keys whose name the catalogue says, under `keys.name.`; `o` or `y` for yes."""


class Key(NamedTuple):
    """A key, what it does and where."""

    id: str
    keys: str
    """As Textual names them, separated by commas."""
    sign: str
    """As a person reads it; words of `SPOKEN` are put into their language."""
    action: str
    """The action of the place; the catalogue says it under `des.key.`, and what comes
    of it under `keys.does.`."""
    place: str
    """Where it works; the catalogue says it under `des.help.place.`."""
    clicked: str | None = None
    """What a click on the key bar presses: the first key unless named; nothing where
    empty, since a click there would choose for the person."""

    @property
    def label(self) -> str:
        """What the key does, in one or two words."""
        return say(f"des.key.{self.id}")

    @property
    def effect(self) -> str:
        """What comes of the key, in a sentence without its full stop."""
        return say(f"keys.does.{self.id}")

    @property
    def shown(self) -> str:
        """The key as a person reads it."""
        said = (say(f"keys.name.{w}") if w in SPOKEN else w for w in self.sign.split())
        return " ".join(said)

    @property
    def pressed(self) -> str:
        """What a click presses; empty where it would choose for the person."""
        return self.keys.split(",")[0] if self.clicked is None else self.clicked

    @property
    def all_shown(self) -> tuple[str, ...]:
        """Every key that does it, as a person reads them, the one shown first."""
        own = tuple(self.shown.split())
        if self.clicked is not None:
            return own
        named = tuple(name_of_key(each) for each in self.keys.split(","))
        return tuple(dict.fromkeys((*own, *named)))


def name_of_key(name: str) -> str:
    """Return a key as a person reads it.

    Args:
        name: as Textual names it.
    """
    if name in SPOKEN:
        return say(f"keys.name.{name}")
    if name[:1] == "f" and name[1:].isdecimal():
        return name.upper()
    return NAMES.get(name, name)


KEYS = (
    Key("quit", "q", "q", "leave", "app"),
    Key("stop", "ctrl+c,ctrl+q", "ctrl+c", "leave", "app"),
    Key("help", "question_mark", "?", "help", "app"),
    Key("help-writing", "f1", "F1", "help", "app"),
    Key("palette", "ctrl+p", "ctrl+p", "palette", "app"),
    Key("up", "up,k", "↑", "up", "list"),
    Key("down", "down,j", "↓", "down", "list"),
    Key("open", "enter", "⏎", "open", "list"),
    Key("review", "r", "r", "review", "home"),
    Key("dangers", "w", "w", "show('dangers')", "home"),
    Key("des", "d", "d", "show('des')", "home"),
    Key("track", "p", "p", "track", "home"),
    Key("search", "slash", "/", "show('search')", "home"),
    Key("asked", "v", "v", "show('asked')", "home"),
    Key("marks", "m", "m", "show('marks')", "home"),
    Key("settings", "comma", ",", "show('settings')", "home"),
    Key("export", "x", "x", "show('export')", "home"),
    Key("report", "f", "f", "show('report')", "home"),
    Key("tick", "space", "space", "tick", "choice"),
    Key("validate", "enter", "⏎", "submit", "choice"),
    Key(
        "letters", "a,b,c,d,e,f,g,h,1,2,3,4,5,6,7,8,9", "a b c", "letter", "choice", ""
    ),
    Key("shift", "left,right", "← →", "shift", "choice", ""),
    Key("pair", "a,b,c,d,e,f,g,h", "a b c", "letter", "choice", ""),
    Key("shift-letter", "left,right", "← →", "shift", "choice", ""),
    Key("carry", "space", "space", "carry", "choice"),
    Key("certainty", "1,2,3", "1 2 3", "rate", "certainty", ""),
    Key("no-certainty", "enter", "⏎", "none", "certainty"),
    Key("self", "o,y,n", "yes no", "mark", "self", ""),
    Key("next", "enter", "⏎", "next", "run"),
    Key("hint", "i", "i", "hint", "run"),
    Key("hint-writing", "f2", "F2", "hint", "run"),
    Key("skip", "p", "p", "skip", "run"),
    Key("skip-writing", "f3", "F3", "skip", "run"),
    Key("submit-writing", "enter", "⏎", "submit", "writing"),
    Key("field", "enter", "⏎", "submit", "writing"),
    Key("unfold", "left", "←", "unfold", "run"),
    Key("page", "pageup,pagedown", "PgUp PgDn", "scroll", "run", "pagedown"),
    Key("save", "ctrl+s", "ctrl+s", "save", "run"),
    Key("send", "ctrl+s", "ctrl+s", "save", "run"),
    Key("terms", "s", "s", "terms", "run"),
    Key("contents", "t", "t", "contents", "run"),
    Key("mark", "b", "b", "mark", "run"),
    Key("mark-answering", "f4", "F4", "mark", "run"),
    Key("contents-writing", "f5", "F5", "contents", "run"),
    Key("note", "n", "n", "note", "run"),
    Key("note-writing", "f6", "F6", "note", "run"),
    Key("dispute", "exclamation_mark", "!", "dispute", "run"),
    Key("look-up", "slash", "/", "look_up", "run"),
    Key("keep-recap", "k", "k", "keep_recap", "run"),
    Key("home", "escape", "escape", "home", "run"),
    Key("keep-masked", "enter", "⏎", "keep_masked", "identity"),
    Key("modify", "m,escape", "m", "modify", "identity"),
    Key("keep-here", "o,y", "yes", "keep_here", "identity"),
    Key("take-back", "enter", "⏎", "take_back", "back"),
    Key("finish", "f", "f", "finish", "back"),
    Key("competence", "left,right", "← →", "turn", "des", "right"),
    Key("position", "1,2,3,4,5,n,i,c", "1–5 n i c", "place", "des", ""),
    Key("flower", "m", "m", "flower", "des"),
    Key("trace", "t", "t", "trace", "des"),
    Key("back", "escape", "escape", "back", "des"),
    Key("trace-write", "e", "e", "write", "trace"),
    Key("close-flower", "escape,question_mark,q,m", "escape", "close", "flower"),
    Key("export-tick", "space", "space", "tick", "export"),
    Key("export-see", "enter", "⏎", "see", "export"),
    Key("export-write", "e", "e", "write", "export"),
    Key("export-form", "f", "f", "turn", "export"),
    Key("report-make", "ctrl+s", "ctrl+s", "make", "report"),
    Key("preview-next", "n", "n", "go", "preview"),
    Key("preview-previous", "p", "p", "go", "preview"),
    Key("preview-problem", "e", "e", "problem", "preview"),
    Key("preview-switch", "tab", "tab", "switch", "preview"),
    Key("preview-reload", "r", "r", "reload", "preview"),
    Key("preview-leave", "escape,q", "escape", "leave", "preview"),
    Key("close-dangers", "escape,question_mark,q,w", "escape", "close", "dangers"),
    Key("close-contents", "escape,question_mark,q,t", "escape", "close", "contents"),
    Key("close-marks", "escape,m", "escape", "close", "marks"),
    Key("take-away", "delete,backspace", "delete", "take_away", "marks"),
    Key("close-terms", "escape,question_mark,q,s", "escape", "close", "terms"),
    Key("open-lesson", "enter", "⏎", "open", "sheet"),
    Key("other-lesson", "left,right", "← →", "shift", "sheet", ""),
    Key("setting", "left,right", "← →", "shift", "settings", "right"),
    Key("setting-next", "space,enter", "space", "next", "settings"),
    Key("close-settings", "escape,comma", "escape", "close", "settings"),
    Key("close-help", "escape,question_mark,q,f1", "escape", "close", "help"),
    Key("close-palette", "escape", "escape", "escape", "palette"),
)

_BY_ID = {each.id: each for each in KEYS}
ALWAYS = frozenset({"stop", "palette"})
"""Keys that no field takes for itself."""


def key(key_id: str) -> Key:
    """Return a key by its id."""
    return _BY_ID[key_id]


def by_place(keys: Iterable[Key] = KEYS) -> dict[str, list[Key]]:
    """Return keys by the place they work at, both in the order of the list."""
    found: dict[str, list[Key]] = {}
    for each in keys:
        found.setdefault(each.place, []).append(each)
    return found


def binding(key_id: str, action: str = "", keys: str = "") -> Binding:
    """Return the Textual binding of a key.

    Args:
        key_id: its id in the list.
        action: the action, where the place needs parameters.
        keys: one of its keys, where each has its own action.
    """
    found = key(key_id)
    return Binding(
        keys or found.keys,
        action or found.action,
        found.id,
        show=False,
        priority=key_id in ALWAYS,
        id=key_id,
    )
