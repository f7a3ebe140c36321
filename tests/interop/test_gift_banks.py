"""A question written as a block of a bank reads back, whatever signs it holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interop.questions import question
from tutor.domain.prose import Text, plain
from tutor.domain.question import Choice, Matching, Ordering, Question, ShortAnswer
from tutor.interop.bank_writing import block_of, head_of
from tutor.pipeline.findings import Findings
from tutor.pipeline.units import read_unit

SPACES = {ord("\u00a0"): " ", ord("\u202f"): " "}


def said(asked: Question) -> list[object]:
    """Return what a question says and holds right, its looks and its spaces aside."""

    def bare(text: Text) -> str:
        return plain(text).translate(SPACES)

    match asked:
        case Choice():
            return [(bare(o.text), bare(o.feedback), o.right) for o in asked.options]
        case ShortAnswer():
            return [(known.text, known.right) for known in asked.known]
        case Matching():
            return [(bare(pair.left), bare(pair.right)) for pair in asked.pairs]
        case Ordering():
            return [bare(text) for text in asked.items_in_order]
        case _:
            return []


@pytest.mark.parametrize("kind", ["qru", "qrm", "qroc", "appariement", "ordre"])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_block_reads_back_without_an_error(kind: str, data: st.DataObject) -> None:
    asked = data.draw(question(kind))
    findings = Findings("essai.md")
    text = f"{head_of('essai', 'Essai')}\n\n{block_of(asked)}\n"
    unit = read_unit(text, "bank", findings)

    assert [each for each in findings.problems if each.severity == "error"] == []
    assert unit is not None
    assert [said(each) for each in unit.questions] == [said(asked)]
