"""Records and questions that travel: what is written, and read back."""
