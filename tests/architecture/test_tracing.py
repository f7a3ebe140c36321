"""A test marked `no_cover` is traced by nothing, in a worker either."""

import sys

import pytest

pytestmark = pytest.mark.no_cover


def test_nothing_traces_here(pytestconfig: pytest.Config) -> None:
    if not pytestconfig.pluginmanager.hasplugin("_cov"):
        pytest.skip("no lines are counted in this session")

    assert sys.gettrace() is None
