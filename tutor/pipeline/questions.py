"""Make a question of a block, or say why it is none."""

import re
from typing import Any

from tutor.domain.course import MISSIONS, PHASES
from tutor.domain.question import (
    Choice,
    ChoiceKind,
    KnownAnswer,
    Option,
    Question,
    ShortAnswer,
)
from tutor.pipeline.anatomy import Anatomy, Task
from tutor.pipeline.arrangements import build_matching, build_ordering, build_relay
from tutor.pipeline.attributes import Attributes
from tutor.pipeline.concordance import build_concordance
from tutor.pipeline.findings import Findings

SHARED_NAMES = frozenset(
    {
        *("comp", "missions", "faits", "points", "phase", "certitude", "lecon"),
        *("si", "sinon"),
    }
)
EXTRA_NAMES: dict[str, frozenset[str]] = {
    "qru": frozenset(),
    "qrm": frozenset(),
    "qrp": frozenset({"n"}),
    "qrpl": frozenset({"n"}),
    "qroc": frozenset({"mots"}),
    "appariement": frozenset(),
    "ordre": frozenset(),
    "tcs": frozenset(),
    "relais": frozenset(),
}
"""Every kind of question, and the attributes that it has beside those of all."""
OPTION_COUNTS = {"qru": (2, 9), "qrm": (4, 5), "qrp": (3, 9), "qrpl": (10, 25)}
_OTHER = "(autre)"
_NUMBER = re.compile(r"\d{1,4}")
MOST_POINTS = 100
MOST_WORDS = 50


def build_question(
    kind: str,
    attributes: Attributes,
    anatomy: Anatomy,
    findings: Findings,
    *,
    has_panel: bool = False,
) -> Question | None:
    """Return the question a block holds, or None after saying what is missing.

    Args:
        kind: one of `EXTRA_NAMES`.
        attributes: what stood between the braces; the id is there.
        anatomy: what stood inside.
        findings: where problems are noted.
        has_panel: whether the front matter names a panel.
    """
    shared = _shared(attributes, anatomy, findings)
    if not anatomy.stem:
        findings.add("enonce-absent", anatomy.line)
    match kind:
        case "qroc":
            return _short_answer(attributes, anatomy, shared, findings)
        case "tcs":
            return build_concordance(anatomy, shared, findings, has_panel=has_panel)
        case "appariement":
            return build_matching(anatomy, shared, findings)
        case "ordre":
            return build_ordering(anatomy, shared, findings)
        case "relais":
            return build_relay(anatomy, shared, findings)
        case _:
            return _choice(kind, attributes, anatomy, shared, findings)


def _choice(
    kind: str,
    attributes: Attributes,
    anatomy: Anatomy,
    shared: dict[str, Any],
    findings: Findings,
) -> Choice | None:
    """Make a choice question."""
    before = len(findings.problems)
    _check_choice(kind, attributes, anatomy, findings)
    if not anatomy.stem or _has_error(findings, before):
        return None
    options = tuple(_option(task) for task in anatomy.tasks)
    return Choice(kind=_choice_kind(kind), options=options, **shared)


def _choice_kind(kind: str) -> ChoiceKind:
    """Narrow a kind to those of choice questions."""
    match kind:
        case "qru" | "qrm" | "qrp" | "qrpl":
            return kind
        case _:
            raise TypeError(f"{kind!r} is no choice question")


BLOCKING = frozenset(
    {
        "enonce-absent",
        "nombre-de-propositions",
        "qru-une-seule",
        "qrm-aucune",
        "nombre-annonce",
        "proposition-vide",
    }
)
"""Problems that leave nothing to ask."""


def _has_error(findings: Findings, before: int) -> bool:
    """Return whether a blocking problem was noted since."""
    return any(problem.code in BLOCKING for problem in findings.problems[before:])


