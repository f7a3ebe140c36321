"""Four themes: one background, one raised surface, one accent, one caution, one grave.

A text is written in `$foreground`, `$quiet` where it matters less, or one of the
colours that mean something; it stands on `$background`, `$surface` or `$panel`, and each
of these pairs is legible (a test computes them). Lines are drawn in `$rule`, which only
separates, and `$edge`, which bounds what one can act upon.
"""

from textual.theme import Theme

from tutor.domain.looks import Looks, ThemeName


def _frames(
    edge: str, focus: str, caution: str, line: str, raised: str
) -> dict[str, str]:
    """Return the borders: of what can be answered, of what has the keys, of caution.

    Args:
        edge: the colour at rest.
        focus: the colour of what has the keys.
        caution: the colour of a warning.
        line: the kind of line around what has the keys.
        raised: the border of a sheet laid over the screen.
    """
    return {
        "frame": f"round {edge}",
        "frame-focus": f"{line} {focus}",
        "frame-caution": f"round {caution}",
        "frame-caution-focus": f"{line} {caution}",
        "raised": raised,
    }


def _lines(quiet: str, rule: str, edge: str, here: str) -> dict[str, str]:
    """Return the colours Textual has no name for, and those it would choose itself.

    Args:
        quiet: text that matters less.
        rule: a line that separates.
        edge: a line that bounds.
        here: what lies under the text at hand.
    """
    return {
        "quiet": quiet,
        "rule": rule,
        "edge": edge,
        "here": here,
        "here-style": "none",
        "input-cursor-text-style": "none",
        "border-blurred": edge,
        "text-muted": quiet,
        "text-disabled": quiet,
        "foreground-muted": quiet,
        "foreground-disabled": quiet,
    }


DARK = Theme(
    name="tuteur-sombre",
    primary="#6cc7b8",
    secondary="#a9bccd",
    accent="#6cc7b8",
    success="#8fca94",
    warning="#e6bd6a",
    error="#ee9a84",
    foreground="#e6eae8",
    background="#14181a",
    surface="#1a2023",
    panel="#212a2e",
    dark=True,
    variables={
        **_lines("#a3aeae", "#3c484c", "#6b787c", "#25383a"),
        **_frames("#6b787c", "#6cc7b8", "#e6bd6a", "round", "blank #212a2e"),
        "input-cursor-background": "#e6eae8",
        "input-cursor-foreground": "#14181a",
        "input-selection-background": "#33565a",
        "input-selection-foreground": "#e6eae8",
    },
)
LIGHT = Theme(
    name="tuteur-clair",
    primary="#0a5f56",
    secondary="#3d5164",
    accent="#0a5f56",
    success="#22602b",
    warning="#6e4a00",
    error="#8f3119",
    foreground="#1b2022",
    background="#fbf9f4",
    surface="#f3f0e8",
    panel="#ece8dd",
    dark=False,
    variables={
        **_lines("#525a5c", "#c9c4b6", "#7f7c72", "#dfeae4"),
        **_frames("#7f7c72", "#0a5f56", "#6e4a00", "round", "blank #ece8dd"),
        "input-cursor-background": "#1b2022",
        "input-cursor-foreground": "#fbf9f4",
        "input-selection-background": "#bcdcd6",
        "input-selection-foreground": "#1b2022",
    },
)
CONTRAST = Theme(
    name="tuteur-contraste",
    primary="#7ff0dd",
    secondary="#cfe0f0",
    accent="#7ff0dd",
    success="#9ff0a6",
    warning="#ffd76e",
    error="#ffb3a1",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101416",
    dark=True,
    variables={
        **_lines("#d6dcdc", "#8a9496", "#c2cacb", "#17302d"),
        **_frames("#8a9496", "#7ff0dd", "#ffd76e", "heavy", "round #c2cacb"),
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#7ff0dd",
        "input-selection-foreground": "#000000",
    },
)


def _without_colour() -> Theme:
    """Return the theme that leaves both colours to the terminal.

    What has the keys is told by a heavier frame, by signs, by bold and by reverse.
    """
    own = "ansi_default"
    bare = Theme(
        name="tuteur-sans-couleur",
        primary=own,
        secondary=own,
        accent=own,
        success=own,
        warning=own,
        error=own,
        foreground=own,
        background=own,
        surface=own,
        panel=own,
        boost=own,
        ansi=True,
    )
    named = bare.to_color_system().generate()
    bare.variables = {
        **{name: own for name, said in named.items() if said.startswith("ansi_")},
        **_lines(own, own, own, own),
        **_frames(own, own, own, "heavy", f"round {own}"),
        "ansi-background": own,
        "ansi-foreground": own,
        "here-style": "bold underline",
        "input-cursor-text-style": "reverse",
    }
    return bare


PLAIN = _without_colour()
THEMES: dict[ThemeName, Theme] = {
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "plain": PLAIN,
}


def widths(looks: Looks) -> dict[str, str]:
    """Return the widths style sheets name, for the width of a page.

    Everything hangs on one column of text: pages are set in it, frames hold it between
    their sides, lists run as wide.

    Args:
        looks: how wide a line of text may be.
    """
    line = looks.page_width
    return {
        "page": str(line + 8),
        "framed": str(line + 2),
        "list": str(line + 6),
        "sheet": str(line + 16),
    }
