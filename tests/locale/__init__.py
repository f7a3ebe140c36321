"""What the words promise: none missing, none forbidden, French spaces."""
