"""The pages of the server, in the language of the browser, and what comes with them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple
from urllib.parse import quote

import textual_serve

from tutor.domain.looks import ThemeName
from tutor.locale import advise, say
from tutor.locale.language import Language, language, language_of, speak
from tutor.services.tongue import kept_language
from tutor.store.place import Place
from tutor.store.whole import EXPORTS, RECAPS
from tutor.web.guests import Guest

HERE = Path(__file__).parent
STOCK = Path(textual_serve.__file__).parent / "static"
OWN = (RECAPS, EXPORTS)
"""The folders of a visitor that hold what they asked for."""
_LONGEST_HEADER = 200


class Static(NamedTuple):
    """A file that any page may ask for."""

    path: Path
    kind: str


STATICS = {
    "page.css": Static(HERE / "static" / "page.css", "text/css"),
    "page.js": Static(HERE / "static" / "page.js", "text/javascript"),
    "icon.svg": Static(HERE / "static" / "icon.svg", "image/svg+xml"),
    "xterm.css": Static(STOCK / "css" / "xterm.css", "text/css"),
    "textual.js": Static(STOCK / "js" / "textual.js", "text/javascript"),
}
"""All that is served beside the pages; the fonts and the picture of textual-serve, and
the page of its that asks for a font from elsewhere, are not."""


@contextmanager
def speaking(lang: Language) -> Iterator[None]:
    """Say messages in a language, for one page made without a pause.

    Args:
        lang: the language of who will read it.
    """
    before = language()
    speak(lang)
    try:
        yield
    finally:
        speak(before)


def tongue_of(header: str, guest: Guest | None = None) -> Language:
    """Return the language of who asks.

    Args:
        header: what their browser accepts, the best first.
        guest: whose address it is; the language they keep to goes first.
    """
    kept = kept_language(guest.place) if guest else None
    asked = (language_of(each) for each in header[:_LONGEST_HEADER].split(","))
    return kept or next(filter(None, asked), None) or language()


def seat_page(lang: Language, theme: ThemeName) -> str:
    """Return the page with the terminal.

    Args:
        lang: its language.
        theme: the one the visitor chose in the tutor.
    """
    names = ("title", "noscript", "lost", "again", "keep", "files")
    with speaking(lang):
        words = {name: escape(say(f"serve.page.{name}")) for name in names}
    return _template("seat").substitute(words, lang=lang, theme=theme)


def told_page(lang: Language, name: str, root: str, **values: object) -> str:
    """Return a page that says why there is no tutor here, and what to do.

    Args:
        lang: its language.
        name: the message.
        root: the way from the page to the root of the server.
        **values: what the message needs.
    """
    with speaking(lang):
        said, advice = say(name, **values), advise(name, **values)
        title = say("serve.page.title")
    body = f"<p>{escape(said)}</p>\n<p>{escape(advice)}</p>"
    return _told(lang, title, body, root)


def files_page(lang: Language, files: Iterable[str]) -> str:
    """Return the page that lists what a visitor may take away.

    Args:
        lang: its language.
        files: the names `files_of` knows.
    """
    with speaking(lang):
        title, about = say("serve.files.title"), say("serve.files.about")
        back = say("serve.files.back")
    rows = "\n".join(
        f'<li><a href="{quote(name)}" download>{escape(name)}</a></li>'
        for name in files
    )
    body = f"<p>{escape(about)}</p>\n<ul>\n{rows}\n</ul>\n"
    return _told(
        lang, title, body + f'<p><a href="../">{escape(back)}</a></p>', "../.."
    )


def files_of(place: Place) -> dict[str, Path]:
    """Return what a visitor may take away, by name: their store, recaps and traces.

    Args:
        place: their folder; nothing outside it is among them.
    """
    found = [place.store]
    for folder in OWN:
        found += sorted((place.root / folder).glob("[!.]*"))
    return {
        path.relative_to(place.root).as_posix(): path
        for path in found
        if path.is_file() and not path.is_symlink()
    }


def _told(lang: Language, title: str, body: str, root: str) -> str:
    """Return a page of text; `body` is HTML already."""
    words = {"lang": lang, "title": escape(title), "body": body, "root": root}
    return _template("told").substitute(words)


def _template(name: str) -> Template:
    """Return a template."""
    path = HERE / "templates" / f"{name}.html"
    return Template(path.read_text(encoding="utf-8"))
