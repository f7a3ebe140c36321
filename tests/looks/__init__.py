"""A few scenes that were looked at: snapshots, and the pictures of the README."""
