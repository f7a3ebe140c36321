"""A terminal tutor on coordinated practice for general-practice interns."""

__version__ = "0.1.0"
