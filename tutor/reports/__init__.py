"""Numbers computed once, on paper and on screen."""
