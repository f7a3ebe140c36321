"""The full-screen face: app, screens, widgets, keys, theme."""
