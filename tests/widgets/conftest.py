"""Style sheets parsed once for all the apps that show a widget."""

from tests.tui.conftest import _styles_parsed_once

__all__ = ["_styles_parsed_once"]
