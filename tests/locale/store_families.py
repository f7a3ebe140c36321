"""What stands for `*` in the messages of the store, put together at run time."""

from typing import get_args

from tutor.domain.reasons import REASONS
from tutor.store.health import State

STORE: dict[str, tuple[str, ...]] = {
    "doctor.state.*": get_args(State),
    "doctor.state.*.do": ("damaged", "newer", "strange", "unreadable"),
    "reason.*": tuple(REASONS.values()),
}
