"""The verbs of the tutor: the only place where the experts meet."""
