"""What stands for `*` in the messages of `tutor framework`."""

from tutor.interop.grid_table import HEADS

FRAMEWORK: dict[str, tuple[str, ...]] = {
    "framework.import.nothing.*": ("table", "no-table"),
    "framework.remark.*": ("parents", "types", "uri"),
    "framework.template.*": HEADS,
    "framework.tie.*": ("several", "theirs"),
}
