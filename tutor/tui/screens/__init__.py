"""What fills the terminal: Home, a run, the DES view, help."""
