"""Two themes: one background, one raised surface, one accent, one caution, one grave."""

from textual.theme import Theme

DARK = Theme(
    name="tuteur-sombre",
    primary="#5cc2b3",
    secondary="#9fb4c7",
    accent="#5cc2b3",
    success="#86c28b",
    warning="#e0b25a",
    error="#e58a72",
    foreground="#e4e8e6",
    background="#15191b",
    surface="#1e2427",
    panel="#252c30",
    dark=True,
)
LIGHT = Theme(
    name="tuteur-clair",
    primary="#0b6b60",
    secondary="#44586b",
    accent="#0b6b60",
    success="#2c6b34",
    warning="#7a5200",
    error="#9c3a22",
    foreground="#1f2426",
    background="#faf8f3",
    surface="#eeebe2",
    panel="#e4e0d4",
    dark=False,
)
