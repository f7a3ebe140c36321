"""Send to a real Ralph and read back: `make lrs-test`, on 127.0.0.1 alone.

Sample learners are sent, sent again, cut in the middle and sent on; then the report
from Ralph is held against the report from files, cell by cell.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.architecture.tree import ROOT
from tests.cohort.samples import sample_bundles, sample_files
from tests.course.shipped import course
from tests.interop.ralph_process import FACULTY, INTERN, STRANGER, Ralph
from tutor.domain.bundle import Bundle
from tutor.domain.figures import Figures
from tutor.interop.lrs_address import address_of
from tutor.interop.lrs_client import LrsClient
from tutor.interop.lrs_credentials import Credentials
from tutor.interop.lrs_errors import LrsError, PassingError
from tutor.interop.lrs_patience import Patience
from tutor.interop.lrs_wire import Wire
from tutor.interop.queueing import queue
from tutor.interop.sending import Sending, Sent
from tutor.reports.json_file import read_report
from tutor.services.system_clock import SystemClock
from tutor.store.outbox import Outbox
from tutor.store.place import Place

LEARNERS, ANSWERS = 8, 60
SHORT = 0.05


def main() -> None:
    """Do all of it, and say what was seen."""
    bundles = sample_bundles(LEARNERS, answers=ANSWERS)
    with TemporaryDirectory(prefix="tutor-ralph-") as name:
        folder = Path(name)
        ralph = Ralph(folder)
        try:
            ralph.start()
            _prove(ralph, folder, bundles)
        finally:
            ralph.kill()


def _prove(ralph: Ralph, folder: Path, bundles: Sequence[Bundle]) -> None:
    """Send, send again, cut, read back."""
    began = time.monotonic()
    sent = [_send(ralph, folder / "un", each) for each in bundles[:-1]]
    total = sum(each.done for each in sent)
    assert [(each.conflicts, each.large) for each in sent] == [(0, 0)] * len(sent)
    assert len(ralph.ids) == total
    _say(f"sent {total} statements of {len(sent)} learners", began)

    assert not any(_send(ralph, folder / "un", each).done for each in bundles[:-1])
    again = _send(ralph, folder / "deux", bundles[0])
    assert again == sent[0], again
    assert len(ralph.ids) == total
    _say("sent again, from the same queue and from another: nothing twice", began)

    total += _cut(ralph, folder / "un", bundles[-1])
    assert len(ralph.ids) == total
    assert len({json.loads(line)["id"] for line in ralph.ids}) == total
    _say(f"killed in the middle and sent on: {total} statements, each once", began)

    _conflict(ralph, folder / "trois")
    assert len(ralph.ids) == total
    _say("another statement with the same id: put apart, the others unharmed", began)

    assert _read(ralph, FACULTY, "non") == "lrs.unauthorized"
    assert _read(ralph, STRANGER, ralph.password) == "0"
    _say("a wrong password is refused, and a stranger reads nothing", began)

    _compare(ralph, folder, bundles)
    _say("report --from-lrs: every cell as in the report over files", began)


def _client(wire: Wire) -> LrsClient:
    """Return a client that hardly waits."""
    patience = Patience(lambda _: time.sleep(SHORT), SystemClock(), Random(0))
    return LrsClient(wire, patience)


def _box(ralph: Ralph, home: Path, bundle: Bundle) -> Outbox:
    """Return the queue of a learner, filled."""
    place = Place(home / bundle.learner_id)
    box = Outbox(place, address_of(ralph.url).url, bundle.course.id)
    queue(box, bundle, course())
    return box


def _send(ralph: Ralph, home: Path, bundle: Bundle) -> Sent:
    """Send what a learner hands over."""
    box = _box(ralph, home, bundle)
    with Wire(address_of(ralph.url), Credentials(INTERN, ralph.password)) as wire:
        return Sending(_client(wire), box).run()


def _cut(ralph: Ralph, home: Path, bundle: Bundle) -> int:
    """Kill Ralph while a learner sends, start it again; return what they sent in all."""
    box = _box(ralph, home, bundle)
    before = len(box.waiting())

    def kill(done: int, _: int) -> None:
        if done:
            ralph.kill()

    with Wire(address_of(ralph.url), Credentials(INTERN, ralph.password)) as wire:
        try:
            Sending(_client(wire), box, batch=20).run(kill)
        except PassingError:
            assert 0 < len(box.waiting()) < before
        else:
            raise AssertionError("nothing was cut")
    ralph.start()
    with Wire(address_of(ralph.url), Credentials(INTERN, ralph.password)) as wire:
        assert Sending(_client(wire), box, batch=7).run().done == before - 20
    return before


def _conflict(ralph: Ralph, home: Path) -> None:
    """Send a statement that Ralph has with other words, among others it has as is."""
    place = Place(home)
    box = Outbox(place, address_of(ralph.url).url, course().head.id)
    queue(box, sample_bundles(1, answers=ANSWERS)[0], course())
    waiting = box.waiting()
    odd = json.loads(waiting[3].data)
    odd["object"]["id"] += "-autre"
    changed = waiting[3]._replace(data=json.dumps(odd).encode())
    box.fill([*waiting[:3], changed, *waiting[4:]])
    with Wire(address_of(ralph.url), Credentials(INTERN, ralph.password)) as wire:
        sent = Sending(_client(wire), box).run()
    assert (sent.done, sent.conflicts) == (len(waiting) - 1, 1)
    assert box.kept().apart == {changed.id: "conflict"}


def _read(ralph: Ralph, user: str, password: str) -> str:
    """Return how many statements somebody reads at first, or why they may not."""
    with Wire(address_of(ralph.url), Credentials(user, password)) as wire:
        try:
            return str(len(next(_client(wire).pages())))
        except LrsError as error:
            return error.message_id


def _compare(ralph: Ralph, folder: Path, bundles: Sequence[Bundle]) -> None:
    """Hold the report from Ralph against the report over files."""
    sample_files(folder / "carnets", tuple(bundles))
    files = _report(ralph, str(folder / "carnets"))
    store = _report(ralph, "--from-lrs", ralph.url)
    assert files.people == len(bundles)
    cells = 0
    for ours, theirs in zip(store.tables, files.tables, strict=True):
        assert ours == theirs
        cells += sum(map(len, ours.rows))
    assert store.model_copy(update={"made_at": files.made_at}) == files
    _say(f"{len(store.tables)} tables, {cells} cells", None)


def _report(ralph: Ralph, *words: str) -> Figures:
    """Return the report that the command makes."""
    secret = {"TUTOR_LRS_USER": FACULTY, "TUTOR_LRS_PASSWORD": ralph.password}
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "report", *words, "--format", "json"],
        env={**os.environ, **secret},
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return read_report(done.stdout)


def _say(seen: str, began: float | None) -> None:
    """Print what was seen, and after how long."""
    after = "" if began is None else f" ({time.monotonic() - began:.1f} s)"
    sys.stdout.write(f"{seen}{after}\n")


if __name__ == "__main__":
    main()
