"""How many examples Hypothesis draws: few by default, many when asked."""

import gc
import os

from hypothesis import settings

settings.register_profile("quick", max_examples=30, deadline=None)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_collection_finish() -> None:
    """Keep what collecting built out of every later round of the cycle collector."""
    gc.collect()
    gc.freeze()
