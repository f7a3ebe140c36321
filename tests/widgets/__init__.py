"""Tests of the pieces of a screen: what they draw and what they announce."""
