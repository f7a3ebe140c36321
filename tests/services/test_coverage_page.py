"""The page of a coverage stands alone, can be heard, and cannot be written into."""

import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tests.course.shipped import course
from tutor.domain.course import Course
from tutor.services.coverage import coverage_of
from tutor.services.coverage_page import page_of

TODAY = date(2026, 11, 22)
EMPTY = Course.model_validate(
    {
        "head": {"id": "c", "titre": "T", "version": "1", "referentiel": "r"},
        "framework": {
            "id": "r",
            "titre": "R",
            "niveaux": [],
            "competence": [
                {"code": "C5", "nom": "n", "source": "s", "formulation": "de travail"}
            ],
        },
        "units": [
            {
                "kind": "lesson",
                "head": {"id": "u", "titre": "U"},
                "path": "u.md",
                "parts": [],
            }
        ],
        "facts": {},
        "sources": {},
        "glossary": {},
        "misconceptions": {},
    }
)
"""A course with one empty lesson."""


class Page(HTMLParser):
    """A page as a browser meets it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last tag opened."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.text += data


def test_the_page_stands_alone_and_its_tables_can_be_heard() -> None:
    text = page_of(coverage_of(course(), TODAY))
    page = Page(text)
    names = [tag for tag, _ in page.tags]

    assert text.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert {"script", "link", "img", "iframe", "a"} & set(names) == set()
    assert not re.search(r"https?:|url\(|@import", text)
    assert names.count("caption") == names.count("table") > 5
    heads = [attrs for tag, attrs in page.tags if tag == "th"]
    assert {attrs.get("scope") for attrs in heads} == {"col", "row"}
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_the_page_says_every_item_and_every_misconception() -> None:
    page = Page(page_of(coverage_of(course(), TODAY)))

    for item in course().framework.items:
        assert item.texte in page.text
    for belief in course().misconceptions.values():
        assert belief.title in page.text


@given(st.text())
def test_no_value_can_write_the_page(text: str) -> None:
    found = coverage_of(EMPTY, TODAY)
    hostile = f"</td><script>{text}"
    tallies = tuple(t.model_copy(update={"text": hostile}) for t in found.tallies)
    columns = tuple(
        c.model_copy(update={"id": hostile, "title": hostile}) for c in found.columns
    )
    changed = {"title": hostile, "tallies": tallies, "columns": columns}
    names = [tag for tag, _ in Page(page_of(found.model_copy(update=changed))).tags]

    assert names == [tag for tag, _ in Page(page_of(found)).tags]


def test_a_course_without_misconceptions_says_so() -> None:
    page = Page(page_of(coverage_of(EMPTY, TODAY)))

    assert "Le cours n'a pas d'idées fausses." in page.text
