"""Tests of the course that travels with the tutor."""
