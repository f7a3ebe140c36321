"""The tutor in a browser: its doors, its visits, and one real browser."""
