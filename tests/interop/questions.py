"""Questions of any text, for what is written must read back the same."""

from hypothesis import strategies as st

from tutor.domain.course import FrontMatter, Unit
from tutor.domain.prose import Paragraph, Span, Text
from tutor.domain.question import (
    Choice,
    KnownAnswer,
    Matching,
    Option,
    Ordering,
    Pair,
    Question,
    ShortAnswer,
)
from tutor.services.conversion import Source
from tutor.services.draws import nothing

SIGNS = r"~=#{}:%\<>&*[]()_`|!?;/-+.,'\"é à1aZ€→«»"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=12).map(
    lambda said: " ".join(said.split())
)
SAID = WORDS.filter(bool)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Draw a line: plain, or with a piece that looks otherwise."""
    first = draw(SAID)
    looks = draw(st.sampled_from([None, "bold", "italic", "code"]))
    if looks is None:
        return (Span(text=first),)
    other = Span(text=draw(SAID), **{looks: True})
    return (Span(text=f"{first} "), other)


def question(kind: str) -> st.SearchStrategy[Question]:
    """Return questions of a kind, all of whose texts are full of signs."""
    shared = {
        "id": IDS,
        "stem": texts().map(lambda text: (Paragraph(text=text),)),
        "explanation": texts(),
        "items": st.lists(st.sampled_from(["C5.C.11", "C1.N.2"]), unique=True).map(
            tuple
        ),
        "facts": st.just(("L-071",)),
        "missions": st.just(("acces",)),
        "asks_certainty": st.booleans(),
    }
    match kind:
        case "qroc":
            return st.builds(ShortAnswer, kind=st.just(kind), known=_known(), **shared)
        case "appariement":
            pair = st.builds(Pair, left=texts(), right=SAID.map(_plain))
            pairs = st.lists(pair, min_size=2, max_size=8).map(tuple)
            return st.builds(Matching, kind=st.just(kind), pairs=pairs, **shared)
        case "ordre":
            items = st.lists(texts(), min_size=2, max_size=8).map(tuple)
            return st.builds(
                Ordering, kind=st.just(kind), items_in_order=items, **shared
            )
        case _:
            return st.builds(
                Choice, kind=st.just(kind), options=_options(kind), **shared
            )


def _options(kind: str) -> st.SearchStrategy[tuple[Option, ...]]:
    """Return options of which a kind has as many, right or not, as it may."""
    least, most, right = {
        "qru": (2, 9, [1]),
        "qrm": (4, 5, [1, 2, 3, 4]),
        "qrp": (4, 7, [1, 2, 3]),
        "qrpl": (13, 14, [1, 5, 12]),
    }[kind]

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[Option, ...]:
        count, keys = draw(st.integers(least, most)), draw(st.sampled_from(right))
        places = draw(st.permutations([place < keys for place in range(count)]))
        return tuple(
            Option(
                text=draw(texts()),
                right=is_right,
                feedback=draw(texts()),
                indispensable=is_right and kind != "qru" and draw(st.booleans()),
                inacceptable=not is_right and kind != "qru" and draw(st.booleans()),
                misconception=draw(st.sampled_from([None, "IF-01"])),
            )
            for is_right in places
        )

    return drawn()


_RIGHT = st.sampled_from([True])


def _known() -> st.SearchStrategy[tuple[KnownAnswer, ...]]:
    """Return wordings, the first of them right; `->` is beyond GIFT, `*` has a sense."""
    words = SAID.filter(
        lambda said: "->" not in said and said != "*" and said[0] != "["
    )
    return st.tuples(
        st.builds(KnownAnswer, text=words, right=_RIGHT, feedback=texts()),
        st.builds(KnownAnswer, text=words, right=st.booleans(), feedback=texts()),
    )


def _plain(said: str) -> Text:
    """Return words as a text without looks."""
    return (Span(text=said),)


def source_of(*questions: Question) -> Source:
    """Return a bank that holds some questions, ready to be written."""
    head = FrontMatter(id="essai", titre="Essai / banque {1}")
    unit = Unit(kind="bank", head=head, path="quizzes/essai.md", parts=questions)
    return Source(unit, nothing)
