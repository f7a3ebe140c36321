"""Whatever identifies somebody, wherever it was written, is not in the bytes that leave."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.services.records import full_desk
from tutor.domain.bundle_text import UNPRINTABLE, written
from tutor.services.bundling import PARTS, Choices, bundle_of
from tutor.services.signing import signed

pytestmark = pytest.mark.no_cover

NAMES = ("Hoareau", "Techer-Payet", "N'Gouabi", "Lepetitjean")
CUES = ("Mme {}", "M. {}", "Dr {}", "la patiente {}", "Jean {}", "s'appelle {}")
OTHERS = {
    "0692 41 57 83": "0692 41 57 83",
    "z.hoareau@chu-x.re": "z.hoareau@chu-x.re",
    "née le 03/05/1944": "03/05/1944",
    "1 44 05 97 411 123 45": "97 411 123",
    "12 rue des Lilas": "rue des Lilas",
}
"""What somebody writes, and what of it may not leave."""
PLANTED = st.one_of(
    st.tuples(st.sampled_from(CUES), st.sampled_from(NAMES)).map(
        lambda each: (each[0].format(each[1]), each[1])
    ),
    st.sampled_from(sorted(OTHERS.items())),
)
AROUND = st.sampled_from(("", "Vu ce matin. ", "rappeler\n", "(", "; ", "\u200b"))


@given(PLANTED, AROUND, AROUND)
@example(("Mme Hoa\u200breau", "Hoa"), "", "")
@example(("Mme Hoa\u202ereau", "reau"), "", "")
def test_nothing_that_identifies_leaves(
    planted: tuple[str, str], before: str, after: str
) -> None:
    text, secret = planted
    said = f"{before}{text}, {after}"
    with TemporaryDirectory() as folder:
        desk = full_desk(Path(folder), said)
        notes = frozenset(each.id for each in desk.record.notes)
        everything = Choices(frozenset(PARTS), notes=notes)
        visible = UNPRINTABLE.sub("", said).replace("\n", " ")[:40]
        bundle = bundle_of(desk, everything, signed("mésange", visible))
        desk.close()

    data = written(bundle).decode()
    assert len(bundle.notes) == 2
    assert len(bundle.disputes) == 1
    assert isinstance(bundle.answers[1].response, str)
    assert secret not in data
    assert "/home/" not in data
    assert "coordo" not in data
