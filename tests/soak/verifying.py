"""The store at the end: everything acknowledged is there, for any program to read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from tests.course.shipped import ROOT
from tests.soak.promises import Promise
from tutor.domain.answer import AnswerGiven
from tutor.services.health import Screen, report_of
from tutor.store.place import Place

SCREEN = Screen(("utf-8", "utf-8", "utf-8"), (True, True, True), (80, 24))


def verified(
    name: str, place: Place, acknowledged: Mapping[str, AnswerGiven], others: int = 0
) -> list[Promise]:
    """Return what is found in a closed store.

    Args:
        name: what ran.
        place: the person's folder.
        acknowledged: every answer whose saving returned, by id.
        others: how many answers there were before.
    """
    rows = rows_in(place.store)
    lost = [each for each in acknowledged.values() if rows.get(each.id) != _row(each)]
    expected = len(acknowledged) + others
    problems = report_of(place, ROOT, SCREEN, environment={}).problems
    return [
        Promise(f"{name}: answers lost or changed", str(len(lost)), not lost),
        Promise(
            f"{name}: answers in the file",
            f"{len(rows)} of {expected}",
            len(rows) == expected,
        ),
        Promise(
            f"{name}: what the doctor finds wrong",
            "; ".join(problems) or "nothing",
            not problems,
        ),
    ]


def rows_in(store: Path) -> dict[str, dict[str, Any]]:
    """Return the answers of a store by id, as plain TinyDB reads them."""
    with TinyDB(store, access_mode="r", encoding="utf-8") as plain:
        return {row["id"]: dict(row) for row in plain.table("answers")}


def _row(answer: AnswerGiven) -> dict[str, Any]:
    """Return an answer as a row."""
    return answer.model_dump(mode="json")
