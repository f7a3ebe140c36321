"""The reading of a file for its author: as it is, and as it read last."""

import os
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import (
    PANEL,
    block,
    case,
    front,
    options,
    qroc,
    qru,
    rating,
    reflection,
    tcs,
    write_course,
)
from tutor.assessment.ordering import shown_order
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.prose import plain
from tutor.services.answer_key import key_of
from tutor.services.checking import check_paths
from tutor.services.preview_pieces import Piece
from tutor.services.previewing import Preview, Previewer, stale_text

RELAY = '- [x] la dose {#dose mots="dose, mg" .indispensable}\n  > Elle rappelle.\n'
TEXT = (
    front("brouillon", "Un brouillon")
    + "Une lecture.\n\n## Une partie\n\nEncore.\n\n"
    + qru("b-qru", "-x-", 'comp="C5.N.1 C5.C.1"')
    + block("relais", "b-relais", RELAY, 'comp="C5.N.1"')
    + '::: note {si="dose"}\nElle vient.\n:::\n\n'
    + qroc("b-mots", 'comp="C9.Z.9"')
    + reflection("b-note")
    + "Fin.\n"
)


class Draft:
    """A file outside any course, and the one who reads it again and again."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.root = write_course(folder / "cours")
        self.path = folder / "brouillon.md"
        self.clock = StoppedClock()
        self.write(text)
        self.previewer = Previewer(self.path, self.root, self.clock)

    def write(self, text: str) -> None:
        """Save the file."""
        self.path.write_text(text, encoding="utf-8")

    def read(self, text: str | None = None) -> Preview:
        """Read the file, a minute later, once another text is saved."""
        self.clock.forward(minutes=1)
        if text is not None:
            self.write(text)
        return self.previewer.read()


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """Return a draft that reads."""
    return Draft(tmp_path)


def keys(preview: Preview) -> list[str]:
    """Return what the pieces are called."""
    return [piece.key for piece in preview.pieces]


def piece_of(preview: Preview, key: str) -> Piece:
    """Return a piece by what it is called."""
    return next(piece for piece in preview.pieces if piece.key == key)


def test_a_file_is_read_from_top_to_bottom_with_its_lines(draft: Draft) -> None:
    seen = draft.read()

    assert seen.title == "Un brouillon"
    assert keys(seen) == [
        *("Un brouillon", "Une partie", "b-qru", "b-relais", "b-relais+"),
        *("b-mots", "b-note", "b-note+"),
    ]
    lines = TEXT.split("\n")
    assert lines[piece_of(seen, "b-qru").line - 1].startswith("::: qru")
    assert lines[piece_of(seen, "Une partie").line - 1] == "## Une partie"
    heads = [piece.head for piece in seen.pieces if piece.question]
    assert [head[:16] for head in heads] == [
        f"Question {n} sur 3"[:16] for n in (1, 2, 3)
    ]
    note = piece_of(seen, "b-relais+").note.replace("\u00a0", " ")
    assert note == "Montré seulement si « dose » a été transmis."
    assert (seen.stale_since, stale_text(seen)) == (None, "")


def test_the_slips_are_those_of_check(draft: Draft) -> None:
    report = check_paths(draft.root, (str(draft.path),), draft.clock)

    assert draft.read().problems == tuple(report.problems)
    assert "item-inconnu" in {slip.code for slip in report.problems}


def test_items_are_counted_in_the_order_of_the_framework(draft: Draft) -> None:
    assert [tuple(each) for each in draft.read().items] == [
        ("C5.N.1", "Repère les acteurs", 2),
        ("C5.C.1", "Coordonne un parcours", 1),
        ("C9.Z.9", "inconnu du référentiel", 1),
    ]


def test_a_block_that_no_longer_reads_stays_as_it_read_last(draft: Draft) -> None:
    before = draft.read()
    broken = TEXT.replace("- [ ] proposition 2", "- [x] proposition 2")
    now = draft.read(broken.replace("Une lecture.", "Une autre lecture."))

    stale = piece_of(now, "b-qru")
    assert stale.is_stale
    assert stale.task == piece_of(before, "b-qru").task
    assert [key for key in keys(now) if not key.startswith("faute:")] == keys(before)
    slip = now.pieces[keys(now).index("b-qru") - 1].slip
    assert slip is not None
    assert slip.line == stale.line
    assert "Une autre lecture." in str(now.pieces[0].reading)
    assert "Ne se lit plus depuis" in stale_text(now)
    assert "b-qru" in stale_text(now)

    later = draft.read()
    assert later.stale_since == now.stale_since == now.at
    assert later.at > now.at
    assert draft.read(TEXT).stale_since is None
    assert keys(draft.read()) == keys(before)


def test_a_block_taken_out_goes(draft: Draft) -> None:
    draft.read()
    gone = TEXT.replace(qroc("b-mots", 'comp="C9.Z.9"'), "::: quizz\n:::\n\n")

    assert "b-mots" not in keys(draft.read(gone))


def test_a_head_that_does_not_read_leaves_the_last_reading(draft: Draft) -> None:
    before = draft.read()
    now = draft.read(TEXT.replace("titre:", "titre: [", 1))

    assert keys(now) == keys(before)
    assert now.stale_since == now.at
    assert "L'en-tête du fichier ne se lit pas." in stale_text(now)
    assert now.problems != before.problems
    assert draft.read(TEXT).stale_since is None


def test_a_head_that_never_read_is_shown_as_it_is_written(tmp_path: Path) -> None:
    draft = Draft(tmp_path, "---\ntitre: [\n---\n\nDu texte.\n")
    for _ in range(2):
        seen = draft.read()
        assert "Du texte." in str([piece.reading for piece in seen.pieces])
        assert any(piece.slip for piece in seen.pieces)
        assert seen.stale_since is not None
    assert draft.read(TEXT).stale_since is None


def test_a_file_that_goes_and_comes_back_keeps_its_last_reading(draft: Draft) -> None:
    before = draft.read()
    draft.path.unlink()
    now, later = draft.read(), draft.read()

    assert keys(now) == keys(later) == keys(before)
    assert isinstance(now.failure, WrongUseError)
    assert later.stale_since == now.at
    assert f"{now.at.astimezone():%H:%M:%S}" in stale_text(later)
    assert draft.read(TEXT).failure is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is refused")
def test_a_file_that_may_not_be_read_is_said(draft: Draft) -> None:
    draft.path.chmod(0)
    assert isinstance(draft.read().failure, ContentError)


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"", b"x" * 30_000, b"\x1b[31m\n"])
def test_any_bytes_are_shown_and_never_raise(draft: Draft, raw: bytes) -> None:
    draft.read()
    draft.path.write_bytes(raw)
    seen = draft.read()

    assert seen.problems
    assert "\x1b" not in str(seen.pieces)


def test_a_reference_file_is_shown_as_it_is_written(tmp_path: Path) -> None:
    root = write_course(tmp_path / "cours")
    path = root / "content" / "idees-fausses.md"
    path.write_text("# Idées fausses\n\n## Sans code\n", encoding="utf-8")
    seen = Previewer(path, root, StoppedClock()).read()

    assert keys(seen) == ["texte"]
    assert "## Sans code" in str(seen.pieces[0].reading)
    assert "content/idees-fausses.md" in {slip.path for slip in seen.problems}


def test_a_dossier_is_open_and_a_draw_is_drawn(tmp_path: Path) -> None:
    text = (
        front("d") + case() + '## Suite\n\n::: questions {banque="banque" n="9"}\n:::\n'
    )
    seen = Draft(tmp_path, text).read()

    found = keys(seen)
    case_part = found[found.index("Le cas cas-1") : found.index("Suite")]
    assert [key for key in case_part if not key.endswith("+")] == [
        *("Le cas cas-1", "Étape 1, l'appel", "cas-1-a"),
        *("Étape 2, la visite", "cas-1-b", "cas-1-c"),
    ]
    assert set(found[found.index("tirage:banque") :]) >= {"b-un", "b-deux", "b-tcs"}
    assert "Seulement 4 conviennent." in piece_of(seen, "tirage:banque").note


def test_a_course_that_does_not_read_leaves_the_text(draft: Draft) -> None:
    framework = draft.root / "content" / "referentiels" / "petit.toml"
    framework.write_text("[[", encoding="utf-8")
    seen = draft.read()

    assert "b-qru" in keys(seen)
    assert any("petit.toml" in slip.path for slip in seen.problems)


@pytest.mark.parametrize("name", ["absent.md", "x" * 5000, "cours"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, name: str) -> None:
    root = write_course(tmp_path / "cours")
    with pytest.raises(WrongUseError) as raised:
        Previewer(tmp_path / name, root, StoppedClock())
    assert raised.value.exit_code == 2


def test_the_key_of_each_kind_says_what_makes_an_answer_right(tmp_path: Path) -> None:
    pairs = "| Qui | Quoi |\n|---|---|\n| IDE | Soin |\n| Kiné | Marche |\n"
    text = (
        front("d", more=PANEL)
        + block("qrm", "k-qrm", options("Xx-!"), 'comp="C5.N.1"')
        + qroc("k-mots")
        + tcs("k-tcs")
        + block("appariement", "k-paires", pairs, 'comp="C5.N.1"')
        + block("ordre", "k-ordre", "1. un\n2. deux\n", 'comp="C5.N.1"')
        + block("relais", "k-relais", RELAY, 'comp="C5.N.1"')
        + rating("k-auto")
    )
    said = {}
    for piece in Draft(tmp_path, text).read().pieces:
        if question := piece.question:
            order = shown_order(question, 0, shuffled=False)
            said[question.kind] = [
                (line.label, plain(line.text), line.is_right, line.tags)
                for line in key_of(question, order)
            ]

    assert said["qrm"][0] == ("a", "proposition 0", True, ("indispensable",))
    assert said["qrm"][3] == ("d", "proposition 3", False, ("inacceptable",))
    assert said["qroc"][2] == ("", "courriel", False, ("IF-02",))
    votes = "Panel : −2 : 0, −1 : 1, 0 : 3, +1 : 10, +2 : 1"
    assert said["tcs"][0][3][0].replace("\u00a0", " ") == votes
    assert said["appariement"][0][1] == "IDE → Soin"
    assert said["ordre"][1][:2] == ("2", "deux")
    assert said["relais"][0][1:] == (
        *("la dose", True),
        ("indispensable", "mots\u00a0: dose, mg"),
    )
