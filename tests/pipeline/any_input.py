"""What hypothesis draws: texts, heads, braces, tables and lessons with broken lines."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.pipeline.reading import COURSE, ROOT

ANY = settings(
    deadline=None,
    database=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
FEW = settings(ANY, max_examples=max(10, ANY.max_examples // 2))
"""For what takes long; more when more are asked for."""
BASES = (ROOT / "content" / "01-bases.md").read_text(encoding="utf-8").split("\n")
SMALL = (COURSE / "content" / "relais.md").read_text(encoding="utf-8").split("\n")
PIECES = [
    *(
        "---",
        "::: qru {#a}",
        "::: tcs {#b}",
        "::: autoeval {#c}",
        "::: qroc {#d mots=",
        ":::",
    ),
    *(
        "- [x] un",
        "- [ ] deux {err=",
        "  > raison",
        "- [x]",
        "-",
        "- **+1** oui",
        "1. un",
    ),
    *(
        "| a | b | -2 | -1 | 0 | +1 | +2 |",
        "|---|---|---|---|---|---|---|",
        "| a |",
        "|",
    ),
    *(
        "> **Indice** un",
        "> rien",
        "## Cas {#e .dossier}",
        "### Un",
        "# ",
        "```",
        "~~~",
    ),
    *(
        "[a](b)",
        "![",
        "&#0;",
        "\\",
        "**",
        "_",
        "`",
        "{",
        "}",
        "\t",
        "\u00a0",
        "",
        "\x00",
    ),
]
SIGNS = st.text("{}#.=\"'\\ :;%-_aé1“\u00a0\n", max_size=40)
SCALARS = st.text(max_size=12) | st.integers().map(str) | st.sampled_from(["", "a: b"])
NODES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4)
    ),
    max_leaves=12,
)
YAML = st.sampled_from(
    [
        *(
            "? [a]",
            "? {a: b}",
            ": b",
            "a: &a [*a]",
            "b: *a",
            "c: {[a]: b}",
            "phase: [a",
        ),
        *(
            "]",
            "- a",
            "titre: |",
            "  suite",
            "<<: *a",
            "...",
            "--- a",
            "%TAG",
            "!!int a",
        ),
        *(f"phase: {'[' * 400}", f"auteurs: {'- ' * 400}", '"\\ud800": "\\e"'),
    ]
)
CELLS = st.lists(
    st.sampled_from(
        ["a", "", "-2", "−1", "0", "+1", "12", "²", "٣", "9" * 5000, "**b**"]
    ),
    max_size=9,
)
REASONS = st.sampled_from(
    ["- **+1**", "- **-2** oui", "- **+1**`a`", "- ", "- **a** b"]
)
FIELDS = st.sampled_from(
    [
        "id",
        "titre",
        "langue",
        "version",
        "duree_min",
        "phase",
        "prerequis",
        "competences",
        "missions",
        "auteurs",
        "relecteurs",
        "panel",
        "valide_jusqu_au",
        "autre",
    ]
)


@st.composite
def mutations(draw: st.DrawFn, lines: list[str]) -> str:
    """Draw a real lesson with lines deleted, doubled, moved, cut and put in."""
    lesson = list(lines)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(lesson) - 1))
        match draw(st.sampled_from(["delete", "double", "move", "cut", "insert"])):
            case "delete":
                del lesson[at]
            case "double":
                lesson.insert(at, lesson[at])
            case "move":
                lesson.insert(draw(st.integers(0, len(lesson) - 1)), lesson.pop(at))
            case "cut":
                lesson[at] = lesson[at][draw(st.integers(0, 10)) :]
            case _:
                lesson.insert(at, draw(st.sampled_from(PIECES)))
    return "\n".join(lesson)