def _shared(
    attributes: Attributes, anatomy: Anatomy, findings: Findings
) -> dict[str, Any]:
    """Return the fields every question has."""
    line = anatomy.line
    for mission in attributes.codes("missions"):
        if mission not in MISSIONS:
            known = ", ".join(MISSIONS)
            findings.add("mission-inconnue", line, mission=mission, known=known)
    for phase in attributes.codes("phase"):
        if phase not in PHASES:
            findings.add("phase-inconnue", line, phase=phase, known=", ".join(PHASES))
    return {
        "id": attributes.id,
        "stem": anatomy.stem,
        "items": attributes.codes("comp"),
        "missions": attributes.codes("missions"),
        "facts": attributes.codes("faits"),
        "phases": attributes.codes("phase"),
        "points": _points(attributes, line, findings),
        "lesson": attributes.values.get("lecon"),
        "asks_certainty": attributes.values.get("certitude", "oui") != "non",
        "when": attributes.values.get("si"),
        "unless": attributes.values.get("sinon"),
        "hints": tuple(anatomy.labelled.get("Indice", [])),
        "explanation": anatomy.label("Explication"),
        "source": anatomy.label("Source"),
        "line": line,
    }


def _points(attributes: Attributes, line: int, findings: Findings) -> float:
    """Return the weight in the total of a run."""
    written = attributes.values.get("points", "1").replace(",", ".")
    try:
        points = float(written)
    except ValueError:
        points = 0.0
    if not 0 < points <= MOST_POINTS:
        findings.add("points-invalides", line, value=written)
        return 1.0
    return points


def _check_choice(
    kind: str, attributes: Attributes, anatomy: Anatomy, findings: Findings
) -> None:
    """Note what is wrong with the options of a choice question."""
    line, count = anatomy.line, len(anatomy.tasks)
    right = sum(task.ticked for task in anatomy.tasks)
    least, most = OPTION_COUNTS[kind]
    if anatomy.bullets:
        findings.add("proposition-sans-case", line)
    if not least <= count <= most:
        findings.add(
            "nombre-de-propositions",
            line,
            least=least,
            most=most,
            count=count,
            kind=kind.upper(),
        )
    if kind == "qru" and right != 1:
        findings.add("qru-une-seule", line, count=right)
    if kind == "qrm" and right < 1:
        findings.add("qrm-aucune", line)
    if kind in {"qrp", "qrpl"}:
        written = attributes.values.get("n", "")
        if written != str(right) or right < 1 or right == count:
            findings.add("nombre-annonce", line, written=written or "—", count=right)
    for task in anatomy.tasks:
        _check_task(task, findings)


def _check_task(task: Task, findings: Findings) -> None:
    """Note what is wrong with one option."""
    excerpt = task.source[:40]
    if not task.feedback:
        findings.add("retour-absent", task.line, text=excerpt)
    if not task.text:
        findings.add("proposition-vide", task.line)
    classes = task.attributes.classes
    if "indispensable" in classes and not task.ticked:
        findings.add("indispensable-faux", task.line, text=excerpt)
    if "inacceptable" in classes and task.ticked:
        findings.add("inacceptable-juste", task.line, text=excerpt)


def _option(task: Task) -> Option:
    """Make an option of a task."""
    classes = task.attributes.classes
    return Option(
        text=task.text,
        right=task.ticked,
        feedback=task.feedback,
        indispensable="indispensable" in classes and task.ticked,
        inacceptable="inacceptable" in classes and not task.ticked,
        last="dernier" in classes,
        misconception=task.attributes.values.get("err"),
    )


def _short_answer(
    attributes: Attributes,
    anatomy: Anatomy,
    shared: dict[str, Any],
    findings: Findings,
) -> ShortAnswer | None:
    """Make a QROC."""
    known = tuple(
        KnownAnswer(
            text=task.source,
            right=task.ticked,
            feedback=task.feedback,
            misconception=task.attributes.values.get("err"),
        )
        for task in anatomy.tasks
        if task.source.strip().casefold() != _OTHER
    )
    others = [
        task.feedback
        for task in anatomy.tasks
        if task.source.strip().casefold() == _OTHER
    ]
    if anatomy.bullets:
        findings.add("proposition-sans-case", anatomy.line)
    most_words = _most_words(attributes, anatomy.line, findings)
    if not any(answer.right for answer in known):
        findings.add("qroc-sans-reponse", anatomy.line)
        return None
    if not anatomy.stem:
        return None
    return ShortAnswer(
        known=known,
        other_feedback=others[0] if others else (),
        most_words=most_words,
        **shared,
    )


def _most_words(attributes: Attributes, line: int, findings: Findings) -> int | None:
    """Return how many words are advised, if the author says so."""
    written = attributes.values.get("mots")
    if written is None:
        return None
    if not _NUMBER.fullmatch(written) or not 0 < int(written) <= MOST_WORDS:
        findings.add("mots-invalides", line, value=written)
        return None
    return int(written)
