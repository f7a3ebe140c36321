"""The verbs of the tutor, tried on small courses and on the one that travels with it."""
