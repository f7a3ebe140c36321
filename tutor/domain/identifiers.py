"""Identifiers that are the same on every machine and at every run.

A name is folded into a version 5 UUID (RFC 9562, section 5.5) under one namespace of
the tutor's own, so that two exports of one course name the same things alike.
"""

from uuid import UUID, uuid5

NAMESPACE = UUID("b1c5a0de-7f3c-4e86-9d0a-52c8f1e6a947")
"""Under which every name is folded. Changing it renames everything ever exported."""


def identifier(course: str, kind: str, name: str = "") -> UUID:
    """Return the identifier of something a course names.

    Args:
        course: the id of the course.
        kind: what it is, such as `item`.
        name: its code, unique in its kind; empty where a course has only one.
    """
    return uuid5(NAMESPACE, f"{course}\n{kind}\n{name}")
