"""Bundles as interns hand them over, and as somebody spoils them."""

from tests.factories import NOON
from tutor.domain.bundle import Bundle, Consent, HandedAnswer, HandedCourse, HandedWords
from tutor.domain.bundle_text import finished


def handed_answer(number: int = 0, **more: object) -> HandedAnswer:
    """Return an answer: a right QRU, unless told otherwise."""
    usual: dict[str, object] = {
        "id": f"{number:032x}",
        "question": "q-1",
        "key_hash": "0" * 16,
        "kind": "qru",
        "items": ("C5.N.1",),
        "response": [0],
        "credit": 0.666667,
        "certainty": 2,
        "at": NOON,
        "seconds": 12.5,
        "run": "1" * 32,
    }
    return HandedAnswer.model_validate({**usual, **more})


def handed_bundle(**more: object) -> Bundle:
    """Return a bundle with two answers and a note, unless told otherwise."""
    consent = Consent(at=NOON, parts=("answers", "notes"), statement="D'accord.")
    usual: dict[str, object] = {
        "bundle_id": "b" * 32,
        "learner_id": "f" * 32,
        "learner": "mésange",
        "exported_at": NOON,
        "course": HandedCourse(id="petit-cours", version="1.0.0", hash="0" * 64),
        "consent": consent,
        "answers": (handed_answer(), handed_answer(1, response="mots « dits »\n[")),
        "notes": (HandedWords(subject="a-avant", text="À deux,\nlundi.", at=NOON),),
    }
    return finished(Bundle.model_validate({**usual, **more}))
