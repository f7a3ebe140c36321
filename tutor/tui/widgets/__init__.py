"""The pieces of a screen, one a file, each with its `.tcss` beside it."""
