"""Questions as `cmi.interaction` activities, and responses as xAPI writes them.

Identifiers inside an interaction are the positions of the course's source, from 0: they
stay the same however options were shuffled on the screen.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from tutor.domain.course import SelfRating
from tutor.domain.prose import Text, plain, texts_of
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.interop.xapi_ids import INTERACTION

InteractionType = Literal[
    "choice", "fill-in", "likert", "matching", "performance", "sequencing"
]
"""Those of xAPI 1.0.3 (Data, 4.1.4.1) that a question of the tutor becomes."""
Json = dict[str, Any]

BETWEEN = "[,]"
"""Stands between the parts of a response."""
WITHIN = "[.]"
"""Stands between the two sides of a pair."""
CARRIED = "1"
"""What a piece of information of a message earns: it is there."""
SCALE = range(-2, 3)
"""The values of a TCS."""
LONGEST_NAME = 120
"""Characters of the name of a question; its description has all of its words."""
_OF_KIND: dict[str, InteractionType] = {
    "qroc": "fill-in",
    "appariement": "matching",
    "ordre": "sequencing",
    "relais": "performance",
}


def interaction_type(
    kind: str, response: Sequence[int] | str | None
) -> InteractionType:
    """Return the type of interaction that an answer belongs to.

    Args:
        kind: the kind of the question, such as `qrm`.
        response: words, positions, or None where the words were left out.
    """
    if isinstance(response, str):
        return "fill-in"
    if kind == "tcs":
        return "matching" if response is not None and len(response) != 1 else "likert"
    found = _OF_KIND.get(kind, "choice")
    return "choice" if found == "fill-in" and response is not None else found


def response_text(form: InteractionType, response: Sequence[int] | str) -> str:
    """Return a response as xAPI writes it; empty where nothing was said.

    Args:
        form: as `interaction_type` returned it.
        response: words or positions.
    """
    if isinstance(response, str):
        return response
    match form:
        case "matching":
            pairs = (f"{row}{WITHIN}{value}" for row, value in enumerate(response))
            return BETWEEN.join(pairs)
        case "performance":
            return BETWEEN.join(f"{each}{WITHIN}{CARRIED}" for each in response)
        case _:
            return BETWEEN.join(map(str, response))


def response_in(form: str, text: str) -> list[int] | str:
    """Return the response that `response_text` wrote.

    Args:
        form: the type of the interaction.
        text: the response.

    Raises:
        ValueError: it is none of that form.
    """
    if form == "fill-in":
        return text
    parts = text.split(BETWEEN)
    if form == "matching":
        return [int(part.partition(WITHIN)[2]) for part in parts]
    return [int(part.partition(WITHIN)[0]) for part in parts]


def definition_of(question: Question, langue: str, form: InteractionType) -> Json:
    """Return the definition of the activity that a question is.

    Args:
        question: of the course, with the key that the answer was given to.
        langue: the language of the course.
        form: the type of the interaction; what may be chosen is only said where it is
            that of the question.
    """
    said = "\n".join(text for text in texts_of(question.stem) if text.strip())
    definition = bare_definition(form)
    if said:
        definition["name"] = {langue: _shortened(said)}
        definition["description"] = {langue: said}
    components, patterns = _components(question, form, langue)
    definition |= {name: each for name, each in components.items() if each}
    if patterns:
        definition["correctResponsesPattern"] = patterns
    return definition


def bare_definition(form: InteractionType) -> Json:
    """Return the definition of a question that the course no longer has as it was.

    Args:
        form: the type of the interaction.
    """
    return {"type": INTERACTION, "interactionType": form}


def rating_definition(
    degrees: Iterable[str], langue: str, rating: SelfRating | None = None
) -> Json:
    """Return the definition of a scale on which a person places themself.

    Args:
        degrees: what may be answered.
        langue: the language of the course.
        rating: the block of the course, where it has one.
    """
    definition = bare_definition("likert")
    if rating is None:
        return definition | {"scale": [{"id": each} for each in degrees]}
    said = "\n".join(text for text in texts_of(rating.stem) if text.strip())
    if said:
        definition["name"] = {langue: _shortened(said)}
    scale = [
        _component(str(number), plain(text), langue)
        for number, text in enumerate(rating.scale, 1)
    ]
    return definition | {"scale": scale}


def _components(
    question: Question, form: InteractionType, langue: str
) -> tuple[dict[str, list[Json]], list[str]]:
    """Return what may be chosen, and the responses that are right."""
    match question, form:
        case Choice(), "choice":
            texts = [option.text for option in question.options]
            right = response_text(form, sorted(question.expected))
            return {"choices": _numbered(texts, langue)}, [right] if right else []
        case ShortAnswer(), "fill-in":
            return {}, [each for each in question.accepted if each.strip()]
        case Concordance(), "likert":
            return {"scale": [{"id": str(each)} for each in SCALE]}, []
        case Concordance(), "matching":
            rows = [f"{plain(r.hypothesis)} — {plain(r.news)}" for r in question.rows]
            source = [_component(str(n), row, langue) for n, row in enumerate(rows)]
            return {"source": source, "target": [{"id": str(v)} for v in SCALE]}, []
        case Matching(), "matching":
            source = _numbered([pair.left for pair in question.pairs], langue)
            target = _numbered([pair.right for pair in question.pairs], langue)
            right = response_text(form, range(len(source)))
            return {"source": source, "target": target}, [right]
        case Ordering(), "sequencing":
            steps = _numbered(question.items_in_order, langue)
            return {"choices": steps}, [response_text(form, range(len(steps)))]
        case Relay(), "performance":
            steps = _numbered([atom.text for atom in question.atoms], langue)
            return {"steps": steps}, [response_text(form, range(len(steps)))]
        case _:
            return {}, []


def _numbered(texts: Iterable[Text], langue: str) -> list[Json]:
    """Return one component for each text, by its position."""
    return [
        _component(str(number), plain(text), langue)
        for number, text in enumerate(texts)
    ]


def _component(name: str, text: str, langue: str) -> Json:
    """Return what may be chosen; a text without signs is not described."""
    return {"id": name, "description": {langue: text}} if text.strip() else {"id": name}


def _shortened(text: str) -> str:
    """Return the first words of a text, on one line."""
    line = " ".join(text.split())
    return (
        line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1].rstrip()}…"
    )
