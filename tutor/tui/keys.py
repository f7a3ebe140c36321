"""Every key in one list: it feeds bindings, the key bar, help and a test."""

from typing import NamedTuple

from textual.binding import Binding

from tutor.locale import say


class Key(NamedTuple):
    """A key, what it does and where."""

    id: str
    keys: str
    """As Textual names them, separated by commas."""
    shown: str
    """As a person reads it."""
    action: str
    """The action of the place; the catalogue says it under `des.key.`."""
    place: str
    """app, home, run, choice, certainty, self, des, help or preview."""
    clicked: str | None = None
    """What a click on the key bar presses: the first key unless named; nothing where
    empty, since a click there would choose for the person."""

    @property
    def label(self) -> str:
        """What the key does, in one or two words."""
        return say(f"des.key.{self.id}")


KEYS = (
    Key("quit", "q", "q", "leave", "app"),
    Key("stop", "ctrl+c,ctrl+q", "ctrl+c", "leave", "app"),
    Key("help", "question_mark,f1", "?", "help", "app"),
    Key("up", "up,k", "↑", "up", "list"),
    Key("down", "down,j", "↓", "down", "list"),
    Key("open", "enter", "⏎", "open", "list"),
    Key("review", "r", "r", "review", "home"),
    Key("dangers", "w", "w", "dangers", "home"),
    Key("des", "d", "d", "des", "home"),
    Key("track", "p", "p", "track", "home"),
    Key("search", "slash", "/", "search", "home"),
    Key("asked", "v", "v", "asked", "home"),
    Key("marks", "m", "m", "marks", "home"),
    Key("tick", "space", "espace", "tick", "choice"),
    Key("validate", "enter", "⏎", "submit", "choice"),
    Key(
        "letters", "a,b,c,d,e,f,g,h,1,2,3,4,5,6,7,8,9", "a b c", "letter", "choice", ""
    ),
    Key("shift", "left,right", "← →", "shift", "choice", ""),
    Key("pair", "a,b,c,d,e,f,g,h", "a b c", "letter", "choice", ""),
    Key("shift-letter", "left,right", "← →", "shift", "choice", ""),
    Key("carry", "space", "espace", "carry", "choice"),
    Key("certainty", "1,2,3", "1 2 3", "rate", "certainty", ""),
    Key("no-certainty", "enter", "⏎", "none", "certainty"),
    Key("self", "o,n", "o n", "mark", "self", ""),
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
    Key("keep-recap", "k", "k", "keep_recap", "run"),
    Key("home", "escape", "échap", "home", "run"),
    Key("keep-masked", "enter", "⏎", "keep_masked", "identity"),
    Key("modify", "m,escape", "m", "modify", "identity"),
    Key("keep-here", "o", "o", "keep_here", "identity"),
    Key("take-back", "enter", "⏎", "take_back", "back"),
    Key("finish", "f", "f", "finish", "back"),
    Key("competence", "left,right", "← →", "turn", "des", "right"),
    Key("position", "1,2,3,4,5,n,i,c", "1–5 n i c", "place", "des", ""),
    Key("flower", "m", "m", "flower", "des"),
    Key("trace", "t", "t", "trace", "des"),
    Key("back", "escape", "échap", "back", "des"),
    Key("trace-write", "e", "e", "write", "trace"),
    Key("close-flower", "escape,question_mark,q,m", "échap", "close", "flower"),
    Key("preview-next", "n", "n", "go", "preview"),
    Key("preview-previous", "p", "p", "go", "preview"),
    Key("preview-problem", "e", "e", "problem", "preview"),
    Key("preview-switch", "tab", "tab", "switch", "preview"),
    Key("preview-reload", "r", "r", "reload", "preview"),
    Key("preview-leave", "escape,q", "échap", "leave", "preview"),
    Key("close-dangers", "escape,question_mark,q,w", "échap", "close", "dangers"),
    Key("close-contents", "escape,question_mark,q,t", "échap", "close", "contents"),
    Key("close-marks", "escape,m", "échap", "close", "marks"),
    Key("close-terms", "escape,question_mark,q,s", "échap", "close", "terms"),
    Key("open-lesson", "enter", "⏎", "open", "sheet"),
    Key("other-lesson", "left,right", "← →", "shift", "sheet", ""),
    Key("close-help", "escape,question_mark,q", "échap", "close", "help"),
)


def key(key_id: str) -> Key:
    """Return a key by its id."""
    return next(each for each in KEYS if each.id == key_id)


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
        found.label,
        show=False,
        priority=key_id == "stop",
    )
