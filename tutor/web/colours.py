"""The colours of the themes, as the pages round the terminal need them."""

from textual.theme import Theme

from tutor.tui.theme import DARK, LIGHT, THEMES

NAMES = ("background", "surface", "foreground", "secondary", "accent", "warning")
TERMINAL = {"background": "#000000", "surface": "#000000"}
"""What the terminal of the page draws where a theme leaves the colours to it."""
INK = "#ffffff"


def theme_css() -> str:
    """Return the colours of each theme; a page without a terminal follows the browser."""
    rules = [
        f":root {{ color-scheme: dark light;{_colours(DARK)} }}",
        f"@media (prefers-color-scheme: light) {{ :root {{{_colours(LIGHT)} }} }}",
    ]
    for name, theme in THEMES.items():
        scheme = "dark" if theme.dark else "light"
        colours = _colours(theme)
        rules.append(
            f':root[data-theme="{name}"] {{ color-scheme: {scheme};{colours} }}'
        )
    return "\n".join(rules) + "\n"


def _colours(theme: Theme) -> str:
    """Return the colours of a theme as properties of a style sheet."""
    found = {name: str(getattr(theme, name)) for name in NAMES}
    own = {
        name: colour if colour.startswith("#") else TERMINAL.get(name, INK)
        for name, colour in found.items()
    }
    return "".join(f" --{name}: {colour};" for name, colour in own.items())
