"""The page for whoever receives statements tells all that is in them."""

import json
import re

import pytest

from tests.architecture.tree import ROOT
from tests.interop.handed import every_kind, one_of_everything
from tutor.interop.statements import VERBS, statement_lines, statements_of
from tutor.interop.xapi_ids import HOME_PAGE

pytestmark = pytest.mark.no_cover
PAGE = (ROOT / "docs" / "formats" / "xapi.md").read_text(encoding="utf-8")
SAID = b"".join(statement_lines(statements_of(one_of_everything(), every_kind())))


def test_every_verb_and_the_home_page_are_told() -> None:
    assert [verb for verb in VERBS.values() if f"`{verb}`" not in PAGE] == []
    assert f"`{HOME_PAGE}`" in PAGE


def test_every_extension_is_told() -> None:
    named = set(re.findall(r"urn:x-cpts-tutor:xapi:([a-z-]+)", SAID.decode()))
    assert len(named) == 12
    assert [name for name in named if f"| `{name}` |" not in PAGE] == []


def test_every_kind_of_activity_and_interaction_is_told() -> None:
    kinds = set(re.findall(r"urn:x-cpts-tutor:petit-cours:([a-z]+)", SAID.decode()))
    forms = set(re.findall(r'"interactionType":"([a-z-]+)"', SAID.decode()))
    assert len(kinds | forms) > 10
    assert [name for name in kinds | forms if f"`{name}`" not in PAGE] == []


def test_the_example_is_a_statement() -> None:
    example = json.loads(PAGE.partition("```json")[2].partition("```")[0])
    assert example["verb"]["id"] == VERBS["answers"]
