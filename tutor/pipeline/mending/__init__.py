"""Mend the slips of course files that can be mended without changing what they say."""
