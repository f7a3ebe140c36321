"""Bundles with one of everything, and any bundle at all, for what travels."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from tests.course.shipped import reference
from tests.domain.bundles import handed_answer, handed_bundle
from tests.factories import (
    NOON,
    choice,
    concordance,
    matching,
    ordering,
    relay,
    short_answer,
    stem,
    words,
)
from tutor.domain.bundle import (
    Bundle,
    Consent,
    HandedAnswer,
    HandedCourse,
    HandedLesson,
    HandedPositioning,
    HandedSurvey,
    HandedWords,
)
from tutor.domain.bundle_text import printable
from tutor.domain.course import Course, Dossier, FrontMatter, SelfRating, Step, Unit
from tutor.domain.question import Question, key_hash

VOTES = (1, 2, 3, 3, 1)
QUESTIONS: tuple[Question, ...] = (
    choice("qru", name="q-qru"),
    choice("qrm", "xx--", name="q-qrm"),
    choice("qrp", "xx--", name="q-qrp"),
    choice("qrpl", "xxx-------", name="q-qrpl"),
    short_answer(("soins primaires", "soin primaire"), name="q-mots"),
    concordance(VOTES, name="q-tcs"),
    concordance(VOTES, VOTES, name="q-tcs-2"),
    matching(name="q-paires"),
    ordering(name="q-ordre"),
    relay(name="q-relais"),
)
RESPONSES: dict[str, list[int] | str] = {
    "q-qru": [0],
    "q-qrm": [0, 2],
    "q-qrp": [0, 1],
    "q-qrpl": [1, 2, 3],
    "q-mots": "soin\n« primaire » [,]",
    "q-tcs": [-2],
    "q-tcs-2": [-1, 2],
    "q-paires": [1, 0, 2],
    "q-ordre": [1, 0, 3, 2],
    "q-relais": [0, 2],
}
RATING = SelfRating(
    kind="autoeval",
    id="e-libre",
    stem=stem("Où en êtes-vous ?"),
    scale=(words("nulle part"), words("quelque part")),
)


def every_kind() -> Course:
    """Return a course with a question of every kind, one of them in a dossier."""
    dossier = Dossier(
        kind="dossier",
        id="d-1",
        title=words("Un retour"),
        steps=(Step(title=words("Lundi"), parts=QUESTIONS[:1]),),
    )
    lesson = Unit(
        kind="lesson",
        head=FrontMatter(id="alpha", titre="Première leçon"),
        path="alpha.md",
        parts=(dossier, *QUESTIONS[1:]),
    )
    survey = Unit(
        kind="survey",
        head=FrontMatter(id="enquete", titre="Enquête"),
        path="enquete.md",
        parts=(RATING,),
    )
    shipped = reference()
    head = shipped.head.model_copy(update={"id": "petit-cours", "titre": "Petit"})
    return shipped.model_copy(update={"head": head, "units": (lesson, survey)})


def answer_to(asked: Question, number: int, **more: object) -> HandedAnswer:
    """Return an answer to a question of the course with every kind."""
    usual: dict[str, object] = {
        "question": asked.id,
        "key_hash": key_hash(asked),
        "kind": asked.kind,
        "items": ("C5.N.1", "C5.I.2"),
        "response": RESPONSES[asked.id],
    }
    return handed_answer(number, **{**usual, **more})


def one_of_everything() -> Bundle:
    """Return a bundle that makes a statement of every kind there is."""
    given = [answer_to(each, number) for number, each in enumerate(QUESTIONS)]
    given[0] = answer_to(QUESTIONS[0], 0, dossier="d-1", step=0, credit=1)
    worded = QUESTIONS[4]
    given += [
        answer_to(worded, 20, response=None),
        answer_to(worded, 21, response="", certainty=None, self_marked=True, hints=2),
        answer_to(QUESTIONS[1], 22, response=[]),
        answer_to(QUESTIONS[1], 23, key_hash="f" * 16, items=()),
        answer_to(QUESTIONS[1], 24, question="q-partie : loin", dossier="d é/1"),
        answer_to(QUESTIONS[1], 25, kind="vignette", response="mots"),
    ]
    parts = ("answers", "lessons", "positionings", "survey", "notes", "disputes")
    return handed_bundle(
        consent=Consent(at=NOON, parts=parts, statement="D'accord."),
        promotion="2025",
        semester=3,
        answers=tuple(given),
        lessons=tuple(
            HandedLesson.model_validate({"id": name, "state": state})
            for name, state in (("alpha", "done"), ("b", "started"), ("c", "new"))
        ),
        positionings=(
            HandedPositioning(code="C5.N.1", value="4", at=NOON),
            HandedPositioning(code="C5", value="I", at=NOON),
        ),
        survey=(
            HandedSurvey(question="e-libre", value=2, run="r", at=NOON),
            HandedSurvey(question="e-libre", value=7, run="r", at=NOON),
            HandedSurvey(question="e-autre", value=1, run="", at=NOON),
        ),
        notes=(HandedWords(subject="a-avant", text="À deux,\nlundi.", at=NOON),),
        disputes=(
            HandedWords(subject="q-qru", text="ambigu", at=NOON),
            HandedWords(subject="q-qru", text="", at=NOON),
        ),
    )


TEXTS = st.text(max_size=12).map(printable)
NAMED = TEXTS.filter(str.strip)
MOMENTS = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - Hypothesis gives the zone
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
KINDS = st.sampled_from(["qru", "qrm", "qroc", "tcs", "appariement", "ordre", "relais"])
NUMBERS = st.integers(-(2**40), 2**40)


def any_answer() -> st.SearchStrategy[HandedAnswer]:
    """Return answers of any shape that a bundle can hold."""
    return st.builds(
        HandedAnswer,
        id=TEXTS,
        question=st.sampled_from([*RESPONSES, "x"]) | TEXTS,
        key_hash=st.sampled_from([*map(key_hash, QUESTIONS)]) | TEXTS,
        kind=KINDS | TEXTS,
        dossier=st.none() | TEXTS,
        step=st.none() | NUMBERS,
        items=st.lists(TEXTS, max_size=3).map(tuple),
        response=st.none() | TEXTS | st.lists(NUMBERS, max_size=5),
        credit=st.floats(0, 1),
        self_marked=st.booleans(),
        certainty=st.sampled_from([None, 1, 2, 3]),
        hints=st.integers(0, 9),
        at=MOMENTS,
        seconds=st.integers(0, 10_000).map(lambda tenths: tenths / 10),
        run=TEXTS,
    )


def any_words() -> st.SearchStrategy[tuple[HandedWords, ...]]:
    """Return notes or objections."""
    each = st.builds(HandedWords, subject=TEXTS, text=TEXTS, at=MOMENTS)
    return st.lists(each, max_size=2).map(tuple)


PLACED = st.builds(
    HandedPositioning, code=TEXTS, value=st.sampled_from([*"12345NIC"]), at=MOMENTS
)
SAID = st.builds(
    HandedSurvey,
    question=st.just("e-libre") | TEXTS,
    value=st.integers(1, 12),
    run=TEXTS,
    at=MOMENTS,
)
LESSON = st.builds(
    HandedLesson, id=TEXTS, state=st.sampled_from(["new", "started", "done"])
)
COURSE = st.builds(
    HandedCourse, id=st.just("petit-cours") | TEXTS, version=TEXTS, hash=TEXTS
)
CONSENT = st.builds(
    Consent,
    at=MOMENTS,
    parts=st.just(("answers",)),
    items=st.lists(TEXTS, max_size=2).map(tuple),
    statement=TEXTS,
)


def any_bundle() -> st.SearchStrategy[Bundle]:
    """Return bundles of any shape, of a person who has an id."""
    fields = {
        "bundle_id": NAMED,
        "learner_id": NAMED,
        "learner": TEXTS,
        "promotion": TEXTS,
        "semester": st.none() | st.integers(1, 12),
        "exported_at": MOMENTS,
        "course": COURSE,
        "consent": CONSENT,
        "answers": st.lists(any_answer(), max_size=4).map(tuple),
        "lessons": st.lists(LESSON, max_size=3).map(tuple),
        "positionings": st.lists(PLACED, max_size=2).map(tuple),
        "survey": st.lists(SAID, max_size=2).map(tuple),
        "notes": any_words(),
        "disputes": any_words(),
    }
    return st.fixed_dictionaries(fields).map(lambda each: handed_bundle(**each))
