"""What can go wrong under the store, tried for real and counted."""
