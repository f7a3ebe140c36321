"""Files as interns hand them in, right and forged."""

import json
import zipfile
from pathlib import Path
from typing import Any

from tests.cohort.cohorts import small_course
from tests.domain.bundles import handed_answer, handed_bundle
from tutor.cohort.collect import Collected, collect
from tutor.domain.bundle import Bundle
from tutor.domain.bundle_reading import BundleError, read_bundle
from tutor.domain.bundle_text import digest_of, written


def bundle(number: int = 0, **more: object) -> Bundle:
    """Return a bundle of one person of the small course."""
    usual: dict[str, object] = {
        "bundle_id": f"{number:032x}",
        "learner_id": f"{number:032x}",
        "learner": f"mésange {number}",
        "answers": (handed_answer(number), handed_answer(100 + number)),
    }
    return handed_bundle(**{**usual, **more})


def told(collected: Collected) -> list[tuple[str, str, bool]]:
    """Return what is said of files: the last parts of path and reason, and use."""
    return [
        (Path(r.path).name, r.message_id.rpartition(".")[2], r.used)
        for r in collected.refused
    ]


def collected_in(folder: Path, files: dict[str, bytes], **more: Any) -> Collected:
    """Collect files with these bytes."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return collect([folder], course=small_course(), **more)


def forged(**changes: object) -> bytes:
    """Return a bundle with something that does not fit, laid out as written."""
    fields: dict[str, Any] = json.loads(written(bundle()))
    fields["answers"][0].update(changes)
    return laid_out(fields)


def laid_out(fields: dict[str, Any]) -> bytes:
    """Return fields as the tutor writes them, their digest right."""
    fields = {**fields, "digest": digest_of(fields)}

    def line(value: object) -> str:
        kept = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
        if isinstance(value, list) and value:
            each = (json.dumps(entry, **kept) for entry in value)  # type: ignore[arg-type]
            return "[\n" + ",\n".join(each) + "\n]"
        return json.dumps(value, **kept)  # type: ignore[arg-type]

    lines = (f'"{name}":{line(fields[name])}' for name in sorted(fields))
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def domain_reads(data: bytes) -> bool:
    """Return whether the domain's own rules let a bundle pass."""
    try:
        read_bundle(data)
    except BundleError:
        return False
    return True


def copies(found: Collected) -> set[str]:
    """Return the members left out because another has the same id."""
    said = [r for r in found.refused if r.message_id == "report.refused.copy"]
    return {r.path.partition("!")[2] for r in said}


class zip_of:  # noqa: N801 - a context like those of the standard library
    """A zip of some bytes in a folder of its own."""

    def __init__(self, datas: Any) -> None:
        from tempfile import TemporaryDirectory

        self._folder = TemporaryDirectory()
        self._files = {f"{n}.json": data for n, data in enumerate(datas)}

    def __enter__(self) -> tuple[Path, dict[str, bytes]]:
        path = Path(self._folder.name) / "a.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._files.items():
                archive.writestr(name, data)
        return path, self._files

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()
