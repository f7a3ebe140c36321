"""The files of what a person chose: the first letter says which one it is."""

from collections.abc import Iterator

from tests.abuse.homes import assert_printed, fresh_home
from tests.abuse.target import Target
from tutor.domain.errors import TutorError
from tutor.services.looks import keep_looks, read_looks
from tutor.services.tongue import kept_language
from tutor.store.place import Place

KINDS = 3
WORDS = (
    *('"theme":"light"', '"page_width":72', '"reduced_motion":true', '"lang":"en"'),
    *(
        '"review_minutes":',
        '"certainty":false',
        '"track:petit-cours":',
        "1e400",
        "null",
    ),
)
LIST, CHANGE = ("settings", "--json"), ("settings", "theme", "dark")


def take(raw: bytes) -> None:
    """Read bytes as looks, as a language, or as preferences; then change one."""
    kind, said = (raw[0] % KINDS if raw else 0), raw[1:]
    with fresh_home() as place:
        place.cache.mkdir()
        _write(place, kind, said)
        looks = read_looks(place)
        kept_language(place)
        keep_looks(place, looks)
        assert read_looks(place) == looks
        status = assert_printed(place, *LIST) or assert_printed(place, *CHANGE)
        assert status in {0, 3}
        if status:
            raise TutorError("errors.store-damaged", path=place.store)


def _write(place: Place, kind: int, said: bytes) -> None:
    """Write one of the files."""
    if kind == 0:
        (place.cache / "looks.json").write_bytes(said)
    elif kind == 1:
        place.language.write_bytes(said)
    else:
        place.store.write_bytes(b'{"preferences": {"1": {' + said + b"}}}")


def seeds() -> Iterator[bytes]:
    """Yield each file as the tutor writes it."""
    yield b'\x00{"theme": "light", "page_width": 66, "reduced_motion": true}'
    yield b"\x01en\n"
    yield b'\x02"theme": "light", "page_width": 66, "lang": "fr", "certainty": false'
    yield b'\x02"track:petit-cours": "essentiel", "review_minutes": 20'


TARGET = Target(take, seeds, WORDS)
