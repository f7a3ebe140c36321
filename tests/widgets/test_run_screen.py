"""A run saves each answer, says what it refuses, and never loses one."""

from pathlib import Path
from random import Random

import pytest

from tests.cli.small import eased
from tests.factories import StoppedClock
from tests.services.courses import (
    SMALL,
    block,
    front,
    qru,
    reflection,
    tcs,
    write_course,
)
from tests.tui.person import Person, sitting
from tests.widgets.stage import comes
from tutor.store.place import Place
from tutor.tui.app import Errand, TutorApp
from tutor.tui.screens.home import HomeScreen
from tutor.tui.widgets.run_flow import RunFlow

pytestmark = pytest.mark.no_cover

RETRY = "Entrée pour réessayer."
NOTE_RETRY = "ctrl+s pour réessayer."

SCALE_OF_TWO = block("autoeval", "s-deux", "1. oui\n2. non\n", 'comp="C5.N.1"')
SCALE = block(
    "autoeval",
    "s-cinq",
    "".join(f"{n}. degré {n}\n" for n in range(1, 6)) + "\n> **Preuve** une trace\n",
    'comp="C5.N.1 C5.N.2"',
)
FILES = {
    **SMALL,
    "content/03-cartes.md": front("cartes") + reflection("c-note") + tcs("c-tcs"),
    "content/04-echelles.md": front("echelles") + SCALE_OF_TWO + SCALE,
    "content/05-courte.md": front("courte") + qru("c-qru") + "Un mot de la fin.\n",
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course with cards and scales."""
    return write_course(tmp_path / "cours", FILES)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a new person."""
    return tmp_path / "home"


class Trouble:
    """A disk that refuses the person's file while it is broken."""

    def __init__(self, home: Path) -> None:
        self._file = home / "progress.json"
        self._aside = home / "aside.json"

    def begin(self) -> None:
        """Put a folder where the file should be."""
        if self._file.exists():
            self._file.rename(self._aside)
        self._file.mkdir(parents=True)

    def end(self) -> None:
        """Put the file back."""
        self._file.rmdir()
        if self._aside.exists():
            self._aside.rename(self._file)


def told(person: Person) -> str:
    """Return the words of the screen, whatever line they stand on."""
    return " ".join(person.seen.split())


REFUSED = [
    ("b-un", "enter", "Cochez"),
    ("cas-1-b", "a b c", "2"),
    ("a-mots", "enter", ""),
]


@pytest.mark.parametrize(("target", "keys", "said"), REFUSED)
async def test_what_does_not_fit_is_refused_with_a_word_and_stores_nothing(
    home: Path, course: Path, target: str, keys: str, said: str
) -> None:
    async with sitting(home, target, course=course) as person:
        await person.press(*keys.split())

        assert person.told
        assert said in person.told
        assert person.answers == []
        assert person.focus in {"ChoiceList", "Input"}


SENT_BACK = [
    ("inconnu", "Rien ne s'appelle « inconnu »"),
    ("revision", "Rien n'est à revoir"),
]


@pytest.mark.parametrize(("target", "said"), SENT_BACK)
async def test_where_there_is_nothing_to_play_one_is_back_home_with_a_word(
    home: Path, course: Path, target: str, said: str
) -> None:
    errand, chance = Errand(target), Random(0)
    app = TutorApp(course, Place(home), errand, clock=StoppedClock(), chance=chance)
    async with app.run_test() as pilot:
        assert await comes(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert await comes(pilot, lambda: len(app._notifications) == 1)
        (note,) = app._notifications
        assert said in eased(note.message)
    app.desk.close()


async def test_an_answer_that_could_not_be_saved_stays_and_enter_tries_again(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        trouble = Trouble(home)
        trouble.begin()
        await person.press("b", "enter", "3")
        assert RETRY in told(person)
        assert "raison 1" in person.seen
        assert "Enregistrement…" not in person.seen
        await person.press("enter")
        assert RETRY in told(person)
        assert person.flow.shown.key == "b-un"
        trouble.end()
        await person.press("enter")

        assert RETRY not in told(person)
        assert "Réponse enregistrée." in person.seen
        assert person.answer["question"] == "b-un"
        await person.go_on()
        assert person.flow.shown.key == "b-deux"


async def test_leaving_with_an_unsaved_answer_has_to_be_asked_twice(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        trouble = Trouble(home)
        trouble.begin()
        await person.press("b", "enter", "escape")
        assert person.place == "RunScreen"
        assert RETRY in told(person)
        await person.press("escape")

        assert person.place == "HomeScreen"
        trouble.end()


async def test_leaving_at_the_certainty_keeps_the_answer_without_one(
    home: Path, course: Path
) -> None:
    async with sitting(home, "banque", course=course) as person:
        await person.press("b", "enter", "escape")

        assert person.place == "HomeScreen"
        assert (person.answer["response"], person.answer["certainty"]) == ([1], None)


async def write(person: Person, text: str) -> None:
    """Write a note and keep it."""
    await person.type(text)
    await person.press("ctrl+s")


async def test_a_note_is_kept_then_the_leads_are_read_and_enter_goes_on(
    home: Path, course: Path
) -> None:
    async with sitting(home, "cartes", course=course) as person:
        await write(person, "ma note")
        assert [row["text"] for row in person.rows("notes")] == ["ma note"]
        assert "Note gardée" in person.told
        assert "Pistes : une piste" in person.seen
        await person.go_on()
        assert person.flow.shown.key == "c-tcs"
        await write(person, "")

        assert "Votes d'origine non documentée" in person.seen
        assert len(person.rows("notes")) == 1


async def test_a_note_that_could_not_be_kept_stays_in_its_field(
    home: Path, course: Path
) -> None:
    async with sitting(home, "cartes", course=course) as person:
        trouble = Trouble(home)
        trouble.begin()
        await write(person, "ma note")
        assert NOTE_RETRY in told(person)
        assert "Pistes" not in person.seen
        trouble.end()
        await person.press("ctrl+s")

        assert NOTE_RETRY not in told(person)
        assert [row["text"] for row in person.rows("notes")] == ["ma note"]


async def test_a_scale_of_five_positions_and_another_only_goes_on(
    home: Path, course: Path
) -> None:
    async with sitting(home, "echelles", course=course) as person:
        await person.press("2", "enter")
        assert person.rows("positionings") == []
        assert "Preuve" not in person.seen
        await person.go_on()
        assert person.flow.shown.key == "s-cinq"
        await person.press("4", "enter")
        assert "Preuve possible : une trace" in person.seen

        rows = person.rows("positionings")
        assert [(row["code"], row["value"]) for row in rows] == [
            ("C5.N.1", "4"),
            ("C5.N.2", "4"),
        ]
        assert "Position enregistrée." in person.told
        await person.go_on()
        assert "Fin de « Titre de echelles »." in person.seen


async def test_a_position_that_could_not_be_saved_can_be_given_again(
    home: Path, course: Path
) -> None:
    async with sitting(home, "echelles", course=course) as person:
        await person.press("p")
        trouble = Trouble(home)
        trouble.begin()
        await person.press("3", "enter")
        assert person.flow.shown.key == "s-cinq"
        assert RETRY in told(person)
        trouble.end()
        await person.press("enter")

        assert len(person.rows("positionings")) == 2


async def test_the_end_counts_as_reached_and_enter_goes_home(
    home: Path, course: Path
) -> None:
    async with sitting(home, "courte", course=course) as person:
        await person.press("a", "enter", "1")
        await person.go_on()
        assert "Un mot de la fin." in person.seen
        assert "Points : 1 sur 1." in person.seen
        (run,) = person.rows("runs")
        assert run["ended"]
        await person.press("p", "i", "enter")

        assert person.place == "HomeScreen"


async def test_enter_does_nothing_where_an_answer_is_awaited_elsewhere(
    home: Path, course: Path
) -> None:
    async with sitting(home, "b-un", course=course) as person:
        person.app.screen.query_one(RunFlow).focus()
        await person.press("enter")

        assert person.flow.shown.key == "b-un"
        assert person.answers == []


KEYS = [
    ("b-un", "", "espace cocher"),
    ("b-un", "b enter", "1 2 3 certitude"),
    ("a-mots", "", "F2 indice"),
    ("b-tcs", "", "← → changer la valeur"),
    ("cartes", "", "ctrl+s enregistrer"),
    ("b-un", "b enter 3", "← revoir"),
]


@pytest.mark.parametrize(("target", "keys", "shown"), KEYS)
async def test_the_last_line_names_the_keys_that_work_now(
    home: Path, course: Path, target: str, keys: str, shown: str
) -> None:
    async with sitting(home, target, course=course) as person:
        await person.press(*keys.split())

        assert shown in "\n".join(person.lines[-3:])
