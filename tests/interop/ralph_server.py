"""Start Ralph on its file backend, run by `.venv-lrs/bin/python`; not part of the tutor.

Two faults of ralph-malph 5.1.0 are mended on the way: its file backend refuses a second
POST (it creates where it should append), and compares an IRI with a text where it looks
for a verb or an activity.
"""

import os

os.environ.setdefault("RALPH_RUNSERVER_BACKEND", "fs")

import uvicorn  # type: ignore[import-not-found]
from ralph.backends.data.base import BaseOperationType  # type: ignore[import-not-found]
from ralph.backends.lrs.fs import FSLRSBackend  # type: ignore[import-not-found]

by_verb = FSLRSBackend._add_filter_by_verb
by_activity = FSLRSBackend._add_filter_by_activity


def _verb(filters, verb):
    by_verb(filters, str(verb) if verb else None)


def _activity(filters, activity, related):
    by_activity(filters, str(activity) if activity else None, related)


FSLRSBackend.default_operation_type = BaseOperationType.APPEND
FSLRSBackend._add_filter_by_verb = staticmethod(_verb)
FSLRSBackend._add_filter_by_activity = staticmethod(_activity)

if __name__ == "__main__":
    uvicorn.run(
        "ralph.api:app",
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        log_level="warning",
    )
