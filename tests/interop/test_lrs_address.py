"""Which addresses are taken, and what is said of the others without repeating secrets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.errors import WrongUseError
from tutor.interop.lrs_address import address_of
from tutor.locale import advise, say


@pytest.mark.parametrize(
    ("typed", "url", "is_here"),
    [
        ("https://lrs.fac.fr/xAPI", "https://lrs.fac.fr/xAPI/statements", False),
        ("https://lrs.fac.fr/xAPI/", "https://lrs.fac.fr/xAPI/statements", False),
        (
            " https://lrs.fac.fr:8443/a/statements/",
            "https://lrs.fac.fr:8443/a/statements",
            False,
        ),
        ("http://127.0.0.1:8100/xAPI", "http://127.0.0.1:8100/xAPI/statements", True),
        ("http://localhost/xAPI", "http://localhost/xAPI/statements", True),
        ("http://[::1]:8100", "http://[::1]:8100/statements", True),
        ("https://127.0.0.1", "https://127.0.0.1/statements", True),
    ],
)
def test_an_address_names_the_resource_of_statements(
    typed: str, url: str, is_here: bool
) -> None:
    assert address_of(typed) == (url, is_here)


@pytest.mark.parametrize(
    ("typed", "message_id"),
    [
        ("http://lrs.fac.fr/xAPI", "lrs.address.clear"),
        ("http://127.0.0.1.fac.fr/xAPI", "lrs.address.clear"),
        ("http://localhost.fac.fr", "lrs.address.clear"),
        ("http://0.0.0.0/", "lrs.address.clear"),
        ("http://192.168.1.4/xAPI", "lrs.address.clear"),
        ("https://anne:motdepasse@lrs.fac.fr/xAPI", "lrs.address.password"),
        ("https://motdepasse@lrs.fac.fr/xAPI", "lrs.address.password"),
        ("http://127.0.0.1:8100@lrs.fac.fr/", "lrs.address.password"),
        ("https://lrs.fac.fr/xAPI?motdepasse", "lrs.address.query"),
        ("https://lrs.fac.fr/xAPI#motdepasse", "lrs.address.query"),
        ("lrs.fac.fr/xAPI", "lrs.address"),
        ("ftp://lrs.fac.fr", "lrs.address"),
        ("file:///etc/passwd", "lrs.address"),
        ("https://", "lrs.address"),
        ("https://lrs.fac.fr:99999", "lrs.address"),
        ("https://lrs.fac.fr:0", "lrs.address"),
        ("https://[oups", "lrs.address"),
        ("https://lrs.fac.fr\r\nX: y", "lrs.address"),
        ("https://127.0.0.1\\.fac.fr", "lrs.address"),
        ("https://lrs.fac.fr/\x1b[31m", "lrs.address"),
        ("https://lrs.fac.fr/" + "a" * 2000, "lrs.address"),
        ("", "lrs.address"),
    ],
)
def test_the_others_are_refused_with_a_cure(typed: str, message_id: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        address_of(typed)
    error = caught.value
    assert error.message_id == message_id
    assert advise(message_id, **error.values)
    said = say(message_id, **error.values) + repr(error.values)
    assert "motdepasse" not in said
    assert "\x1b" not in said


@given(
    st.text(max_size=60),
    st.sampled_from(["", "http://", "https://", "http://localhost"]),
)
def test_any_text_is_an_address_or_is_refused(text: str, start: str) -> None:
    try:
        found = address_of(start + text)
    except WrongUseError:
        return
    assert found.url.startswith("https://") or found.is_here
    assert "@" not in found.url.partition("://")[2].partition("/")[0]
