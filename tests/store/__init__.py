"""The store keeps every answer it acknowledged, whatever happens to the disk."""
