"""What grows, and what is looked at while it does: answers, questions, lessons, bundles."""

import itertools
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from bench.checking import checked, make_large_course, question_text
from bench.cohort import run
from bench.cohort_bundles import make_bundles
from bench.lesson import open_unit
from bench.processes import to_end, to_text
from bench.rounds import Measure, Measures, Spent
from bench.searching import search_among
from bench.stage import LONG, make_answers, make_course, make_person
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.run import new_id
from tutor.services.system_clock import SystemClock
from tutor.store.place import Place

DOUBLINGS = 5
_TUTOR = str(Path(sys.executable).with_name("tutor"))


@dataclass(frozen=True)
class Curve:
    """Something that is measured at every size."""

    name: str
    what: str
    sizes: tuple[int, ...]
    of: str
    """What the sizes count."""
    value: Callable[[Spent], float] = lambda spent: spent.seconds
    beside: str = ""
    """The curve whose measure also gives this one, if it has none of its own."""


@dataclass(frozen=True)
class Axis:
    """What grows, and the curves drawn over it."""

    name: str
    curves: tuple[Curve, ...]
    stage: Callable[[Path], AbstractContextManager[Measures]]
    """Prepares an empty folder, and gives the measures by `key`."""
    most_rounds: int = 1_000


def key(curve: str, size: int) -> str:
    """Return what the measure of a curve at a size is called."""
    return f"{curve} at {size}"


def doubled(first: int) -> tuple[int, ...]:
    """Return a size doubled again and again."""
    return tuple(first * 2**power for power in range(DOUBLINGS + 1))


ANSWERS = doubled(1_250)
BANK = doubled(50)
FOUND = doubled(400)
LESSONS = doubled(15)
SECTIONS = doubled(15)
BUNDLES = doubled(50)


@contextmanager
def _answers(folder: Path) -> Iterator[Measures]:
    """Give people of ever more answers: one answer saved, where they stand, Home."""
    course = make_course(folder / "course")
    words = ("--course", str(course))
    measures: dict[str, Measure] = {}
    desks = []
    for size in ANSWERS:
        home = make_person(folder / str(size), course, size).root
        shutil.copytree(home, folder / f"{size}-saving")
        desk = Desk(
            course, Place(folder / f"{size}-saving"), SystemClock(), Random(size)
        )
        desks.append(desk)
        measures |= {
            key("save", size): _saving(desk),
            key("known", size): _knowing(desk),
            key("status", size): partial(
                to_end, _TUTOR, *words, "status", "--json", home=home
            ),
            key("home", size): partial(
                to_text, say("home.next"), "-m", "tutor", *words, home=home
            ),
        }
    yield measures
    for desk in desks:
        desk.close()


def _saving(desk: Desk) -> Measure:
    """Return the measure of one more answer made safe."""
    last, chance = make_answers(desk, 1)[0], Random(0)

    def save() -> Spent:
        fresh = last.model_copy(update={"id": new_id(chance)})
        start = time.perf_counter()
        desk.store.add(fresh)
        return Spent(time.perf_counter() - start)

    return save


def _knowing(desk: Desk) -> Measure:
    """Return the measure of what the next question waits for once one was answered."""
    last, chance = make_answers(desk, 1)[0], Random(1)

    def know() -> Spent:
        desk.store.add(last.model_copy(update={"id": new_id(chance)}))
        start = time.perf_counter()
        assert desk.store.record(last.course).answers
        return Spent(time.perf_counter() - start)

    return know


@contextmanager
def _questions(folder: Path) -> Iterator[Measures]:
    """Give banks of ever more questions: checked, opened; and ever more to search."""
    measures: dict[str, Measure] = {}
    course = make_course(folder / "course")
    for size in BANK:
        path = course / "quizzes" / f"banque-{size}.md"
        text = f'---\nid: {path.stem}\ntitre: "Une banque"\n---\n\n# Une banque\n'
        asked = (question_text(f"{path.stem}-{n}", Random(n)) for n in range(size))
        path.write_text(text + "".join(asked), encoding="utf-8")
        measures[key("check-bank", size)] = partial(checked, course, path)
    place = make_person(folder / "home", course, 0)
    for size in BANK:
        opened = partial(open_unit, course, place, f"banque-{size}")
        measures[key("open-bank", size)] = opened
    for size in FOUND:
        measures[key("search", size)] = search_among(folder / f"s{size}", size // 100)
    yield measures


@contextmanager
def _lessons(folder: Path) -> Iterator[Measures]:
    """Give courses of ever more lessons, and a lesson of ever more sections."""
    measures: dict[str, Measure] = {}
    for size in LESSONS:
        course = make_large_course(folder / str(size), size)
        home = make_person(folder / f"{size}-home", course, 0).root
        words = ("-m", "tutor", "--course", str(course))
        measures[key("check-course", size)] = partial(checked, course)
        measures[key("home-course", size)] = partial(
            to_text, say("home.next"), *words, home=home
        )
    for size in SECTIONS:
        course = make_course(folder / f"{size}-sections", size)
        place = make_person(folder / f"{size}-reader", course, 0)
        measures[key("open-lesson", size)] = partial(open_unit, course, place, LONG)
    yield measures


@contextmanager
def _bundles(folder: Path) -> Iterator[Measures]:
    """Give ever more bundles: read by DuckDB, counted, and written as a page."""
    for size in BUNDLES:
        make_bundles(folder / str(size), size)
    curves = {"read": "read", "count": "count", "page": "report"}
    yield {
        key(curve, size): partial(run, what, folder / str(size))
        for size, (curve, what) in itertools.product(BUNDLES, curves.items())
    }


AXES = (
    Axis(
        "answers",
        (
            Curve("save", "one answer saved", ANSWERS, "answers"),
            Curve("known", "the record known again", ANSWERS, "answers"),
            Curve("status", "tutor status --json", ANSWERS, "answers"),
            Curve("home", "Home painted", ANSWERS, "answers"),
        ),
        _answers,
    ),
    Axis(
        "questions",
        (
            Curve("check-bank", "a bank checked", BANK, "questions"),
            Curve("open-bank", "a bank opened", BANK, "questions"),
            Curve("search", "a search", FOUND, "questions"),
        ),
        _questions,
    ),
    Axis(
        "lessons",
        (
            Curve("check-course", "a course checked", LESSONS, "lessons"),
            Curve("home-course", "Home painted", LESSONS, "lessons"),
            Curve("open-lesson", "a lesson opened", SECTIONS, "sections"),
        ),
        _lessons,
        most_rounds=5,
    ),
    Axis(
        "bundles",
        (
            Curve("count", "a cohort counted", BUNDLES, "bundles"),
            Curve("page", "counted, and written as a page", BUNDLES, "bundles"),
            Curve("read", "read by bare DuckDB", BUNDLES, "bundles"),
            Curve(
                "held",
                "memory held while counting",
                BUNDLES,
                "bundles",
                lambda spent: spent.kilobytes,
                "count",
            ),
        ),
        _bundles,
        most_rounds=5,
    ),
)
