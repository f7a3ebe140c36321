"""What is read from many bundles, counted and shown of a group, and what is hidden."""
