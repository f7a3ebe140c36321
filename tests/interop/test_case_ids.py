"""Items keep one address for ever, whoever exports them."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tutor.interop.case_ids import item_identifier, item_uri

NAMES = st.text(max_size=20)


def test_the_address_of_an_item_is_the_one_it_always_had() -> None:
    assert (
        item_uri("exercice-coordonne", "C5.N.1")
        == "urn:uuid:e6daad80-e43e-5e2a-a57b-d959a8ed7d62"
    )


@given(course=NAMES, code=NAMES)
def test_an_address_is_a_uuid_of_version_five_and_the_same_each_time(
    course: str, code: str
) -> None:
    found = item_uri(course, code)
    assert found == item_uri(course, code)
    scheme, name, text = found.split(":")
    assert (scheme, name) == ("urn", "uuid")
    assert text == item_identifier(course, code)
    assert UUID(text).version == 5


def test_items_and_courses_never_share_an_address() -> None:
    pairs = [(course, code) for course in "abc" for code in ("C5", "C5.N.1", "C5.N.2")]
    assert len({item_uri(*pair) for pair in pairs}) == len(pairs)
