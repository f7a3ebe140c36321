"""How long Home takes to be on the terminal, counted from the start of the process."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from bench import one_checked, one_static
from bench.apps import APPS, app_to_text
from bench.commands import BARE
from bench.figures import Figure, Stand, memory
from bench.processes import bare, to_text
from bench.rounds import Measures, Spent
from bench.stage import LONG, MANY, make_course, make_large_course, make_person
from tutor.locale import say

TOY = "an app of one Static"
LARGER = 10
"""How many times as large as ours the other course is."""


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give the first paint of ours and of others; each is prepared when first asked.

    Args:
        folder: an empty one.
    """

    @cache
    def course(name: str, times: int) -> Path:
        if times > 1:
            return make_large_course(folder / name, times)
        return make_course(folder / name)

    @cache
    def person(name: str, times: int, answers: int) -> tuple[Path, str]:
        root = course(f"course-{times}", times)
        return make_person(folder / name, root, answers).root, str(root)

    def home(name: str, times: int, answers: int) -> Spent:
        place, root = person(name, times, answers)
        words = ("-m", "tutor", "--course", root)
        return to_text(say("home.next"), *words, home=place)

    def lesson() -> Spent:
        place, root = person("learner", 1, 0)
        words = ("-m", "tutor", "--course", root, "play", LONG)
        return to_text("Partie 2", *words, home=place)

    yield {
        "bare": bare,
        "toy": partial(to_text, one_static.MARK, one_static.__file__),
        "checked": partial(to_text, one_checked.MARK, one_checked.__file__),
        "home": partial(home, "newcomer", 1, 0),
        "full": partial(home, "veteran", 1, MANY),
        "large": partial(home, "reader", LARGER, 0),
        "lesson": lesson,
        **{app.name: partial(app_to_text, app, folder / app.name) for app in APPS},
    }


STAND = Stand(
    "first paint",
    stage,
    (
        Figure("static-paint", f"{TOY} painted", BARE, "toy", "bare"),
        Figure("home-paint", "Home painted", BARE, "home", "bare", 30, "2"),
        Figure("home-static", "Home painted", TOY, "home", "toy", 1.8, "6 (2: 2)"),
        *(
            Figure(
                f"home-{app.name}",
                "Home painted",
                app.name.capitalize(),
                "home",
                app.name,
                1,
                "6",
            )
            for app in APPS
        ),
        Figure(
            "home-answers",
            "Home of 20,000 answers",
            "of none",
            "full",
            "home",
            1.3,
            "2, 5",
        ),
        Figure(
            "home-course",
            f"Home of a course {LARGER} times as large",
            "of ours",
            "large",
            "home",
            1.1,
            "5",
        ),
        Figure("memory-home", "memory of Home", TOY, "home", "toy", compare=memory),
        Figure(
            "memory-lesson",
            "memory with a lesson open",
            TOY,
            "lesson",
            "toy",
            1.5,
            "6",
            memory,
        ),
        Figure(
            "memory-checked",
            "memory of one Static that pydantic checked",
            TOY,
            "checked",
            "toy",
            compare=memory,
        ),
    ),
)
