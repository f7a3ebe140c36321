"""Files of statements beside others: which they are, sealed or not, and their copies."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.domain.bundles import handed_bundle
from tests.interop.handed import every_kind, one_of_everything
from tutor.domain.bundle_text import written
from tutor.domain.errors import TutorError
from tutor.interop.statement_files import bundles_among
from tutor.interop.statements import statement_lines, statements_of
from tutor.services.sealing import make_key, seal, unseal

WHOLE = one_of_everything()
LINES = list(statement_lines(statements_of(WHOLE, every_kind())))


def test_files_are_told_by_their_names(tmp_path: Path) -> None:
    bundle = handed_bundle()
    (tmp_path / "vide.jsonl").write_bytes(b"")
    (tmp_path / "a.JSONL").write_bytes(b"".join(LINES))
    (tmp_path / "b.json").write_bytes(written(bundle))
    (tmp_path / ".cache.jsonl").write_bytes(b"{}")
    os.mkfifo(tmp_path / "tube.jsonl")
    with bundles_among([str(tmp_path / "*"), "absent.jsonl"]) as among:
        *rest, folder = among.paths
        assert [Path(p).name for p in rest] == ["b.json", "tube.jsonl", "absent.jsonl"]
        (copy,) = Path(folder).iterdir()
        assert copy.read_bytes() == written(WHOLE)
        assert among.names[str(copy)].startswith(f"{tmp_path / 'a.JSONL'}!ffffffff-")
        assert Path(folder).stat().st_mode & 0o077 == 0
    assert not Path(folder).exists()


def test_pipes_and_devices_of_a_folder_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.jsonl")
    os.mkfifo(tmp_path / "scellé.jsonl.age")
    (tmp_path / "sans-fin.jsonl").symlink_to("/dev/zero")
    (tmp_path / "z.jsonl").write_bytes(b"".join(LINES))

    with bundles_among([str(tmp_path)], lambda data: data) as among:
        assert [r.message_id for r in among.refused] == ["report.refused.special"] * 3
        assert len(among.names) == 1


def test_a_sealed_file_asks_for_its_key(tmp_path: Path) -> None:
    pytest.importorskip("pyrage", reason="sealing is an extra that is not installed")
    pair = make_key()
    sealed = seal(b"".join(LINES), pair.public)
    path = tmp_path / "a.jsonl.age"
    path.write_bytes(sealed)
    with bundles_among([str(path)]) as among:
        assert [r.message_id for r in among.refused] == ["export.read.sealed"]
        assert among.paths == ()
    with bundles_among([str(path)], lambda data: unseal(data, pair.private)) as among:
        assert among.refused == ()
        assert len(among.names) == 1


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(LINES))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "absent"))
    with pytest.raises(TutorError) as caught, bundles_among([str(path)]):
        pass
    assert caught.value.message_id == "xapi.temporary"
