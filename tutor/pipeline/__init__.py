"""From text to values: finding, parsing and checking course files."""
