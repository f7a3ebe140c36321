"""The smallest Textual app whose one line pydantic has checked: nobody holds less."""

from pydantic import BaseModel
from textual.app import App, ComposeResult
from textual.widgets import Static
from typing_extensions import override

MARK = "Un seul texte lu"


class Line(BaseModel):
    """A line to show."""

    text: str


class OneChecked(App[None]):
    """Shows one line."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(Line.model_validate_json(f'{{"text": "{MARK}"}}').text)


if __name__ == "__main__":
    OneChecked().run()
