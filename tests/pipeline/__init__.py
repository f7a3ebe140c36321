"""What course files become, and what `tutor check` says of them."""
