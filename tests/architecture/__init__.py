"""What every part keeps to: size, start-up, words and documentation."""
