"""A terminal tutor on coordinated practice for general-practice interns."""

__version__ = "1.0.0"
