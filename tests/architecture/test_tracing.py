"""A test marked `no_cover` is traced by nothing, in a worker either."""

import sys

import pytest

pytestmark = pytest.mark.no_cover


@pytest.fixture
def tracer() -> object:
    """What traces while a test is set up."""
    return sys.gettrace()


def test_nothing_traces_here(pytestconfig: pytest.Config, tracer: object) -> None:
    if not pytestconfig.pluginmanager.hasplugin("_cov"):
        pytest.skip("no lines are counted in this session")

    assert tracer is None
    assert sys.gettrace() is None
