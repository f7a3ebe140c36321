"""Bundles of many interns: read with suspicion, counted once."""
