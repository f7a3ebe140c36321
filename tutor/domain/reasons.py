"""Why the system refused, in the language of the person and not in its own."""

import errno

from tutor.locale import say

REASONS = {
    errno.EACCES: "denied",
    errno.EBUSY: "busy",
    errno.EDQUOT: "full",
    errno.EEXIST: "taken",
    errno.EFBIG: "too-large",
    errno.EIO: "failing",
    errno.EISDIR: "folder",
    errno.ENOENT: "absent",
    errno.ENOSPC: "full",
    errno.ENOTDIR: "no-folder",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
}
"""What can happen to a file, by the number the system gives it."""


def reason_of(error: Exception) -> str:
    """Return why something was refused; the system's own words where it is rare.

    Args:
        error: what was raised, by the system or by who writes to the disk.
    """
    name = REASONS.get(getattr(error, "errno", None) or 0)
    if name is not None:
        return say(f"reason.{name}")
    return getattr(error, "strerror", None) or str(error)
