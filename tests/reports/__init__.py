"""Reports read back: every format says what the figures hold."""
