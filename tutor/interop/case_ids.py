"""The identifiers and addresses that CASE and xAPI give to the items of a course.

An address is `urn:uuid:` and the identifier (RFC 9562, section 4): it is a URI, it
never changes, and it claims no web domain that somebody would have to keep.
"""

from tutor.domain.identifiers import identifier


def item_identifier(course_id: str, code: str) -> str:
    """Return the UUID of an item or a competency of a course, in lower case.

    Args:
        course_id: the id of `cours.toml`.
        code: the code of the item or the competency, such as C5.N.1 or C5.
    """
    return str(identifier(course_id, "item", code))


def item_uri(course_id: str, code: str) -> str:
    """Return the address of an item or a competency of a course.

    Args:
        course_id: the id of `cours.toml`.
        code: the code of the item or the competency, such as C5.N.1 or C5.
    """
    return f"urn:uuid:{item_identifier(course_id, code)}"
