"""Style sheets parsed once for all pictures."""

from tests.tui.conftest import _styles_parsed_once

__all__ = ["_styles_parsed_once"]
