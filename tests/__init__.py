"""The tests of the tutor: sentences about what it does."""
