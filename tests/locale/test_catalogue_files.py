"""The files of the catalogues: read whole, compiled, and one language like the other."""

import io

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from tests.locale.catalogues import FOLDER, catalogue
from tutor.locale.catalogue import PAGES
from tutor.locale.language import LANGUAGES


def name_of(message: Message) -> str:
    """Return the id of a message, written once for singular and plural."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def messages(found: Catalog) -> dict[str, list[str]]:
    """Return what a catalogue says, without its header."""
    said: dict[str, list[str]] = {}
    for each in found:
        if each.id:
            text = each.string
            said[name_of(each)] = [text] if isinstance(text, str) else list(text or ())
    return said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_what_is_compiled_is_what_people_wrote(lang: str, page: str) -> None:
    path = FOLDER / lang / "LC_MESSAGES" / f"{page}.mo"
    compiled = messages(read_mo(io.BytesIO(path.read_bytes())))
    assert compiled == messages(catalogue(lang, page)), "run: make catalogues"


@pytest.mark.parametrize("page", PAGES)
def test_a_message_has_its_place_on_the_page_of_its_name(page: str) -> None:
    starts = {page, *(("notices", "answers") if page == "errors" else ())}
    assert {
        name.partition(".")[0] for name in messages(catalogue("fr", page))
    } <= starts
