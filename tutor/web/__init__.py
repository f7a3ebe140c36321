"""The same tutor in a browser: one process a visitor, one folder a secret address."""
