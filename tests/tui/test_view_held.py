"""What was asked stays in view when it is corrected, whatever stands further up."""

from pathlib import Path

import pytest

from tests.services.courses import write_course
from tests.tui.person import USUAL, sitting

pytestmark = pytest.mark.no_cover

LESSON = """---
id: vue
titre: "La vue tient"
langue: fr
version: "1.0"
duree_min: 5
phase: socle
competences: [C5.N.1]
missions: [acces]
---

# La vue tient

::: reflexion {#v-avant comp="C5.N.1"}
Avant de lire, notez ce que vous savez.

> **Pistes** Rien n'est attendu.

:::

Un patient attend à la porte du cabinet.

::: qru {#v-une comp="C5.N.1"}
Que faites-vous ?

- [x] Le recevoir
  > Il est là.
- [ ] Le renvoyer
  > Il reviendra plus malade.

> **Explication** On reçoit qui attend.

:::

::: qroc {#v-mots mots="3" comp="C5.N.1"}
Quel mot manque ?

- [x] coordination

> **Explication** Un mot court.

:::
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course whose question comes after a field one may write in."""
    return write_course(tmp_path / "cours", {"content/01-vue.md": LESSON})


async def test_the_correction_is_where_the_answer_was(home: Path, course: Path) -> None:
    async with sitting(home, "vue", course=course, size=USUAL) as person:
        await person.read()
        await person.press("f3")
        await person.read()
        await person.press("a", "enter")
        before = person.flow.scroll_offset.y
        assert before > 0
        await person.press("3")

        assert "On reçoit qui attend." in person.seen
        assert person.flow.scroll_offset.y == before
        assert person.focus == "RunFlow"


async def test_the_own_mark_is_where_the_field_was(home: Path, course: Path) -> None:
    async with sitting(home, "vue", course=course, size=USUAL) as person:
        await person.read()
        await person.press("f3")
        await person.read()
        await person.press("p")
        await person.read()
        await person.type("cordination")
        await person.press("enter", "3")

        assert person.focus == "OwnMark"
        assert "cordination" in person.seen
