"""A file as the tutor wrote it is taken as it is; any other is judged by the domain."""

import json

import pytest

from tests.domain.bundles import handed_answer, handed_bundle
from tutor.cohort.reading import as_written, canonical
from tutor.domain.bundle_reading import BundleError
from tutor.domain.bundle_text import UNPRINTABLE, written

WHOLE = written(handed_bundle())


def test_a_file_as_written_is_taken_as_it_is() -> None:
    assert as_written(WHOLE) == WHOLE.decode()


@pytest.mark.parametrize(
    "data",
    [
        WHOLE.replace(b"0.666667", b"0.666668", 1),
        WHOLE.replace(b"\n", b""),
        WHOLE.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + WHOLE,
        WHOLE.replace(b'"semester":', b'"semestre":'),
        WHOLE[: len(WHOLE) // 2],
        json.dumps(json.loads(WHOLE), indent=2).encode(),
        WHOLE.replace("mésange".encode(), b"m\xe9sange"),
        b"",
        b"x" * (17 * 2**20),
        b"[" * 400_000,
    ],
)
def test_any_other_file_is_not(data: bytes) -> None:
    assert as_written(data) is None


def test_no_sign_that_hides_passes_for_as_written() -> None:
    signs = [chr(n) for n in range(0xD800) if UNPRINTABLE.search(chr(n)) and n > 31]
    assert len(signs) > 50
    for sign in signs:
        answer = handed_answer(response=f"vu{sign}ici")
        fields = handed_bundle().model_copy(update={"answers": (answer,)})
        data = written(fields)
        assert sign.encode() in data
        assert as_written(data) is None


def test_an_escaped_sign_does_not_pass_either() -> None:
    data = WHOLE.replace("À deux".encode(), rb"\u202e deux")
    assert as_written(data) is None


def test_quotes_and_line_feeds_of_what_was_typed_pass() -> None:
    answer = handed_answer(response='dit « "oui" »\nlundi')
    data = written(handed_bundle(answers=(answer,)))

    assert b'\\"' in data
    assert as_written(data) == data.decode()


def test_any_bundle_comes_to_the_same_form() -> None:
    data = json.dumps({**json.loads(WHOLE), "weather": 1}).encode()
    told = canonical(data)

    assert told.text == WHOLE.decode()
    assert {notice.message_id for notice in told.notices} >= {"export.read.dropped"}
    with pytest.raises(BundleError):
        canonical(b"{}")
