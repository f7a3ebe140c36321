"""Tests of what the bench says of its measures, without measuring anything."""
